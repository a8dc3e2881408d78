"""What the files of a checklist say of one another: sources that exist, ids that are used once."""

from collections.abc import Iterator

from ircc_prep.core.checklist import Checklist, Topic
from ircc_prep.core.problems import Path, Problem, did_you_mean
from ircc_prep.core.review import checks as _checks  # noqa: F401  # registers them
from ircc_prep.core.review.register import CHECKS
from ircc_prep.core.text import Text


def reference_problems(checklist: Checklist) -> Iterator[Problem]:
    """Every source that no register holds, and every id that stands twice in one program."""
    yield from _unknown_sources(checklist)
    yield from _unknown_checks(checklist)
    yield from _twice(checklist)


def _unknown_sources(checklist: Checklist) -> Iterator[Problem]:
    known = list(checklist.sources)
    for path, sources in (*_cited(checklist), *_cited_by_tables(checklist)):
        for index, source in enumerate(sources):
            if source not in checklist.sources:
                what = Text(f"No register has the source “{source}”.", f"Aucun registre n’a la source « {source} ».")
                if path[0] == "tables":
                    what = Text(f"Table “{path[1]}”: {what.en}", f"Table « {path[1]} » : {what.fr}")
                hint = did_you_mean(source, known) or Text(
                    "Add it to checklists/sources.", "Ajoutez-la dans checklists/sources."
                )
                yield Problem("unknown-source", (*path, "sources", index), what, hint)


def _unknown_checks(checklist: Checklist) -> Iterator[Problem]:
    for file, rule in checklist.findings.items():
        if rule.finding not in CHECKS:
            what = Text(
                f"No check has the id “{rule.finding}”.", f"Aucune vérification n’a l’identifiant « {rule.finding} »."
            )
            hint = did_you_mean(rule.finding, list(CHECKS)) or Text(
                "A finding’s words belong to a check in ircc_prep/core/review/checks.",
                "Les textes d’un constat vont avec une vérification de ircc_prep/core/review/checks.",
            )
            yield Problem("unknown-check", (file, "finding"), what, hint)
    known = [rule.finding for rule in checklist.findings.values()]
    for path, codes in _named_findings(checklist):
        for index, code in enumerate(codes):
            if code not in known:
                what = Text(f"There is no finding “{code}”.", f"Il n’y a pas de constat « {code} ».")
                hint = did_you_mean(code, known) or Text("Remove it.", "Enlevez-le.")
                yield Problem("unknown-check", (*path, index), what, hint)


def _named_findings(checklist: Checklist) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Every list of findings' ids, with its path."""
    yield (checklist.file, "review", "leaves_out"), checklist.program.review.leaves_out
    for index, rule in enumerate(checklist.program.interview.rules):
        yield (checklist.file, "interview", "rules", index, "findings"), rule.findings
    for file, topic in checklist.topics.items():
        for index, signal in enumerate(topic.signals):
            yield (file, "signals", index, "findings"), signal.findings


def _cited_by_tables(checklist: Checklist) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Which file a table stands in isn't known here; its name says enough."""
    for name, table in checklist.tables.items():
        for index, version in enumerate(table.versions):
            yield ("tables", name, "versions", index), version.sources


def _cited(checklist: Checklist) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Every list of sources with its path."""
    yield from _cited_by_program(checklist)
    for file, finding in checklist.findings.items():
        yield (file,), finding.sources
        for says, words in finding.says.items():
            yield (file, "says", says), words.sources
    for file, topic in checklist.topics.items():
        yield from _cited_by_requirements(file, topic)
        for index, figure in enumerate(topic.computed):
            yield (file, "computed", index), figure.sources
        for index, question in enumerate(topic.officer_questions):
            yield (file, "officer_questions", index), question.sources
        for index, piece in enumerate(topic.guidance):
            yield (file, "guidance", index), piece.sources
        for index, signal in enumerate(topic.signals):
            yield (file, "signals", index), signal.sources


def _cited_by_requirements(file: str, topic: Topic) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for index, requirement in enumerate(topic.requirements):
        for number, version in enumerate(requirement.rules):
            yield (file, "requirements", index, "rules", number), version.sources
        if requirement.timing:
            yield (file, "requirements", index, "timing"), requirement.timing.sources


def _cited_by_program(checklist: Checklist) -> Iterator[tuple[Path, tuple[str, ...]]]:
    program = checklist.program
    yield (checklist.file, "review"), program.review.sources
    for index, status in enumerate(program.status):
        yield (checklist.file, "status", index), status.sources
    for index, rule in enumerate(program.interview.rules):
        yield (checklist.file, "interview", "rules", index), rule.sources
    yield (checklist.file, "interview", "otherwise"), program.interview.otherwise.sources


def _twice(checklist: Checklist) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for path, kind, id in _ids(checklist):
        if (kind, id) in seen:
            what = Text(f"“{id}” stands here a second time.", f"« {id} » figure ici une deuxième fois.")
            yield Problem(
                "duplicate-id",
                path,
                what,
                Text("Give one of them another id.", "Donnez un autre identifiant à l’un des deux."),
            )
        seen.add((kind, id))


def _ids(checklist: Checklist) -> Iterator[tuple[Path, str, str]]:
    """Every id, with its path and the kind of thing within which it must be the only one."""
    yield from _reason_ids(checklist)
    for file, rule in checklist.findings.items():
        yield (file, "finding"), "finding", rule.finding
    for file, topic in checklist.topics.items():
        for index, question in enumerate(topic.questions):
            yield (file, "questions", index, "fact"), "question", question.fact
        for index, requirement in enumerate(topic.requirements):
            yield (file, "requirements", index, "id"), "requirement", requirement.id
            for number, version in enumerate(requirement.rules):
                yield (
                    (file, "requirements", index, "rules", number, "from"),
                    f"rule of {requirement.id}",
                    str(version.start),
                )
        for index, figure in enumerate(topic.computed):
            yield (file, "computed", index, "name"), "figure", figure.name
        for index, asked in enumerate(topic.officer_questions):
            yield (file, "officer_questions", index, "id"), "officer question", asked.id
        for index, piece in enumerate(topic.guidance):
            yield (file, "guidance", index, "id"), "guidance", piece.id


def _reason_ids(checklist: Checklist) -> Iterator[tuple[Path, str, str]]:
    """The ids under which the interview's reasons are told: its rules', its last word's and the signals'."""
    interview = checklist.program.interview
    for index, rule in enumerate(interview.rules):
        yield (checklist.file, "interview", "rules", index, "id"), "reason", rule.id
    yield (checklist.file, "interview", "otherwise", "id"), "reason", interview.otherwise.id
    for file, topic in checklist.topics.items():
        for index, signal in enumerate(topic.signals):
            yield (file, "signals", index, "id"), "reason", signal.id
