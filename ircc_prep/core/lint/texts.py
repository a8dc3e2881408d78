"""Every text of a checklist that people read, with its place: what the checks of language go through."""

from collections.abc import Collection, Iterator, Mapping

from ircc_prep.core.checklist import Checklist
from ircc_prep.core.entry import Entry
from ircc_prep.core.problems import Path
from ircc_prep.core.text import Text


def files_with_texts(checklist: Checklist, read: Collection[str] = ()) -> Iterator[tuple[str, Entry]]:
    """The program's own file, its topics and its findings, but for those `read` before: programs share them."""
    files: Mapping[str, Entry] = {checklist.file: checklist.program, **checklist.topics, **checklist.findings}
    yield from ((file, entry) for file, entry in files.items() if file not in read)


def texts(value: object, path: Path, passed: Collection[str]) -> Iterator[tuple[Path, Text]]:
    """Every text in an entry, with its path in the file; keys that are `passed` over aren't looked into."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Entry):
        for name, field in type(value).model_fields.items():
            if name not in passed:
                yield from texts(getattr(value, name), (*path, field.alias or name), passed)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from texts(each, (*path, key), passed)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from texts(each, (*path, index), passed)
