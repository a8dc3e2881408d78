"""What becomes of days: the month is told, a birthday isn't."""

from datetime import date

import pytest

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.redaction.key import MASKED, Key
from ircc_prep.core.redaction.labels import Label
from ircc_prep.core.result import Audience, Read
from ircc_prep.core.said import Counted, EntryAt, Period, Someone, When
from ircc_prep.core.text import Text


def key(audience: Audience = "consultant", born: str = "1991-09-17") -> Key:
    return Key(
        audience,
        {"maria": "applicant"},
        {"applicant": Text("the principal applicant", "le demandeur principal")},
        {"PH": "country-1"} if audience == "log" else {},
        (PartialDate.parse(born),),
        {"funds.amount": "fact", "notes.free": "words"},
        frozenset(),
        {"passport"},
    )


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2019-03-14", "2019-03"),
        ("2019-03", "2019-03"),
        ("2019", "2019"),
        ("2009-09-17", "2009"),  # the 18th birthday
        ("2009-09", "2009"),  # and its month
        ("2013-09-17", "2013"),  # another birthday
        ("2013-09-18", "2013-09"),
        ("1991-09", "1991"),
    ],
)
def test_a_day_is_told_by_its_month_and_a_birthday_by_its_year(day: str, told: str) -> None:
    assert str(key().day(PartialDate.parse(day))) == told


def test_a_birthday_on_a_leap_day_is_one_in_every_year() -> None:
    assert str(key(born="1992-02-29").day(PartialDate.parse("2010-02-28"))) == "2010"


def test_days_that_lie_in_several_months_are_told_by_those_months() -> None:
    weeks = PartialDate(date(2019, 3, 14), date(2019, 4, 2))
    assert key().day(weeks) == PartialDate(date(2019, 3, 1), date(2019, 4, 30))


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("people.maria.date_of_birth", PartialDate.parse("1991-09-17"), PartialDate.parse("1991")),
        ("people.maria.given_names", "Maria", MASKED),
        ("people.maria.marital_status", "married", "married"),
        ("people.maria.stays[0].to", "present", "present"),
        ("people.maria.stays", 4, 4),
        ("people.maria.citizenships", 2, 2),
        ("documents[0].person", "maria", "applicant"),
        ("interview.requested[0]", "passport", "passport"),
        ("interview.requested[0]", "Maria’s wedding album", MASKED),
        ("funds.amount", 19500, 19500),
        ("notes.free", "I am Maria", MASKED),
        ("people.maria.given_names", None, None),
    ],
)
def test_a_fact_is_told_masked_or_still_open(path: str, value: object, told: object) -> None:
    assert key().read(Read(path, value)).value == told  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["married", 4, True, PartialDate.parse("2019")])
def test_a_log_tells_no_value_of_any_fact(value: str | int | PartialDate) -> None:
    assert key("log").read(Read("people.maria.marital_status", value)).value == MASKED


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [("country", "PH", "country-1"), ("day", PartialDate.parse("2019"), None), ("fact", 40, None)],
)
def test_a_log_numbers_countries_and_has_no_days(label: Label, value: object, told: object) -> None:
    assert key("log").value(label, value) == told


def test_a_sentence_says_months_roles_and_only_words_that_the_redacted_case_holds() -> None:
    day = PartialDate.parse("2019-03-14")
    values = (
        Someone("maria"), EntryAt("people.maria.stays[0]"), When(day), Period(day, None), "31301", "Dubai",
        Counted(3, "month"),
    )  # fmt: skip
    month = PartialDate.parse("2019-03")
    assert key().said(values, {"31301"}) == (
        Someone("applicant"), EntryAt("people.applicant.stays[0]"), When(month), Period(month, None), "31301",
        Text("[not shown]", "[non montré]"), Counted(3, "month"),
    )  # fmt: skip
