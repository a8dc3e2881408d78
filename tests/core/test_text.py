"""French before a name, where the vowel goes if it begins with the sound of one; and spaces that hold together."""

import pytest

from ircc_prep.core.text import Text


@pytest.mark.parametrize(
    ("name", "french"),
    [
        ("Amina", "Les voyages d’Amina"),
        ("Élise", "Les voyages d’Élise"),
        ("Yves", "Les voyages d’Yves"),
        ("Yanis", "Les voyages de Yanis"),
        ("Youssef", "Les voyages de Youssef"),
        ("Karim", "Les voyages de Karim"),
        ("Hélène", "Les voyages de Hélène"),  # whether an h is silent can't be told
    ],
)
def test_de_loses_its_vowel_before_the_sound_of_one(name: str, french: str) -> None:
    assert Text("The trips of {person}", "Les voyages de {person}").format(person=name).of("fr") == french


@pytest.mark.parametrize(
    ("written", "typeset"),
    [
        ("Jour : lundi", "Jour_: lundi"), ("« oui »", "«_oui_»"), ("10 000 $", "10_000_$"),
        ("de 8 h à 16 h 30", "de 8_h à 16_h_30"), ("24 heures", "24 heures"),
    ],
)  # fmt: skip
def test_french_keeps_together_what_belongs_together(written: str, typeset: str) -> None:
    assert Text("", written).of("fr").replace("\N{NO-BREAK SPACE}", "_") == typeset


def test_what_is_filled_in_is_not_filled_again() -> None:
    said = Text("{firm} for {name}", "{firm} pour {name}").format(firm="Firm {name}", name="Ana")
    assert said.en == "Firm {name} for Ana"
