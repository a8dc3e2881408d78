"""A broken installation is told apart from a broken checklist."""

from pathlib import Path

import pytest

from ircc_prep.errors import InstallationError
from ircc_prep.files import resources


def test_a_missing_data_folder_is_an_incomplete_installation_and_says_how_to_mend_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "ircc_prep" / "files" / "resources.py"))
    with pytest.raises(InstallationError) as raised:
        resources.folder("checklists")
    (problem,) = raised.value.problems
    assert "checklists" in problem.what.en
    assert "checklists" in problem.what.fr
    assert "pipx reinstall" in problem.hint.en


@pytest.mark.parametrize("name", ["checklists", "templates"])
def test_the_checkout_offers_its_own_data_folders(name: str) -> None:
    assert resources.folder(name).is_dir()  # type: ignore[arg-type]  # parametrized names are plain strings
