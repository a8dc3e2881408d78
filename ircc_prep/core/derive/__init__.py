"""Derived facts: named, typed functions of what the case says, that conditions refer to by name."""

from ircc_prep.core.derive import education, experience, language, people, presence, sending, stays
from ircc_prep.core.derive.registry import DERIVED, Derived

__all__ = ["DERIVED", "Derived", "education", "experience", "language", "people", "presence", "sending", "stays"]
