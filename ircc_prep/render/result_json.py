"""The result as programs read it: `ircc-prep/result/1`. Keys stay; adding one is compatible."""

from collections.abc import Iterable, Sequence
from typing import Any

from ircc_prep.core.dates import PartialDate
from ircc_prep.core.result import Evaluation, Figure, Finding, Item, OfficerQuestion, OpenQuestion, Read
from ircc_prep.core.text import Language, Text
from ircc_prep.render.facts import Facts
from ircc_prep.render.said import filled
from ircc_prep.render.words import Words

SCHEMA = "ircc-prep/result/1"


def result(evaluation: Evaluation, version: str, words: Words) -> dict[str, Any]:
    """The evaluation as JSON values, with its texts in the language of `words`."""
    chosen: Language = words.language
    facts = Facts(evaluation.case, words, evaluation.redaction)
    summary, interview = evaluation.summary, evaluation.interview
    return {
        "schema": SCHEMA,
        "tool": {"version": version},
        "case": {
            "program": evaluation.case.program,
            "stream": evaluation.case.stream,
            "language": chosen,
            "checked_on": evaluation.checked_on.isoformat(),
            "rules_on": str(evaluation.rules_on),
            "program_status": _text(evaluation.program_status, chosen),
            **({"redacted_for": evaluation.redaction.audience} if evaluation.redaction else {}),
        },
        "summary": {
            "ready": summary.ready,
            "to_get": summary.to_get,
            "undetermined": summary.undetermined,
            "not_needed": summary.not_needed,
            "recommended": summary.recommended,
            "blockers": summary.blockers,
            "warnings": summary.warnings,
            "notes": summary.notes,
        },
        "interview": {
            "likelihood": interview.likelihood,
            "reasons": [
                {"id": reason.id, "message": reason.message.of(chosen), "sources": list(reason.sources)}
                for reason in interview.reasons
            ],
            "missing_facts": list(interview.missing_facts),
        },
        "items": [_item(item, chosen) for item in evaluation.items],
        "findings": [_finding(finding, facts) for finding in evaluation.findings],
        "computed": [_figure(figure, chosen) for figure in evaluation.figures],
        "officer_questions": [
            _officer_question(question, evaluation.findings, chosen) for question in evaluation.officer_questions
        ],
        "guidance": _guidance(evaluation, chosen),
        "open_questions": [_open_question(question, chosen) for question in evaluation.open_questions],
        "sources": _sources(evaluation, chosen),
    }


def _item(item: Item, language: Language) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "title": item.title.of(language),
        "person": item.person,
        "country": item.country,
        "status": item.status,
        "holding": item.holding,
        "reason": item.reason.of(language),
        "why": _reads(item.why),
        "missing_facts": list(item.missing_facts),
        "holding_why": _reads(item.holding_reads),
        "holding_because": _text(item.fault, language),
        "rule_from": item.rule_from.isoformat() if item.rule_from else None,
        "confidence": item.confidence,
        "disputed": item.disputed is not None,
        "dispute": _text(item.disputed, language),
        "prepare": _text(item.prepare, language),
        "form": item.form,
        "sources": list(item.sources),
    }


def _finding(finding: Finding, facts: Facts) -> dict[str, Any]:
    def said(text: Text | None) -> str | None:
        return filled(text, finding.words, facts) if text else None

    return {
        "code": finding.code,
        "severity": finding.severity,
        "person": finding.person,
        "from": str(finding.start) if finding.start else None,
        "to": str(finding.end) if finding.end else None,
        "title": finding.title.of(facts.words.language),
        "message": said(finding.message),
        "matters": finding.matters.of(facts.words.language),
        "facts": list(finding.facts),
        "asks": list(finding.asks),
        "officer_may_ask": said(finding.officer_may_ask),
        "prepare": said(finding.prepare),
        "confidence": finding.confidence,
        "sources": list(finding.sources),
    }


def _figure(figure: Figure, language: Language) -> dict[str, Any]:
    return {
        "name": figure.name,
        "title": figure.title.of(language),
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "threshold": _number(figure.threshold),
        "unit": figure.unit,
        "parts": [
            {
                "name": part.name,
                "title": part.title.of(language),
                "value": _number(part.low if part.low == part.high else None),
                "low": _number(part.low),
                "high": _number(part.high),
                "most": _number(part.most),
            }
            for part in figure.parts
        ],
        "note": _text(figure.note, language),
        "missing_facts": list(figure.missing_facts),
        "sources": list(figure.sources),
    }


def _officer_question(question: OfficerQuestion, findings: Sequence[Finding], language: Language) -> dict[str, Any]:
    return {
        "id": question.id,
        "person": question.person,
        "ask": question.ask.of(language),
        "looks_for": _text(question.looks_for, language),
        "verifies": [read.fact for read in question.verifies],
        "raised_by": list(dict.fromkeys(findings[place].name for place in question.raised_by)),
        "prepare": _text(question.prepare, language),
        "sources": list(question.sources),
    }


def _guidance(evaluation: Evaluation, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "id": guidance.id,
            "section": guidance.section,
            "urgent": guidance.urgent,
            "title": guidance.title.of(language),
            "text": guidance.text.of(language),
            "in_short": _text(guidance.in_short, language),
            "confidence": guidance.confidence,
            "disputed": guidance.disputed is not None,
            "dispute": _text(guidance.disputed, language),
            "sources": list(guidance.sources),
        }
        for guidance in evaluation.guidance
    ]


def _open_question(question: OpenQuestion, language: Language) -> dict[str, Any]:
    return {
        "fact": question.fact,
        "ask": question.ask.format(**dict(question.entry)).of(language),
        "why": _text(question.why, language),
        "settles": list(question.settles),
        "unsure": question.unsure,
        "given": question.given,
    }


def _sources(evaluation: Evaluation, language: Language) -> dict[str, dict[str, Any]]:
    return {
        id: {
            "title": source.title.of(language),
            "publisher": source.publisher.of(language),
            "url": source.url.of(language),
            "kind": source.kind,
            "checked": source.checked.isoformat(),
            "dated": None if source.dated == "undated" else str(source.dated),
            "confidence": source.confidence,
        }
        for id, source in sorted(evaluation.sources.items())
    }


def _reads(reads: Iterable[Read]) -> list[dict[str, Any]]:
    return [
        {"fact": read.fact, "value": str(read.value) if isinstance(read.value, PartialDate) else read.value}
        for read in reads
    ]


def _text(text: Text | None, language: Language) -> str | None:
    return text.of(language) if text else None


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value
