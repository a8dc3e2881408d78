"""A case is opened from wherever a program has it, and nothing that no file may say gets in."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ircc_prep
from tests.files.locked import PASSPHRASE, QUICK, key_file, locked_for_a_key

ROOT = Path(__file__).parents[2]
LAN = ROOT / "checklists" / "personas" / "spouse-partner.en.yaml"
DAY = date(2026, 11, 22)
VISITOR: dict[str, Any] = {
    "schema": 1,
    "program": "visitor",
    "people": [{"id": "ana", "role": "principal-applicant", "date_of_birth": "1990-04-01"}],
}


def refused(source: Any, **options: Any) -> tuple[ircc_prep.Problem, ...]:
    with pytest.raises(ircc_prep.IrccPrepError) as caught:
        ircc_prep.open_case(source, **options)
    return caught.value.problems


def test_a_path_its_bytes_and_its_words_give_the_same_result() -> None:
    raw = LAN.read_bytes()
    results = [ircc_prep.check(ircc_prep.open_case(source), on=DAY).result for source in (LAN, str(LAN), raw)]
    assert [result["case"].pop("file") for result in results] == [str(LAN), str(LAN), "case"]
    assert results[0] == results[1] == results[2]


def test_keys_and_values_mean_what_the_same_file_means() -> None:
    as_file = ircc_prep.open_case(json.dumps(VISITOR).encode())
    with_a_day = {**VISITOR, "people": [{**VISITOR["people"][0], "date_of_birth": date(1990, 4, 1)}]}
    results = [ircc_prep.check(case, on=DAY).result for case in (as_file, ircc_prep.open_case(with_a_day))]
    assert results[0] == results[1]


def test_the_case_that_was_given_is_not_changed_and_changing_it_later_changes_nothing() -> None:
    data = json.loads(json.dumps(VISITOR))
    case = ircc_prep.open_case(data)
    assert data == VISITOR
    before = ircc_prep.check(case, on=DAY).result
    data["people"].clear()
    ircc_prep.why(case, assume={"submitted": date(2026, 1, 1)}, on=DAY)
    assert ircc_prep.check(case, on=DAY).result == before


def test_every_mistake_of_a_file_is_told_with_its_place() -> None:
    problems = refused(b"schema: 1\nprogramm: visitor\nprogram: visiter\n")
    assert [(problem.id, problem.place and problem.place.line) for problem in problems] == [
        ("unknown-key", 2),
        ("not-allowed", 3),
    ]


def test_every_mistake_of_keys_and_values_is_told_with_its_path_and_no_place() -> None:
    problems = refused({**VISITOR, "programm": "visitor", "stream": "overseas"})
    assert ("programm",) in [problem.path for problem in problems]
    assert all(problem.place is None for problem in problems)


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), b"bytes", object(), 10**5000], ids=type)
def test_a_value_that_no_file_can_hold_is_an_error(value: object) -> None:
    assert refused({**VISITOR, "answers": {"funds.amount": value}})[0].id == "wrong-type"


def test_keys_and_values_without_an_end_are_an_error() -> None:
    data: dict[str, Any] = dict(VISITOR)
    data["answers"] = data
    assert refused(data)


def test_a_locked_case_opens_with_its_passphrase_as_a_file_and_as_bytes(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(QUICK, encoding="utf-8")
    for source in (path, QUICK.encode()):
        case = ircc_prep.open_case(source, passphrase=PASSPHRASE)
        assert case.locked
        assert case.program == "temporary-resident-permit"


def test_a_locked_case_opens_with_the_key_that_it_was_locked_for(tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path)
    assert ircc_prep.open_case(path, identities=keys.files).locked
    other, _ = key_file(tmp_path / "others")
    assert refused(path, identities=[other])[0].id == "no-key"


def test_nobody_is_asked_for_a_passphrase_and_the_error_says_how_to_give_one() -> None:
    (problem,) = refused(QUICK.encode())
    assert problem.id == "locked"
    assert "passphrase=" in problem.hint.en
    assert refused(QUICK.encode(), passphrase="wrong")[0].id == "wrong-passphrase"


def test_threads_may_open_cases_and_share_them() -> None:
    case = ircc_prep.open_case(LAN)
    alone = ircc_prep.check(case, on=DAY).result
    with ThreadPoolExecutor(4) as threads:
        shared = threads.map(lambda _: ircc_prep.check(case, on=DAY).result, range(4))
        opened = threads.map(lambda _: ircc_prep.check(ircc_prep.open_case(LAN), on=DAY).result, range(4))
        assert all(result == alone for result in (*shared, *opened))


def test_what_an_open_case_and_a_check_show_of_themselves_tells_nothing_of_anybody() -> None:
    case = ircc_prep.open_case(LAN)
    shown = repr(case) + repr(ircc_prep.check(case, on=DAY)) + str(case)
    assert "behind" not in shown
    for word in ("Nguyễn", "Lan", "lan", "1991", "C0000021"):
        assert word not in shown


def test_a_folder_of_checklists_goes_before_the_shipped_ones(tmp_path: Path) -> None:
    text = (ROOT / "checklists" / "visitor" / "program.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "visitor"
    folder.mkdir()
    (folder / "program.yaml").write_text(text.replace('en: "Visitor"', 'en: "Guest"'), encoding="utf-8")
    titles = [
        {program.id: program.title.en for program in ircc_prep.programs(checklists=checklists)}["visitor"]
        for checklists in (None, tmp_path)
    ]
    assert titles[0] != titles[1] == "Guest"


def test_a_folder_of_checklists_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert refused(LAN, checklists=tmp_path / "none")[0].id == "usage"
