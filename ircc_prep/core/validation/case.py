"""Mistakes in a case that no single key shows: ids that clash, periods that run backwards, answers nobody asks for."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ircc_prep.core.case import Case, Period
from ircc_prep.core.countries import COUNTRY_CODES
from ircc_prep.core.dates import PartialDate
from ircc_prep.core.fields import Answer
from ircc_prep.core.problems import Path, Problem, did_you_mean
from ircc_prep.core.text import Text
from ircc_prep.core.validation.kinds import Kind, wrong_type
from ircc_prep.core.validation.model_keys import keys_of
from ircc_prep.core.validation.saying import nearest, quoted
from ircc_prep.core.validation.unsure import answered, known_in_part, names_a_field, unsure_problems
from ircc_prep.core.validation.values import bad_country, bad_date, not_allowed
from ircc_prep.core.wording import shown

AnswerType = Literal["bool", "choice", "number", "money", "date", "text", "country"]

_KINDS: dict[AnswerType, Kind] = {
    "bool": "bool", "choice": "text", "number": "number", "money": "number",
    "date": "text", "text": "text", "country": "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DeclaredAnswer:
    """An answer as a checklist declares it, and the programs that ask for it."""

    type: AnswerType
    options: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()


def problems_in(case: Case) -> list[Problem]:
    """What is wrong with a case whatever its program asks: ids, roles, periods, `unsure`."""
    return [*_people(case), *_documents(case), *_periods(case), *unsure_problems(case)]


def answer_problems(case: Case, declared: Mapping[str, DeclaredAnswer]) -> list[Problem]:
    """Answers that no checklist declares, and answers that aren't of the declared type; in `unsure` too."""
    known = list(declared)
    problems: list[Problem] = []
    for id, answer in case.answers.items():
        if id not in declared:
            problems.append(_unknown_answer(id, known))
        elif answer is not None:
            problems.extend(_unfit(("answers", id), answer, declared[id]))
    for index, entry in enumerate(case.unsure):
        if entry in declared:
            # Only the declaration tells the number 2018 from the year.
            if declared[entry].type != "date" and known_in_part(case.answers.get(entry)):
                problems.append(answered(index))
        elif not names_a_field(entry):
            problems.append(_unknown_unsure(index, entry, known))
    return problems


def item_problems(case: Case, known_items: Collection[str]) -> list[Problem]:
    """Documents in hand for requirements that the checklists don't have."""
    known = sorted(known_items)
    problems: list[Problem] = []
    for index, document in enumerate(case.documents or ()):
        if document.item not in known_items:
            word = quoted(shown(document.item))
            what = Text(f"No checklist has the item {word.en}.", f"Aucune liste de contrôle n’a l’élément {word.fr}.")
            problems.append(Problem("unknown-item", ("documents", index, "item"), what, nearest(document.item, known)))
    return problems


def stream_problems(case: Case, streams: Collection[str]) -> list[Problem]:
    """A stream that the program doesn't have."""
    if case.stream is None or case.stream in streams:
        return []
    if streams:
        id, what, hint = not_allowed(("stream",), case.stream, list(streams))
        return [Problem(id, ("stream",), what, hint)]
    what = Text("This program has no streams.", "Ce programme n’a pas de volets.")
    hint = Text("Remove the key “stream”.", "Enlevez la clé «\u00a0stream\u00a0».")
    return [Problem("not-allowed", ("stream",), what, hint)]


def _people(case: Case) -> Iterator[Problem]:
    people = case.people or ()
    counts = Counter[str]()
    for index, person in enumerate(people):
        counts[person.id] += 1
        if counts[person.id] > 1:
            what = Text("Two people have the same id.", "Deux personnes ont le même identifiant.")
            hint = Text("Give each person an id of their own.", "Donnez à chaque personne son propre identifiant.")
            yield Problem("duplicate-id", ("people", index, "id"), what, hint)
    principals = [index for index, person in enumerate(people) if person.role == "principal-applicant"]
    hint = Text(
        "Give exactly one person the role principal-applicant.",
        "Donnez à une seule personne le rôle principal-applicant.",
    )
    for index in principals[1:]:
        what = Text("There is a second principal applicant.", "Il y a un deuxième demandeur principal.")
        yield Problem("second-principal-applicant", ("people", index, "role"), what, hint)
    if people and not principals:
        what = Text("Nobody is the principal applicant.", "Personne n’est le demandeur principal.")
        yield Problem("no-principal-applicant", ("people",), what, hint)


