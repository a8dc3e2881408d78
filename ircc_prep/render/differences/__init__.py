"""Differences as people and programs read them: on a terminal, as Markdown, as JSON."""
