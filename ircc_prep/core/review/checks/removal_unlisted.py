"""Removal orders that an answer speaks of and no list has, the other way round, and returns after a removal.

The question about removal orders speaks of reports about inadmissibility too, so an order that isn't listed is only a
note. An order that is listed may be over: it was carried out, or set aside. It certainly contradicts the answer only
where the person has lived in Canada ever since. Several orders of one country are told as one: the newest beside the
answer, the first beside a return.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.review.declared import Refused, refusal_lists, refusals, refusals_told
from ircc_prep.core.review.file import File, PersonFile
from ircc_prep.core.review.register import Raised, check
from ircc_prep.core.review.timeline import Span
from ircc_prep.core.review.work import place
from ircc_prep.core.said import EntryAt

CANADA = "CA"


@check("removal-unlisted")
def removal_unlisted(file: File) -> Iterator[Raised]:
    """The answer about removal orders against the lists of the family; and the orders against later stays and trips."""
    orders: dict[tuple[str, str | None], list[Refused]] = defaultdict(list)
    for each in refusals(file.family):
        if each.entry.kind == "removal-order":
            orders[each.person.id, each.entry.country].append(each)
    answered = file.answers.get("contact.removal_order")
    if answered is True and not orders and refusals_told(file, file.family):
        yield Raised("none-listed", facts=refusal_lists(file.family))
    for (_, country), of_country in orders.items():
        if answered is False and country == CANADA:
            yield from _denied(of_country)
        yield from _returned(of_country)


def _denied(orders: Sequence[Refused]) -> Iterator[Raised]:
    """Orders of Canada while the answer knows of none: a contradiction where the person never left since the newest."""
    order = max(orders, key=lambda each: each.entry.date.first if each.entry.date else date.min)
    words = {"order": EntryAt(order.path)}
    home = _home_ever_since(order.person, order.entry.date) if order.entry.date else None
    if home is None:
        yield Raised("perhaps-over", order.person.id, (order.path,), order.entry.date, words=words)
    else:
        yield Raised("denied", order.person.id, (order.path, home.path), order.entry.date, words=words)


def _home_ever_since(person: PersonFile, day: PartialDate) -> Span | None:
    """The present home in Canada of somebody who certainly lived there before the day, and since then nowhere else."""
    stays = person.lived or ()
    before = (span for span in stays if place(span) == CANADA and span.start and span.start.before(day) is True)
    away = (*(span for span in stays if place(span) != CANADA), *(person.travelled or ()))
    if not any(before) or any(span.longest[1] >= day.first for span in away):
        return None
    return next((span for span in stays if span.ongoing), None)


def _returned(orders: Sequence[Refused]) -> Iterator[Raised]:
    """The first stay or trip in the country of the orders that certainly began after the first of them."""
    order = min(orders, key=lambda each: each.entry.date.last if each.entry.date else date.max)
    day, country = order.entry.date, order.entry.country
    back = _back(order.person, day, country) if day and country else None
    if country and back:
        says = "returned-to-canada" if country == CANADA else "returned"
        words = {"order": EntryAt(order.path), "back": EntryAt(back.path)}
        yield Raised(says, order.person.id, (order.path, back.path), back.start, words=words)


def _back(person: PersonFile, day: PartialDate, country: str) -> Span | None:
    """A trip there, or a home there after one elsewhere: somebody who only moved house there has never left."""
    homes = _homes_after_others(person, day, country)
    trips = (trip for trip in person.travelled or () if place(trip) == country)
    there = (span for span in (*homes, *trips) if span.start and day.before(span.start) is True)
    return min(there, key=lambda span: span.longest, default=None)


def _homes_after_others(person: PersonFile, day: PartialDate, country: str) -> Iterator[Span]:
    """Homes there that certainly began after one elsewhere, which went on after the day; of one first day, none did."""
    stays = person.lived or ()
    elsewhere = (span.shortest for span in stays if place(span) not in (country, None))
    left = min((days[0] for days in elsewhere if days and days[1] > day.last), default=date.max)
    return (span for span in stays if place(span) == country and span.longest[0] > left)
