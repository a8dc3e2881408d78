"""One case from its file to an output: what the commands, the batch and other people's Python do with it."""
