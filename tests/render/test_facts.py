"""Paths of the case file in words."""

# ruff: noqa: E501  # paths beside their words

from collections.abc import Mapping

import pytest

from ircc_prep.core.case import Case, Interview
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Read
from ircc_prep.core.text import LANGUAGES, Language, Text
from ircc_prep.render.facts import Facts
from ircc_prep.render.words import Words
from tests.render.samples import QUESTIONS, family


@pytest.fixture
def facts(wording: Mapping[str, Text]) -> dict[Language, Facts]:
    case = family()
    return {language: Facts(case, Words(wording, language, QUESTIONS)) for language in LANGUAGES}


PLAIN = str.maketrans("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("path", "english", "french"),
    [
        (
            "people.maria.stays[1].country",
            "Maria’s places lived in, 2nd entry (Dubai, United Arab Emirates, March 2018 – present): country",
            "Maria, lieux de résidence, 2e élément (Dubai, Émirats arabes unis, mars 2018 – aujourd’hui) : pays",
        ),
        ("people.maria.stays", "Maria’s places lived in", "Maria, lieux de résidence"),
        ("people.maria.date_of_birth", "Maria’s date of birth", "Maria, date de naissance"),
        ("people.maria.citizenships[0]", "Maria’s citizenships, 1st entry (Philippines)", "Maria, citoyennetés, 1er élément (Philippines)"),
        ("people", "the people of the application", "les personnes de la demande"),
        ("people.ana", "Ana", "Ana"),
        ("submitted", "day of submission", "jour de présentation"),
        ("interview.date", "day of the interview", "jour de l’entrevue"),
        ("documents[0].issued",
         "documents in hand, 1st entry (United Arab Emirates, issued on February 1, 2026, Arabic): date of issue",
         "documents en main, 1er élément (Émirats arabes unis, délivrance le 1er février 2026, arabe) : date de délivrance"),
        ("people.maria.stays[9].from", "Maria’s places lived in, 10th entry: from", "Maria, lieux de résidence, 10e élément : from"),
        ("funds.amount", "How much money could you show?", "Quelle somme pourriez-vous prouver?"),
        ("trp.ground", "your answer “trp.ground”", "votre réponse « trp.ground »"),
    ],
)  # fmt: skip
def test_paths_in_words(facts: Mapping[Language, Facts], path: str, english: str, french: str) -> None:
    assert (facts["en"].path(path).translate(PLAIN), facts["fr"].path(path).translate(PLAIN)) == (english, french)


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (Read("people.maria.marital_status", "married"), "Maria’s marital status: married"),
        (Read("funds.amount", 19500), "How much money could you show? $19,500"),
        (Read("people.maria.date_of_birth", PartialDate.parse("1992-07")), "Maria’s date of birth: July 1992"),
        (Read("people.paul.marital_status", None), "Paul’s marital status: not answered"),
        (Read("people.maria.country_of_birth", "PH"), "Maria’s country of birth: Philippines"),
        (Read("people.maria.refusals", 0), "Maria’s refusals: none"),
        (Read("people.maria.accompanying", value=True), "Maria’s coming to Canada: yes"),
    ],
)
def test_facts_with_their_values(facts: Mapping[Language, Facts], read: Read, told: str) -> None:
    assert facts["en"].pair(read) == told


def test_entries_are_told_once_and_their_list_not_at_all(facts: Mapping[Language, Facts]) -> None:
    reads = [
        Read("people.maria.stays", 2),
        Read("people.maria.stays[1].country", "AE"),
        Read("people.maria.stays[1].to", "present"),
    ]
    told = facts["en"].told(reads, within="maria")
    assert told == ("Places lived in: Dubai, United Arab Emirates, March 2018 – present",)


def test_a_line_about_one_country_tells_only_that_countrys_entries(facts: Mapping[Language, Facts]) -> None:
    reads = [Read(f"people.maria.stays[{index}].country", country) for index, country in enumerate(["PH", "AE"])]
    assert len(facts["en"].told(reads, country="PH")) == 1


def test_a_list_read_as_a_whole_is_told_entry_by_entry(facts: Mapping[Language, Facts]) -> None:
    assert len(facts["en"].told([Read("people.maria.activities", 3)])) == 3


def test_no_passport_number_is_told(facts: Mapping[Language, Facts]) -> None:
    told = facts["en"].told([Read("people.maria.passports", 1), Read("people.maria.passports[0].expires", None)])
    assert "P1234567A" not in " ".join(told)


def test_what_a_letter_asks_for_by_its_id_is_told_by_its_title(wording: Mapping[str, Text]) -> None:
    case = family().model_copy(update={"interview": Interview(requested=("two-photos", "blue folder"))})
    titles = {"two-photos": Text("Two photos", "Deux photos")}
    reads = [Read("interview.requested[0]", None), Read("interview.requested[1]", None)]
    french, english = (Facts(case, Words(wording, language, QUESTIONS, titles)) for language in ("fr", "en"))
    told = tuple(line.translate(PLAIN) for line in french.told(reads))
    assert told == ("Ce que la lettre demande : Deux photos", "Ce que la lettre demande : blue folder")
    assert english.told(reads)[0] == "What the letter asks for: Two photos"


@pytest.mark.parametrize(("language", "told"), [("en", "the sponsor"), ("fr", "le répondant")])
def test_somebody_without_a_name_is_told_by_the_role(
    wording: Mapping[str, Text], language: Language, told: str
) -> None:
    nameless = Case.model_validate(
        {"schema": 1, "program": "spouse-partner", "people": [{"id": "sponsor", "role": "sponsor"}]}
    )
    facts = Facts(nameless, Words(wording, language, QUESTIONS))
    assert facts.person("sponsor") == facts.full_name("sponsor") == told
