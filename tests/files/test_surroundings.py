"""Where a case lies: who else may get at it there is told, and nobody is warned of nothing."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ircc_prep.files.surroundings import concerns, service_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX systems")

# What others may do with the folder above, the folder and the file, and what is said: the words, and the command.
PLACES: dict[str, tuple[int, int, int, str | None, str | None]] = {
    "all closed": (0o700, 0o700, 0o600, None, None),
    "closed above, open below": (0o700, 0o777, 0o666, None, None),
    "a closed folder": (0o755, 0o700, 0o644, None, None),
    "names to be seen": (0o755, 0o755, 0o600, "see what lies beside", "chmod 700 FOLDER"),
    "a folder to pass through": (0o755, 0o711, 0o600, None, None),
    "a file to be read": (0o755, 0o711, 0o644, "read", "chmod 600 FILE && chmod 700 FOLDER"),
    "a file to be read in an open folder": (0o755, 0o755, 0o644, "read", "chmod 600 FILE && chmod 700 FOLDER"),
    "a file to be changed": (0o755, 0o755, 0o666, "change", "chmod 600 FILE && chmod 700 FOLDER"),
    "a folder that all may write in": (0o755, 0o777, 0o600, "change", "chmod 700 FOLDER"),
    "a folder such as /tmp": (0o755, 0o1777, 0o600, "see what lies beside", None),
}


@pytest.fixture
def place() -> Iterator[Path]:
    """A case in a folder in a folder, where everybody may pass: pytest's own folders are closed to others."""
    with TemporaryDirectory() as made:
        root = Path(made).resolve()
        root.chmod(0o755)
        if not all(folder.stat().st_mode & 0o001 for folder in root.parents):
            pytest.skip("temporary files are closed to others here")
        case = root / "above" / "folder" / "case.yaml"
        case.parent.mkdir(parents=True)
        case.touch()
        yield case


@pytest.mark.parametrize("kind", PLACES)
def test_what_others_may_do_there_is_told_with_the_command_that_stops_it(place: Path, kind: str) -> None:
    above, folder, file, said, command = PLACES[kind]
    place.chmod(file)
    place.parent.chmod(folder)
    place.parent.parent.chmod(above)
    found = concerns(place, locked=False)
    place.parent.parent.chmod(0o755)
    assert [concern.id for concern in found] == (["open-to-others"] if said else [])
    if said:
        assert f"can {said} " in found[0].what.en
    if command:
        command = command.replace("FILE", str(place)).replace("FOLDER", str(place.parent))
        assert found[0].hint.en.endswith(command)
        assert found[0].hint.fr.endswith(command)


def test_for_a_locked_case_only_those_who_could_replace_it_matter(place: Path) -> None:
    place.chmod(0o644)
    place.parent.chmod(0o755)
    assert concerns(place, locked=True) == []
    place.parent.chmod(0o777)
    assert [concern.id for concern in concerns(place, locked=True)] == ["open-to-others"]


def test_a_folder_that_is_yet_to_be_made_will_be_closed(place: Path) -> None:
    assert concerns(place.parent / "new" / "case.yaml", locked=False) == []


SYNCED = {
    "Dropbox/Immigration": "Dropbox",
    "Dropbox (Personal)/cases": "Dropbox",
    "OneDrive - Santos Consulting/cases": "OneDrive",
    "Library/Mobile Documents/com~apple~CloudDocs": "iCloud Drive",
    "Library/CloudStorage/GoogleDrive-ana@example.org/My Drive": "Google Drive",
    "Google Drive": "Google Drive",
    "Nextcloud/a/b": "Nextcloud",
    "pCloudDrive": "pCloud",
    "Documents/cases": None,
    "boxes/nextdoor": None,
}


@pytest.mark.parametrize("folder", SYNCED)
def test_a_service_that_copies_the_folder_is_known_by_its_name(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder
    path.mkdir(parents=True)
    assert service_of(path) == SYNCED[folder]


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder/", "Syncthing"), (".dropbox", "Dropbox"), (".dropbox/", None), (".tmp.driveupload/", "Google Drive")],
)
def test_or_by_the_marks_that_it_leaves_there_or_above(tmp_path: Path, mark: str, service: str | None) -> None:
    folder = tmp_path / "cases" / "2026"
    folder.mkdir(parents=True)
    sign = tmp_path / mark
    sign.mkdir() if mark.endswith("/") else sign.touch()
    assert service_of(folder) == service


def test_a_link_into_a_synced_folder_is_seen_through_and_a_lock_settles_it(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "case.yaml"
    real.parent.mkdir()
    real.touch()
    link = tmp_path / "case.yaml"
    link.symlink_to(real)
    (concern,) = [each for each in concerns(link, locked=False) if each.id == "synced-folder"]
    assert "Dropbox" in concern.what.fr
    assert concern.hint.en.endswith(f"ircc-prep lock {link}")
    assert concerns(link, locked=True) == []
