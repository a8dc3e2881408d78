"""Sources and tables that nobody has looked at for too long."""

from datetime import date

import pytest

from ircc_prep.core.lint.stale import ended_tables, stale_sources
from ircc_prep.core.registers import Source, Table

TODAY = date(2026, 11, 22)


def source(checked: str) -> Source:
    pair = {"en": "A page", "fr": "Une page"}
    url = {"en": "https://example.org/en", "fr": "https://example.org/fr"}
    return Source.model_validate(
        {"title": pair, "publisher": pair, "url": url, "kind": "ircc", "dated": "undated", "checked": checked,
         "confidence": "high"}
    )  # fmt: skip


def table(*versions: tuple[str, str | None]) -> Table:
    rows = [{"from": start, "until": until, "rows": {1: 100}, "sources": ["a-page"]} for start, until in versions]
    return Table.model_validate({"title": {"en": "Fees", "fr": "Frais"}, "versions": rows})


@pytest.mark.parametrize(("checked", "told"), [("2026-05-26", False), ("2026-05-25", True), ("2026-11-22", False)])
def test_a_source_is_stale_from_the_day_after_the_days_allowed(checked: str, *, told: bool) -> None:
    found = list(stale_sources([("a-page", source(checked))], TODAY, 180))
    assert [problem.id for problem in found] == ["stale-source"] * told


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        ([("2024-01-01", None)], False),
        ([("2024-01-01", "2026-11-22")], False),
        ([("2024-01-01", "2026-11-21")], True),
        ([("2024-01-01", "2025-01-01"), ("2025-06-01", None)], False),
        ([("2024-01-01", "2025-01-01"), ("2027-01-01", None)], True),
        ([("2027-01-01", None)], False),
    ],
)
def test_a_table_is_told_of_once_nothing_is_known_for_today(versions: list[tuple[str, str]], *, told: bool) -> None:
    found = list(ended_tables([("fees", table(*versions))], TODAY))
    assert [problem.id for problem in found] == ["stale-table"] * told
