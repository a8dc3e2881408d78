"""What can happen under a checklist at all: a case that shows it, or the proof that there is none."""
