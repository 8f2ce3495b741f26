"""Two different people change a signed value: who may propose it, and who may confirm."""

from collections.abc import Collection
from enum import StrEnum

from bot.rules.objections import State


class Bar(StrEnum):
    """Why this person may not, whatever roles are held."""

    EMPLOYEE = "employee"
    RATED = "rated"  # nobody mends what they gave themselves
    PROPOSED = "proposed"  # the second person is another one


def bar(
    person: int, employee: int, raters: Collection[int], proposer: int | None = None
) -> Bar | None:
    """What keeps `person` from proposing, or from confirming what `proposer` proposed."""
    if person == employee:
        return Bar.EMPLOYEE
    if person in raters:
        return Bar.RATED
    return Bar.PROPOSED if person == proposer else None


def leaves_open(objection: State | None) -> bool:
    """Whether a result may be corrected beside its objection.

    While one waits its reviewer decides, and a decision is final (PP 30/2019 art. 59).
    """
    return objection not in (State.FILED, State.DECIDED)
