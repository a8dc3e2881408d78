"""A year of another calendar is met with its name and what to write; it is never converted."""

import pytest

from ircc_prep.ask.calendars import calendar_of
from ircc_prep.ask.dates_in import Refused, read_date
from ircc_prep.core.text import LANGUAGES, Language
from tests.ask.sitting import MARIA, TODAY, sit_plainly


@pytest.mark.parametrize(
    ("typed", "calendar"),
    [
        ("1403", "solar-hijri"), ("1370", "solar-hijri"), ("1370/05/14", "solar-hijri"), ("14-5-1370", "solar-hijri"),
        ("۱۳۷۰/۰۵/۱۴", "solar-hijri"), ("13700514", "solar-hijri"), ("1405", "solar-hijri"),
        ("15 Mehr 1370", "solar-hijri"),
        ("1445", "hijri"), ("1445-09-01", "hijri"), ("١٤٤٥", "hijri"), ("15 Ramadan 1445", "hijri"), ("1466", "hijri"),
        ("2567", "buddhist"), ("14 March 2535", "buddhist"), ("๒๕๖๗", "buddhist"), ("2575", "buddhist"),
        ("1850", None), ("9999", None), ("1199", None), ("2300", None), ("1600", None),
    ],
)  # fmt: skip
def test_the_likely_calendar_is_recognised(typed: str, calendar: str | None) -> None:
    read = read_date(typed, TODAY)
    assert isinstance(read, Refused)
    assert read.fault == "year-out-of-range"
    assert calendar_of(read.year, TODAY) == calendar


WORDS = {
    "en": {
        "1370": "Iranian and Afghan calendar", "1445": "Islamic (Hijri)", "2535": "Thai (Buddhist)", "2048": "Nepali",
        "1850": "must be from 1900",
    },
    "fr": {
        "1370": "calendrier iranien et afghan", "1445": "islamique (hégirien)", "2535": "thaï (bouddhique)",
        "2048": "népalais", "1850": "doit se situer entre 1900",
    },
}  # fmt: skip


@pytest.mark.parametrize("typed", WORDS["en"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_what_to_write_and_nothing_is_kept(typed: str, language: Language) -> None:
    sitting = sit_plainly(["1", typed, "1992"], MARIA, language)
    assert WORDS[language][typed] in sitting.screen
    assert [data["people"][0]["date_of_birth"] for data in sitting.saved] == ["1992"]
