"""Figures with their parts: points, funds. Ranges while something is unknown."""

from ircc_prep.core import result
from ircc_prep.render.context import Context
from ircc_prep.render.parts import Figure, FigurePart, Line, Section, Tone


def figures_section(context: Context) -> Section:
    """Every figure with its parts, its threshold and what is still missing."""
    words = context.words
    figures = tuple(_figure(figure, context) for figure in context.evaluation.figures)
    return Section("figures", words.say("section.figures"), "figures", words.say("lead.figures"), figures=figures)


def range_words(low: float | None, high: float | None, unit: str | None, context: Context) -> str:
    """A value that may not be known exactly."""
    words = context.words
    if low is None and high is None:
        return words.say("figure.unknown")
    if low == high and low is not None:
        return words.amount(low, unit)
    if low is None or high is None:
        key, bound = ("at-least", low) if high is None else ("at-most", high)
        return words.say(f"figure.{key}", **{"low" if high is None else "high": words.amount(bound or 0, unit)})
    return words.say("figure.range", low=words.amount(low, unit), high=words.amount(high, unit))


def _figure(figure: result.Figure, context: Context) -> Figure:
    words, unit = context.words, figure.unit
    withheld = context.evaluation.redaction is not None and context.evaluation.redaction.audience == "log"
    parts = tuple(
        FigurePart(
            words.of(part.title),
            range_words(part.low, part.high, unit, context),
            words.amount(part.most, unit) if part.most is not None else None,
        )
        for part in figure.parts
    )
    lines = list(context.prose("note", None, figure.note)) if figure.note else []
    missing = context.facts.missing(figure.missing_facts)
    if missing:
        lines.append(Line("settles", words.label("line.missing"), "", context.points(missing)))
    tone, verdict = _verdict(figure, context)
    threshold = (
        words.say("figure.threshold", threshold=words.amount(figure.threshold, unit))
        if figure.threshold is not None
        else None
    )
    value = words.say("redacted.figure") if withheld else range_words(figure.low, figure.high, unit, context)
    cites = context.cite(figure.sources)
    return Figure(figure.name, words.of(figure.title), value, threshold, verdict, tone, parts, tuple(lines), cites)


def _verdict(figure: result.Figure, context: Context) -> tuple[Tone, str | None]:
    if figure.threshold is None:
        return "plain", None
    if figure.low is not None and figure.low >= figure.threshold:
        return "ready", context.words.say("figure.reached")
    if figure.high is not None and figure.high < figure.threshold:
        return "missing", context.words.say("figure.not-reached")
    return "open", context.words.say("figure.not-told")
