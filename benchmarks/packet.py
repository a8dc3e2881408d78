"""How long a packet takes, beside plain WeasyPrint on the same content: `python benchmarks/packet.py [ROUNDS]`.

Three ways, turn by turn in one warm process, in processor time:
  ours     render.packet, tagged as PDF/UA-1
  plain    the same HTML and styles by `weasyprint.HTML(string=…).write_pdf()`, untagged
  usual    the same HTML with styles as people usually write them: flex, inline-block, dotted lines, automatic tables
"""  # a script

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from ircc_prep.render.html import html  # noqa: E402  # after the path
from ircc_prep.render.packet import packet_pdf  # noqa: E402
from ircc_prep.render.view import build  # noqa: E402
from ircc_prep.render.words import Words  # noqa: E402
from tests.render.conftest import read_wording  # noqa: E402
from tests.render.samples import QUESTIONS, evaluation  # noqa: E402

USUAL = """
.list, .short, .parts, .key { table-layout: auto }
.counts .pair, .halves .pair { display: flex } .count, .ask, .file { display: block; flex: 1 }
.box, .state, .symbol { display: inline-block }
.rule { border-bottom-style: dotted } .list td, .short td, .short th { border-top-style: dotted }
.entry { display: flex; flex-direction: column }
"""


def main(rounds: int) -> None:
    """Prints the median time of each way, and its ratio to ours round by round."""
    import weasyprint

    templates = ROOT / "templates"
    views = [build(evaluation("devanagari"), Words(read_wording(), "en", QUESTIONS))]
    whole = html(views, templates)
    usual = whole.replace("</style>", f"{USUAL}</style>")
    ways: dict[str, Callable[[], bytes | None]] = {
        "ours": lambda: packet_pdf(views, templates),
        "plain": lambda: weasyprint.HTML(string=whole).write_pdf(),
        "usual": lambda: weasyprint.HTML(string=usual).write_pdf(),
    }
    for way in ways.values():
        way()
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.process_time()
            way()
            times[name].append(time.process_time() - start)
    for name, taken in times.items():
        ratio = statistics.median(ours / each for ours, each in zip(times["ours"], taken, strict=True))
        sys.stdout.write(f"{name:<6} {statistics.median(taken) * 1000:6.0f} ms   ours / {name}: {ratio:.2f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
