"""The cover letter: what is enclosed, and nothing that argues for anything."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from ircc_prep.core.brand import BrandWithLogo
from ircc_prep.core.result import Item
from ircc_prep.render.context import Context
from ircc_prep.render.glance import heading, prepared_for
from ircc_prep.render.letters.letter import Letter, dated, grown_up, said, sheet, signature, subject
from ircc_prep.render.letters.papers import by_person, listed
from ircc_prep.render.parts import Entry, Section


def cover(context: Context, brand: BrandWithLogo | None, papers: Sequence[Item], *, to_follow: bool) -> Letter | None:
    """The letter, or None where none of the papers is in hand yet. `to_follow` adds what is needed and comes later."""
    words = context.words
    ready = [item for item in papers if item.holding == "ready"]
    if not ready:
        return None
    numbers = count(1)
    enclosed = by_person(ready, context, lambda item: listed(item, context, next(numbers)))
    later = by_person(
        [item for item in papers if item.to_get and to_follow], context, lambda item: _later(item, context)
    )
    sections = [
        Section("enclosed", words.say("letter.cover.enclosed"), "tight", None, enclosed),
        Section("to-follow", words.say("letter.cover.to-follow"), "tight", None, later),
    ]
    view = sheet("cover", context, brand, subject(context), tuple(_facts(context)), sections)
    return Letter(
        view,
        dated(context),
        words.say("letter.cover.to"),
        said(context, "letter.cover.hello", "letter.cover.opening"),
        (),
        signature(view, context, "letter.cover.signed", grown_up(context)),
    )


def _later(item: Item, context: Context) -> Entry:
    """What isn't in hand has no dates yet; those of a paper that isn't good enough are nobody's business."""
    return replace(listed(item, context), lines=())


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    """What the case doesn't hold is left to be filled in; a number that nobody gave is never made up."""
    words = context.words
    for blank in ("office", "file-number", "uci"):
        yield words.say(f"letter.cover.{blank}"), ""
    yield words.say("letter.people"), prepared_for(context) or words.say("packet.no-names")
    yield from ((label, value) for label, value in heading(context).facts if label == words.say("packet.interview"))
