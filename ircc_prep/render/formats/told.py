"""A concern in words: the same ones in every format."""

from ircc_prep.core.gate.concern import Concern
from ircc_prep.core.result import Finding
from ircc_prep.render.facts import Facts
from ircc_prep.render.formats.checked import Checked
from ircc_prep.render.said import filled

_OF_AN_ITEM = ("item", "undecided")


def label(checked: Checked, concern: Concern) -> str:
    """What is the matter, in a word or two: “To get”, “Expired”, “Settle first”."""
    words = checked.words
    keys = (f"holding.{concern.state}", f"status.{concern.state}", f"severity.{concern.level}", "severity.blocker")
    return words.say(next(key for key in keys if words.has(key)))


def rule_title(checked: Checked, concern: Concern) -> str:
    """What the rule is called, whatever it says of this case."""
    words, key = checked.words, f"formats.rule.{concern.id}"
    if concern.kind in _OF_AN_ITEM:
        return words.of(words.titles[concern.id])
    return words.of(finding.title) if (finding := _finding(checked, concern)) else words.say(key)


def rule_description(checked: Checked, concern: Concern) -> str:
    """What the rule is about: why an officer cares, or what an item has to be."""
    finding = _finding(checked, concern)
    if finding:
        return checked.words.of(finding.matters)
    kinds = {item.id: item.kind for item in checked.evaluation.items if concern.kind in _OF_AN_ITEM}
    return checked.words.say(f"formats.rule.{kinds.get(concern.id, concern.id)}")


def message(checked: Checked, concern: Concern) -> str:
    """What is the matter, with whose and which country's paper it is."""
    facts = _facts(checked)
    said = filled(concern.message, concern.words, facts)
    whose = [facts.person(concern.person)] if concern.person else []
    if concern.country:
        whose.append(checked.words.country(concern.country))
    if concern.kind not in _OF_AN_ITEM or not whose:
        return said  # a finding names whom it is about
    return facts.opened(f"{checked.words.colon(', '.join(whose))} {said}")


def labelled(checked: Checked, concern: Concern) -> str:
    """The same, for readers that show no label: “To get — Maria: Police certificate. …”."""
    said = message(checked, concern)
    return f"{label(checked, concern)} — {said}" if concern.kind in _OF_AN_ITEM else said


def advice(checked: Checked, concern: Concern) -> str | None:
    """What to do."""
    return filled(concern.hint, concern.words, _facts(checked)) if concern.hint else None


def answered_for(checked: Checked, concern: Concern) -> str | None:
    """Who took responsibility, until when and why; None where nobody did."""
    if concern.standing == "counted":
        return None
    words = checked.words
    if concern.expires is None:
        return words.say("formats.accepted")
    date = words.date(concern.expires)
    if concern.reason is None or concern.owner is None:  # not for this reader
        return words.say(f"formats.{concern.standing}.bare", date=date)
    reason = words.of(concern.reason)
    return words.say(f"formats.{concern.standing}.told", date=date, owner=concern.owner, reason=reason)


def fact(checked: Checked, path: str) -> str:
    """A fact of the case by its name: “Maria’s work, study and other activities, 2nd entry”."""
    facts = _facts(checked)
    return facts.opened(facts.path(path))


def paragraphs(*texts: str | None) -> str:
    """Those that there are, a blank line between them."""
    return "\n\n".join(text for text in texts if text)


def _finding(checked: Checked, concern: Concern) -> Finding | None:
    found = checked.evaluation.findings if concern.kind == "finding" else ()
    return next((each for each in found if each.code == concern.id), None)


def _facts(checked: Checked) -> Facts:
    return Facts(checked.evaluation.case, checked.words, checked.evaluation.redaction)
