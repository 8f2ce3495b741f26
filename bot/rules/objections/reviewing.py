"""Who decides an objection."""

from collections.abc import Collection
from enum import StrEnum


class ReviewerBar(StrEnum):
    """Why a person cannot decide this objection."""

    EMPLOYEE = "employee"
    RATED = "rated"  # their own rating is objected to
    BELOW = "below"  # led by the employee or by who rated
    HIERARCHY_DECIDES = "hierarchy_decides"


def reviewer_bar(
    person: int,
    employee: int,
    superiors: Collection[int],
    below: Collection[int] = (),
    due: int | None = None,
) -> ReviewerBar | None:
    """Why HR may not name `person`; None when nothing forbids it.

    `below`: who is led by the employee or by one of the superiors; `due`: whom the hierarchy
    gives, in whose place HR names nobody.
    """
    if person == employee:
        return ReviewerBar.EMPLOYEE
    if person in superiors:
        return ReviewerBar.RATED
    if person in below:
        return ReviewerBar.BELOW
    return ReviewerBar.HIERARCHY_DECIDES if due not in (None, person) else None


def reviewer_of(
    employee: int,
    superiors: Collection[int],
    above: int | None,
    above_mandate: int | None = None,
    named: int | None = None,
) -> int | None:
    """Who is to decide: the superior's superior or who holds that mandate, else whom HR named.

    `above` and `above_mandate`: the superior of the one whose rating weighs most, and the holder
    of that person's mandate today. Nobody decides about themselves or about a rating of their
    own, whatever mandate they hold. None: HR has to name somebody (ruling on missing levels).
    """
    for person in (above_mandate, above, named):
        if person is not None and reviewer_bar(person, employee, superiors) is None:
            return person
    return None
