"""What `before-you-start` prints."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.before import Need, Preparation
from ircc_prep.core.checklist import Source
from ircc_prep.render.words import Words
from ircc_prep.render.wrapping import cells, wrap

# The histories that a form asks for without gaps, as far back as the program says.
_HISTORIES = ("stays", "activities")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a point of a list, something needed with what is said under it, or a source."""

    kind: Literal["title", "section", "text", "point", "need", "source", "command"]
    text: str
    under: tuple[str, ...] = ()


def before_text(preparation: Preparation, words: Words, width: int = 80, *, sources_by: str = "") -> str:
    """The whole as text of at most `width` columns. Nothing is told by colour or by place alone.

    With the command that tells the sources (`sources_by`) it is for the menu: that command stands in their place.
    """
    blocks = _for_menu(preparation, words, sources_by) if sources_by else _blocks(preparation, words)
    lines = [line for block in blocks for line in _plain(block, width)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _plain(block: Block, width: int) -> list[str]:
    if block.kind == "title":
        return [*wrap(block.text, width), "=" * min(cells(block.text), width)]
    if block.kind == "section":
        return ["", *wrap(block.text.upper(), width), ""]
    if block.kind == "command":
        return [f"  {block.text}"]
    if block.kind == "text":
        return ["", *wrap(block.text, width), ""]
    first, rest = ("- ", "  ") if block.kind == "point" else ("  ", "  ") if block.kind == "source" else ("", "  ")
    under = [line for text in block.under for line in wrap(text, width, "    ")]
    return [*([""] if block.kind == "need" else []), *wrap(block.text, width, first, rest), *under]


def _for_menu(preparation: Preparation, words: Words, sources_by: str) -> Iterator[Block]:
    """For somebody who chooses from a menu: no commands but the one for what is left out, the sources."""
    yield from _opening(preparation, words)
    yield from _questions(preparation, words)
    yield from _at_hand(preparation, words)
    yield from _needs(preparation, words, {})
    yield Block("text", words.say("before.advice"))
    yield Block("text", words.say("before.sources-by"))
    yield Block("command", sources_by)


def _opening(preparation: Preparation, words: Words) -> Iterator[Block]:
    yield Block("title", words.say("before.title", program=words.of(preparation.title)))
    if preparation.stream:
        yield Block("text", words.of(preparation.stream))
    yield Block("text", words.of(preparation.summary))
    if preparation.warning:
        yield Block("text", words.of(preparation.warning))


def _blocks(preparation: Preparation, words: Words) -> Iterator[Block]:
    yield from _opening(preparation, words)
    if preparation.streams:
        yield Block("text", words.say("before.streams"))
        for id, title in preparation.streams.items():
            yield Block("point", words.say("before.stream", id=id, title=words.of(title)))
    yield from _questions(preparation, words)
    yield from _at_hand(preparation, words)
    numbers = {id: number for number, id in enumerate(_cited(preparation), 1)}
    yield from _needs(preparation, words, numbers)
    yield Block("section", words.say("before.next.title"))
    yield Block("command", words.say("before.next.ask"))
    yield Block("text", words.say("before.advice"))
    yield Block("section", words.say("before.sources"))
    for id, number in numbers.items():
        yield _source(number, preparation.sources[id], words)


def _questions(preparation: Preparation, words: Words) -> Iterator[Block]:
    yield Block("section", words.say("before.questions.title"))
    for key, (least, most) in (("alone", preparation.alone), ("family", preparation.family)):
        yield Block("point", words.say(f"before.questions.{key}", least=str(least), most=str(most)))
    for key in ("stop", "private", "unsure"):
        yield Block("point", words.say(f"before.questions.{key}"))


def _at_hand(preparation: Preparation, words: Words) -> Iterator[Block]:
    yield Block("section", words.say("before.hand.title"))
    if preparation.people:
        yield Block("point", words.say("before.hand.people"))
    for name in preparation.lists:
        said = words.say(f"before.list.{name}") if words.has(f"before.list.{name}") else words.say(f"list.{name}")
        if name in _HISTORIES and preparation.history_years:
            said = words.say("before.hand.history", what=said, years=str(preparation.history_years))
        yield Block("point", said)
    yield Block("point", words.say("before.hand.letters"))
    if preparation.answers:
        yield Block("text", words.say("before.hand.answers"))
        for ask in preparation.answers:
            yield Block("point", words.of(ask))


def _needs(preparation: Preparation, words: Words, numbers: Mapping[str, int]) -> Iterator[Block]:
    timed = any(need.timing and need.timing.takes for need in (*preparation.everyone, *preparation.depends))
    yield Block("section", words.say("before.everyone.title"))
    yield Block(
        "text", f"{words.say('before.order' if timed else 'before.order-unknown')} {words.say('before.no-time')}"
    )
    for need in preparation.everyone:
        yield _need(need, words, numbers)
    if not preparation.everyone:
        yield Block("text", words.say("before.everyone.none"))
    if preparation.depends:
        yield Block("section", words.say("before.depends.title"))
        yield Block("text", words.say("before.depends.lead"))
        for need in preparation.depends:
            yield _need(need, words, numbers)


def _need(need: Need, words: Words, numbers: Mapping[str, int]) -> Block:
    cited = "".join(f"[{numbers[id]}]" for id in need.sources if id in numbers)
    title = words.of(need.title)
    said = [words.of(need.because)]
    if need.disputed:
        said.append(words.say("before.disputed"))
    if need.timing:
        said.append(words.say("before.timing", text=words.of(need.timing.text)))
    said[-1] += f" {cited}" if cited else ""
    return Block("need", words.say("before.form", title=title, form=need.form) if need.form else title, tuple(said))


def _cited(preparation: Preparation) -> Sequence[str]:
    """The sources in the order in which they are cited."""
    needs = (*preparation.everyone, *preparation.depends)
    return list(dict.fromkeys(id for need in needs for id in need.sources))


def _source(number: int, source: Source, words: Words) -> Block:
    own = source.dated
    dated = words.say("line.undated") if own == "undated" else words.say("line.page-dated", date=words.date(own))
    said = words.say(
        "before.source",
        title=words.of(source.title),
        publisher=words.of(source.publisher),
        dated=dated,
        checked=words.say("line.checked", date=words.date(source.checked)),
    )
    return Block("source", f"[{number}] {said}", (words.of(source.url),))
