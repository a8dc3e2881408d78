"""Requirements and figures of the sample family: one of each status and holding."""

# ruff: noqa: E501  # texts, one a line, as a checklist holds them

from datetime import date
from typing import Any

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Figure, Item, Part, Read
from ircc_prep.core.text import Text, same

POLICE = Text("Police certificate", "Certificat de police")
BECAUSE_POLICE = Text(
    "Everyone aged 18 or over gives one for each country, other than Canada, where they spent six months or more in a row in the last ten years.",
    "Toute personne de 18 ans ou plus en fournit un pour chaque pays, autre que le Canada, où elle a passé six mois ou plus d’affilée au cours des dix dernières années.",
)
PREPARE_POLICE = Text(
    "Look up the country’s instructions on IRCC’s site first.\n\n- For the country where this person lives now, the certificate must be issued no more than six months before you submit.\n- Upload a colour scan of the original.",
    "Consultez d’abord les instructions propres au pays sur le site d’IRCC.\n\n- Pour le pays où la personne vit actuellement, le certificat doit être délivré au plus six mois avant la présentation de la demande.\n- Téléversez une numérisation en couleur de l’original.",
)
DISPUTED_POLICE = Text(
    "Whether a stay that crosses the ten-year line counts is open; we ask for the certificate.",
    "On ne sait pas si un séjour qui chevauche la limite de dix ans compte; nous demandons le certificat.",
)


def _item(id: str, title: Text, reason: Text, **more: Any) -> Item:
    fields: dict[str, Any] = {
        "kind": "document", "person": "maria", "country": None, "status": "needed", "holding": "missing", "why": (),
        "missing_facts": (), "holding_reads": (), "fault": None, "rule_from": date(2015, 1, 1), "confidence": "high", "disputed": None,
        "sources": ("ircc-documents",), "prepare": None, "form": None,
    }  # fmt: skip
    return Item(id=id, title=title, reason=reason, **{**fields, **more})


def _stays(person: str, *entries: tuple[int, str]) -> tuple[Read, ...]:
    reads = [Read(f"people.{person}.stays", 2)]
    for index, country in entries:
        reads += [
            Read(f"people.{person}.stays[{index}].country", country),
            Read(f"people.{person}.stays[{index}].to", "present"),
        ]
    return (*reads, Read(f"people.{person}.date_of_birth", PartialDate.parse("1992-07-03")))


def _police() -> tuple[Item, ...]:
    common: dict[str, Any] = {
        "disputed": DISPUTED_POLICE,
        "prepare": PREPARE_POLICE,
        "sources": ("ircc-police", "ircc-documents"),
    }
    why = _stays("maria", (0, "PH"), (1, "AE"))
    held = (Read("documents[0].issued", PartialDate.parse("2026-02-01")), Read("documents[0].language", "ar"))
    return (
        _item("police-certificate", POLICE, BECAUSE_POLICE, country="AE", why=why, holding="untranslated", holding_reads=held, **common),
        _item("police-certificate", POLICE, BECAUSE_POLICE, country="PH", why=why, **common),
        _item("police-certificate", POLICE, BECAUSE_POLICE, person="paul", country="AE", why=_stays("paul", (1, "AE")), **common),
        _item(
            "police-certificate", POLICE,
            Text("It can’t be told yet whether the stay lasted six months.", "On ne peut pas encore dire si le séjour a duré six mois."),
            person="paul", country="NG", status="undetermined", holding=None, missing_facts=("people.paul.stays[0].to",), **common,
        ),
        _item(
            "police-certificate", POLICE, Text("Nobody under 18 gives a police certificate.", "Aucun certificat de police avant 18 ans."),
            person="ana", status="not-needed", holding=None,
        ),
    )  # fmt: skip


