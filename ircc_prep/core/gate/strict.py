"""What `--strict` makes fail: what a result rests on that nobody vouches for, and what in the file counts for nothing.

Keys that the format doesn't have are errors anyway. What can still go unseen is an answer that this program doesn't
ask for or that another answer sets aside, and a paper that no item of this case is about.
"""

from collections.abc import Iterator

from ircc_prep.core.aside import set_aside
from ircc_prep.core.case import Case, Document
from ircc_prep.core.gate.concern import Concern, named_apart
from ircc_prep.core.lint.stale import stale_sources
from ircc_prep.core.result import Evaluation, Item
from ircc_prep.core.rulebook import Rulebook
from ircc_prep.core.text import Text

STALE, UNVERIFIED, UNUSED_ANSWER, UNUSED_PAPER = "stale-source", "unverified-rule", "unused-answer", "unused-document"
IDS = (STALE, UNVERIFIED, UNUSED_ANSWER, UNUSED_PAPER)


def strict_concerns(evaluation: Evaluation, case: Case, book: Rulebook, stale_after: int) -> tuple[Concern, ...]:
    """The rules that nobody is sure of, the sources not compared for so many days, and what counts for nothing.

    `case` is as the person gave it. The unverified rules come first, and the evaluation for an audience has as many.
    """
    found = [
        *unverified_rules(evaluation),
        *_stale(evaluation, stale_after),
        *_unused_answers(case, book, evaluation),
        *_unused_papers(case, evaluation),
    ]
    return tuple(named_apart(found))


def unverified_rules(evaluation: Evaluation) -> Iterator[Concern]:
    """One for each rule that a result rests on and that is disputed, held with low confidence, or unknown for the day.

    A *not needed* rests on its rule as much as a *needed* does.
    """
    seen = set()
    for item in evaluation.items:
        unknown = item.status == "no-rule-in-force"
        if (unknown or item.disputed or item.confidence == "low") and item.id not in seen:
            seen.add(item.id)
            why = _UNKNOWN if unknown else _DISPUTED if item.disputed else _UNSURE
            yield _strict(UNVERIFIED, item.id, _about(item.title, why), item.disputed, sources=item.sources)
    for finding in evaluation.findings:
        if finding.confidence == "low" and finding.code not in seen:
            seen.add(finding.code)
            yield _strict(UNVERIFIED, finding.code, _about(finding.title, _UNSURE), None, sources=finding.sources)


_UNKNOWN = Text("no rule is known for that day", "aucune règle n’est connue pour ce jour")
_DISPUTED = Text("official sources disagree", "les sources officielles se contredisent")
_UNSURE = Text("no official source settles it", "aucune source officielle ne le confirme")


def _stale(evaluation: Evaluation, days: int) -> Iterator[Concern]:
    for problem in stale_sources(evaluation.sources.items(), evaluation.checked_on, days):
        id = str(problem.path[0])
        url = evaluation.sources[id].url
        hint = Text(
            f"Read {url.en} yourself, or use newer checklists.",
            f"Lisez vous-même {url.fr}, ou utilisez des listes de contrôle plus récentes.",
        )
        yield _strict(STALE, id, problem.what, hint, sources=(id,))


def _unused_answers(case: Case, book: Rulebook, evaluation: Evaluation) -> Iterator[Concern]:
    aside = set_aside(book, case, evaluation.checked_on)
    # That a question of safety was put at all is told nowhere.
    for id in sorted(aside - book.facts_on_safety):
        what = Text(
            f"The answer “{id}” counts for nothing: another answer has set it aside.",
            f"La réponse « {id} » ne compte pas : une autre réponse l’a écartée.",
        )
        hint = Text("Remove it, or correct the other.", "Retirez-la, ou corrigez l’autre.")
        yield _strict(UNUSED_ANSWER, id, what, hint, (id,))
    others = [id for id, answer in case.answers.items() if answer is not None and id not in book.answer_types]
    if others:
        # Another program's question may be one of safety, which this one's checklist doesn't know: no names.
        what = Text(
            f"This program doesn’t ask for {len(others)} of the answers.",
            f"Réponses que ce programme ne demande pas : {len(others)}.",
        )
        hint = Text(
            "`ircc-prep schema case` says which programs ask for which answers.",
            "`ircc-prep schema case` dit quels programmes demandent quelles réponses.",
        )
        yield _strict(UNUSED_ANSWER, "others", what, hint, ("answers",))


def _unused_papers(case: Case, evaluation: Evaluation) -> Iterator[Concern]:
    for index, paper in enumerate(case.documents or ()):
        if not any(_is_for(paper, item, case) for item in evaluation.items):
            what = Text(
                "A document in the file is for nothing on the list.", "Un document ne correspond à rien de la liste."
            )
            hint = Text(
                "Look at its item, person and country, or remove it.",
                "Vérifiez son élément, sa personne et son pays, ou retirez-le.",
            )
            whose = paper.person, paper.country
            yield _strict(UNUSED_PAPER, paper.item, what, hint, (f"documents[{index}]",), whose=whose)


def _is_for(paper: Document, item: Item, case: Case) -> bool:
    """Whether a paper is looked at for an item; without a person it is the principal applicant's."""
    principal = case.with_roles(("principal-applicant",))
    person = paper.person or (principal[0].id if principal else None)
    return paper.item == item.id and item.country in (None, paper.country) and item.person in (None, person)


def _strict(
    id: str,
    about: str,
    message: Text,
    hint: Text | None,
    facts: tuple[str, ...] = (),
    *,
    sources: tuple[str, ...] = (),
    whose: tuple[str | None, str | None] = (None, None),
) -> Concern:
    """Whatever `--fail-on` says, it counts as what blocks."""
    person, country = whose
    name = "/".join(part for part in (id, about, person, country) if part)
    return Concern(
        kind="strict",
        id=id,
        name=name,
        level="blocker",
        message=message,
        person=person,
        country=country,
        hint=hint,
        facts=facts,
        sources=sources,
        state=about,
    )


def _about(title: Text, why: Text) -> Text:
    return Text(f"{title.en}: {why.en}.", f"{title.fr} : {why.fr}.")
