"""What stands out in the sample family's file, and what an officer may ask."""

# ruff: noqa: E501  # texts, one a line, as a checklist holds them

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Finding, OfficerQuestion, Read
from ircc_prep.core.text import Text

FINDINGS = (
    Finding(
        "history-gap", "warning", "maria", PartialDate.parse("2016-05"), PartialDate.parse("2016-08"),
        Text("From May to August 2016 the file doesn’t say what Maria did.", "De mai à août 2016, le dossier ne dit pas ce que Maria a fait."),
        ("people.maria.activities[0]", "people.maria.activities[1]"),
        Text("What did you do between your studies and your first job?", "Qu’avez-vous fait entre vos études et votre premier emploi?"),
        Text("Add an entry, even if you were looking for work.", "Ajoutez une entrée, même si vous cherchiez du travail."),
        ("ircc-interviews",), "gap", Text("A gap in the history", "Une période vide"), Text("Officers look for gaps.", "Les agents cherchent les périodes vides."), (), {}, "high",
    ),
    Finding(
        "refusal-not-declared", "blocker", "maria", PartialDate.parse("2017"), None,
        Text("A refusal is listed, but your answer says that nobody was refused.", "Un refus figure au dossier, mais votre réponse dit que personne n’a été refusé."),
        ("people.maria.refusals[0]", "background.ever_refused"),
        Text("Were you ever refused a visa?", "Vous a-t-on déjà refusé un visa?"),
        Text("Correct the answer before you submit.", "Corrigez la réponse avant de présenter la demande."),
        ("ircc-interviews", "ircc-documents"), "denied", Text("A refusal not declared", "Un refus non déclaré"), Text("The forms ask for every refusal.", "Les formulaires demandent tous les refus."), (), {}, "high",
    ),
    Finding(
        "trip-near-stay", "note", "paul", None, None,
        Text("Paul’s stays are known by year only.", "Les séjours de Paul ne sont connus qu’à l’année près."),
        ("people.paul.stays",), None, None, (), "perhaps", Text("A trip near a stay", "Un voyage près d’un séjour"), Text("Stamps are compared.", "Les timbres sont comparés."), ("people.paul.stays[0].from",), {}, "medium",
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
