"""Every completion of what is open in a small case, by brute force: the oracle that the verdicts are held against."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import prod
from typing import Any

from hypothesis import strategies as st

from ircc_prep.core.case import Case
from ircc_prep.core.dates import PartialDate
from tests.core.making import person

Data = dict[str, Any]
Slots = dict[tuple[str | int, ...], tuple[Any, ...]]  # where something is open, and all that it can be

BOOLS = ("a.yes", "a.also")
GROUNDS = ("health", "criminality", "other")
MOST_COMPLETIONS = 1000


def days_of(written: str) -> tuple[str, ...]:
    """Every day that a partial date can be."""
    day = PartialDate.parse(written)
    return tuple(str(day.first + timedelta(days=number)) for number in range((day.last - day.first).days + 1))


def slots_of(data: Data) -> Slots:
    """The open facts of a small case: unanswered answers of few values, and dates known by the month or the year.

    Each is filled in without regard to the others, as the tool does it: a stay may come to end before it began.
    """
    slots: Slots = {("answers", id): (True, False) for id in BOOLS if id not in data["answers"]}
    if "trp.ground" not in data["answers"]:
        slots["answers", "trp.ground"] = GROUNDS
    applicant = data["people"][0]
    places: list[tuple[tuple[str | int, ...], str]] = [
        (("people", 0, "date_of_birth"), applicant["date_of_birth"]),
        (("answers", "invitation.date"), data["answers"]["invitation.date"]),
        (("submitted",), data["submitted"]),
    ]
    for index, stay in enumerate(applicant["stays"]):
        places += [(("people", 0, "stays", index, key), stay[key]) for key in ("from", "to") if stay.get(key)]
    return slots | {place: days for place, written in places if len(days := days_of(written)) > 1}


def completions(data: Data, slots: Slots) -> Iterator[Case]:
    """The case with every open fact filled in, in every way."""
    for values in product(*slots.values()):
        completed = _copy(data)
        for place, value in zip(slots, values, strict=True):
            holder: Any = completed
            for step in place[:-1]:
                holder = holder[step]
            holder[place[-1]] = value
        yield Case.model_validate(completed)


def _copy(data: Data) -> Data:
    applicant = data["people"][0]
    stays = [dict(stay) for stay in applicant["stays"]]
    return {**data, "answers": dict(data["answers"]), "people": [{**applicant, "stays": stays}]}


def _written(day: date, form: str) -> str:
    return f"{day:{form}}"


@st.composite
def small_cases(draw: st.DrawFn) -> Data:
    """One person with up to two stays, of which few dates are open, so that the completions can be counted out.

    The stays lie apart, or touch in days that are known: whether two stays join is read off the dates as they are
    written (contract, Days), so completing them mustn't part them.
    """
    month, exact = "%Y-%m", "%Y-%m-%d"
    born = draw(st.dates(date(2001, 6, 1), date(2002, 3, 31)))  # 18 years before the first stay
    start = draw(st.dates(date(2019, 11, 1), date(2020, 3, 31)))
    end = start + timedelta(days=draw(st.integers(150, 215)))
    stays: list[Data] = [{"from": start, "to": end, "country": "SG"}]
    if draw(st.booleans()):
        again = end + timedelta(days=draw(st.sampled_from([1, 400, 500])))
        until = again + timedelta(days=draw(st.integers(30, 250)))
        stays.append({"from": again, "to": until, "country": draw(st.sampled_from(["SG", "PH"]))})
    touching = len(stays) > 1 and stays[1]["from"] == end + timedelta(days=1)
    open_dates = draw(
        st.sets(st.sampled_from(["born", "from", "to", "invitation", "submitted", "from2"]), min_size=1, max_size=2)
    )
    form = {name: month if name in open_dates else exact for name in ("born", "from", "to", "invitation", "submitted")}
    form["to"] = exact if touching else form["to"]
    written = [{"from": _written(stays[0]["from"], form["from"]), "to": _written(end, form["to"]), "country": "SG"}]
    if len(stays) > 1:
        from_form = month if "from2" in open_dates and not touching else exact
        second = {"from": _written(stays[1]["from"], from_form), "to": _written(stays[1]["to"], exact)}
        written.append({**second, "country": stays[1]["country"]})
    answers: Data = {
        "invitation.date": _written(draw(st.dates(date(2020, 1, 1), date(2020, 3, 31))), form["invitation"])
    }
    for id in BOOLS:
        if draw(st.booleans()):
            answers[id] = draw(st.booleans())
    if draw(st.booleans()):
        answers["trp.ground"] = draw(st.sampled_from(GROUNDS))
    submitted = _written(draw(st.dates(date(2030, 1, 1), date(2030, 9, 30))), form["submitted"])
    data: Data = {"schema": 1, "program": "express-entry", "submitted": submitted, "answers": answers}
    data["people"] = [person(date_of_birth=_written(born, form["born"]), stays=written)]
    return data


def counted(slots: Slots) -> int:
    return prod(len(values) for values in slots.values())


_LITERALS = st.dates(date(2019, 11, 1), date(2020, 9, 30)).map(lambda day: f"'{day}'")
_COMPARE = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
_AGES = st.sampled_from([17, 18, 19])


def _atoms() -> st.SearchStrategy[str]:
    compared = st.builds("invitation.date {} {}".format, _COMPARE, _LITERALS)
    moved = st.builds("months_after(invitation.date, {}) {} {}".format, st.integers(0, 3), _COMPARE, _LITERALS)
    ages = st.builds("applicant.age_on({}) {} {}".format, _LITERALS | st.just("invitation.date"), _COMPARE, _AGES)
    stays = st.builds(
        "{}(s.{} {} {} for s in applicant.stays)".format,
        st.sampled_from(["any", "all"]),
        st.sampled_from(["start", "end"]),
        _COMPARE,
        _LITERALS | st.just("invitation.date"),
    )
    counts = st.builds("count(s for s in applicant.stays if s.end {} {}) > 0".format, _COMPARE, _LITERALS)
    ends = st.builds(
        # what has no long stay has no end of one: the country is on the list first, as everywhere in the checklists
        "('SG' in applicant.long_stay_countries_since_18 and applicant.last_long_stay_end('SG') {} {})".format,
        _COMPARE,
        _LITERALS,
    )
    words = [
        "a.yes", "a.also", "trp.ground == 'health'", "trp.ground in ['health', 'criminality']",
        "trp.ground not in ['other']", "'SG' in applicant.long_stay_countries",
        "'SG' in applicant.long_stay_countries_since_18",
        "any(c == 'PH' for c in applicant.long_stay_countries)", "count(c for c in applicant.long_stay_countries) > 0",
        "submitted < '2030-04-15'", "applicant.lives_in('SG')",
    ]  # fmt: skip
    return st.sampled_from(words) | compared | moved | ages | stays | counts | ends


CONDITIONS = st.recursive(
    _atoms(),
    lambda tests: (
        st.builds("({} {} {})".format, tests, st.sampled_from(["and", "or"]), tests)
        | tests.map("(not {})".format)
        | st.builds("({} if {} else {})".format, tests, tests, tests)
    ),
    max_leaves=4,
)
