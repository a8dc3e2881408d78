"""Whether a case may go on: what is the matter with it, what somebody answers for, and the exit code of a check."""
