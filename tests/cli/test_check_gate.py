"""What `check` fails for and what it accepts, where its outputs go, and how unreadable cases are told of: real runs."""

import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import jsonschema
import pexpect
import pytest

from ircc_prep.cli.checking import Gate, found
from ircc_prep.cli.keyring import Keyring
from ircc_prep.cli.options import Settings
from ircc_prep.core.schemas import result_schema
from tests.cli.conftest import Ran, Run
from tests.cli.test_lock_terminal import Terminal

DAY = "2026-11-22"
HEAD = "schema: 1\nprogram: temporary-resident-permit\n"
ANA = HEAD + "people:\n  - {id: ana, role: principal-applicant}\n"
WAIVED = "  - {{item: {item}, person: ana, reason: canary reason, owner: Canary Owner, expires: {expires}}}\n"
PAPERS = ("letter-of-explanation", "proof-of-need", "passport", "photos")

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file that is its owner's alone, and gives its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def ana(write: Write) -> Path:
    """A case with four papers to get and much that can't be told."""
    return write("ana.yaml", ANA)


@pytest.fixture
def check(run: Run) -> Run:
    """Runs `check` on one day."""
    return lambda *arguments: run("check", *arguments, "--on", DAY)


def waivers(*items: str, expires: str = "2027-03-01") -> str:
    return "schema: 1\nwaivers:\n" + "".join(WAIVED.format(item=item, expires=expires) for item in items)


def gate(ran: Ran) -> dict[str, object]:
    found: dict[str, object] = json.loads(ran.out)["gate"]
    return found


def test_the_gate_is_in_the_published_schema_and_counts_what_counts(check: Run, ana: Path, write: Write) -> None:
    ran = check(ana, "--format", "json", "--waivers", write("w.yaml", waivers("photos")), "--strict")
    result = json.loads(ran.out)
    jsonschema.validate(result, result_schema())
    assert result["gate"]["counted"]["missing"] == 3
    assert (result["gate"]["waived"], result["gate"]["exit_code"], ran.code) == (1, 1, 1)
    photos = next(each for each in result["gate"]["concerns"] if each["name"] == "photos/ana")
    assert (photos["standing"], photos["owner"], photos["expires"]) == ("waived", "Canary Owner", "2027-03-01")


def test_a_waiver_lets_a_check_pass_and_leaves_the_item_to_get(check: Run, ana: Path, write: Write) -> None:
    ran = check(ana, "--waivers", write("w.yaml", waivers(*PAPERS)))
    assert ran.code == 3
    assert "4 waived" in ran.out
    assert "photos/ana" in ran.out
    assert "Canary Owner: canary reason" in ran.out
    assert "4 to get" in ran.out


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_an_expired_waiver_fails_the_check_and_says_so(check: Run, ana: Path, write: Write, form: str) -> None:
    file = write("w.yaml", waivers("photos", expires="2026-11-21"))
    ran = check(ana, "--waivers", file, "--fail-on", "blocker", "--format", form)
    assert ran.code == 1
    assert "waiver-expired/photos/ana" in ran.out
    assert check(ana, "--fail-on", "blocker").code == 3


def test_a_waiver_that_covers_nothing_is_told_of_and_fails_when_it_is_strict(
    check: Run, ana: Path, write: Write
) -> None:
    file = write("w.yaml", waivers(*PAPERS, "foto"))
    loose, strict = check(ana, "--waivers", file), check(ana, "--waivers", file, "--strict")
    assert (loose.code, strict.code) == (3, 1)
    assert "waiver-idle/foto/ana" in loose.out
    assert "w.yaml:7:5" in loose.out


def test_a_file_of_waivers_with_mistakes_stops_the_run_and_repeats_nobodys_words(
    check: Run, ana: Path, write: Write
) -> None:
    file = write("w.yaml", waivers("photos", expires="2030-01-01").replace("item:", "itm:"))
    ran = check(ana, "--waivers", file, "-o", "out.json")
    assert ran.code == 2
    assert f"{file}:3:6: The key “itm” isn’t known here. [unknown-key]" in ran.err
    assert "[waiver-too-long]" in ran.err
    assert "anary" not in ran.err
    assert not Path("out.json").exists()


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "markdown", "sarif", "junit", "github"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_redacted_no_format_tells_who_answers_for_what_or_why(
    check: Run, write: Write, form: str, language: str
) -> None:
    case = write("canary.yaml", ANA.replace("ana", "canary"))
    text = waivers("photos", "idle") + waivers("passport", expires="2026-01-01").partition("waivers:\n")[2]
    file = write("canary-waivers.yaml", text.replace("ana", "canary"))
    options = ("--waivers", file, "--strict", "--redact", "log", "--format", form, "--lang", language)
    ran = check(case, *options)
    assert ran.code == 1
    assert "anary" not in ran.out + ran.err


