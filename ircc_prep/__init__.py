"""Prepares an applicant's file for a Canadian immigration interview or submission."""

__version__ = "0.1.0"
