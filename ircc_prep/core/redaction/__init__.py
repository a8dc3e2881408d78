"""An evaluation made fit for other eyes: redacted once, here, so that no output has to know how.

`labels.py` says of every field of the case file what it tells of a person; `key.py` what becomes of each such thing for
one audience; the rest applies the key to the case and to everything that follows from it. Whoever writes an output gets
an evaluation like any other. Its outcome is that of the true one: redaction comes after evaluating.
"""
