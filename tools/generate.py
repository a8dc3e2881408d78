"""Writes the generated pages of docs/reference; with --check, says which of them are out of date.

Run `.venv/bin/python -P tools/generate.py`. What can be read off the program is not written by hand: the commands'
help, the names that conditions may use, the nouns of the case file.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ircc_prep.cli.app import COMMANDS
from ircc_prep.cli.pack_doc import pages_about
from ircc_prep.core.checklist import FindingRule, Source
from ircc_prep.core.derive import DERIVED
from ircc_prep.core.expressions.vocabulary import FUNCTIONS, PAIRS
from ircc_prep.core.nouns import NOUN_FIELDS, NOUN_MODELS, field_path
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.values import Type
from ircc_prep.files.checklists import Pack

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
NOTE = "<!-- Written by tools/generate.py; don't edit by hand. -->\n"
PAGE_WIDTH = "100"
FINDINGS_LEAD = """\
A *blocker* is to be mended first, a *warning* is a gap or contradiction that holds in every reading of the dates, and a
*note* is something to look up, or legitimate but likely to be asked. An unanswered list is silence, and raises nothing.
"""


def commands() -> str:
    """Every command's help."""
    calls = [[], *([name] for name in COMMANDS), *(["pack", name] for name in ("lint", "test", "doc"))]
    parts = ["# Commands\n", NOTE]
    for call in calls:
        parts += [f"## `{' '.join(['ircc-prep', *call])}`\n", f"```\n{_help(call)}\n```\n"]
    return "\n".join(parts)


def _help(call: list[str]) -> str:
    environment = {"COLUMNS": PAGE_WIDTH, "LANG": "en_CA.UTF-8", "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    command = [sys.executable, "-P", "-m", "ircc_prep", *call, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
    return done.stdout.strip()


def conditions() -> str:
    """The derived facts and functions that conditions may use."""
    parts = ["# What conditions may use\n", NOTE, "The language itself is in [format.md](../format.md).\n"]
    parts += ["## Derived facts\n", "| of | name | gives | what it is |", "| --- | --- | --- | --- |"]
    for (owner, name), fact in sorted(DERIVED.items()):
        call = name if fact.takes is None else f"{name}({', '.join(map(_argument, fact.takes))})"
        parts.append(f"| {owner} | `{call}` | {_words(fact.gives)} | {' '.join(fact.doc.split())} |")
    parts += ["", "## Functions\n", "| function | gives |", "| --- | --- |"]
    parts += [f"| `{name}(date, n)` | {_words(function.gives)} |" for name, function in sorted(FUNCTIONS.items())]
    parts += [f"| `{name}(a, b)` | what its arguments are |" for name in sorted(PAIRS)]
    parts += ["| `value('table', key)` | number |", "| `any(…)`, `all(…)` | yes or no |", "| `count(…)` | number |", ""]
    return "\n".join(parts)


def _argument(type: Type) -> str:
    return " or ".join(f"'{option}'" for option in type.options) or _words(type)


def case_file() -> str:
    """The nouns of the case file and their fields."""
    parts = ["# The case file\n", NOTE, "`ircc-prep schema case` prints the same as a JSON Schema, with the answers.\n"]
    for name, model in NOUN_MODELS.items():
        summary = " ".join((model.__doc__ or "").split())
        parts += [f"## {name}\n", f"{summary}\n", "| key | type |", "| --- | --- |"]
        fields = {field_path(key): type for key, type in NOUN_FIELDS[name].items() if key in model.model_fields}
        parts += [f"| `{key}` | {_words(type)} |" for key, type in fields.items()]
        parts.append("")
    return "\n".join(parts)


def _words(type: Type) -> str:
    """A type as the documentation names it."""
    if type.kind == "list":
        return f"list of {_words(type.of)}" if type.of else "list"
    if type.kind == "noun":
        return f"[{type.noun}](#{type.noun})"
    if type.options:
        return ", ".join(f"`{option}`" for option in type.options)
    return {"bool": "yes or no", "word": "country" if type.noun else "text"}.get(type.kind, type.kind)


def findings() -> str:
    """What the officer's eye looks for: each check with its words, examples and sources."""
    pack = Pack()
    books = [pack.load(program) for program in pack.programs()]
    rules = {rule.finding: rule for book in books for rule in book.checklist.findings.values()}
    sources = {id: source for book in books for id, source in book.sources.items()}
    parts = ["# What the officer’s eye looks for\n", NOTE, FINDINGS_LEAD]
    parts += [f"- [`{code}`](#{code}): {rules[code].title.en}" for code in sorted(rules)]
    for code in sorted(rules):
        parts += ["", *_finding(rules[code], sources, [book for book in books if code not in book.findings])]
    return "\n".join([*parts, ""])


def _finding(rule: FindingRule, sources: Mapping[str, Source], unused_by: Sequence[Rulebook]) -> Iterator[str]:
    yield f"## {rule.finding}\n\n**{rule.title.en}.** {rule.looks_for.en}\n\nWhy it matters: {rule.matters.en}\n"
    if unused_by:
        programs = ", ".join(f"`{book.checklist.program.program}`" for book in unused_by)
        yield f"Not used by {programs}.\n"
    yield "| says | how grave | |\n| --- | --- | --- |"
    for says, words in rule.says.items():
        yield f"| `{says}` | {words.severity} | {words.message.en} |"
    yield f"\nExamples ([whole](../../checklists/findings/{rule.finding}.yaml)):\n"
    for example in rule.examples:
        yield f"- {example.name}: {example.expect.get(f'finding/{rule.finding}', 'see the file')}"
    yield f"\nSources, confidence {rule.confidence}:\n"
    cited = dict.fromkeys([*rule.sources, *(id for words in rule.says.values() for id in words.sources)])
    for id in cited:
        yield f"- [{sources[id].title.en}]({sources[id].url.en}), {sources[id].dated}; compared {sources[id].checked}"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "conditions.md": conditions,
    "case-file.md": case_file,
    "findings.md": findings,
}


def pages() -> dict[str, str]:
    """Every generated page by its name in docs/reference."""
    pack = Pack()
    books = [pack.load(program) for program in pack.programs()]
    return {name: write() for name, write in PAGES.items()} | pages_about(books, "en")


def main() -> int:
    """Writes the pages, or compares them; 1 where one is out of date."""
    stale = []
    for name, text in pages().items():
        page = REFERENCE / name
        if "--check" in sys.argv:
            stale += [name] if not page.is_file() or page.read_text(encoding="utf-8") != text else []
        else:
            page.parent.mkdir(exist_ok=True)
            page.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"docs/reference/{name} is out of date: run tools/generate.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
