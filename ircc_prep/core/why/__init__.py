"""Why a result is as it is: the answers that decide it, the rule, and the smallest changes that would flip it.

`explain.py` is the door. Nothing here decides anything itself: every claim is tried by evaluating the case without an
answer, or with another one.
"""