def items() -> tuple[Item, ...]:
    """Every requirement of the sample."""
    passport = Text("Passport or travel document", "Passeport ou titre de voyage")
    because = Text("Each person shows a valid one.", "Chaque personne en présente un valide.")
    expires = (Read("people.maria.passports[0].expires", PartialDate.parse("2027-01-15")),)
    return (
        _item("passport", passport, because, holding="ready", holding_reads=expires),
        _item(
            "language-test", Text("Language test results", "Résultats du test linguistique"),
            Text("Results count for two years.", "Les résultats comptent pendant deux ans."), holding="expired",
            fault=Text("They’re older than two years on that day.", "Ils datent de plus de deux ans ce jour-là."),
            holding_reads=(Read("people.maria.language_tests[0].taken", PartialDate.parse("2025-11-08")),),
        ),
        *_police(),
        _item("passport", passport, because, person="paul", holding="ready"),
        _item(
            "education-assessment", Text("Educational credential assessment", "Évaluation des diplômes d’études"),
            Text("It depends on whether you claim points for your partner.", "Cela dépend des points demandés pour votre partenaire."),
            person="paul", status="undetermined", holding=None, missing_facts=("spouse.claims_points",),
        ),
        _item("birth-certificate", Text("Birth certificate", "Acte de naissance"),
              Text("It proves the parents’ names.", "Il prouve le nom des parents."), person="ana", holding="incomplete"),
        _item(
            "settlement-funds", Text("Proof of settlement funds", "Preuve des fonds d’établissement"),
            Text("You have no job offer, so you show funds for three people.", "Sans offre d’emploi, vous prouvez des fonds pour trois personnes."),
            person=None, why=(Read("job_offer.has_offer", False), Read("funds.amount", 19500)), sources=("ircc-funds",),
        ),
        _item("fees", Text("Processing fees", "Frais de traitement"), Text("They are paid with the application.", "Ils se paient avec la demande."),
              person=None, kind="fee", confidence="low"),
        _item("declaration", Text("Statutory declaration of common-law union", "Déclaration officielle d’union de fait"),
              Text("You are married.", "Vous êtes mariés."), person=None, kind="form", form="IMM 5409", status="not-needed", holding=None),
        _item("schedule-a", Text("Background declaration", "Antécédents et déclaration"), Text("Every adult fills one in.", "Chaque adulte en remplit une."),
              kind="form", form="IMM 5669", confidence="medium"),
        _item("biometrics", Text("Biometrics", "Données biométriques"), Text("No rule is known for that day.", "Aucune règle connue pour ce jour."),
              person=None, kind="step", status="no-rule-in-force", holding=None),
        _item("photos", Text("Photographs of the family", "Photos de la famille"), Text("They help to show the relationship.", "Elles aident à montrer la relation."),
              status="recommended", holding="missing"),
    )  # fmt: skip


def _part(name: str, en: str, fr: str, low: float, high: float, most: float) -> Part:
    return Part(name, Text(en, fr), low, high, most)


FIGURES = (
    Figure(
        "fsw-points", Text("Selection factors (67 points)", "Facteurs de sélection (67 points)"), 63, 68, 67, None,
        (
            _part("language", "First official language", "Première langue officielle", 22, 22, 24),
            _part("education", "Education", "Études", 21, 21, 25),
            _part("experience", "Experience", "Expérience", 13, 13, 15),
            _part("age", "Age", "Âge", 7, 7, 12),
            _part("adaptability", "Adaptability", "Capacité d’adaptation", 0, 5, 10),
        ),
        None, ("spouse.claims_points",), ("ircc-documents",),
    ),
    Figure(
        "settlement-funds", Text("Money to settle", "Fonds d’établissement"), 19500, 19500, 23360, "CAD", (),
        Text("Beside IRCC’s table on the day that selects the rules.", "À côté du tableau d’IRCC en vigueur le jour qui détermine les règles."),
        (), ("ircc-funds",),
    ),
    Figure("unknown", same("CRS"), None, None, None, None, (), None, ("people.maria.education",), ("ircc-documents",)),
)  # fmt: skip
