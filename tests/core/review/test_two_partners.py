"""More than one person in the role of spouse or partner."""

import pytest

from tests.core.review.couples import family, raised
from tests.core.review.reading import findings

CODE = "two-partners"


@pytest.mark.parametrize("more", [0, 1, 2])
def test_all_of_them_stand_in_one_finding(more: int) -> None:
    case = family()
    case["people"] += [{"id": f"rui{index}", "role": "spouse-or-partner"} for index in range(more)]
    found = [each for each in findings(case) if each.code == CODE]
    assert [len(each.facts) for each in found] == ([more + 1] if more else [])


def test_an_earlier_partner_among_the_other_family_is_no_second_partner() -> None:
    case = family()
    case["people"].append({"id": "rui", "role": "other-family", "marital_status": "divorced"})
    assert raised(CODE, case) == []
