"""How many questions are asked of made-up families, beside a form that asks everything in order.

The outcome (items, interview, figures, guidance, officer questions, findings above a note) is asserted to be that of
the whole case. Run: .venv/bin/python -P benchmarks/questions.py [FAMILIES]
"""

import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.properties.answering import answered, differences, in_order, outcome, whole_case

FAMILIES = 60


def counted(seed: int) -> tuple[str, tuple[int, int, int, int]]:
    """A family's program, and how many questions: asked, of these about an entry; in order, of these not about one."""
    data = whole_case(seed)
    found = answered(data)
    assert not differences(outcome(data), outcome(found.data)), f"family {seed}"
    form = list(in_order(data))
    kind = "/".join(filter(None, [data["program"], data.get("stream")]))
    of_entries = sum("[" in path for path in found.asked)
    return kind, (len(found.asked), of_entries, len(form), sum("[" not in path for path in form))


def main(families: int) -> None:
    """Prints the table."""
    counts: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for seed in range(families):
        kind, numbers = counted(seed)
        for name in (kind, "all"):
            counts[name].append(numbers)
    print(
        f"{'':<28} {'families':>8} {'asked':>7} {'fewest':>7} {'most':>5} {'of entries':>11} "
        f"{'in order':>9} {'of entries':>11}"
    )
    for name, rows in sorted(counts.items(), key=lambda pair: (pair[0] == "all", pair[0])):
        asked, entries, form, bare = ([row[column] for row in rows] for column in range(4))
        print(
            f"{name:<28} {len(rows):>8} {mean(asked):>7.1f} {min(asked):>7} {max(asked):>5} {mean(entries):>11.1f} "
            f"{mean(form):>9.1f} {mean(form) - mean(bare):>11.1f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FAMILIES)
