"""HR's training desk: what there is, what waits."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.rights import demand
from bot.rules.trainings.course import State
from storage.trainings import allocation, learning, request, training
from storage.trainings.allocation import Allocation


@dataclass(frozen=True, slots=True)
class Desk:
    """`division` is the one that lives, if any."""

    courses: int
    agreed: int
    learned: int
    division: Allocation | None


def desk(session: Session, me: Me) -> Desk:
    """What waits for HR."""
    demand(session, me, "trainings.keep")
    return Desk(
        courses=len(training.coming(session, me.today)),
        agreed=len(request.in_state(session, State.AGREED)),
        learned=learning.count_waiting(session),
        division=allocation.living(session),
    )
