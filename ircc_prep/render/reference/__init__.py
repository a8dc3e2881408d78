"""Pages about the checklists themselves, for those who write and check them."""
