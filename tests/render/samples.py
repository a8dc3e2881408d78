"""Evaluations made by hand: an Express Entry family, with every kind of line that a view has to show."""

# ruff: noqa: E501  # texts, one a line, as a checklist holds them

from collections.abc import Mapping
from datetime import date
from typing import Any

from ircc_prep.core.case import Case
from ircc_prep.core.checklist import Question, Source
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Evaluation, Interview, OpenQuestion, Reason
from ircc_prep.core.review.lanes import timelines
from ircc_prep.core.text import Language, Text
from tests.render.sample_findings import FINDINGS, OFFICER_QUESTIONS
from tests.render.sample_guidance import GUIDANCE
from tests.render.sample_items import FIGURES, items

CHECKED = date(2026, 11, 22)
# A name in each script that the bundled fonts cover, as people write it beside the Latin one.
NAMES: Mapping[str, tuple[str, str]] = {
    "latin": ("Maria Luisa", "Sántos"),
    "devanagari": ("अर्जुन", "शर्मा"),
    "gurmukhi": ("ਹਰਪ੍ਰੀਤ", "ਸਿੰਘ"),
    "arabic": ("محمد", "الأحمدي"),
}


def family(script: str = "latin", language: Language = "en") -> Case:
    """The Santos family: one adult with a long history, a partner, a child; with a name in another script."""
    given, last = NAMES[script]
    maria: dict[str, Any] = {
        "id": "maria",
        "role": "principal-applicant",
        "family_name": "Santos",
        "given_names": "Maria",
        "names": [{"given_names": given, "family_name": last}],
        "date_of_birth": "1992-07-03",
        "citizenships": ["PH"],
        "marital_status": "married",
        "accompanying": True,
        "passports": [{"country": "PH", "number": "P1234567A", "issued": "2019-05-02", "expires": "2027-01-15"}],
        "stays": [
            {"from": "2010-06", "to": "2018-03", "country": "PH", "city": "Cebu"},
            {"from": "2018-03", "to": "present", "country": "AE", "city": "Dubai"},
        ],
        "activities": [
            {"from": "2012-06", "to": "2016-04", "kind": "study", "title": "Nursing", "country": "PH"},
            {
                "from": "2016-09",
                "to": "2018-02",
                "kind": "employment",
                "title": "Nurse",
                "organization": "Cebu Clinic",
                "country": "PH",
            },
            {
                "from": "2018-04-01",
                "kind": "employment",
                "title": "Nurse",
                "organization": "Dubai Hospital",
                "country": "AE",
            },
        ],
        "trips": [{"from": "2019-12-20", "to": "2020-01-08", "country": "CA", "purpose": "visit"}],
        "refusals": [{"date": "2017", "country": "US", "kind": "visitor-visa"}],
        "language_tests": [{"test": "ielts-general", "taken": "2025-11-08", "listening": 8.0, "reading": 7.0}],
    }
    people = [
        maria,
        {"id": "paul", "role": "spouse-or-partner", "family_name": "Okonkwo", "given_names": "Paul", "date_of_birth": "1990",
         "stays": [{"from": "2015", "to": "2019", "country": "NG", "city": "Lagos"}, {"from": "2019", "country": "AE"}],
         "trips": [{"from": "2020-02-01", "to": "2020-06-30", "country": "CA"}],
         "passports": [{"country": "NG", "issued": "2017-01-16", "expires": "2027-01-15"}]},
        {"id": "ana", "role": "dependent-child", "given_names": "Ana", "date_of_birth": "2021-02-01", "accompanying": True,
         "passports": [{"country": "PH", "issued": "2022-01-16", "expires": "2027-01-15"}]},
    ]  # fmt: skip
    return Case.model_validate(
        {
            "schema": 1,
            "program": "express-entry",
            "stream": "fsw",
            "language": language,
            "submitted": "2026-03-14",
            "interview": {
                "date": "2026-12-15", "kind": "in-person", "city": "Abu Dhabi", "requested": ["passport", "Two photographs"],
            },
            "people": people,
            "answers": {"funds.amount": 19500, "job_offer.has_offer": False},
            "documents": [{"item": "police-certificate", "person": "maria", "country": "AE", "issued": "2026-02-01", "language": "ar"}],
        }
    )  # fmt: skip


