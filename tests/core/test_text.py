"""French before a name: the vowel goes where the name begins with the sound of one."""

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
