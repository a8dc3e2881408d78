"""The tool finds its checklists and templates however it was installed."""

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ("checklists", "templates")

# Prints every data file that the tool sees; the folder above the answer says whose data it is.
LIST_DATA = """
from ircc_prep.files.resources import folder

def walk(place, path):
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            walk(entry, f"{path}/{entry.name}")
        elif not entry.name.startswith("."):
            entry.read_bytes()
            print(f"{path}/{entry.name}")

for name in ("checklists", "templates"):
    walk(folder(name), name)
"""

pytestmark = pytest.mark.slow


def run(command: Sequence[str | Path], cwd: Path, **variables: str) -> str:
    """What the command printed; its complaint becomes the test's failure."""
    result = subprocess.run(
        command,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def dependencies() -> str:
    """The folder that holds the installed dependencies. It is read without its .pth files: the checkout isn't in it."""
    return str(Path(pytest.__file__).parents[1])


def build(kind: str, source: Path, target: Path) -> Path:
    """Builds an sdist or a wheel from a folder, without fetching anything."""
    run([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target], cwd=source)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def shipped() -> list[str]:
    """Every data file of the checkout."""
    return [
        path.relative_to(ROOT).as_posix()
        for name in DATA
        for path in sorted((ROOT / name).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    ]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


def environment(place: Path) -> Path:
    """A fresh environment with nothing in it; gives back its Python."""
    run([sys.executable, "-m", "venv", "--without-pip", place], cwd=place.parent)
    return place / "bin" / "python"


def install(python: Path, *what: str | Path) -> None:
    """Installs without fetching anything. A build without isolation runs on that Python, so it is shown hatchling."""
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index")
    run([*pip, "--no-build-isolation", *what], cwd=python.parent, PYTHONPATH=dependencies())


def seen_by(python: str | Path, cwd: Path, *path: str | Path) -> list[str]:
    search = ":".join([*map(str, path), dependencies()])
    return sorted(run([python, "-c", LIST_DATA], cwd=cwd, PYTHONPATH=search).splitlines())


def test_an_installed_wheel_finds_every_checklist_and_template(wheel: Path, tmp_path: Path, shipped: list[str]) -> None:
    python = environment(tmp_path / "environment")
    install(python, wheel)
    assert seen_by(python, tmp_path) == sorted(shipped)


def test_a_wheel_built_from_the_sdist_holds_the_same_files_as_one_built_from_the_checkout(
    wheel: Path, sdist: Path, tmp_path: Path
) -> None:
    unpacked = tmp_path / "unpacked"
    run([sys.executable, "-m", "tarfile", "-e", sdist, unpacked], cwd=tmp_path)
    (source,) = unpacked.iterdir()
    rebuilt = build("wheel", source, tmp_path / "rebuilt")
    assert sorted(zipfile.ZipFile(rebuilt).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_a_wheel_put_on_the_path_as_a_zip_finds_every_checklist_and_template(
    wheel: Path, tmp_path: Path, shipped: list[str]
) -> None:
    assert seen_by(sys.executable, tmp_path, wheel) == sorted(shipped)


def test_a_bare_checkout_on_the_path_finds_every_checklist_and_template(tmp_path: Path, shipped: list[str]) -> None:
    assert seen_by(sys.executable, tmp_path, ROOT) == sorted(shipped)


def test_an_editable_install_reads_the_checkout_itself_so_that_edits_are_seen_at_once(
    tmp_path: Path, shipped: list[str]
) -> None:
    python = environment(tmp_path / "environment")
    install(python, "--editable", ROOT)
    assert seen_by(python, tmp_path) == sorted(shipped)
    assert not list((tmp_path / "environment").rglob("_data"))


def test_the_wheel_offers_the_command_and_carries_types_and_licences(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()
    (entry_points,) = (name for name in names if name.endswith(".dist-info/entry_points.txt"))
    assert "ircc-prep = ircc_prep.cli.main:main" in archive.read(entry_points).decode()
    assert "ircc_prep/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/templates/fonts/OFL.txt") for name in names)


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"ircc_prep"}


def test_the_installed_command_lists_its_programs_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "environment")
    install(python, wheel)
    assert "express-entry" in run([python.with_name("ircc-prep"), "programs"], cwd=tmp_path, PYTHONPATH=dependencies())
