"""What stands out in the sample family's file, and what an officer may ask."""

# ruff: noqa: E501  # texts, one a line, as a checklist holds them

from typing import Any

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Finding, OfficerQuestion, Read, Severity
from ircc_prep.core.said import CountryName, EntryAt, Period, Someone, Value, When
from ircc_prep.core.text import Text

GAP = {
    "title": Text("A gap in the history", "Une période vide"),
    "matters": Text("Officers look for gaps.", "Les agents cherchent les périodes vides."),
    "message": Text("Nothing says what {person} did {period}.", "Rien n’indique ce que {person} a fait {period}."),
    "officer_may_ask": Text("What did you do {period}?", "Qu’avez-vous fait {period}?"),
    "prepare": Text(
        "Add an entry, even if you were looking for work.", "Ajoutez une entrée, même si vous cherchiez du travail."
    ),
    "sources": ("ircc-interviews",),
}
CLASH = {
    "title": Text("A trip from elsewhere", "Un voyage parti d’ailleurs"),
    "matters": Text(
        "Stamps are compared with the places lived in.", "Les timbres sont comparés aux lieux de résidence."
    ),
    "message": Text(
        "{person} was in {country} {period}; the file says: {stay}.",
        "{person} se trouvait dans ce pays ({country}) {period}; le dossier dit : {stay}.",
    ),
    "officer_may_ask": Text("Where did you live {period}?", "Où viviez-vous {period}?"),
    "prepare": Text("Look at the stamps in the passport.", "Regardez les timbres dans le passeport."),
    "sources": ("ircc-interviews", "irpr-50"),
    "confidence": "medium",
}
RENEWED = {
    "title": Text("A passport that ends", "Un passeport qui prend fin"),
    "matters": Text("A visa never outlasts the passport.", "Un visa ne dépasse jamais le passeport."),
    "message": Text("The passport of {person} expires {day}.", "Le passeport de {person} expire {day}."),
    "officer_may_ask": None,
    "prepare": Text("Ask for a new one in good time.", "Demandez-en un nouveau à temps."),
    "sources": ("irpr-50",),
    "confidence": "low",
}


def _finding(
    code: str, severity: Severity, person: str | None, days: tuple[str, ...], facts: tuple[str, ...], **more: Any
) -> Finding:
    start, end = (PartialDate.parse(days[0]), PartialDate.parse(days[-1])) if days else (None, None)
    names: dict[str, Value] = {"person": Someone(person)} if person else {}
    names |= {"period": Period(start, end)} if days else {}
    fields: dict[str, Any] = {"asks": (), "says": "seen", "confidence": "high", "words": {}, **more}
    fields["words"] = names | fields["words"]
    return Finding(code=code, severity=severity, person=person, start=start, end=end, facts=facts, **fields)


FINDINGS = (
    _finding(
        "refusal-not-declared", "blocker", "maria", (), ("people.maria.refusals[0]", "background.ever_refused"),
        title=Text("A refusal not declared", "Un refus non déclaré"),
        matters=Text("The forms ask for every refusal.", "Les formulaires demandent tous les refus."),
        message=Text("A refusal is listed, but your answer says that nobody was refused.", "Un refus figure au dossier, mais votre réponse dit que personne n’a été refusé."),
        officer_may_ask=Text("Were you ever refused a visa?", "Vous a-t-on déjà refusé un visa?"),
        prepare=Text("Correct the answer before you submit.", "Corrigez la réponse avant de présenter la demande."),
        sources=("ircc-interviews", "ircc-documents"),
    ),
    _finding("history-gap", "warning", "maria", ("2016-05", "2016-08"), ("people.maria.activities[0]", "people.maria.activities[1]"), **GAP),
    _finding("history-gap", "warning", "maria", ("2018-03",), ("people.maria.activities[1]", "people.maria.activities[2]"), **GAP),
    _finding(
        "trip-elsewhere", "warning", "paul", ("2020-02-01", "2020-06-30"), ("people.paul.stays[1]", "people.paul.trips[0]"),
        words={"country": CountryName("CA"), "stay": EntryAt("people.paul.stays[1]")}, **CLASH,
    ),
    *(
        _finding("passport-ends", "note", person, ("2027-01-15",), (f"people.{person}.passports[0]",), words={"day": When(PartialDate.parse("2027-01-15"))}, **RENEWED)
        for person in ("maria", "paul", "ana")
    ),
    _finding(
        "trip-near-stay", "note", "paul", (), ("people.paul.stays",),
        title=Text("A trip near a stay", "Un voyage près d’un séjour"), matters=Text("Stamps are compared.", "Les timbres sont comparés."),
        message=Text("{person}’s stays are known by year only.", "Les séjours de {person} ne sont connus qu’à l’année près."),
        officer_may_ask=None, prepare=None, sources=(), asks=("people.paul.stays[0].to",), confidence="medium",
    ),
)  # fmt: skip

OFFICER_QUESTIONS = (
    OfficerQuestion(
        "who-helped-you", None,
        Text("Who helped you with this application, and did you read the forms before you signed them?",
             "Qui vous a aidé à préparer cette demande, et avez-vous lu les formulaires avant de les signer?"),
        Text("Whether the answers are truly yours.", "Si les réponses sont bien les vôtres."),
        (Read("representative.has", None),),
        Text("Read your own forms again, line by line.", "Relisez vos propres formulaires, ligne par ligne."), ("ircc-interviews",),
    ),
    OfficerQuestion(
        "where-did-you-live", "maria",
        Text("Where have you lived in the last ten years?", "Où avez-vous vécu au cours des dix dernières années?"),
        Text("Whether the places and dates agree with your forms.", "Si les lieux et les dates concordent avec vos formulaires."),
        (Read("people.maria.stays", 2),), None, ("ircc-interviews",),
    ),
    OfficerQuestion(
        "where-did-you-live", "paul",
        Text("Where have you lived in the last ten years?", "Où avez-vous vécu au cours des dix dernières années?"),
        Text("Whether the places and dates agree with your forms.", "Si les lieux et les dates concordent avec vos formulaires."),
        (Read("people.paul.stays", 2), Read("people.paul.charges", None)), None, ("ircc-interviews",),
    ),
    OfficerQuestion(
        "anything-changed", "maria", Text("Has anything changed since you filed?", "Quelque chose a-t-il changé depuis le dépôt?"),
        None, (Read("people.maria.stays", 2), Read("people.maria.activities", 3)), None, ("ircc-interviews", "forum"),
    ),
    OfficerQuestion(
        "what-do-you-do", "maria",
        Text("What are your duties at work?", "Quelles sont vos tâches au travail?"), None,
        (Read("people.maria.activities", 3), Read("people.maria.marital_status", "married"), Read("people.maria.citizenships", 1)),
        Text("Read your employer’s letter again.", "Relisez la lettre de votre employeur."), ("ircc-interviews", "ircc-documents"),
    ),
    OfficerQuestion(
        "why-canada", "paul", Text("Why do you want to live in Canada?", "Pourquoi voulez-vous vivre au Canada?"), None, (), None, (),
    ),
)  # fmt: skip
