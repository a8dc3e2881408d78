"""Batches through a real dask scheduler and workers, each a process of its own, on loopback."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ircc_prep import __version__
from ircc_prep.batch import dask_executor, dask_worker, flow, journal, packs
from ircc_prep.batch.dask_troubles import private
from ircc_prep.batch.dask_worker import parcel
from ircc_prep.batch.flow import Workforce
from ircc_prep.batch.plan import OUTPUTS, Plan, Task
from ircc_prep.batch.work import made
from ircc_prep.batch.workers import WorkerDiedError
from ircc_prep.errors import InstallationError
from ircc_prep.files.checklists import Pack
from ircc_prep.files.clients.client import Choices, Known
from ircc_prep.files.clients.sources import clients
from tests.batch.clients import folder_of, lines_of, tree
from tests.batch.cluster import Cluster, until
from tests.batch.conftest import ROOT, Start, as_begun, command, environment
from tests.batch.test_killed import doing, ended, started_by, until_written
from tests.cli.conftest import Run

pytest.importorskip("distributed")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

OPTIONS = ("--format", "txt", "--on", "2026-11-22")
CANARY = "Zyxwvucanary"
DAY = date(2026, 11, 22)
Begin = Callable[..., Cluster]
Certificates = Callable[[str], dict[str, str]]
ROLES = ("SCHEDULER", "WORKER", "CLIENT")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Begin]:
    """Starts a scheduler and so many workers, for one test."""
    begun: list[Cluster] = []

    def begin(workers: int = 0, **how: Any) -> Cluster:
        place = tmp_path / "cluster"
        place.mkdir()
        begun.append(Cluster(place, **how))
        begun[0].scheduler()
        for number in range(workers):
            begun[0].worker(f"worker-{number}")
        return begun[0]

    try:
        yield begin
    finally:
        for each in begun:
            each.stop()


def through(cluster: Cluster, *more: str) -> tuple[str, ...]:
    return ("--executor", f"dask:{cluster.address}", *OPTIONS, *more)


def here(source: Path, out: Path, *options: str) -> dict[str, str]:
    """What the workers of this computer make of it, had they begun at the same moment."""
    other = out.with_name("here")
    as_begun(out, other)
    again = command(source, "--out", other, *(options or OPTIONS), "--resume")
    assert subprocess.run(again, env=environment(), capture_output=True, check=False).returncode in (0, 5)
    return tree(other)


def workers_of(cluster: Cluster) -> list[int]:
    """The processes that draw, and not the dask workers that began them."""
    dask = [process.pid for name, process in cluster.processes.items() if name != "scheduler"]
    return [child for pid in dask for child in started_by(pid) if doing(child, "worker_child")]


def tasks_of(source: Path) -> list[Task]:
    found = clients(source, None, Pack(None, examples=False), Known(OUTPUTS, ()))
    return [Task(f"client-{number}", client, Choices()) for number, client in enumerate(found)]


def plan(pack: str | None = None) -> Plan:
    digest = pack or packs.digest(None)
    return Plan(DAY, datetime(2026, 11, 22, tzinfo=UTC), ".txt", "en", digest, __version__, options="")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("tcp://127.0.0.1:8786", True),
        ("tcp://127.9.9.9:8786", True),
        ("tcp://localhost:8786", True),
        ("tcp://[::1]:8786", True),
        ("tls://cluster.example:8786", True),
        ("tcp://10.0.0.5:8786", False),
        ("tcp://0.0.0.0:8786", False),
        ("tcp://localhost.example:8786", False),
        ("tcp://127.0.0.1.example:8786", False),
        ("ws://127.0.0.1:8786", False),
        ("ucx://127.0.0.1:8786", False),
    ],
)
def test_nothing_goes_over_a_network_in_the_clear(address: str, kept: bool) -> None:
    assert private(address) is kept


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("where", "id"),
    [
        ("dask:tcp://192.0.2.1:8786", "dask-plain-network"),
        ("dask:tcp://cluster.example:8786", "dask-plain-network"),
        ("dask:tcp://127.0.0.1", "dask-address"),
        ("dask:ws://127.0.0.1:8786", "dask-address"),
        ("dask:tcp://user:word@127.0.0.1:8786", "dask-address"),
        ("dask:", "dask-address"),
        ("dask", "usage"),
    ],
)
def test_an_address_that_can_t_be_used_is_refused_at_once(
    run: Run, tmp_path: Path, where: str, id: str, lang: str
) -> None:
    source = folder_of(tmp_path / "cases", 1)
    ran = run("batch", source, "--out", tmp_path / "out", "--executor", where, "--lang", lang)
    assert ran.code == 2
    assert f"[{id}]" in ran.err


def test_a_parcel_shows_nothing_of_what_is_in_it() -> None:
    assert CANARY not in repr(parcel(len, (CANARY,)))


def test_without_the_library_it_says_how_to_install_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    source = folder_of(tmp_path / "cases", 1)
    ran = run("batch", source, "--out", tmp_path / "out", "--executor", "dask:tcp://127.0.0.1:9")
    assert ran.code == 2
    assert "[dask-missing]" in ran.err
    assert "pip install 'ircc-prep[dask]'" in ran.err


def test_the_processes_of_a_worker_end_when_nothing_is_asked_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_worker, "IDLE", 0.1)
    assert pickle.loads(dask_worker.answered(parcel(pow, (3, 2)))) == (True, 9)
    until(lambda: dask_worker._kept.workers is None, "they ended")
    assert pickle.loads(dask_worker.answered(parcel(pow, (3, 2)))) == (True, 9), "and others begin"
    until(lambda: dask_worker._kept.workers is None, "they ended")


@pytest.mark.slow
def test_no_scheduler_is_told_promptly(start: Start, tmp_path: Path) -> None:
    source = folder_of(tmp_path / "cases", 1)
    began = time.monotonic()
    code, said = ended(start(source, "--out", tmp_path / "out", "--executor", "dask:tcp://127.0.0.1:9"))
    assert (code, "[dask-unreachable]" in said) == (2, True)
    assert "distributed" not in said, "dask says nothing by itself"
    assert time.monotonic() - began < 45


@linux
@pytest.mark.slow
def test_two_workers_make_what_one_computer_makes(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(1)
    there.worker("many", "--nthreads", "2")
    source, out = folder_of(tmp_path / "cases", 24, wrong=1), tmp_path / "out"
    code, said = ended(start(source, "--out", out, *through(there)))
    assert code == 5, said
    assert "Traceback" not in said
    for name in ("worker-0", "many"):
        assert [pid for pid in started_by(there.processes[name].pid) if doing(pid, "worker_child")], name
    assert tree(out) == here(source, out)


@pytest.mark.slow
def test_pdfs_are_the_same_bytes_too(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(1)
    source, out = folder_of(tmp_path / "cases", 2), tmp_path / "out"
    pdf = ("--on", "2026-11-22")
    code, said = ended(start(source, "--out", out, "--executor", f"dask:{there.address}", *pdf))
    assert code == 0, said
    assert tree(out) == here(source, out, *pdf)


@pytest.mark.slow
def test_a_dask_worker_that_is_killed_costs_nothing(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(2)
    source, out = folder_of(tmp_path / "cases", 24), tmp_path / "out"
    running = start(source, "--out", out, *through(there))
    until_written(out, 2)
    there.processes["worker-0"].kill()
    code, said = ended(running)
    assert code == 0, said
    assert tree(out) == here(source, out)


@linux
@pytest.mark.slow
def test_a_process_of_a_worker_that_is_killed_costs_nothing(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(1)
    source, out = folder_of(tmp_path / "cases", 16), tmp_path / "out"
    running = start(source, "--out", out, *through(there))
    until_written(out, 2)
    os.kill(workers_of(there)[0], signal.SIGKILL)
    code, said = ended(running)
    assert code == 0, said
    assert tree(out) == here(source, out)


def die_over(key: str, call: Callable[..., Any], plan: Plan, chunk: Sequence[Task]) -> Any:
    """Lets a client crash whatever process works on it."""
    if any(task.key == key for task in chunk):
        os.kill(os.getpid(), signal.SIGSEGV)
    return call(plan, chunk)


class Poisoned:
    """An executor whose work on one client always ends in a crash."""

    def __init__(self, executor: flow.Executor, key: str) -> None:
        self.executor = executor
        self.key = key

    def submit(self, call: Callable[..., Any], /, *given: Any) -> "Future[Any]":
        return self.executor.submit(die_over, self.key, call, *given)


@pytest.mark.slow
def test_a_client_that_crashes_whoever_works_on_it_costs_itself_alone(tmp_path: Path, cluster: Begin) -> None:
    there = cluster(2)
    tasks = tasks_of(folder_of(tmp_path / "cases", 12))
    with dask_executor.opened(there.address) as force:
        poisoned = Workforce(Poisoned(force.executor, "client-5"), force.chunk, force.window)
        problems = {each.key: each.problems for each in flow.results(plan(), tasks, poisoned)}
    assert sorted(problems) == sorted(task.key for task in tasks)
    assert {key: [problem.id for problem in told] for key, told in problems.items() if told} == {
        "client-5": ["worker-died"]
    }
    assert all(process.poll() is None for process in there.processes.values()), "no dask worker died"


@pytest.mark.slow
def test_errors_come_back_as_they_do_from_this_computer(cluster: Begin) -> None:
    with dask_executor.opened(cluster(1).address) as force:
        died = force.executor.submit(os._exit, 3)
        wrong = force.executor.submit(made, plan(pack="other"), [])
        broken = force.executor.submit(divmod, 1, 0)
        assert force.executor.submit(pow, 3, 2).result(60) == 9
        with pytest.raises(WorkerDiedError):
            died.result(60)
        with pytest.raises(InstallationError) as told:
            wrong.result(60)
        assert told.value.problems[0].id == "other-checklists"
        with pytest.raises(InstallationError) as told:
            broken.result(60)
        assert told.value.problems[0].id == "dask-cant-begin"


@pytest.mark.slow
def test_without_its_scheduler_it_stops_and_goes_on_later(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(2)
    source, out = folder_of(tmp_path / "cases", 24), tmp_path / "out"
    running = start(source, "--out", out, *through(there))
    until_written(out, 2)
    there.processes["scheduler"].kill()
    code, said = ended(running)
    assert code == 2
    assert "[dask-lost]" in said
    assert "--resume" in said
    assert "Traceback" not in said
    assert "distributed" not in said, "dask says nothing by itself"
    assert (out / journal.FILE).read_bytes().count(b"\n") > 2
    assert ended(start(source, "--out", out, *OPTIONS, "--resume"))[0] == 0, "here, as well as there"
    assert tree(out) == here(source, out)


@linux
@pytest.mark.slow
def test_stopped_from_the_keyboard_it_leaves_the_workers_idle(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(1)
    source, out = folder_of(tmp_path / "cases", 30), tmp_path / "out"
    running = start(source, "--out", out, *through(there), start_new_session=True)
    until_written(out, 2)
    os.killpg(running.pid, signal.SIGINT)
    code, said = ended(running)
    assert code == 130
    assert f"ircc-prep batch {source} --out {out} --executor" in said
    assert " --resume\n" in said
    assert "Traceback" not in said
    until(lambda: "Remove client" in there.log("scheduler"), "the scheduler knows that nobody waits")
    assert ended(start(source, "--out", out, *through(there), "--resume"))[0] == 0, "the worker is there for others"
    assert tree(out) == here(source, out)


def stub(place: Path, text: str) -> dict[str, str]:
    """An environment whose ircc-prep is another one."""
    (place / "ircc_prep").mkdir(parents=True)
    (place / "ircc_prep" / "__init__.py").write_text(text, encoding="utf-8")
    return {"PYTHONPATH": f"{place}{os.pathsep}{ROOT}"}


OLDER = f"__version__ = '0.0.1'\n__path__.append({str(ROOT / 'ircc_prep')!r})\n"


@pytest.mark.slow
@pytest.mark.parametrize(("text", "told"), [(OLDER, "ircc-prep 0.0.1"), ("raise ImportError\n", "lacks ircc-prep")])
def test_another_version_on_a_worker_is_one_error(
    start: Start, tmp_path: Path, cluster: Begin, text: str, told: str
) -> None:
    there = cluster(1)
    there.worker("older", **stub(tmp_path / "older", text))
    source, out = folder_of(tmp_path / "cases", 8), tmp_path / "out"
    code, said = ended(start(source, "--out", out, *through(there)))
    assert (code, "[dask-other-version]" in said) == (2, True), said
    assert told in said


@linux
@pytest.mark.slow
def test_workers_may_come_and_go(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(1)
    source, out = folder_of(tmp_path / "cases", 24), tmp_path / "out"
    running = start(source, "--out", out, *through(there))
    until_written(out, 2)
    there.processes["worker-0"].kill()
    there.worker("late")
    code, said = ended(running)
    assert code == 0, said
    assert tree(out) == here(source, out)


@pytest.mark.slow
def test_a_scheduler_without_workers_is_told(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster()
    source = folder_of(tmp_path / "cases", 1)
    code, said = ended(start(source, "--out", tmp_path / "out", *through(there)))
    assert (code, "[dask-no-workers]" in said) == (2, True), said


@pytest.mark.slow
@pytest.mark.parametrize("who", ["scheduler", "worker"])
def test_a_cluster_that_the_network_can_reach_without_certificates_gets_nothing(
    start: Start, tmp_path: Path, who: str
) -> None:
    there = Cluster(tmp_path, hosted=who != "scheduler")
    try:
        there.scheduler()
        there.address = f"tcp://127.0.0.1:{there.address.rpartition(':')[2]}"
        there.hosted = who != "worker"  # left alone, a worker on loopback listens everywhere
        there.worker("first")
        source = folder_of(tmp_path / "cases", 1)
        code, said = ended(start(source, "--out", tmp_path / "out", *through(there)))
    finally:
        there.stop()
    assert (code, "dask listens at tcp://" in said, "[dask-plain-network]" in said) == (2, True, True), said


@pytest.mark.slow
def test_a_worker_that_could_write_to_its_disk_is_refused(start: Start, tmp_path: Path, cluster: Begin) -> None:
    there = cluster(1)
    there.worker("spilling", "--memory-limit", "1GiB")
    source = folder_of(tmp_path / "cases", 1)
    code, said = ended(start(source, "--out", tmp_path / "out", *through(there)))
    assert (code, "[dask-spills]" in said) == (2, True), said


@pytest.mark.slow
@pytest.mark.parametrize("late", [None, OLDER, "raise ImportError\n"])
def test_scheduler_and_workers_write_down_nothing_of_a_client(
    start: Start, tmp_path: Path, cluster: Begin, late: str | None
) -> None:
    there = cluster(1, more={"DASK_LOGGING__DISTRIBUTED": "debug"})
    names = [f"{CANARY}-{number}" for number in range(20)]
    source, out = lines_of(tmp_path / "clients.jsonl", names), tmp_path / "out"
    source.write_text(source.read_text(encoding="utf-8").replace("Silva", CANARY), encoding="utf-8")
    running = start(source, "--out", out, *through(there))
    until_written(out, 2)
    if late:
        there.worker("late", **stub(tmp_path / "late", late))
    code, said = ended(running)
    assert code == 0, said
    assert any(CANARY in path.read_text("utf-8") for path in out.rglob("packet.txt")), "there was something to tell"
    there.stop()
    for path in there.place.rglob("*"):
        assert CANARY not in path.name
        assert path.is_dir() or CANARY.encode() not in path.read_bytes(), path.name
    assert "answered-" in there.log("scheduler"), "keys are told of at this level, and name nobody"


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    """Makes an authority and what it signed; the environment in which dask uses that."""
    if not shutil.which("openssl"):
        assert not os.environ.get("CI"), "CI has openssl"
        pytest.skip("openssl makes the certificates")

    def openssl(*words: str, into: Path) -> None:
        subprocess.run(["openssl", *words], cwd=into, check=True, capture_output=True)

    def make(name: str) -> dict[str, str]:
        place = tmp_path / name
        place.mkdir()
        new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        root = (
            "-subj",
            f"/CN={name} authority",
            "-addext",
            "basicConstraints=critical,CA:true",
            "-keyout",
            "ca-key.pem",
            "-out",
            "ca.pem",
        )
        openssl("req", "-x509", *new, "-days", "2", *root, into=place)
        openssl("req", "-new", *new, "-subj", f"/CN={name}", "-keyout", "key.pem", "-out", "asked.csr", into=place)
        by = ("-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial")
        openssl("x509", "-req", "-in", "asked.csr", *by, "-days", "2", "-out", "cert.pem", into=place)
        tls = "DASK_DISTRIBUTED__COMM__TLS__"
        ends = {
            f"{tls}{role}__{part}": str(place / f"{part.lower()}.pem") for role in ROLES for part in ("CERT", "KEY")
        }
        return ends | {f"{tls}CA_FILE": str(place / "ca.pem"), "DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "True"}

    return make


@pytest.mark.slow
def test_tls_lets_in_who_has_a_certificate_and_nobody_else(
    start: Start, tmp_path: Path, cluster: Begin, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, others = certificates("ours"), certificates("others")
    there = cluster(1, protocol="tls", more=ours)
    assert there.address.startswith("tls://")
    source, out = folder_of(tmp_path / "cases", 6), tmp_path / "out"
    plain = there.address.replace("tls:", "tcp:")

    def begun(address: str, more: Mapping[str, str]) -> tuple[int, str]:
        with monkeypatch.context() as environ:
            for name, value in more.items():
                environ.setenv(name, value)
            return ended(start(source, "--out", out, "--executor", f"dask:{address}", *OPTIONS))

    for address, more, id in (
        (there.address, {}, "dask-certificates"),
        (there.address, others, "dask-unreachable"),
        (plain, {}, "dask-unreachable"),
        (plain, ours, "dask-unreachable"),
    ):
        code, said = begun(address, more)
        assert (code, f"[{id}]" in said) == (2, True), said
        assert "Traceback" not in said
    code, said = begun(there.address, ours)
    assert code == 0, said
    assert tree(out) == here(source, out)
