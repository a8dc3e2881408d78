"""Many clients from one source: a folder of cases, JSON lines, or tables."""
