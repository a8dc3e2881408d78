"""The bundled fonts cover what they promise, can shape it, and keep their licence."""

import json
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
COVERAGE: dict[str, Any] = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))
FILES = [(family, file) for family, entry in COVERAGE.items() for file in entry["files"].values()]


def covered(family: str) -> set[int]:
    return {point for low, high in COVERAGE[family]["ranges"] for point in range(low, high + 1)}


def test_every_font_file_is_in_the_coverage_table() -> None:
    assert {file for _, file in FILES} == {path.name for path in FONTS.glob("*.ttf")}


@pytest.mark.parametrize(("family", "file"), FILES)
def test_a_font_covers_exactly_what_the_table_says_under_the_name_the_stylesheet_uses(family: str, file: str) -> None:
    font = TTFont(FONTS / file)
    assert set(font.getBestCmap()) == covered(family)
    assert font["name"].getDebugName(1) == family
    assert "Open Font License" in font["name"].getDebugName(13)


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("Packet Sans", "Nguyễn Thị Hoàng Yến, Łukasz, İbrahim, Șerban, Adébáyọ̀ Ṣadé, Шевченко Ґалаґан, Παπαδόπουλος"),
        ("Packet Sans", "L’état « oui » – — … 5\u202f000\u00a0€ ₹ ₱ № ½ ° ×"),
        ("Packet Devanagari", "अर्जुन श्रीकृष्ण ज्ञान"),
        ("Packet Gurmukhi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
        ("Packet Arabic", "محمد عبد الله پروین گیتی چنار ڈار"),
        ("Packet Symbols", "☐☑☒✓✗•←→↑↓⚠−≤≥"),
    ],
)
def test_names_and_signs_that_packets_contain_are_covered(family: str, text: str) -> None:
    assert [sign for sign in text if ord(sign) not in covered(family)] == []


@pytest.mark.parametrize(("family", "file"), [pair for pair in FILES if pair[0] != "Packet Symbols"])
def test_a_font_keeps_the_tables_that_put_letters_together(family: str, file: str) -> None:
    assert {"GSUB", "GPOS", "GDEF"} <= set(TTFont(FONTS / file).keys())


def test_the_bundle_stays_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 1.2 * 1024 * 1024
