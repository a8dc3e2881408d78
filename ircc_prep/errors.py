"""What can go wrong, by who can mend it: the person at the keyboard, the case file, the checklist, the installation."""

from ircc_prep.core.problems import Problem
from ircc_prep.core.text import Text


class IrccPrepError(Exception):
    """Something a person can mend. Carries every problem found, so that one run lists them all."""

    exit_code = 2

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.what.en for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["IrccPrepError"], tuple[Problem, ...]]:
        """Errors travel between processes whole."""
        return type(self), self.problems

    @classmethod
    def saying(cls, what: Text, hint: Text, id: str = "usage") -> "IrccPrepError":
        """One problem that has no place in a file."""
        return cls(Problem(id, (), what, hint))


class UsageError(IrccPrepError):
    """The command was called in a way that can't be carried out."""


class CaseError(IrccPrepError):
    """The case file can't be read, isn't valid, or can't be written."""


class BrandError(IrccPrepError):
    """The brand file can't be read or isn't valid, or its logo can't be used."""


class ChecklistError(IrccPrepError):
    """A checklist pack is invalid."""

    exit_code = 4


class InstallationError(IrccPrepError):
    """Something that belongs to the installation is missing: a folder, a font, a system library."""


class RenderError(IrccPrepError):
    """The packet can't be made from this case as it stands."""


class EngineError(IrccPrepError):
    """A library that we rest on broke down, ran out of memory or never came to an end: nothing a file could mend."""

    exit_code = 70