def _documents(case: Case) -> Iterator[Problem]:
    for index, document in enumerate(case.documents or ()):
        if document.person is not None and case.person(document.person) is None:
            what = Text(
                "This document is for somebody who isn’t in the file.",
                "Ce document est pour une personne absente du dossier.",
            )
            hint = Text(
                "Use the id of someone under “people”.",
                "Utilisez l’identifiant d’une personne sous «\u00a0people\u00a0».",
            )
            yield Problem("unknown-person", ("documents", index, "person"), what, hint)


def _periods(case: Case) -> Iterator[Problem]:
    for index, person in enumerate(case.people or ()):
        for key, name in zip(keys_of(type(person)), type(person).model_fields, strict=True):
            entries = getattr(person, name)
            if not isinstance(entries, tuple):
                continue
            for number, entry in enumerate(entries):
                if isinstance(entry, Period) and entry.start and entry.end and entry.end.before(entry.start):
                    yield _backwards(("people", index, key, number, "to"))


def _backwards(path: Path) -> Problem:
    what = Text("“to” comes before “from”.", "«\u00a0to\u00a0» vient avant «\u00a0from\u00a0».")
    hint = Text(
        "Check both dates; the year comes first, then the month.",
        "Vérifiez les deux dates; l’année vient d’abord, puis le mois.",
    )
    return Problem("to-before-from", path, what, hint)


def _unknown_answer(id: str, known: list[str]) -> Problem:
    word = quoted(shown(id))
    what = Text(
        f"No checklist asks for the answer {word.en}.", f"Aucune liste de contrôle ne demande la réponse {word.fr}."
    )
    return Problem("unknown-answer", ("answers", id), what, _guess(id, known))


def _unknown_unsure(index: int, entry: str, known: list[str]) -> Problem:
    what = Text(
        "This entry of “unsure” is neither an answer id nor a key of the file.",
        "Cet élément de «\u00a0unsure\u00a0» n’est ni un identifiant de réponse ni une clé du dossier.",
    )
    return Problem("unknown-unsure", ("unsure", index), what, _guess(entry.removeprefix("answers."), known))


def _guess(id: str, known: list[str]) -> Text:
    if guess := did_you_mean(id, known):
        return guess
    return Text(
        "`ircc-prep schema case` lists the answers and the programs that ask them.",
        "`ircc-prep schema case` donne les réponses et les programmes qui les demandent.",
    )


def _unfit(path: Path, answer: Answer, declared: DeclaredAnswer) -> Iterator[Problem]:
    """What keeps an answer from being of its declared type."""
    found = None
    if declared.type == "date":
        found = None if _is_date(answer) else bad_date(path, answer)
    elif not _is_kind(answer, _KINDS[declared.type]):
        found = wrong_type(path, [_KINDS[declared.type]])
    elif declared.type == "choice" and answer not in declared.options:
        found = not_allowed(path, answer, declared.options)
    elif declared.type == "country" and answer not in COUNTRY_CODES:
        found = bad_country(path, answer)
    if found:
        id, what, hint = found
        yield Problem(id, path, what, hint)


def _is_kind(answer: Answer, kind: Kind) -> bool:
    if kind == "bool":
        return isinstance(answer, bool)
    if kind == "number":
        return isinstance(answer, int | float) and not isinstance(answer, bool)
    return isinstance(answer, str)


def _is_date(answer: Answer) -> bool:
    if isinstance(answer, bool | float):
        return False
    try:
        PartialDate.parse(str(answer))
    except ValueError:
        return False
    return True
