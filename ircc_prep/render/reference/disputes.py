"""Where sources disagree: both sides, as the rules and the guidance tell them, in one list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.render.words import Words


def disputes(books: Iterable[Rulebook], words: Words) -> str:
    """Every dispute once, with what it is about and the programs that it touches."""
    programs: dict[tuple[str, str, tuple[str, ...]], list[str]] = defaultdict(list)
    for book in books:
        for title, text, sources in _disputed(book):
            programs[words.of(title), words.of(text), sources].append(book.checklist.program.program)
    parts = [f"# {words.say('disputes.title')}\n", words.say("disputes.lead"), ""]
    for (heading, said, cited), ids in sorted(programs.items()):
        where = ", ".join(f"`{id}`" for id in ids)
        parts += [f"## {heading}\n", f"{where}\n", " ".join(said.split()), "", f"[{', '.join(cited)}]", ""]
    return "\n".join(parts)


def _disputed(book: Rulebook) -> Iterator[tuple[Text, Text, tuple[str, ...]]]:
    for requirement in book.requirements:
        for rule in requirement.rules:
            if rule.rule.disputed:
                yield requirement.requirement.title, rule.rule.disputed, rule.rule.sources
    for each in book.guidance:
        if each.guidance.disputed:
            yield each.guidance.title, each.guidance.disputed, each.guidance.sources