def test_a_baseline_accepts_what_was_known_and_lets_nothing_new_through(check: Run, ana: Path) -> None:
    wrote = check(ana, "--write-baseline", "base.json")
    assert wrote.code == 0
    assert "accepts 25" in wrote.err
    assert stat.S_IMODE(Path("base.json").stat().st_mode) == 0o600
    assert check(ana, "--baseline", "base.json").code == 0
    ana.write_text(ANA + "answers: {trp.in_canada: true}\n", encoding="utf-8")
    ran = check(ana, "--baseline", "base.json", "--format", "json")
    assert ran.code == 1
    new = [each["name"] for each in json.loads(ran.out)["gate"]["concerns"] if each["standing"] == "counted"]
    assert new == ["imm-5708/ana", "imm-5557/ana"]
    assert {each["id"] for each in json.loads(ran.out)["gate"]["gone"]} >= {"imm-5708", "imm-5257"}
    assert "points of the baseline aren’t there any more" in check(ana, "--baseline", "base.json").out


def test_a_baseline_of_several_cases_keeps_each_to_itself(check: Run, ana: Path, write: Write) -> None:
    ben = write("ben.yaml", ANA)
    check(ana, "--write-baseline", "base.json")
    assert [check(case, "--baseline", "base.json").code for case in (ana, ben)] == [0, 1]
    assert check(ana, ben, "--write-baseline", "base.json").code == 0
    assert check(ben, ana, "--baseline", "base.json").code == 0


def test_a_baseline_is_written_over_itself_although_it_is_also_the_one_in_use(check: Run, ana: Path) -> None:
    assert check(ana, "--baseline", "base.json").code == 2
    assert check(ana, "--baseline", "base.json", "--write-baseline", "base.json").code == 0


def test_no_baseline_is_written_while_a_case_cannot_be_read(check: Run, ana: Path, write: Write) -> None:
    ran = check(ana, write("bad.yaml", "schema: 2\n"), "--write-baseline", "base.json")
    assert ran.code == 2
    assert "isn’t written" in ran.err
    assert not Path("base.json").exists()


def test_strict_counts_old_sources_by_the_days_that_are_asked_for(run: Run, ana: Path) -> None:
    for days, stale in (("3", True), ("9999", False)):
        ran = run("check", ana, "--on", "2027-11-22", "--strict", "--stale-after", days, "--format", "json")
        assert any(each["id"] == "stale-source" for each in json.loads(ran.out)["gate"]["concerns"]) is stale
    assert run("check", ana, "--strict", "--stale-after", "0").code == 2


def test_strict_fails_for_an_answer_that_counts_for_nothing(check: Run, write: Write) -> None:
    case = write("ana.yaml", ANA + "answers: {funds.amount: 5}\n")
    limit = ("--fail-on", "blocker")
    assert [check(case, *limit).code, check(case, *limit, "--strict").code] == [3, 1]
    assert "unused-answer/others" in check(case, *limit, "--strict").out


def test_exit_zero_goes_before_everything_but_what_cannot_be_read(check: Run, ana: Path, write: Write) -> None:
    assert check(ana, "--strict", "--exit-zero").code == 0
    assert check(ana, write("bad.yaml", "schema: 2\n"), "--exit-zero").code == 2


