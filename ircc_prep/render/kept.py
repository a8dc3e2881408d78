"""By what a browser knows a packet again, so that ticks and notes stay when it is made anew.

No name can be read off the keys. They are no secret: who has the names and the date of birth can work them out. They
stay in the browser and in the packet, and the packet itself says them in clear.
"""

from hashlib import sha256

from ircc_prep.core.result import Evaluation


def packet_key(evaluation: Evaluation) -> str | None:
    """The same for one applicant in one program, whatever the day; None where nothing tells people apart.

    Without a name or a date of birth, or with both taken out, two families' packets would share their ticks.
    """
    people = evaluation.case.people
    if not people or evaluation.redaction:
        return None
    first = people[0]
    told = [str(part) for part in (first.given_names, first.family_name, first.date_of_birth) if part]
    return _digest(evaluation.case.program, first.id, *told) if told else None


def field_key(packet: str | None, field: str) -> str:
    """A field's name in the page: the field's own names the person and the paper."""
    return _digest(packet or "", field)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
