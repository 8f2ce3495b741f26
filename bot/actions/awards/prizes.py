"""A training seat as the prize: chosen with the decision, reserved in its transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import trainings
from bot.actions.awards.card import CaseCard
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.actions.trainings.catalogue import free_seats
from bot.actions.trainings.seats import payable
from bot.texts import words
from storage.awards import Award
from storage.trainings import request, training
from storage.trainings.training import Training

PAGE = 5


@dataclass(frozen=True, slots=True)
class Seats:
    """Courses with a free and payable seat that the award of `case` may bring, soonest first."""

    case: CaseCard
    courses: Leaf[Training]


def ground_of(award_id: int) -> str:
    """What a seat names as its ground."""
    return f"award/{award_id}"


def seats(session: Session, case: CaseCard, now: datetime, page: int) -> Seats:
    """Those not begun, not full, and payable. Refused where no seat is the prize."""
    demand_seat(case)
    coming = training.coming(session, now.date())
    free = free_seats(session, coming)
    paid = payable(session, [one for one in coming if free[one.id or 0]])
    return Seats(case, leaf(paid, page, PAGE))


def demand_seat(case: CaseCard) -> None:
    if not case.kind.training_seat:
        raise Refused(words.not_available(), "no_seat")


def reserve(session: Session, award: Award, training_id: int, by: int, now: datetime) -> None:
    """Raises Refused as `trainings.reserve_seat` does; nothing is given then."""
    ground = ground_of(award.id or 0)
    trainings.reserve_seat(session, training_id, award.employee_id, ground, now, by)


def seat_of(session: Session, award_id: int) -> Training | None:
    """The course in which the award's seat is held, or was to the end."""
    held: Sequence[request.TrainingRequest] = request.of_ground(session, ground_of(award_id))
    return training.get(session, held[0].training_id) if held else None
