"""The API gives what the commands write: one result, two ways to it."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import ircc_prep
from tests.cli.conftest import Run, run

__all__ = ["run"]  # the fixture

ROOT = Path(__file__).parents[2]
PERSONAS = ROOT / "checklists" / "personas"
LAN = PERSONAS / "spouse-partner.en.yaml"
DAY = date(2026, 11, 22)
ON = ("--on", DAY.isoformat())


def opened(path: Path = LAN) -> ircc_prep.OpenCase:
    return ircc_prep.open_case(path)


@pytest.mark.parametrize("redact", ["self", "consultant", "log"])
@pytest.mark.parametrize("persona", ["spouse-partner.en", "express-entry.fr", "prra-hearing.fr"])
def test_a_check_is_that_of_the_command(run: Run, persona: str, redact: Any) -> None:
    path = PERSONAS / f"{persona}.yaml"
    said = run("check", path, *ON, "--format", "json", "--redact", redact, "--strict")
    found = ircc_prep.check(opened(path), on=DAY, redact=redact, strict=True)
    assert found.result == json.loads(said.out)
    assert found.exit_code == said.code


def test_the_summary_is_the_result_in_short() -> None:
    found = ircc_prep.check(opened(), on=DAY, lang="fr")
    result = found.result
    assert [item.id for item in found.items] == [item["id"] for item in result["items"]]
    assert found.counts.to_get == len([item for item in found.items if item.to_get])
    assert found.counts.ready == result["summary"]["ready"]
    assert [each for group in found.findings_by_code.values() for each in group] == sorted(
        found.findings, key=lambda finding: list(found.findings_by_code).index(finding.code)
    )
    assert len({concern.name for concern in found.concerns}) == len(found.concerns)
    assert found.interview == result["interview"]["likelihood"]
    assert found.checked_on == DAY


@pytest.mark.parametrize("fail_on", ["blocker", "missing", "warning", "never"])
def test_what_fails_is_what_fails_the_command(run: Run, fail_on: Any) -> None:
    found = ircc_prep.check(opened(), on=DAY, fail_on=fail_on)
    assert found.exit_code == run("check", LAN, *ON, "--fail-on", fail_on).code
    assert found.ready == (found.exit_code == 0)


def test_waivers_and_baselines_count_as_they_do_for_the_command(run: Run, tmp_path: Path) -> None:
    case, baseline, waivers = tmp_path / "lan.yaml", tmp_path / "known.json", tmp_path / "waivers.yaml"
    case.write_bytes(LAN.read_bytes())
    run("check", case, *ON, "--write-baseline", baseline)
    assert ircc_prep.check(opened(case), on=DAY, baseline=baseline).ready
    waivers.write_text(
        "schema: 1\nwaivers:\n  - {item: police-certificate, person: lan, country: JP, reason: Asked for., "
        "owner: A. Conseil, expires: 2027-01-31}\n",
        encoding="utf-8",
    )
    found = ircc_prep.check(opened(case), on=DAY, waivers=waivers)
    (waived,) = [concern for concern in found.concerns if concern.standing == "waived"]
    assert (waived.name, waived.expires) == ("police-certificate/lan/JP", date(2027, 1, 31))


@pytest.mark.parametrize("redact", ["self", "consultant", "log"])
def test_what_is_gone_from_a_baseline_is_told_to_each_reader_as_by_the_command(
    run: Run, tmp_path: Path, redact: Any
) -> None:
    case, baseline = tmp_path / "lan.yaml", tmp_path / "known.json"
    case.write_bytes(LAN.read_bytes())
    run("check", case, *ON, "--write-baseline", baseline)
    known = json.loads(baseline.read_text(encoding="utf-8"))
    known["accepted"].append({**known["accepted"][-1], "id": "long-gone", "country": "KI"})
    baseline.write_text(json.dumps(known), encoding="utf-8")
    said = run("check", case, *ON, "--format", "json", "--redact", redact, "--baseline", baseline)
    found = ircc_prep.check(opened(case), on=DAY, redact=redact, baseline=baseline)
    assert found.result == json.loads(said.out)
    assert ("KI" in json.dumps(found.result["gate"])) is (redact != "log")


@pytest.mark.parametrize(("form", "lang"), [("md", "fr"), ("txt", "both"), ("html", "en")])
def test_a_packet_and_a_letter_are_the_bytes_that_the_commands_write(
    run: Run, tmp_path: Path, form: Any, lang: Any
) -> None:
    file = tmp_path / f"out.{form}"
    assert run("packet", LAN, *ON, "-o", file, "--lang", lang, "--without", "timeline").code == 0
    assert ircc_prep.packet(opened(), form=form, lang=lang, without="timeline", on=DAY) == file.read_bytes()
    assert run("letter", "request", LAN, *ON, "-o", file, "--lang", lang).code == 0
    assert ircc_prep.letter("request", opened(), form=form, lang=lang, on=DAY) == file.read_bytes()


@pytest.mark.slow
def test_a_pdf_is_the_bytes_that_the_command_writes(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    assert run("packet", LAN, *ON, "-o", file, "--only", "summary", "--paper", "a4").code == 0
    assert ircc_prep.packet(opened(), only=["summary"], paper="a4", on=DAY) == file.read_bytes()


def test_a_calendar_is_that_of_the_command_but_for_the_time_of_writing(run: Run) -> None:
    def timeless(text: str) -> list[str]:
        return [line for line in text.splitlines() if not line.startswith(("DTSTAMP", "SEQUENCE"))]

    made = ircc_prep.calendar(opened(), on=DAY)
    assert timeless(made.decode()) == timeless(run("calendar", LAN, *ON, "-o", "-").out)
    assert made == ircc_prep.calendar(opened(), on=DAY)


def test_an_explanation_is_that_of_the_command(run: Run) -> None:
    said = run("why", LAN, "police-certificate/lan/JP", "--if", "people.lan.stays[1].to=2017-08-31", *ON,
               "--format", "json")  # fmt: skip
    assumed = {"people.lan.stays[1].to": date(2017, 8, 31)}
    assert ircc_prep.why(opened(), "police-certificate/lan/JP", assume=assumed, on=DAY) == json.loads(said.out)


@pytest.mark.parametrize(
    ("fact", "value", "word"),
    [
        ("relationship.lives_together", True, "yes"),
        ("submitted", None, ""),
        ("people.lan.citizenships", ["VN", "JP"], "VN,JP"),
        ("relationship.first_met", "2018", "2018"),
    ],
)
def test_assumptions_are_values_as_the_command_reads_them_in_words(run: Run, fact: str, value: Any, word: str) -> None:
    said = run("why", LAN, "--if", f"{fact}={word}", *ON, "--format", "json")
    assert ircc_prep.why(opened(), assume={fact: value}, on=DAY) == json.loads(said.out)


def test_a_difference_is_that_of_the_command(run: Run, tmp_path: Path) -> None:
    newer = tmp_path / "newer.yaml"
    newer.write_text(LAN.read_text(encoding="utf-8").replace("2027-02-06", "2036-02-06"), encoding="utf-8")
    said = run("diff", LAN, newer, *ON, "--format", "json", "--redact", "consultant")
    assert ircc_prep.diff(opened(), opened(newer), on=DAY, redact="consultant") == json.loads(said.out)


def test_packs_are_linted_tried_and_compared_as_by_the_commands(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pack" / "visitor"
    folder.mkdir(parents=True)
    text = (ROOT / "checklists" / "visitor" / "program.yaml").read_text(encoding="utf-8")
    (folder / "program.yaml").write_text(text, encoding="utf-8")
    options = ("--program", "visitor")
    said = run("pack", "diff", folder.parent, PERSONAS / "visitor.en.yaml", *options, *ON, "--format", "json")
    cases = [PERSONAS / "visitor.en.yaml"]
    assert ircc_prep.diff_packs(None, folder.parent, cases=cases, programs="visitor", on=DAY) == json.loads(said.out)
    tried = ircc_prep.try_pack(folder.parent, programs=["visitor"])
    assert f"{tried.examples} examples run." in run("pack", "test", folder.parent, *options).err
    (folder / "program.yaml").write_text(text + "nonsense: 1\n", encoding="utf-8")
    (problem,) = ircc_prep.lint_pack(folder.parent, programs=["visitor"])
    assert problem.id == "unknown-key"
    assert str(problem.place) in run("pack", "lint", folder.parent, *options).err


def test_the_day_may_be_given_as_a_moment() -> None:
    moment = datetime(2026, 11, 22, 15, 30)  # noqa: DTZ001 - a program may well give one
    assert ircc_prep.check(opened(), on=moment).result == ircc_prep.check(opened(), on=DAY).result


@pytest.mark.parametrize(
    ("wrong", "known"),
    [
        ({"fail_on": "mising"}, "missing"),
        ({"redact": "selv"}, "self"),
        ({"lang": "de"}, "en, fr"),
    ],
)
def test_a_word_that_there_is_not_is_an_error_that_names_those_there_are(wrong: dict[str, Any], known: str) -> None:
    with pytest.raises(ircc_prep.UsageError) as caught:
        ircc_prep.check(opened(), **wrong)
    assert known in caught.value.problems[0].hint.en


def test_nothing_is_printed_and_no_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    case = opened()
    ircc_prep.check(case)
    ircc_prep.packet(case, form="html")
    ircc_prep.letter("handover", case, form="md")
    ircc_prep.calendar(case)
    ircc_prep.diff(case, case)
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
