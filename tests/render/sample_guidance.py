"""What the sample family should know: one of each section."""

# ruff: noqa: E501  # texts, one a line, as a checklist holds them

from typing import Any, Literal

from ircc_prep.core.result import Guidance
from ircc_prep.core.result import Section as Name
from ircc_prep.core.text import Text

Confidence = Literal["high", "medium", "low"]


def _guide(id: str, section: Name, title: Text, text: Text, **more: Any) -> Guidance:
    fields: dict[str, Any] = {
        "urgent": False,
        "in_short": None,
        "confidence": "high",
        "disputed": None,
        "sources": ("ircc-rights",),
    }
    return Guidance(id=id, section=section, title=title, text=text, **{**fields, **more})


GUIDANCE = (
    _guide(
        "old-copies", "about-documents", Text("Copies of old papers", "Copies de pièces anciennes"),
        Text("A clear copy is enough at first; bring the original.", "Une copie lisible suffit d’abord; apportez l’original."),
        sources=("irpr-50", "irpr-51"),
    ),
    _guide(
        "what-it-is-for", "the-interview", Text("What it is for", "À quoi elle sert"),
        Text("The officer checks what your application says, and may talk with you about settling in Canada.",
             "L’agent vérifie ce que dit votre demande et peut vous parler de votre établissement au Canada."),
        sources=("ircc-interviews",),
    ),
    _guide(
        "who", "who-interviews", Text("A migration officer, through an interpreter if need be", "Un agent de migration, avec interprète au besoin"),
        Text("The officer at the visa office decides alone.", "L’agent du bureau des visas décide seul."), confidence="medium",
    ),
    _guide(
        "fairness", "rights", Text("Fairness in every decision", "L’équité dans chaque décision"),
        Text(
            "In every program you have a right to:\n- an assessment without bias\n- be told of a concern that matters\n- a real chance to answer it\n\nFairness has limits too. It is for you to prove your case.",
            "Dans tout programme, vous avez droit :\n- à une évaluation impartiale\n- d’être informé d’une préoccupation qui compte\n- à une possibilité réelle d’y répondre\n\nL’équité a aussi ses limites. C’est à vous de prouver ce que vous avancez.",
        ),
    ),
    _guide(
        "interpreter", "rights", Text("An interpreter", "Un interprète"),
        Text("Say at once when you don’t understand.", "Dites-le tout de suite si vous ne comprenez pas."),
        in_short=Text("Don’t understand? Say so at once.", "Vous ne comprenez pas? Dites-le tout de suite."),
        disputed=Text("Offices differ on who pays.", "Les bureaux diffèrent sur qui paie."),
    ),
    _guide(
        "arrive-early", "on-the-day", Text("Come early", "Arrivez tôt"),
        Text("Bring your letter, your passport and this packet.", "Apportez votre lettre, votre passeport et ce dossier."),
        in_short=Text("Be there early.", "Arrivez tôt."),
    ),
    _guide(
        "newcomer-services", "settlement", Text("Free newcomer services", "Services gratuits aux nouveaux arrivants"),
        Text("Some are open to you before you arrive.", "Certains vous sont offerts avant votre arrivée."), confidence="low",
    ),
    _guide(
        "after-the-interview", "after", Text("If new papers are asked for", "Si on vous demande d’autres pièces"),
        Text("Send them by the date in the letter.", "Envoyez-les avant la date indiquée dans la lettre."),
    ),
    _guide(
        "who-may-represent", "who-to-ask", Text("Who may represent you for money", "Qui peut vous représenter contre rémunération"),
        Text("Only lawyers, Quebec notaries and licensed consultants.", "Seuls les avocats, les notaires du Québec et les consultants autorisés."),
    ),
    _guide(
        "fairness-letter", "who-to-ask", Text("A procedural fairness letter has a date", "Une lettre d’équité procédurale fixe une date"),
        Text("Get advice before that date.", "Obtenez un conseil avant cette date."), urgent=True,
        in_short=Text("The date in the letter counts.", "La date de la lettre compte."),
    ),
)  # fmt: skip
