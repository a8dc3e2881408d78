"""A batch run from Python is the batch of the command."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import ircc_prep

PERSONAS = Path(__file__).parents[2] / "checklists" / "personas"
DAY = date(2026, 11, 22)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "clients"
    folder.mkdir()
    for name in ("visitor.en.yaml", "visitor.fr.yaml"):
        shutil.copy(PERSONAS / name, folder / name)
    (folder / "wrong.yaml").write_text("schema: 1\nprogram: visitr\n", encoding="utf-8")
    return folder


def test_every_client_is_told_of_in_the_order_of_the_source(source: Path, tmp_path: Path) -> None:
    watched: list[int] = []
    run = ircc_prep.run_batch(source, tmp_path / "out", form="txt", on=DAY, jobs=1, watch=watched.append)
    assert (run.made, run.kept, run.failed) == (2, 0, 1)
    assert sorted(watched) == [1, 2, 3]
    assert [Path(client.origin).name for client in run.clients] == ["visitor.en.yaml", "visitor.fr.yaml", "wrong.yaml"]
    good, _, bad = run.clients
    assert not good.failed
    assert all(file.is_file() for file in good.files)
    packet = next(file for file in good.files if file.name == "packet.txt")
    assert packet.read_bytes() == ircc_prep.packet(ircc_prep.open_case(source / "visitor.en.yaml"), form="txt", on=DAY)
    assert bad.failed
    assert bad.files == ()
    assert [problem.id for problem in bad.problems] == ["not-allowed"]


def test_what_a_client_counts_is_what_a_check_counts(source: Path) -> None:
    run = ircc_prep.run_batch(source, None, on=DAY, jobs=1)
    counts = ircc_prep.check(ircc_prep.open_case(source / "visitor.en.yaml"), on=DAY).counts
    told = run.clients[0].counts
    assert told == ircc_prep.run_batch(source, None, on=DAY, jobs=1).clients[0].counts
    assert told is not None
    assert (told.ready, told.to_get, told.undetermined) == (counts.ready, counts.to_get, counts.undetermined)
    assert (told.blockers, told.warnings) == (counts.blockers, counts.warnings)


def test_a_batch_goes_on_and_is_verified(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ircc_prep.run_batch(source, out, form="md", on=DAY, jobs=1)
    shutil.copy(source / "visitor.en.yaml", source / "wrong.yaml")
    again = ircc_prep.run_batch(source, out, form="md", jobs=1, mode="resume")  # on the day on which it began
    assert (again.made, again.kept, again.failed) == (1, 2, 0)
    assert ircc_prep.verify_batch(out) == ()
    again.clients[0].files[0].write_bytes(b"")
    (difference,) = ircc_prep.verify_batch(out)
    assert difference.how == "changed"


def test_nothing_is_written_where_no_folder_is_given(source: Path, tmp_path: Path) -> None:
    run = ircc_prep.run_batch(source, None, on=DAY, jobs=1)
    assert [client.files for client in run.clients] == [(), (), ()]
    assert list(tmp_path.iterdir()) == [source]


def test_a_folder_that_holds_other_files_or_the_source_is_refused(source: Path, tmp_path: Path) -> None:
    for out, id in ((tmp_path, "source-in-out"), (PERSONAS, "out-not-empty")):
        with pytest.raises(ircc_prep.UsageError) as caught:
            ircc_prep.run_batch(source, out, on=DAY)
        assert [problem.id for problem in caught.value.problems] == [id]


def test_a_batch_that_nobody_works_on_is_refused(source: Path) -> None:
    with pytest.raises(ircc_prep.UsageError):
        ircc_prep.run_batch(source, None, jobs=0)
