"""What a cell shows of its value: a spreadsheet keeps March 2019 as its first day, and may show 123 as 00123."""

import re
from collections.abc import Iterable, Mapping

# What is to be known of a cell beside its value, a byte each. From ZEROS on: how many digits a number is filled up to.
PLAIN, ERROR, FORMULA, PERCENT, MONTH, YEAR, NO_YEAR, ZEROS = range(8)
_LONGEST = 255  # letters of a format, in Excel
_MOST_DIGITS = 15  # that a spreadsheet keeps of a number
# Formats that a workbook needn’t spell out. Those of East Asia as China has them: nowhere else do they show less.
_USUAL: Mapping[int, str] = {
    9: "0%", 10: "0.00%", 16: "d-mmm", 17: "mmm-yy",
    **dict.fromkeys((27, 36, 50, 52, 55, 57), "yyyy-m"), **dict.fromkeys((28, 29, 51, 53, 54, 56, 58), "m-d"),
}  # fmt: skip
_ONLY_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')  # words, colours and spaces around the value
_YEARS = frozenset("yeb")  # e and b: the year of an era, and of the Buddha
_ZEROS = re.compile(r"[0\W]*")


def marks_of(elements: Iterable[tuple[str, Mapping[str, str]]]) -> list[int]:
    """What the formats of a workbook mean, by the number that its cells give, from the elements of the part of styles.

    Raises ValueError for a format whose number is none.
    """
    codes = dict(_USUAL)
    marks: list[int] | None = None
    for name, attributes in elements:
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            marks = []
        elif name == "xf" and marks is not None:
            marks.append(mark_of(codes.get(int(attributes.get("numFmtId", "0")), "")))
    return marks or []


def mark_of(code: str) -> int:
    """What a format's code, such as `mmm-yy`, leaves out of a date, or adds to a number."""
    plain = _ONLY_SHOWN.sub("", code[:_LONGEST]).partition(";")[0].lower()
    letters = set(plain)
    if "%" in letters:
        return PERCENT
    if letters & set("dmy"):
        if not letters & _YEARS:
            return NO_YEAR
        return PLAIN if "d" in letters else MONTH if "m" in letters else YEAR
    whole = plain.partition(".")[0]
    digits = whole.count("0")
    return ZEROS + digits if 1 < digits <= _MOST_DIGITS and _ZEROS.fullmatch(whole) else PLAIN
