"""Reference letters in hand beside the work that they would have to show."""

from typing import Any

import pytest

from tests.core.review.reading import findings, raised

Data = dict[str, Any]
OLD = {
    "from": "2015-06",
    "to": "2022-03",
    "kind": "employment",
    "organization": "Cebu Clinic",
    "country": "PH",
    "teer": 1,
}
NEW = {**OLD, "from": "2022-04", "to": None, "organization": "Dubai Clinic", "country": "AE"}
OWN = {**OLD, "kind": "self-employment", "organization": None}
IN_CANADA = {**NEW, "country": "CA"}


def case(
    *activities: Data,
    letters: tuple[Any, ...] = (),
    each: bool | None = None,
    stream: str = "fsw",
    of: str = "maria",
    submitted: str = "2026-10-01",
) -> Data:
    """An applicant and a partner; the activities and letters are of one of them."""
    people: list[Data] = [{"id": "maria", "role": "principal-applicant"}, {"id": "jose", "role": "spouse-or-partner"}]
    next(person for person in people if person["id"] == of)["activities"] = list(activities)
    papers = [{"item": "work-reference-letter", "person": of, "issued": issued} for issued in letters]
    answers = {} if each is None else {"work.letter_from_each_employer": each}
    return {"stream": stream, "submitted": submitted, "people": people, "documents": papers, "answers": answers}


def told(subject: Data) -> list[str]:
    return raised("letter-before-job-ended", subject)


@pytest.mark.parametrize(
    ("activities", "letters", "expected"),
    [
        # every job that may count began after every letter
        ([NEW], ["2022-03-31"], ["none-shown/maria"]), ([NEW], ["2020", "2021-01"], ["none-shown/maria"]),
        ([OLD, NEW], ["2014-01"], ["none-shown/maria"]), ([{**OLD, "teer": 5}, NEW], ["2022-03"], ["none-shown/maria"]),
        ([NEW, OWN], ["2022-03"], ["not-shown/maria"]),  # the business may be what is counted
        # some did
        ([OLD, NEW], ["2022-03"], ["not-shown/maria"]),
        # none certainly did
        ([NEW], ["2026-04"], []), ([NEW], ["2022"], ["went-on/maria"]), ([NEW], ["2022-03", "2026-01"], []),
        ([NEW], ["2022-03", None], []), ([NEW], [None], []), ([NEW], [], []),
        ([{**NEW, "from": "2022"}], ["2022-01", "2026"], []), ([{**NEW, "from": None}], ["2022-01"], []),
        ([{**NEW, "teer": 4}], ["2022-01"], []), ([{**NEW, "kind": "study"}], ["2022-01"], []),
        ([{**NEW, "from": "2026-10-02"}], ["2022-01"], []), ([{**NEW, "from": "2026-10"}], ["2022-01"], []),
        ([{**OLD, "to": "2016-08"}, NEW], ["2026-01"], []),
        # the work went on
        ([{**NEW, "from": "2021"}], ["2025-09-30"], ["went-on/maria"]),
        ([{**NEW, "from": "2021"}], ["2025-10-01"], []), ([{**NEW, "from": "2021"}], ["2025"], []),
        ([{**OLD, "to": "2022-03"}], ["2021-01"], ["went-on/maria"]), ([{**OLD, "to": "2022-03"}], ["2021-03"], []),
        ([{**OLD, "to": "2022"}], ["2021-01"], []),
    ],
)  # fmt: skip
def test_the_newest_letter_is_held_against_the_jobs_that_may_count(
    activities: list[Data], letters: list[Any], expected: list[str]
) -> None:
    assert [each for each in told(case(*activities, letters=tuple(letters))) if "fewer" not in each] == expected


def test_unanswered_activities_and_other_papers_are_silence() -> None:
    subject = case(NEW, letters=("2022-03",))
    del subject["people"][0]["activities"]
    assert told(subject) == []
    other = case(NEW, letters=("2022-03",))
    other["documents"][0]["item"] = "proof-of-funds"
    assert told(other) == []


@pytest.mark.parametrize(("each", "expected"), [(True, []), (False, ["not-shown/maria"]), (None, ["not-shown/maria"])])
def test_who_has_a_letter_for_all_that_is_counted_is_not_told_of_other_jobs(
    each: bool | None, expected: list[str]
) -> None:
    assert told(case(OLD, NEW, letters=("2022-03",), each=each)) == expected
    assert told(case(NEW, letters=("2022-03",), each=each)) == ["none-shown/maria"]


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ([NEW], []), ([IN_CANADA], ["none-shown/maria"]), ([OLD, IN_CANADA], ["none-shown/maria"]),
        ([IN_CANADA, OWN], ["none-shown/maria"]),
        ([{**IN_CANADA, "to": "2023-09"}], []), ([{**IN_CANADA, "to": "2023-11"}], ["none-shown/maria"]),
    ],
)  # fmt: skip
def test_in_the_canadian_class_only_recent_work_in_canada_may_count(
    activities: list[Data], expected: list[str]
) -> None:
    assert told(case(*activities, letters=("2022-03",), stream="cec")) == expected


@pytest.mark.parametrize(("job", "expected"), [(NEW, []), (IN_CANADA, ["none-shown/jose"])])
def test_of_a_partner_only_work_in_canada_may_count(job: Data, expected: list[str]) -> None:
    assert told(case(job, letters=("2022-03",), of="jose")) == expected


@pytest.mark.parametrize(
    ("activities", "letters", "each", "expected"),
    [
        ([OLD, NEW], ["2026-01"], None, ["fewer/maria"]), ([OLD, NEW], [None], None, ["fewer/maria"]),
        ([OLD, NEW], ["2026-01"], True, []), ([OLD, NEW], ["2026-01"], False, []),
        ([OLD, NEW], ["2026-01", "2025-12"], None, []), ([OLD, {**NEW, "teer": 4}], ["2022-03"], None, []),
        ([OLD, {**NEW, "organization": "CEBU clinic"}], ["2026-01"], None, []),
        ([OLD, {**NEW, "organization": None}], ["2026-01"], None, []),
    ],
)  # fmt: skip
def test_fewer_letters_than_employers_asks_whether_every_employer_wrote_one(
    activities: list[Data], letters: list[Any], each: bool | None, expected: list[str]
) -> None:
    subject = case(*activities, letters=tuple(letters), each=each)
    assert told(subject) == expected
    asks = [found.asks for found in findings(subject) if found.code == "letter-before-job-ended"]
    assert asks == [("work.letter_from_each_employer",)] * len(expected)
