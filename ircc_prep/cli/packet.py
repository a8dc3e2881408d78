"""`ircc-prep packet`: the preparation packet, as a file to carry, print or read on a phone."""

from pathlib import Path

from ircc_prep.cli.opening import open_case, tell_unlocked
from ircc_prep.cli.options import CaseArgument, OnOption, Redact, RedactOption, Settings, day, opens_cases
from ircc_prep.cli.output import never_replacing
from ircc_prep.cli.packet_options import (
    BrandOption,
    FillableOption,
    LargePrintOption,
    OnlyOption,
    Paper,
    PaperOption,
    PrintedOption,
    SideBySideOption,
    WithoutOption,
    languages_of,
)
from ircc_prep.core.evaluate import evaluate
from ircc_prep.core.problems import one_of
from ircc_prep.core.redaction.redact import redacted
from ircc_prep.core.text import Text
from ircc_prep.errors import UsageError
from ircc_prep.files import brands, owner_file
from ircc_prep.files.companions import nameless_packet, packet_of
from ircc_prep.render.look import Look


@opens_cases
def packet(
    case: CaseArgument,
    output: PrintedOption = None,
    lang: SideBySideOption = None,
    paper: PaperOption = Paper.letter,
    large_print: LargePrintOption = False,
    fillable: FillableOption = False,
    only: OnlyOption = None,
    without: WithoutOption = None,
    brand: BrandOption = None,
    on: OnOption = None,
    redact: RedactOption = Redact.everything,
    *,
    settings: Settings,
) -> int:
    """Writes the packet beside the case, or where -o says. The file is readable by its owner alone."""
    from ircc_prep.api.printing import SUFFIXES, packet_bytes, press_for, sections
    from ircc_prep.api.views import view

    today = day(on)
    target = output or _target(case, redact)
    if target.suffix.lower() not in SUFFIXES:
        raise UsageError.saying(
            Text(
                f"A packet can’t be a “{target.suffix}” file.",
                f"Un document de préparation ne peut pas être un fichier « {target.suffix} ».",
            ),
            one_of(list(SUFFIXES)),
        )
    never_replacing([case], target)
    with press_for(target.suffix.lower()) as press:
        firm = brands.load(brand) if brand else None
        chosen = sections(only or (), without or (), firm)
        opened = open_case(case, settings)
        languages = languages_of(lang, settings.language(opened.case))
        evaluation = redacted(evaluate(opened.book, opened.case, today), redact.value, opened.book)
        views = [view(evaluation, opened.book, language, chosen, firm) for language in languages]
        look = Look(paper.value, large_print, fillable)
        owner_file.write(target, packet_bytes(views, target.suffix.lower(), look, press))
    settings.tell(Text(f"The packet: {target}", f"Le document de préparation : {target}"), opened.case)
    tell_unlocked(opened, target, settings)
    return 0


def _target(case: Path, redact: Redact) -> Path:
    """Where the packet goes by itself: a case is often called after somebody, a redacted packet never is."""
    return packet_of(case) if redact is Redact.everything else nameless_packet(case, redact.value)
