"""How long a packet takes, beside plain WeasyPrint and typst on the same content.

Run: .venv/bin/python -P benchmarks/packet.py [PACKETS]   (typst's rows need `.venv/bin/pip install typst`)

The ways, each from the same View to a PDF:
  ours    render.packet, tagged as PDF/UA-1
  plain   the same HTML and styles by `weasyprint.HTML(string=…).write_pdf()`, untagged
  usual   plain with styles as people usually write them: flex, dotted lines, tables that size themselves
  typst   the same content by benchmarks/packet.typ, tagged as PDF/UA-1

1. Warm: a process for each way, that has made a packet before; processor time, turn by turn, with another example case
   in every turn, so that nothing kept of one packet helps with the next. Ratios are medians of the turns' own ratios.
2. Whole processes: from start to written file, with the process's largest memory (its child's, where that is larger).
3. Growth: the list of documents with more and more rows, and what a page costs.
"""

import dataclasses
import importlib.util
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from ircc_prep.api.views import view  # noqa: E402
from ircc_prep.cli.keyring import Keyring  # noqa: E402  # after the path
from ircc_prep.core.evaluate import evaluate  # noqa: E402
from ircc_prep.files import case_file  # noqa: E402
from ircc_prep.files.checklists import Pack  # noqa: E402
from ircc_prep.render.fonts import families, uncovered  # noqa: E402
from ircc_prep.render.html import html  # noqa: E402
from ircc_prep.render.packet import packet_pdf  # noqa: E402
from ircc_prep.render.parts import Entry, View  # noqa: E402
from ircc_prep.render.press import Press  # noqa: E402
from ircc_prep.render.timeline_svg import figures  # noqa: E402

TEMPLATES = ROOT / "templates"
CASES = sorted((ROOT / "checklists" / "personas").glob("*.yaml"))
TODAY = date(2026, 11, 22)
ROWS = (10, 100, 300, 1000)
LETTERS_ACROSS = 67.0  # how wide a drawing is, as in the packet
USUAL = """
.list, .short, .parts, .key { table-layout: auto }
.counts .pair, .halves .pair { display: flex } .count, .ask, .file { display: block; flex: 1 }
.box, .state, .symbol { display: inline-block }
.rule { border-bottom-style: dotted } .list td, .short td, .short th { border-top-style: dotted }
.entry { display: flex; flex-direction: column }
"""

Way = Callable[[View], bytes]


def read(case: Path) -> View:
    """What is to be said of an example case, in its own language."""
    file = case_file.load(case, Keyring("en", None, ()))
    book = Pack(None, examples=False).load(file.case.program)
    return view(evaluate(book, file.case, TODAY), book, "fr" if ".fr." in case.name else "en")


def ours(shown: View) -> bytes:
    return packet_pdf([shown], TEMPLATES)


def plain(shown: View, styles: str = "") -> bytes:
    import weasyprint

    whole = html([shown], TEMPLATES).replace("</style>", f"{styles}</style>")
    return bytes(weasyprint.HTML(string=whole).write_pdf())


def usual(shown: View) -> bytes:
    return plain(shown, USUAL)


def typst(shown: View) -> bytes:
    from typst import compile as compiled

    return bytes(
        compiled(
            str(ROOT / "benchmarks" / "packet.typ"), root=str(ROOT), font_paths=[str(TEMPLATES / "fonts")],
            ignore_system_fonts=True, sys_inputs={"view": as_json(shown)}, pdf_standards=["ua-1"],
        )
    )  # fmt: skip


def as_json(shown: View) -> str:
    """The View for typst, with the drawings and with what its parts say of themselves."""

    def told(held: Any) -> Any:
        if dataclasses.is_dataclass(held):
            fields = {field.name: told(getattr(held, field.name)) for field in dataclasses.fields(held)}
            return {**fields, "long": held.long} if isinstance(held, Entry) else fields
        if isinstance(held, tuple):
            return [told(each) for each in held]
        return held if isinstance(held, dict | str | int | float | None) else str(held)

    section = shown.section("timeline")
    drawn = figures([section.timelines], LETTERS_ACROSS) if section else []
    return json.dumps({**told(shown), "drawn": [str(each) for each in drawn]})


@dataclasses.dataclass(frozen=True)
class Made:
    """What one packet took."""

    seconds: float  # of processor time
    pages: int
    size: int  # bytes
    memory: int  # KiB, the most that the process has had so far


WAYS: dict[str, Way] = {"ours": ours, "plain": plain, "usual": usual}
if importlib.util.find_spec("typst"):
    WAYS["typst"] = typst


def pages(made: bytes) -> int:
    """How many pages a PDF has."""
    held = [made]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL):
        with suppress(zlib.error):
            held.append(zlib.decompress(stream))
    return sum(len(re.findall(rb"/Type\s*/Page\b", part)) for part in held)


