"""Texts and file names that break formats: control characters, ends of markup, line ends, directions, emoji."""

from hypothesis import settings
from hypothesis import strategies as st

FEWER = settings(max_examples=40, deadline=None)  # each example writes and reads a whole output

_AWKWARD = (
    "]]>", "<![CDATA[", "&amp;", "\r\n", "\r", "\n", "\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\ufffe", "%0A", "%",
    "::error::", "##[error]", "\n::set-output name=a::b", "{0}", "{{", "}", "[a](b)", "\\[a](javascript:b)", "محمد",
    "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}", "\u202e", '"', "'", "|", "#", "`", ",", ":",
)  # fmt: skip
_TEXT = st.text(max_size=12)
ANY_TEXT = st.lists(st.one_of(_TEXT, st.sampled_from(_AWKWARD)), min_size=1, max_size=5).map("".join).filter(bool)
# What can be the name of a file: no zero byte; a lone surrogate stands for a byte that isn't UTF-8.
_LETTER = st.characters(exclude_characters="\x00/", exclude_categories=["Cs"]) | st.sampled_from(
    ["\udc80", " ", "%", "é"]
)
FILE_NAMES = (
    st.lists(st.text(_LETTER, min_size=1, max_size=8), min_size=1, max_size=3).map("/".join).map("{}.yaml".format)
)
