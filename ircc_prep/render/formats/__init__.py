"""The outputs of `check` that other programs read: one file a format."""
