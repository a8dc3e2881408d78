"""Borders that many people cross every day to work or to study.

General knowledge of ours and no rule of Canada. It only ever makes a finding milder, where a warning could be wrong.
"""

# Each with the neighbours from which, or to which, people commute.
_COMMUTED = {
    "AT": "CH CZ DE HU IT LI SI SK", "BE": "DE FR LU NL", "BN": "MY", "BR": "AR PY UY", "CA": "US",
    "CH": "AT DE FR IT LI", "CN": "HK MO", "DE": "AT BE CH CZ DK FR LU NL PL", "DK": "DE SE", "EE": "FI",
    "ES": "AD FR GI PT", "FI": "SE", "FR": "AD BE CH DE LU MC", "GB": "IE", "HR": "SI", "IL": "PS", "IN": "BT NP",
    "IT": "AT CH FR MC SI SM VA", "MX": "US", "MY": "SG", "NO": "SE", "PY": "AR", "RO": "HU", "TG": "BJ GH",
    "TH": "LA MY", "ZA": "LS SZ",
}  # fmt: skip
_PAIRS = frozenset(frozenset((one, other)) for one, others in _COMMUTED.items() for other in others.split())


def commuted(home: str, work: str) -> bool:
    """Whether people are known to live in one of the two countries and to work in the other."""
    return frozenset((home, work)) in _PAIRS
