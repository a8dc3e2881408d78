"""Laws of the YAML reader and writer, tried on generated data and on noise."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ircc_prep.core.problems import Problem
from ircc_prep.errors import CaseError
from ircc_prep.files.yaml_text import dump, read

SNAGS = st.sampled_from(
    [
        "NO", "yes", "y", "n", "2019-03-14", "2019-02-30", "2001-12-14T21:59:43Z", "1:30", "007", "0o17", "0x1F",
        "0b1", "1_000", "=", "<<", "~", "null", ".inf", "1e5", "12E45", "on", "---", "...", "?", "-", ":", "2019",
        "+1", "-.5",
    ]
)  # fmt: skip
TEXT = st.text() | st.text(alphabet="abc :-#'\"\n\t,[]{}&*!|>%@`019.eE_~yn ") | SNAGS
NUMBERS = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
DATA = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT | NUMBERS, inner, max_size=4),
    max_leaves=15,
)


@given(DATA)
def test_what_is_written_reads_back_the_same(data: Any) -> None:
    # repr tells 1 from 1.0 and from True, and keeps the order of keys.
    assert repr(read(dump(data), "case.yaml").data) == repr(data)


@given(DATA)
def test_a_reader_of_yaml_1_1_reads_the_same_but_for_dates(data: Any) -> None:
    assert _same(data, yaml.safe_load(dump(data)))


@given(st.text() | st.text(alphabet="ab:-#'\"\n\t ,[]{}&*!|>%@`?\\ud8019~<"))
def test_any_text_is_read_or_refused_at_a_place(text: str) -> None:
    assert all(problem.place for problem in _problems(text, "case.yaml"))


@given(st.binary(), st.sampled_from(["case.yaml", "case.json"]))
def test_any_bytes_are_read_or_refused_at_a_place(raw: bytes, name: str) -> None:
    assert all(problem.place for problem in _problems(raw, name))


def _problems(text: str | bytes, name: str) -> tuple[Problem, ...]:
    try:
        read(text, name)
    except CaseError as error:
        return error.problems
    return ()


def _same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, dict):
        pairs = zip(ours.items(), theirs.items(), strict=True)
        return all(_same(key, other) and _same(value, read) for (key, value), (other, read) in pairs)
    if isinstance(ours, list):
        return all(_same(one, other) for one, other in zip(ours, theirs, strict=True))
    if isinstance(ours, str):
        return ours == str(theirs)
    return repr(ours) == repr(theirs)