def test_formats_and_files_pair_in_order(check: Run, ana: Path) -> None:
    ran = check(ana, "--format", "sarif", "-o", "one", "--format", "junit", "-o", "two", "--format", "text", "-o", "-")
    assert json.loads(Path("one").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("two").read_text(encoding="utf-8").startswith("<?xml")
    assert "TO GET" in ran.out


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are letters there")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "markdown"])
def test_a_case_whose_name_is_no_utf_8_is_written_of_like_any_other(check: Run, write: Write, form: str) -> None:
    named, bad = write(os.fsdecode(b"ana-\xe9.yaml"), ANA), write(os.fsdecode(b"bad-\xff.yaml"), "schema: 2\n")
    ran = check(named.name, bad.name, "--format", form, "-o", "out")
    assert ran.code == 2
    assert "ana-" in Path("out").read_text(encoding="utf-8")


def test_without_a_format_the_name_of_a_file_tells_it(check: Run, ana: Path) -> None:
    begins = {
        "a.sarif": "{", "a.xml": "<?xml", "a.json": "{", "a.jsonl": '{"schema"', "a.md": "#", "a.txt": "Temporary",
        "A.JSON": "{", "a.unknown": "Temporary",
    }  # fmt: skip
    options = [part for name in begins for part in ("-o", name)]
    ran = check(ana, *options)
    assert ran.out == ""  # no terminal, and nothing was asked for there
    for name, begin in begins.items():
        assert Path(name).read_text(encoding="utf-8").startswith(begin), name
        assert stat.S_IMODE(Path(name).stat().st_mode) == 0o600


def test_a_text_in_a_file_is_80_columns_wide_and_has_no_colour(
    check: Run, ana: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    check(ana.name, "-o", "a.txt")  # the last line names the case, however long its path is
    lines = Path("a.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 80
    assert max(map(len, check(ana.name).out.splitlines())) > 80


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "json", "--format", "sarif", "-o", "a"),
        ("--format", "json", "-o", "a", "-o", "b"),
        ("--format", "json", "--format", "sarif"),
        ("-o", "-", "-o", "-"),
    ],
)
def test_what_cannot_be_paired_is_refused_before_anything_is_read(check: Run, options: tuple[str, ...]) -> None:
    ran = check("none.yaml", *options)
    assert ran.code == 2
    assert "[which-format]" in ran.err
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    "options",
    [
        ("-o", "a.json", "-o", "./a.json"),
        ("-o", "a.json", "--write-baseline", "a.json"),
        ("-o", "w.yaml", "--waivers", "w.yaml"),
        ("-o", "b.json", "--baseline", "b.json"),
        ("--write-baseline", "w.yaml", "--waivers", "w.yaml"),
    ],
)
def test_no_file_is_used_for_two_things(check: Run, ana: Path, write: Write, options: tuple[str, ...]) -> None:
    file = write("w.yaml", "schema: 1\nwaivers: []\n")
    ran = check(ana, *options)
    assert (ran.code, "[one-file-twice]" in ran.err) == (2, True)
    assert file.read_text(encoding="utf-8") == "schema: 1\nwaivers: []\n"


@pytest.mark.parametrize("option", ["-o", "--write-baseline"])
def test_nothing_that_is_written_replaces_a_case(check: Run, ana: Path, write: Write, option: str) -> None:
    other = write("ben.yaml", ANA)
    ran = check(ana, other, "-o", "fine.json", option, other)
    assert "[would-replace-the-case]" in ran.err
    assert other.read_text(encoding="utf-8") == ANA
    assert not Path("fine.json").exists()


def test_a_run_that_fails_to_write_leaves_what_was_there(check: Run, ana: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    assert check(ana, "--waivers", "none.yaml", "-o", target).code == 2
    assert target.read_text() == "before"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("json", '"not-allowed"'),
        ("jsonl", '"not-allowed"'),
        ("sarif", '"not-allowed"'),
        ("junit", 'type="not-allowed"'),
        ("github", "::error file=bad.yaml,line=1,col=9"),
        ("text", "bad.yaml can’t be read"),
        ("markdown", "bad.yaml:1:9"),
    ],
)
def test_a_case_that_cannot_be_read_is_in_every_format_and_the_code_stays_2(
    check: Run, ana: Path, write: Write, form: str, told: str
) -> None:
    del ana
    write("bad.yaml", "schema: 2\n" + ANA.partition("\n")[2])
    ran = check("ana.yaml", "bad.yaml", "--format", form)
    assert ran.code == 2
    assert told in ran.out
    assert "bad.yaml:1:9" in ran.err


def test_json_has_a_place_for_every_case_in_the_order_of_the_call(check: Run, ana: Path, write: Write) -> None:
    bad = write("bad.yaml", "schema: 2\nprogram: visitor\n")
    found = json.loads(check(bad, ana, bad, "--format", "json").out)
    schemas = ["ircc-prep/unread/1", "ircc-prep/result/1", "ircc-prep/unread/1"]
    assert [each["schema"] for each in found] == schemas
    assert found[0]["case"] == {"file": str(bad)}
    (problem,) = found[0]["problems"]
    assert (problem["id"], problem["line"], problem["column"]) == ("not-allowed", 1, 9)


