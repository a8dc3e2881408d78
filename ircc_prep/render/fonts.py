"""Which letters the bundled fonts can draw. A letter that no font has would be left out of a PDF without a word."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from unicodedata import category
from unicodedata import name as letter_name

from ircc_prep.core.text import Text
from ircc_prep.errors import RenderError

_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
_CJK = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"})
_SIGNS = "SIGNS"
_SIGN_CATEGORIES = frozenset(
    {"So", "Sk", "Co", "Cn"}
)  # emoji, private-use and unassigned: no script, and no font to name
_CJK_FILES = ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "wqy-microhei.ttc", "DroidSansFallbackFull.ttf")


@dataclass(frozen=True, slots=True)
class Family:
    """A bundled family: its files by weight, and the ranges of code points that it covers."""

    name: str
    files: Mapping[str, str]
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A font of this computer that was read and found to have the letters."""

    family: str
    file: Path


def families(templates: Traversable) -> tuple[Family, ...]:
    """The bundled families, as the file beside them lists them."""
    listed = json.loads((templates / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    return tuple(
        Family(name, held["files"], tuple((first, last) for first, last in held["ranges"]))
        for name, held in listed.items()
    )


def uncovered(text: str, bundled: Iterable[Family]) -> str:
    """The letters of a text that no bundled family has, each once."""
    ranges = [range for family in bundled for range in family.ranges]
    letters = sorted(set(text) - set("\n\t\r"))
    return "".join(letter for letter in letters if not any(first <= ord(letter) <= last for first, last in ranges))


def fonts_for(letters: str) -> tuple[SystemFont, ...]:
    """Fonts of this computer that have these letters; RenderError with the one to install where there is none."""
    found = []
    for script, group in by_script(letters).items():
        candidates = () if script == _SIGNS else _candidates(script)
        font = next((font for font in candidates if _has(font.file, group)), None)
        if font is None:
            raise RenderError.saying(*_missing(script), id="font-missing")
        found.append(font)
    return tuple(dict.fromkeys(found))


def by_script(letters: str) -> dict[str, str]:
    """Letters by their script, as Unicode names it: BENGALI, THAI, CJK."""
    groups: dict[str, str] = {}
    for letter in letters:
        script = letter_name(letter, "UNKNOWN").split()[0].split("-")[0]
        script = "CJK" if script in _CJK else _SIGNS if category(letter) in _SIGN_CATEGORIES else script
        groups[script] = groups.get(script, "") + letter
    return groups


def _missing(script: str) -> tuple[Text, Text]:
    """What is wrong and what to install. The script is named; the letters are somebody's name and are not."""
    if script == _SIGNS:
        return (
            Text(
                "The file holds signs that the packet can’t draw, such as emoji.",
                "Le fichier contient des signes que le document ne peut pas dessiner, par exemple des émojis.",
            ),
            Text("Take them out, or write a word instead.", "Enlevez-les, ou écrivez un mot à la place."),
        )
    package = "fonts-noto-cjk" if script == "CJK" else "fonts-noto-core"
    fedora = "google-noto-sans-cjk-fonts" if script == "CJK" else "google-noto-sans-fonts"
    font = "Noto Sans CJK" if script == "CJK" else f"Noto Sans {script.capitalize()}"
    shown = "Chinese, Japanese or Korean" if script == "CJK" else script.capitalize()
    shown_fr = "chinoise, japonaise ou coréenne" if script == "CJK" else script.capitalize()
    what = Text(
        f"The file holds letters of a script that the packet’s own fonts can’t draw ({shown}).",
        f"Le fichier contient des lettres d’une écriture absente des polices du dossier ({shown_fr}).",
    )
    hint = Text(
        f"Install the font {font} (Debian, Ubuntu: sudo apt-get install {package}; Fedora: sudo dnf install {fedora}; "
        f"elsewhere: https://fonts.google.com/noto), or write the name in Latin letters as the passport does.",
        f"Installez la police {font} (Debian, Ubuntu : sudo apt-get install {package}; "
        f"Fedora : sudo dnf install {fedora}; ailleurs : https://fonts.google.com/noto), "
        "ou écrivez le nom en lettres latines, comme dans le passeport.",
    )
    return what, hint


def _candidates(script: str) -> Iterable[SystemFont]:
    names = _CJK_FILES if script == "CJK" else (f"NotoSans{script.capitalize()}-Regular.ttf", "DejaVuSans.ttf")
    installed = _installed()
    for name in names:
        if name in installed:
            yield SystemFont(_family_of(installed[name]), installed[name])


@lru_cache(maxsize=1)
def _installed() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in _FOLDERS:
        for file in sorted(Path(folder).expanduser().rglob("*.[to]t[fc]")):
            found.setdefault(file.name, file)
    return found


@lru_cache(maxsize=16)
def _letters_of(file: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap() or ())


@lru_cache(maxsize=16)
def _family_of(file: Path) -> str:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True, fontNumber=0) as font:
        return str(font["name"].getBestFamilyName())


def _has(file: Path, letters: str) -> bool:
    """Whether a font file really has these letters: names and packages promise more than they hold."""
    return all(ord(letter) in _letters_of(file) for letter in letters)
