"""The report of what differs between two versions of a case: first what was answered, then what follows from it."""

from collections.abc import Iterator

from ircc_prep.core.differences.compared import Compared
from ircc_prep.render.differences.changes import changes_section
from ircc_prep.render.differences.outcomes import outcome_sections
from ircc_prep.render.differences.report import Report, Section, Told, section
from ircc_prep.render.differences.sides import Sides, capital
from ircc_prep.render.words import Words

_COUNTS = ("to_get", "ready", "undetermined", "blockers", "warnings", "notes")


def case_report(compared: Compared, words: Words, names: tuple[str, str]) -> Report:
    """The report in the language of `words`; `names` are those of the two files."""
    sides = Sides(compared, words)
    outcomes = compared.outcomes
    facts = [(sides.say("old"), names[0]), (sides.say("new"), names[1])]
    if compared.redaction:
        redaction = compared.redaction[1]
        facts.insert(0, (words.of(redaction.label), words.of(redaction.note)))
    facts.append((sides.say("checked-on"), words.date(outcomes.new.checked_on)))
    title = words.of(outcomes.new.program_title)
    sections = (*changes_section(sides), *_day(sides), *outcome_sections(sides))
    return Report(title, tuple(facts), tuple(_sentences(sides, sections)), sections)


def _sentences(sides: Sides, sections: tuple[Section, ...]) -> Iterator[str]:
    compared, words = sides.compared, sides.words
    old, new = compared.outcomes.old, compared.outcomes.new
    if compared.old.case.program != compared.new.case.program:
        yield sides.say("two-programs", old=words.of(old.program_title), new=words.of(new.program_title))
    if compared.unasked:
        yield words.quantity("diff.unasked", compared.unasked)
    if not sections:
        yield sides.say("nothing")
        return
    changes = len(set(sides.numbers.values()))  # none where all that changed is kept from this reader
    counted = f"{words.quantity('diff.changes', changes)}." if changes else ""
    counts = [*_counts(sides)]
    follows = capital(f"{'; '.join(counts)}.") if counts else _same(sides, sections)
    if counted or follows:
        yield f"{counted} {follows}".strip()


def _same(sides: Sides, sections: tuple[Section, ...]) -> str:
    return sides.say("nothing-follows") if len(sections) == 1 and sides.numbers else ""


def _counts(sides: Sides) -> Iterator[str]:
    old, new = sides.compared.outcomes.old.summary, sides.compared.outcomes.new.summary
    for name in _COUNTS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield sides.words.typeset(
                sides.say("counts", name=sides.say(f"count.{name}"), old=str(before), new=str(after))
            )


def _day(sides: Sides) -> tuple[Section, ...]:
    """The day whose rules apply, and whether the program takes applications, where that is another one."""
    old, new, words = sides.compared.outcomes.old, sides.compared.outcomes.new, sides.words
    told = []
    if old.rules_on != new.rules_on:
        told.append(
            Told(sides.pair(sides.say("rules-on"), sides.arrow(words.date(old.rules_on), words.date(new.rules_on))))
        )
    if old.program_status != new.program_status:
        text = words.of(new.program_status) if new.program_status else sides.say("status-open")
        told.append(Told(sides.say("status", text=text)))
    return section(sides.say("section.day"), told)