def test_of_a_single_unreadable_case_only_what_reports_problems_is_written(check: Run, write: Write) -> None:
    bad = write("bad.yaml", "schema: 2\nprogram: visitor\n")
    ran = check(bad, "-o", "a.json", "-o", "a.sarif", "-o", "a.xml")
    assert ran.code == 2
    assert not Path("a.json").exists()
    assert '"not-allowed"' in Path("a.sarif").read_text(encoding="utf-8")
    assert '"not-allowed"' in Path("a.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "text"])
def test_redacted_an_unreadable_case_has_no_name(check: Run, write: Write, form: str) -> None:
    write("canary.yaml", "schema: 2\nprogram: visitor\n")
    ran = check("canary.yaml", "canary-gone.yaml", "--redact", "log", "--format", form)
    assert ran.code == 2
    assert "canary" not in ran.out + ran.err
    assert "CASE-2" in ran.out
    assert "CASE-1:1:9: " in ran.err


@pytest.mark.parametrize("text", ["schema: 2\n", None, ANA], ids=["unread", "missing", "open-to-others"])
def test_redacted_a_single_case_has_no_name_on_the_screen_either(run: Run, tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "canary.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "canary.yaml").chmod(0o644)
    ran = run("check", "canary.yaml", "--redact", "log")
    assert ran.code == (1 if text == ANA else 2)
    assert "canary" not in ran.out + ran.err


def test_redacted_a_mistake_in_a_checklist_is_told_where_it_is(run: Run, ana: Path, tmp_path: Path) -> None:
    (tmp_path / "own" / "common").mkdir(parents=True)
    (tmp_path / "own" / "common" / "people.yaml").write_text("topic: people\ntitle: {en: People}\n", encoding="utf-8")
    ran = run("check", ana, ana, "--checklists", "own", "--redact", "log")
    assert ran.code == 4
    assert "people.yaml:2:8" in ran.err


def test_a_log_is_told_neither_country_nor_months_of_what_is_gone_from_the_baseline(check: Run, ana: Path) -> None:
    check(ana, "--write-baseline", "base.json", "--quiet")
    known = json.loads(Path("base.json").read_text(encoding="utf-8"))
    known["accepted"].append({**known["accepted"][-1], "id": "long-gone", "country": "KI", "months": 7})
    Path("base.json").write_text(json.dumps(known), encoding="utf-8")

    def gone(audience: str) -> object:
        return gate(check(ana, "--baseline", "base.json", "--format", "json", "--redact", audience))["gone"]

    assert '"KI"' in json.dumps(gone("self"))
    (told,) = cast("list[dict[str, object]]", gone("log"))
    assert (told["id"], told["country"], told["months"]) == ("long-gone", None, None)


@pytest.mark.parametrize("form", ["sarif", "github", "text", "markdown"])
@pytest.mark.parametrize("text", [ANA, "schema: 1\n", None], ids=["read", "unread", "missing"])
def test_no_name_of_a_file_steers_a_terminal_or_a_runner(check: Run, write: Write, form: str, text: str | None) -> None:
    name = "cases\x1b]0;planted\x07\n::error::planted.yaml"
    case = Path(name) if text is None else write(name, text)
    ran = check(case, write("other.yaml", ANA), "--format", form, "--strict")
    assert not {"\x1b", "\x07"} & set(ran.err + (ran.out if form != "github" else ""))  # which reads back as it was
    assert "\n::error::planted" not in ran.err + (ran.out if form == "github" else "")


def test_many_cases_of_one_program_share_one_rulebook(write: Write) -> None:
    paths = [write(f"{name}.yaml", ANA) for name in ("ana", "eva", "ida")]
    settings = Settings("en", None, color=False, quiet=True, accessible=False, keys=Keyring("en"))
    opened = found(paths, Gate(), settings, date.fromisoformat(DAY), "self", reported=False).opened
    assert len({id(each.book) for each in opened}) == 1


def test_it_speaks_french(check: Run, ana: Path, write: Write) -> None:
    text = waivers("photos", "foto") + waivers("passport", expires="2026-01-01").partition("waivers:\n")[2]
    said = check(ana, "--waivers", write("w.yaml", text), "--strict", "--baseline", _empty(write), "--lang", "fr").out
    for words in (
        "CE QUI COMPTE POUR LE CODE DE SORTIE",
        "1 visé par une dérogation · 1 dont la dérogation a pris fin · 0 dans la base de comparaison",
        "jusqu’au 1er mars 2027",
        "Une dérogation a pris fin le 1er janvier 2026.",
        "Une dérogation ne vise rien.",
    ):
        assert words in " ".join(said.split())


def test_a_file_of_settings_gives_a_format_only_where_no_name_tells_another(
    check: Run, ana: Path, write: Write
) -> None:
    write("ircc-prep.toml", '[check]\nformat = ["jsonl"]\n')
    check(ana, "-o", "a.sarif", "-o", "b")
    assert '"2.1.0"' in Path("a.sarif").read_text(encoding="utf-8")
    assert json.loads(Path("b").read_text(encoding="utf-8"))["schema"] == "ircc-prep/result/1"
    assert check(ana).out.startswith('{"schema"')


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("options", "there"), [((), True), (("--quiet",), False)])
def test_on_a_terminal_the_text_is_shown_when_everything_else_goes_to_files(
    ana: Path, tmp_path: Path, options: tuple[str, ...], there: bool
) -> None:
    terminal = Terminal(tmp_path, "check", str(ana), "-o", "a.json", *options)
    terminal.child.expect_exact(pexpect.EOF)
    assert ("TO GET" in terminal.shown) is there
    assert (tmp_path / "a.json").exists()


def _empty(write: Write) -> Path:
    return write("base.json", '{"schema": "ircc-prep/baseline/1", "written": "2026-11-22", "accepted": []}')
