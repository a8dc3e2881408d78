"""Many clients at once: read one by one, made in parallel, written by one process that keeps a journal."""
