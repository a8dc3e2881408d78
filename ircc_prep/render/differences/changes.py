"""What was answered, changed and removed, grouped as the file is: the application, each person, answers, papers."""

from ircc_prep.core.case import Document, Noun, Person
from ircc_prep.core.differences.case_differences import Change
from ircc_prep.render.differences.arranging import Cluster, owner_of
from ircc_prep.render.differences.report import Group, Section, Told
from ircc_prep.render.differences.sides import Sides, capital
from ircc_prep.render.facts import entry_of


def changes_section(sides: Sides) -> tuple[Section, ...]:
    """The section, or none where nothing was changed."""
    groups = tuple(
        Group(_title(part, clusters[0][0], sides), tuple(told(cluster, sides) for cluster in clusters))
        for part, clusters in sides.arranged.parts.items()
    )
    return (Section(sides.say("section.changed"), groups),) if groups else ()


def told(cluster: Cluster, sides: Sides) -> Told:
    """One change, or all that changed in one entry of a list."""
    first = cluster[0]
    whole = first.new if first.new is not None else first.old
    number = sides.numbers[first]
    if isinstance(whole, Noun) and first.kind in ("added", "removed"):
        details = tuple(_field(each, sides) for each in cluster[1:])
        return Told(_whole(first, whole, sides), (*_facts(first, whole, sides), *details), number)
    if entry_of(first.path):
        return Told(_entry(first, sides), tuple(_field(each, sides) for each in cluster), number)
    label = capital(sides.facts(first).path(first.path, owner_of(first.path)))
    if first.path in sides.words.questions:  # a whole sentence, and its answers may be some too
        return Told(label, (difference(first, sides),), number)
    return Told(sides.pair(label, difference(first, sides)), (), number)


def difference(change: Change, sides: Sides) -> str:
    """What a fact was and what it is: “common-law → married”."""
    old, new = sides.value(change, old=True), sides.value(change, old=False)
    if change.shown:
        return sides.arrow(old, new)
    if change.old is None or change.new is None:
        return sides.say("value.given" if change.old is None else "value.taken-back")
    return sides.say("value.hidden") if change.old == change.new else sides.arrow(old, new)


def _title(part: str, first: Change, sides: Sides) -> str:
    owner = owner_of(part)
    return capital(sides.facts(first).full_name(owner)) if owner else sides.say(f"group.{part}")


def _whole(change: Change, whole: Noun, sides: Sides) -> str:
    """A person, a paper or another entry that is there on one side alone."""
    facts = sides.facts(change)
    if isinstance(whole, Person):
        role = sides.words.say(f"choice.role.{whole.role}")
        return sides.say(f"person.{change.kind}", name=facts.full_name(whole.id), role=role)
    if isinstance(whole, Document):
        return sides.say(f"paper.{change.kind}", paper=sides.entry(whole, facts))
    return capital(sides.say(f"entry.{change.kind}", list=_list(change, sides), entry=sides.entry(whole, facts)))


def _facts(change: Change, whole: Noun, sides: Sides) -> tuple[str, ...]:
    """What the file says of a person who is new in it."""
    return sides.whole(whole, change.path) if isinstance(whole, Person) and change.kind == "added" else ()


def _entry(change: Change, sides: Sides) -> str:
    """An entry in which something changed, as it is now."""
    facts = sides.facts(change)
    entry = facts.at(entry_of(change.path) or "")
    said = sides.entry(entry, facts) if isinstance(entry, Noun) else sides.say("entry.without-words")
    if isinstance(entry, Document):
        return sides.say("paper.changed", paper=said)
    return capital(sides.say("entry.changed", list=_list(change, sides), entry=said))


def _list(change: Change, sides: Sides) -> str:
    entry = entry_of(change.path) or change.path
    return sides.facts(change).path(entry.rsplit("[", 1)[0], owner_of(change.path))


def _field(change: Change, sides: Sides) -> str:
    """A field of an entry by its own name: “last day: present → May 2024”."""
    field = change.path.rsplit(".", 1)[1]
    keys = (f"field.{sides.noun(change)}.{field}", f"list.{field}")
    label = next((sides.words.say(key) for key in keys if sides.words.has(key)), field)
    return sides.words.typeset(sides.say("value.fact", label=label, value=difference(change, sides)))