class Worker:
    """One way in a process of its own: what is remembered in one can't help another, and each has its own memory."""

    def __init__(self, name: str) -> None:
        command = [sys.executable, "-P", __file__, "--serve", name]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def make(self, case: Path, rows: int = 0) -> Made:
        """One packet; with `rows`, the list of documents alone with so many."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{case}\t{rows}\n")
        self.process.stdin.flush()
        return Made(**json.loads(self.process.stdout.readline()))

    def close(self) -> None:
        """Ends the process."""
        self.process.communicate()


def serve(name: str) -> None:
    """Makes the packets that standard input asks for, and says what each took."""
    for line in sys.stdin:
        case, rows = line.rstrip("\n").split("\t")
        shown = with_rows(read(Path(case)), int(rows)) if int(rows) else read(Path(case))
        start = time.process_time()
        made = WAYS[name](shown)
        seconds = time.process_time() - start
        print(json.dumps({"seconds": seconds, "pages": pages(made), "size": len(made), "memory": peak()}), flush=True)


def peak() -> int:
    """The most memory that this process has had, in KiB."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0])


def warm(packets: int) -> None:
    """Prints what a packet takes in a process that has made one before."""
    first, *others = chosen(packets + 1)
    workers = {name: Worker(name) for name in WAYS}
    for worker in workers.values():
        worker.make(first)
    made: dict[str, list[Made]] = {name: [] for name in WAYS}
    names = list(WAYS)
    for turn, case in enumerate(others):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            made[name].append(workers[name].make(case))
    for worker in workers.values():
        worker.close()
    print(f"Warm, {len(others)} packets: processor time")
    for name, all_made in made.items():
        ratio = statistics.median(own.seconds / each.seconds for own, each in zip(made["ours"], all_made, strict=True))
        count = sum(each.pages for each in all_made)
        print(
            f"  {name:<6} {statistics.median(each.seconds for each in all_made) * 1000:6.0f} ms a packet (median)  "
            f"{sum(each.seconds for each in all_made) / count * 1000:5.1f} ms a page  {count:4} pages  "
            f"{sum(each.size for each in all_made) // 1024:5} KiB  {all_made[-1].memory // 1024:4} MiB  "
            f"ours / {name}: {ratio:.2f}"
        )


def chosen(count: int) -> list[Path]:
    """That many example cases, spread over the programs and languages."""
    bundled = families(TEMPLATES)  # which is all that typst is given
    covered = [case for case in CASES if not uncovered(case.read_text(encoding="utf-8"), bundled)]
    return [covered[index * len(covered) // count] for index in range(min(count, len(covered)))]


def alone(name: str, case: str, target: str) -> None:
    """A whole process's work: reads the case, and writes its packet in one way."""
    if name == "ours":  # as `ircc-prep packet` does it
        with Press(TEMPLATES) as press:
            Path(target).write_bytes(packet_pdf([read(Path(case))], TEMPLATES, press=press))
    else:
        Path(target).write_bytes(WAYS[name](read(Path(case))))


def processes(packets: int) -> None:
    """Prints what a packet takes from the start of a process to its end."""
    cases = chosen(packets)
    taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            for name, measured in taken.items():
                command = [sys.executable, "-P", __file__, "--alone", name, str(case), f"{folder}/packet.pdf"]
                start = time.perf_counter()
                process = subprocess.Popen(command)
                _, _, used = os.wait4(process.pid, 0)
                process.returncode = 0
                measured.append((time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss))
    print(f"Whole processes, {len(cases)} packets: medians")
    for name, measured in taken.items():
        wall, worked, memory = (statistics.median(column) for column in zip(*measured, strict=True))
        ratio = statistics.median(own[1] / each[1] for own, each in zip(taken["ours"], measured, strict=True))
        print(
            f"  {name:<6} {wall:5.2f} s  {worked:5.2f} s of processors  {memory / 1024:4.0f} MiB  "
            f"ours / {name}: {ratio:.2f}"
        )


def growth() -> None:
    """Prints what a page costs as the list of documents grows."""
    case = next(case for case in CASES if case.name == "express-entry.en.yaml")
    print("Growth: the list of documents alone")
    for name in (name for name in WAYS if name != "usual"):
        worker = Worker(name)
        worker.make(CASES[0])
        worker.make(case, 5)
        first = 0.0
        for rows in ROWS:
            made = worker.make(case, rows)
            cost = made.seconds * 1000 / made.pages
            first = first or cost
            print(
                f"  {name:<6} {rows:5} rows  {made.pages:4} pages  {made.seconds:6.2f} s  {cost:5.1f} ms a page  "
                f"× {cost / first:.2f}  {made.memory // 1024:4} MiB"
            )
        worker.close()


def with_rows(shown: View, rows: int) -> View:
    """The list of documents alone, its rows repeated until there are so many."""
    section = next(section for section in shown.sections if section.name == "documents")
    entries = [entry for entry in section.entries if not entry.compact]
    many = tuple(entries[index % len(entries)] for index in range(rows))
    whole = dataclasses.replace(section.groups[0], entries=tuple(dataclasses.replace(each, cites=()) for each in many))
    return dataclasses.replace(shown, sections=(dataclasses.replace(section, groups=(whole,)),), glance=None)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(sys.argv[2])
    elif sys.argv[1:2] == ["--alone"]:
        alone(*sys.argv[2:])
    else:
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 8
        if "typst" not in WAYS:
            print("typst isn't installed: .venv/bin/pip install typst")
        warm(count)
        processes(count)
        growth()
