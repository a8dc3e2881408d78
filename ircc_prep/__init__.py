"""Prepares an applicant's file for a Canadian immigration interview or submission.

The Python API is what `__all__` lists; docs/python.md explains it, with examples. Everything else in this package may
change in any release. Names are loaded when they are first used, so that the import itself costs nothing.
"""

from importlib import import_module

TYPE_CHECKING = False  # as type checkers know it; `typing` takes longer to load than all the rest here
if TYPE_CHECKING:
    from ircc_prep.api.checks import Check, Concern, Counts, Finding, Item, check
    from ircc_prep.api.diffs import diff
    from ircc_prep.api.given import OpenCase, open_case
    from ircc_prep.api.outputs import calendar, letter, packet
    from ircc_prep.api.packs import Tried, diff_packs, lint_pack, try_pack
    from ircc_prep.api.programs import Program, programs
    from ircc_prep.api.whys import why
    from ircc_prep.batch.manifest import Difference
    from ircc_prep.batch.plan import BatchCounts
    from ircc_prep.batch.whole import BatchClient, BatchRun, run_batch, verify_batch
    from ircc_prep.core.problems import Place, Problem
    from ircc_prep.core.text import Text
    from ircc_prep.errors import (
        BrandError,
        CaseError,
        ChecklistError,
        EngineError,
        InstallationError,
        IrccPrepError,
        RenderError,
        UsageError,
    )

__version__ = "0.1.0"

_HOME = {
    "api.checks": ("Check", "Concern", "Counts", "Finding", "Item", "check"),
    "api.diffs": ("diff",),
    "api.given": ("OpenCase", "open_case"),
    "api.outputs": ("calendar", "letter", "packet"),
    "api.packs": ("Tried", "diff_packs", "lint_pack", "try_pack"),
    "api.programs": ("Program", "programs"),
    "api.whys": ("why",),
    "batch.manifest": ("Difference",),
    "batch.plan": ("BatchCounts",),
    "batch.whole": ("BatchClient", "BatchRun", "run_batch", "verify_batch"),
    "core.problems": ("Place", "Problem"),
    "core.text": ("Text",),
    "errors": (
        "BrandError", "CaseError", "ChecklistError", "EngineError", "InstallationError", "IrccPrepError", "RenderError",
        "UsageError",
    ),
}  # fmt: skip

__all__ = [
    "BatchClient",
    "BatchCounts",
    "BatchRun",
    "BrandError",
    "CaseError",
    "Check",
    "ChecklistError",
    "Concern",
    "Counts",
    "Difference",
    "EngineError",
    "Finding",
    "InstallationError",
    "IrccPrepError",
    "Item",
    "OpenCase",
    "Place",
    "Problem",
    "Program",
    "RenderError",
    "Text",
    "Tried",
    "UsageError",
    "__version__",
    "calendar",
    "check",
    "diff",
    "diff_packs",
    "letter",
    "lint_pack",
    "open_case",
    "packet",
    "programs",
    "run_batch",
    "try_pack",
    "verify_batch",
    "why",
]

if not TYPE_CHECKING:  # so that a type checker refuses a name that there isn't

    def __getattr__(name: str) -> object:
        for module, names in _HOME.items():
            if name in names:
                found = getattr(import_module(f"{__name__}.{module}"), name)
                globals()[name] = found
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
