"""Reading and writing: cases, checklists, templates."""
