"""Loading a case file, and what is said when it can't be loaded."""

import json
from pathlib import Path

import pytest

from ircc_prep.core.validation.case import DeclaredAnswer, answer_problems, item_problems
from ircc_prep.errors import CaseError
from ircc_prep.files.case_file import load, parse, problems_placed
from ircc_prep.files.saving import save

CASE = """\
schema: 1
program: spouse-partner
people:
  - id: maria
    role: principal-applicant
    citizenships: [NO, PH]
answers:
  relationship.frist_met: 2018-11
  funds.amount: lots
documents:
  - {item: police-certficate, person: maria}
"""


def refused(path: Path) -> tuple[str, str, str]:
    with pytest.raises(CaseError) as raised:
        load(path)
    (problem,) = raised.value.problems
    return problem.id, problem.what.en, problem.hint.en


def test_a_case_is_read_with_its_data_as_written_and_its_places(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE)
    loaded = load(path)
    assert loaded.case.people is not None
    assert loaded.case.people[0].citizenships == ("NO", "PH")
    assert loaded.data["answers"]["relationship.frist_met"] == "2018-11"
    assert str(loaded.source.place(("people", 0, "role"))) == f"{path}:5:11"


def test_problems_found_later_are_placed_in_the_files_order(tmp_path: Path) -> None:
    loaded = parse(CASE.encode(), Path("case.yaml"))
    declared = {"relationship.first_met": DeclaredAnswer("date"), "funds.amount": DeclaredAnswer("money")}
    problems = [*item_problems(loaded.case, {"police-certificate"}), *answer_problems(loaded.case, declared)]
    placed = problems_placed(problems, loaded.source)
    assert [(problem.id, str(problem.place)) for problem in placed] == [
        ("unknown-answer", "case.yaml:8:3"),
        ("wrong-type", "case.yaml:9:17"),
        ("unknown-item", "case.yaml:11:12"),
    ]


def test_json_is_a_case_too(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"schema": 1, "program": "visitor"}, indent="\t").encode())
    assert load(path).case.program == "visitor"


def test_keys_with_nothing_after_them_are_not_answered(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("schema: 1\nprogram: visitor\nanswers:\nunsure:\npeople:\ndocuments:\n")
    case = load(path).case
    assert (case.answers, case.unsure, case.people, case.documents) == ({}, (), None, None)


def test_a_number_of_digits_needs_no_quotes(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    person = "{id: a, role: principal-applicant, passports: [{number: 012345678}, {number: 912345678}]}"
    path.write_text(f"schema: 1\nprogram: visitor\npeople: [{person}]\n")
    (one,) = load(path).case.people or ()
    assert [passport.number for passport in one.passports or ()] == ["012345678", "912345678"]


def test_a_missing_file_is_met_with_the_name_that_is_nearest(tmp_path: Path) -> None:
    (tmp_path / "santos.yaml").write_text(CASE)
    (tmp_path / "santos.pdf").write_text("")
    id, what, hint = refused(tmp_path / "santo.yaml")
    assert id == "no-such-file"
    assert "santo.yaml" in what
    assert hint == f"Did you mean {tmp_path / 'santos.yaml'}?"


def test_a_missing_file_with_nothing_like_it_is_met_with_how_to_begin(tmp_path: Path) -> None:
    assert "ircc-prep ask" in refused(tmp_path / "nowhere" / "case.yaml")[2]


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    assert refused(tmp_path)[0] == "folder"


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "a\0b")[0] == "unreadable"
    assert refused(tmp_path / ("x" * 300))[0] == "unreadable"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 32)
    assert refused(path)[0] == "too-large"


def test_a_locked_case_says_so(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"age-encryption.org/v1\n\x00\xff")
    id, _, hint = refused(path)
    assert id == "locked"
    assert f"ircc-prep unlock {path}" in hint


def test_a_case_with_everything_in_it_is_read_and_saved_without_a_change(tmp_path: Path) -> None:
    path, copy = tmp_path / "case.yaml", tmp_path / "copy.yaml"
    path.write_text(EVERYTHING)
    save(copy, load(path).data)
    assert load(copy).data == load(path).data
    assert load(copy).case == load(path).case


EVERYTHING = """\
schema: 1
program: spouse-partner
stream: overseas
language: fr                       # of the outputs
submitted: 2026-03-14
interview: {date: 2026-12-15, kind: in-person, city: Etobicoke, requested: [passport, marriage-certificate]}
people:
  - id: maria
    role: principal-applicant
    family_name: Santos
    given_names: Maria
    date_of_birth: 1992-07-03
    citizenships: [PH]
    marital_status: married
    accompanying: true
    passports:
      - {country: PH, number: P1234567A, issued: 2019-05-02, expires: 2029-05-01}
    stays:
      - {from: 2010-06, to: 2018-03, country: PH, city: Cebu}
      - {from: 2018-03, to: present, country: AE, city: Dubai}
    activities:
      - {from: 2014-04, to: 2018-02, kind: employment, title: Nurse, organization: Cebu Clinic, hours_per_week: 40}
    trips:
      - {from: 2019-12-20, to: 2020-01-08, country: CA, purpose: visit}
    refusals:
      - {date: 2017-05, country: US, kind: visitor-visa}
    language_tests:
      - {test: ielts-general, taken: 2025-11-08, listening: 8.0, reading: 7.0, writing: 7.0, speaking: 7.5}
  - id: paul
    role: sponsor
answers:
  relationship.first_met: 2018-11
  relationship.lives_together: true
documents:
  - {item: police-certificate, person: maria, country: AE, issued: 2026-02-01, language: ar, translated: true}
unsure: [relationship.first_met]
"""
