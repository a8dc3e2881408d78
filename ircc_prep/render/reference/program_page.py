"""A program's own page, and the page of the topics that several programs share."""

from collections.abc import Iterable, Iterator, Mapping

from ircc_prep.core.citations import cited
from ircc_prep.core.registers import Source
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text
from ircc_prep.render.reference.entries import Entries
from ircc_prep.render.words import Words

SHARED = "common/"


def program_page(book: Rulebook, words: Words, programs: Mapping[str, Text]) -> str:
    """A program's own topics in full, with links to the shared ones, its examples and its sources."""
    entries = Entries(book, words, programs)
    own = [file for file in book.checklist.topics if not file.startswith(SHARED)]
    lines = [
        *_head(entries),
        *_interview(entries),
        f"## {entries.say('own')}\n",
        *entries.of(own),
        *_shared_links(entries),
        *_examples(entries, [book.checklist.file, *own]),
        *_sources(entries, {id: book.sources[id] for id in cited(book)}),
    ]
    return "\n".join(lines) + "\n"


def shared_page(books: Iterable[Rulebook], words: Mapping[str, Words], programs: Mapping[str, Text]) -> str:
    """The topics that several programs use, each once. `words` are those of each program, by its id."""
    first: dict[str, Rulebook] = {}
    for book in books:
        for file in book.checklist.topics:
            if file.startswith(SHARED):
                first.setdefault(file, book)
    lines: list[str] = []
    for file, book in sorted(first.items()):
        entries = Entries(book, words[book.checklist.program.program], programs)
        held = list(entries.of([file]))
        if not lines:
            lines += [f"# {entries.say('shared')}\n", f"<!-- {entries.say('written-by')} -->\n"]
        if held:
            lines += [f"## {entries.text(book.checklist.topics[file].title)} (`{_topic(file)}`)\n", *held]
    return "\n".join(lines) + "\n"


def _head(entries: Entries) -> Iterator[str]:
    program = entries.book.checklist.program
    yield f"# {entries.text(program.title)} (`{program.program}`)\n"
    yield f"<!-- {entries.say('written-by')} -->\n"
    yield entries.text(program.summary) + "\n"
    for status in program.status:
        state = entries.say(f"state.{status.state}")
        line = entries.say("status-line", state=state, date=status.start.isoformat())
        note = f" {entries.text(status.note)}" if status.note else ""
        yield f"{line}.{note} {entries.cited(status.sources)}\n"
    if program.streams:
        streams = ", ".join(f"{entries.text(title)} (`{id}`)" for id, title in program.streams.items())
        yield f"{entries.words.colon(entries.say('streams'))} {streams}\n"


def _interview(entries: Entries) -> Iterator[str]:
    yield f"## {entries.say('interview')}\n"
    rules = [(rule.rule, entries.when(rule.when)) for rule in entries.book.interview]
    for rule, when in [*rules, (entries.book.interview_otherwise, entries.say("otherwise-rule"))]:
        yield f"- **{rule.likelihood}** {when}. {entries.text(rule.reason)} {entries.cited(rule.sources)}"
    yield ""


def _shared_links(entries: Entries) -> Iterator[str]:
    checklist = entries.book.checklist
    yield f"## {entries.say('shared')}\n"
    for file, topic in checklist.topics.items():
        if file.startswith(SHARED):
            titles = "; ".join(entries.text(each.title) for each in topic.requirements)
            heading = entries.words.colon(entries.text(topic.title)) if titles else entries.text(topic.title)
            yield f"- [`{_topic(file)}`](../shared.md) {heading} {titles}".rstrip()
    yield ""


def _examples(entries: Entries, files: Iterable[str]) -> Iterator[str]:
    checklist = entries.book.checklist
    id = checklist.program.program
    yield f"## {entries.say('examples')}\n"
    for file in files:
        examples = checklist.program.examples if file == checklist.file else checklist.topics[file].examples
        names = [example.name for example in examples if example.given.get("program", id) == id]
        if names:
            yield f"`{file}`\n"
            yield from (f"- {name}" for name in names)
            yield ""


def _sources(entries: Entries, sources: Mapping[str, Source]) -> Iterator[str]:
    yield f"## {entries.say('sources')}\n"
    for id, source in sources.items():
        dated = entries.say("undated") if source.dated == "undated" else str(source.dated)
        title = f"[{entries.text(source.title)}]({entries.text(source.url)})"
        sure = entries.say(f"confidence.{source.confidence}")
        checked = source.checked.isoformat()
        line = entries.say("source-line", title=title, dated=dated, checked=checked, confidence=sure)
        yield f"- `{id}`: {line}"


def _topic(file: str) -> str:
    return file.removesuffix(".yaml")
