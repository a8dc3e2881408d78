"""Cuts templates/fonts/ from the Noto fonts: only the scripts the packet promises, under names no system font has.

Not needed to run or test the tool; run it by hand when a script is added. On Debian or Ubuntu:

    sudo apt-get install fonts-noto-core
    .venv/bin/python tools/cut_fonts.py /usr/share/fonts/truetype/noto

The same source files give the same bytes. Hinting is dropped (paper needs none); shaping tables are kept whole, because
Devanagari, Gurmukhi and Arabic can't be written without them. None of the sources declares a Reserved Font Name; the
families are renamed all the same, so that the packet never picks up a system font, and Noto is a trademark.
"""

import json
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "templates" / "fonts"

# Spaces, joiners, direction marks and the dotted circle: a run of text should not leave its font for these.
EVERYWHERE = [(0x20, 0x20), (0xA0, 0xA0), (0x200B, 0x200F), (0x25CC, 0x25CC)]
LATIN = [
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x24F),  # Latin-1, Latin Extended-A and B: French, Filipino, Turkish, Polish, Romanian, Yoruba …
    (0x2B0, 0x36F),  # modifier letters and combining accents
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2000, 0x206F),  # punctuation, dashes, the narrow no-break space of French typography, direction isolates
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x214F),  # №, ™ …
    (0x2150, 0x218F),  # fractions
    (0xFB00, 0xFB06),  # ligatures pasted from PDFs
]
GREEK = [(0x370, 0x3FF)]
# Russian, Ukrainian, Serbian …, then the letters that Kazakh, Kyrgyz, Mongolian and Tatar add.
CYRILLIC = [(0x400, 0x45F), (0x490, 0x49D), (0x4A2, 0x4A3), (0x4AE, 0x4B3), (0x4BA, 0x4BB), (0x4D8, 0x4E9)]
DEVANAGARI = [*EVERYWHERE, (0x900, 0x97F), (0x1CD0, 0x1CFF), (0x20B9, 0x20B9), (0xA8E0, 0xA8FF)]
GURMUKHI = [*EVERYWHERE, (0x964, 0x965), (0xA00, 0xA7F), (0x20B9, 0x20B9), (0x262C, 0x262C)]
ARABIC = [*EVERYWHERE, (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)]
SYMBOLS = {
    "NotoSansSymbols2-Regular.ttf": " •■□▪▫▲▶▼◀●○★☆☎☐☑☒⚠✂✉✎✓✔✗✘",
    "NotoSansSymbols-Regular.ttf": "←↑→↓↔",
    "NotoSansMath-Regular.ttf": "−≈≠≤≥⇒",
}

# family, weight: source file, what to keep of it
CUTS = {
    ("Packet Sans", "Regular"): ("NotoSans-Regular.ttf", LATIN + GREEK + CYRILLIC),
    ("Packet Sans", "Bold"): ("NotoSans-Bold.ttf", LATIN + GREEK + CYRILLIC),
    ("Packet Devanagari", "Regular"): ("NotoSansDevanagari-Regular.ttf", DEVANAGARI),
    ("Packet Devanagari", "Bold"): ("NotoSansDevanagari-Bold.ttf", DEVANAGARI),
    ("Packet Gurmukhi", "Regular"): ("NotoSansGurmukhi-Regular.ttf", GURMUKHI),
    ("Packet Gurmukhi", "Bold"): ("NotoSansGurmukhi-Bold.ttf", GURMUKHI),
    ("Packet Arabic", "Regular"): ("NotoSansArabic-Regular.ttf", ARABIC),
    ("Packet Arabic", "Bold"): ("NotoSansArabic-Bold.ttf", ARABIC),
}


def cut(source: Path, code_points: Iterable[int]) -> TTFont:
    """The font with only these characters and whatever shaping makes of them."""
    options = Options()
    options.hinting = False
    options.layout_features = ["*"]
    options.name_IDs = [0, 7, 8, 9, 11, 13, 14]  # copyright, trademark, makers and licence stay
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(code_points))
    subsetter.subset(font)
    return font


def cut_symbols(sources: Path) -> TTFont:
    """Check boxes, arrows and mathematical signs come from three Noto fonts: one family of them all."""
    with TemporaryDirectory() as scratch:
        parts = []
        for name, signs in SYMBOLS.items():
            part = cut(sources / name, map(ord, signs))
            for table in {"GDEF", "GPOS", "GSUB", "MATH"} & set(part.keys()):
                del part[table]  # symbols stand alone
            parts.append(str(Path(scratch, name)))
            part.save(parts[-1])
        merged = Merger(options=MergeOptions(drop_tables=["vmtx", "vhea"])).merge(parts)
        merged.recalcTimestamp = False
        merged["head"].created = merged["head"].modified = TTFont(parts[0])["head"].modified  # not the day of the cut
    return merged


def rename(font: TTFont, family: str, weight: str) -> None:
    for name_id, text in {
        1: family,
        2: weight,
        3: f"{family} {weight}",
        4: f"{family} {weight}",
        6: f"{family}-{weight}".replace(" ", ""),
    }.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def ranges(code_points: Iterable[int]) -> list[list[int]]:
    """[1, 2, 3, 7] as [[1, 3], [7, 7]]."""
    runs = groupby(enumerate(sorted(code_points)), key=lambda pair: pair[1] - pair[0])
    return [[run[0][1], run[-1][1]] for run in (list(members) for _, members in runs)]


def main(sources: Path) -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    fonts = {
        key: cut(sources / name, (point for low, high in kept for point in range(low, high + 1)))
        for key, (name, kept) in CUTS.items()
    }
    fonts["Packet Symbols", "Regular"] = cut_symbols(sources)
    families: dict[str, dict[str, object]] = {}
    for (family, weight), font in fonts.items():
        rename(font, family, weight)
        file = f"{family}-{weight}.ttf".replace(" ", "")
        font.save(FONTS / file)
        points = set(font.getBestCmap())
        entry = families.setdefault(family, {"files": {}, "ranges": ranges(points)})
        entry["files"][weight.lower()] = file  # type: ignore[index]
        if entry["ranges"] != ranges(points):
            sys.exit(f"{family}: regular and bold cover different characters")
        print(f"{file:32} {len(points):5} characters {(FONTS / file).stat().st_size / 1024:6.0f} KiB")
    rows = ",\n".join(
        f'  {json.dumps(family)}: {{\n    "files": {json.dumps(entry["files"])},'
        f'\n    "ranges": {json.dumps(entry["ranges"])}\n  }}'
        for family, entry in families.items()
    )
    (FONTS / "coverage.json").write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