def _source(en: str, fr: str, page: str, **more: Any) -> Source:
    host = "https://www.canada.ca"
    return Source.model_validate(
        {
            "title": {"en": en, "fr": fr},
            "publisher": {
                "en": "Immigration, Refugees and Citizenship Canada",
                "fr": "Immigration, Réfugiés et Citoyenneté Canada",
            },
            "url": {
                "en": f"{host}/en/immigration-refugees-citizenship/{page}.html",
                "fr": f"{host}/fr/immigration-refugies/{page}.html",
            },
            "kind": "ircc",
            "dated": "2026-06-12",
            "checked": "2026-11-22",
            "confidence": "high",
            **more,
        }
    )


def _law(number: str, en: str = "", fr: str = "") -> Source:
    host = "https://laws-lois.justice.gc.ca"
    return _source(
        f"Immigration and Refugee Protection Regulations, section {number}{en}",
        f"Règlement sur l’immigration et la protection des réfugiés, article {number}{fr}",
        "",
        kind="law",
        publisher={"en": "Department of Justice Canada", "fr": "Ministère de la Justice du Canada"},
        url={
            "en": f"{host}/eng/regulations/SOR-2002-227/section-{number}.html",
            "fr": f"{host}/fra/reglements/DORS-2002-227/article-{number}.html",
        },
    )


SOURCES: Mapping[str, Source] = {
    "ircc-police": _source("Police certificates: Express Entry", "Certificats de police : Entrée express", "services/police"),
    "ircc-documents": _source("Documents for Express Entry", "Documents pour Entrée express", "services/documents", dated="undated"),
    "ircc-funds": _source("Proof of funds", "Preuve de fonds", "services/funds", dated="2025-07-07"),
    "ircc-interviews": _source(
        "Conducting interviews", "Tenir des entrevues", "corporate/interviews",
        note={"en": "Read in a stored copy.", "fr": "Lu dans une copie conservée."},
    ),
    "ircc-rights": _source("Procedural fairness", "Équité procédurale", "corporate/fairness"),
    "irpr-51": _law("51"),
    "irpr-50": _law("50", " (passports)", " (passeports)"),
    "forum": _source(
        "What they asked me", "Ce qu’on m’a demandé", "forum", kind="secondary", dated="undated", confidence="low",
        publisher={"en": "A forum", "fr": "Un forum"},
    ),
}  # fmt: skip

INTERVIEW = Interview(
    "possible",
    (
        Reason(
            "officers-discretion",
            Text(
                "An officer can call any applicant to an interview. Being called doesn’t mean that something is wrong: some interviews are quality control.",
                "L’agent peut convoquer tout demandeur à une entrevue. Une convocation ne signifie pas qu’il y a un problème : certaines entrevues servent au contrôle de la qualité.",
            ),
            ("ircc-interviews",),
        ),
    ),
    (),
)

OPEN_QUESTIONS = (
    OpenQuestion(
        "people.paul.stays[0].to",
        Text("In which month of 2019 did Paul leave Nigeria?", "Quel mois de 2019 Paul a-t-il quitté le Nigéria?"),
        Text(
            "A stay of six months calls for a police certificate.",
            "Un séjour de six mois exige un certificat de police.",
        ),
        ("police-certificate/paul/NG", "fsw-points"),
        unsure=False,
        given="2019",
    ),
    OpenQuestion(
        "spouse.claims_points",
        Text(
            "Do you claim points for your partner’s education or language?",
            "Demandez-vous des points pour les études ou la langue de votre partenaire?",
        ),
        None,
        ("education-assessment/paul",),
        unsure=True,
    ),
)

QUESTIONS = (
    Question.model_validate(
        {
            "fact": "funds.amount",
            "type": "money",
            "ask": {"en": "How much money could you show?", "fr": "Quelle somme pourriez-vous prouver?"},
            "why": {"en": "It is needed.", "fr": "Il le faut."},
        }
    ),
)


def evaluation(script: str = "latin", language: Language = "en", **changes: Any) -> Evaluation:
    """The sample evaluation. `changes` replace whole fields."""
    fields: dict[str, Any] = {
        "case": family(script, language),
        "program_title": Text("Express Entry", "Entrée express"),
        "stream_title": Text("Federal Skilled Worker Program", "Programme des travailleurs qualifiés (fédéral)"),
        "program_status": None,
        "checked_on": CHECKED,
        "rules_on": PartialDate.parse("2026-03-14"),
        "items": items(),
        "interview": INTERVIEW,
        "findings": FINDINGS,
        "figures": FIGURES,
        "officer_questions": OFFICER_QUESTIONS,
        "guidance": GUIDANCE,
        "open_questions": OPEN_QUESTIONS,
        "sources": SOURCES,
    }
    made = {**fields, **changes}
    laid_out = timelines(made["case"], made["checked_on"], made["rules_on"], None, made["findings"])
    return Evaluation(timelines=laid_out, **made)
