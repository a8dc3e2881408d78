"""Conditions of the checklists in words, for documentation and for “why?”."""

from ircc_prep.render.conditions.sayer import condition_words

__all__ = ["condition_words"]
