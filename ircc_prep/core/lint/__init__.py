"""Checks over checklists, for those who write them: what is missing, idle, out of date or hard to read."""
