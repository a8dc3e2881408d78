"""What a bug shows: that it is one, and nothing of anybody's file."""

from pathlib import Path

import pytest

from ircc_prep.cli import main

SECRET = "Maricel P1234567A"


def test_a_bug_exits_with_70_and_says_nothing_of_the_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("IRCC_PREP_LOG", raising=False)
    assert main._bug(ValueError(SECRET)) == 70
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert SECRET not in said
    assert "Traceback" not in said


def test_the_details_of_a_bug_go_to_a_file_only_where_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "bug.log"
    monkeypatch.setenv("IRCC_PREP_LOG", str(log))
    main._bug(ValueError(SECRET))
    assert SECRET not in capsys.readouterr().err
    assert "ValueError" in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0
