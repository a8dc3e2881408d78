"""The pure core: what the case says, what the checklist asks, and what follows. No clock, no files, no terminal."""
