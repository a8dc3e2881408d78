"""A list as it is shown before the actions: its title, its order, the table, and what stands out in it."""

from collections.abc import Mapping

from ircc_prep.ask.entries import described
from ircc_prep.ask.listed import Listed
from ircc_prep.ask.neighbours import GAPS, Gap, Noticed, Overlap, asked_since, asks_for_every_month
from ircc_prep.ask.phrases import MONTHS, capital
from ircc_prep.ask.table import Page, order_of, page_with, rows, show
from ircc_prep.ask.talk import Talk
from ircc_prep.core.dates import PartialDate

MOST_GAPS, MOST_OVERLAPS = 3, 3
_VOWELS = "aeiouyâéè"


class ListView:
    """What is on the screen of a list."""

    def __init__(self, talk: Talk, listed: Listed, noun: str, names: Mapping[str, str]) -> None:
        self.talk = talk
        self.listed = listed
        self.noun = noun
        self.person = names.get("person")

    def page(self, index: int) -> Page:
        """The page of the table on which an entry stands."""
        return page_with(index, len(self.listed.entries))

    def table(self, index: int) -> None:
        """The page with an entry. For a screen reader each entry is a line of its own, in full."""
        talk, entries, page = self.talk, self.listed.entries, self.page(index)
        talk.screen.blank()
        self.title()
        if said := self._order(page):
            talk.screen.help(said)
        self.how_far_back()
        if talk.screen.plain:
            for number, entry in enumerate(entries[page.first : page.end], page.first + 1):
                talk.screen.item(f"{number}.", described(talk, self.noun, entry))
        else:
            show(talk.screen, rows(talk, self.noun, entries, page, talk.screen.width))

    def title(self) -> None:
        """What is listed, and of whom."""
        title = capital(self.talk.phrases.say_or(f"list.{self.listed.path.rpartition('.')[2]}", self.noun))
        self.talk.screen.title(f"{title} – {self.person}" if self.person else title)

    def notes(self, seen: Noticed) -> None:
        """A line for each gap and each overlap; of many, the latest. Then come the actions, which have numbers too."""
        talk = self.talk
        for gap in seen.gaps[-MOST_GAPS:]:
            talk.screen.item("–", self.gap_words(gap))
        if len(seen.gaps) > MOST_GAPS:
            talk.screen.item("–", talk.phrases.quantity("lists.more-gaps", len(seen.gaps) - MOST_GAPS))
        for overlap in seen.overlaps[-MOST_OVERLAPS:]:
            talk.screen.item("–", self.overlap_words(overlap))
        talk.screen.text("")  # not `blank`: it stays where the list is shown once more
        if talk.screen.plain:
            talk.screen.question(talk.say("lists.actions"))

    def how_far_back(self) -> None:
        """Since when the forms ask for every month; or that nobody looks for empty ones here."""
        if self.noun not in GAPS:
            return
        if (since := asked_since(self.listed, self.noun)) is not None:
            day = self.talk.phrases.date(since)
            words = self.talk.say("date.since-day", date=day) if since.exact else day
            self.talk.screen.help(self.talk.say("lists.asked.since", since=words))
        elif not asks_for_every_month(self.listed, self.noun):
            self.talk.screen.help(self.talk.say("lists.asked.in-part"))

    def gap_words(self, gap: Gap) -> str:
        """That nothing is listed for some months."""
        return self.talk.say("lists.gap", period=self.period(gap))

    def overlap_words(self, overlap: Overlap) -> str:
        """That some entries are for the same time."""
        numbers = [str(index + 1) for index in overlap.entries]
        together = self.talk.say("fact.and").join([", ".join(numbers[:-1]), numbers[-1]])
        return self.talk.say("lists.overlap", numbers=together, period=self._shared(overlap))

    def period(self, gap: Gap) -> str:
        """From March to May 2019; in March 2019; since March 2019 where nothing comes after it."""
        if gap.after is None:
            return self.talk.say("date.since", **{"from": self.talk.phrases.date(gap.start)})
        return self._months(gap.start, gap.end)

    def _order(self, page: Page) -> str:
        talk, count = self.talk, len(self.listed.entries)
        order = order_of(self.noun, self.listed.entries)
        said = [talk.say(f"lists.order.{order}")] if order else []
        if page.earlier or page.later:
            names = {"first": str(page.first + 1), "last": str(page.end), "count": str(count)}
            said.append(talk.say("lists.page", **names))
        return " · ".join(said)

    def _shared(self, overlap: Overlap) -> str:
        if overlap.start is None or overlap.end is None:
            return self.talk.phrases.period(overlap.start, overlap.end)
        return self._months(overlap.start, overlap.end)

    def _months(self, start: PartialDate, end: PartialDate) -> str:
        phrases = self.talk.phrases
        if start == end:
            return self.talk.say("date.in-period", date=phrases.date(start))
        same_year = start.first.year == end.first.year and not start.exact
        month = MONTHS[phrases.language][start.first.month - 1]
        return f"{self._joined('from', start, month if same_year else '')} {self._joined('to', end)}"

    def _joined(self, which: str, when: PartialDate, words: str = "") -> str:
        words = words or self.talk.phrases.date(when)
        form = "day" if when.exact else "vowel" if words[0].lower() in _VOWELS else "period"
        return self.talk.say(f"date.joined.{which}.{form}", date=words)
