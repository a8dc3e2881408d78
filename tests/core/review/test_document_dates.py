"""Dates of papers that can't be."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ircc_prep.core.dates import PartialDate
from tests.core.review.reading import TODAY, raised

CODE = "document-dates"
STUDIES = [
    {"from": "2004-06", "to": "2008-03", "level": "secondary", "country": "PH"},
    {"from": "2016-09", "to": "2018-06", "level": "master", "country": "GB"},
    {"from": "2020-09", "to": "2021-06", "level": "one-year", "country": "CA"},
]
DATES = st.one_of(
    st.dates(min_value=date(2025, 1, 1), max_value=date(2028, 1, 1)).map(str),
    st.sampled_from(["2026", "2027", "2026-11", "2026-12"]),
)


def family(
    *papers: dict[str, Any], married_on: str | None = None, born: str = "1989-04-02", **more: Any
) -> dict[str, Any]:
    """A couple with a child, and these papers of the applicant's."""
    return {
        "stream": "fsw",
        "submitted": "2026-10-01",
        "answers": {"relationship.married_on": married_on},
        "people": [
            {
                "id": "maria",
                "role": "principal-applicant",
                "date_of_birth": "1990-05-04",
                "marital_status": "married",
                **more,
            },
            {
                "id": "jose",
                "role": "spouse-or-partner",
                "date_of_birth": born,
                "marital_status": "married",
                "accompanying": True,
            },
            {"id": "ana", "role": "dependent-child", "date_of_birth": "2019-05-11"},
        ],
        "documents": [{"person": "maria", **paper} for paper in papers],
    }


@settings(max_examples=25, deadline=None)
@given(DATES, st.one_of(DATES, st.none()))
def test_only_what_no_reading_of_the_dates_allows_is_raised(issued: str, expires: str | None) -> None:
    first = PartialDate.parse(issued)
    future = first.first > TODAY
    backwards = not future and expires is not None and PartialDate.parse(expires).last < first.first
    says = raised(CODE, family({"item": "proof-of-funds", "issued": issued, "expires": expires}))
    assert says == ["in-the-future/maria"] * future + ["backwards/maria"] * backwards


@pytest.mark.parametrize(
    ("paper", "says"),
    [
        ({"item": "birth-certificate", "person": "ana", "issued": "2019-05-10"}, ["before-birth/ana"]),
        ({"item": "birth-certificate", "person": "ana", "issued": "2019-05-11"}, []),
        ({"item": "birth-certificate", "person": "ana", "issued": "2019"}, []),
        ({"item": "birth-certificate", "person": "ana", "issued": "2018"}, ["before-birth/ana"]),
        ({"item": "photo", "person": "ana", "issued": "2018-04-11"}, ["before-birth/ana"]),
        ({"item": "birth-certificate", "person": "ana"}, []),
        ({"item": "relative-proof", "issued": "1958-04-11"}, []),  # about a parent
        ({"item": "custody-documents", "person": "ana", "issued": "2019-03-11"}, []),  # an agreement before the birth
        ({"item": "translations", "person": None, "issued": "1980-03-11"}, ["before-birth/maria"]),
    ],
)
def test_a_paper_is_no_older_than_the_person_it_is_about(paper: dict[str, Any], says: list[str]) -> None:
    assert raised(CODE, family(paper)) == says


def marriage(*issued: str | None) -> list[dict[str, Any]]:
    return [{"item": "marriage-certificate", "issued": day} for day in issued]


@pytest.mark.parametrize(
    ("issued", "married_on", "says"),
    [
        (("2018-06-01",), "2018-06-02", ["before-wedding/maria"]),
        (("2018-06-02",), "2018-06-02", []),
        (("2018-06",), "2018-06-02", []),
        (("2018",), "2018-06-02", []),
        (("2018-06-01",), "2018", []),
        (("2017",), "2018", ["before-wedding/maria"]),
        (("2018-06-01",), None, []),
        (("2010-06-01", "2018-06-10"), "2018-06-02", []),  # an earlier marriage
        (("2010-06-01", None), "2018-06-02", []),
    ],
)
def test_a_marriage_certificate_comes_after_the_marriage(
    issued: tuple[str | None, ...], married_on: str | None, says: list[str]
) -> None:
    assert raised(CODE, family(*marriage(*issued), married_on=married_on)) == says


def test_somebody_who_is_divorced_shows_the_certificate_of_an_earlier_marriage() -> None:
    assert raised(CODE, family(*marriage("2010-06-01"), married_on="2018-06-02", marital_status="divorced")) == []


@pytest.mark.parametrize(
    ("issued", "born", "says"),
    [
        (("2010-04-01",), "1994-04-02", ["before-sixteen/jose"]),
        (("2010-04-02",), "1994-04-02", []),
        (("2010",), "1994-04-02", []),
        (("2009",), "1994", ["before-sixteen/jose"]),
        (("2010-04-01", "2018-04-01"), "1994-04-02", []),  # one may be of an earlier marriage
        (("1989-06-01",), "1960-04-02", ["before-birth/maria"]),  # said once
    ],
)
def test_a_wedding_below_sixteen_is_likelier_a_slip(issued: tuple[str, ...], born: str, says: list[str]) -> None:
    assert raised(CODE, family(*marriage(*issued), born=born)) == says


@pytest.mark.parametrize(
    ("paper", "education", "says"),
    [
        ({"item": "foreign-diploma", "issued": "2004-05-30"}, STUDIES, ["before-studies/maria"]),
        ({"item": "foreign-diploma", "issued": "2004-06-30"}, STUDIES, []),
        ({"item": "foreign-diploma", "country": "GB", "issued": "2016-08-30"}, STUDIES, ["before-studies/maria"]),
        ({"item": "foreign-diploma", "country": "GB", "issued": "2016"}, STUDIES, []),
        ({"item": "eca", "country": "CA", "issued": "2012-08-30"}, STUDIES, []),  # the assessor's country
        ({"item": "eca", "issued": "2003-08-30"}, STUDIES, ["before-studies/maria"]),
        ({"item": "canadian-education", "issued": "2019-08-30"}, STUDIES, ["before-studies/maria"]),
        ({"item": "canadian-education", "issued": "2021-08-30"}, STUDIES, []),
        ({"item": "foreign-diploma", "country": "FR", "issued": "2003-08-30"}, STUDIES, []),  # nothing listed there
        ({"item": "foreign-diploma", "issued": "2003-08-30"}, [*STUDIES, {"level": "bachelor", "country": "PH"}], []),
        ({"item": "foreign-diploma", "issued": "2003-08-30"}, [{"from": "2004-06"}], ["before-studies/maria"]),
        ({"item": "foreign-diploma", "issued": "2003-08-30"}, [], []),
        ({"item": "foreign-diploma", "issued": "2003-08-30"}, None, []),
    ],
)
def test_a_diploma_comes_after_the_studies_have_begun(
    paper: dict[str, Any], education: list[dict[str, Any]] | None, says: list[str]
) -> None:
    assert raised(CODE, family(paper, education=education)) == says


def test_a_paper_of_nobody_in_the_program_is_still_named() -> None:
    case = family({"item": "copr", "issued": "2027-03-01"})
    assert raised(CODE, case) == ["in-the-future/maria"]
