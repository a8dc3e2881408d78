"""The parts of an evaluation, a file for each kind of result; `core/evaluate.py` puts them together."""
