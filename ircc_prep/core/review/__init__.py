"""The officer's eye: the case read as a file, one check to a file of `checks`."""
