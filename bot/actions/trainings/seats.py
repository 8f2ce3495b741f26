"""Seats: given, passed on to whoever is next, reserved at once with an award."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.days import agency_days
from bot.actions.refusals import Refused
from bot.actions.trainings.dividing import money_left
from bot.actions.trainings.letters import tell
from bot.rules.trainings.course import FREE, TAKING, Ground, State
from bot.texts import trainings as texts
from storage import audit, duties, employees
from storage.duties import DutyKind
from storage.trainings import allocation, request, training
from storage.trainings.training import OPEN, Training

NOT_SEATED = (*FREE, State.WAITING, State.AGREED, State.LISTED)


def seat(session: Session, request_id: int, ground: str, now: datetime, by: int | None) -> bool:
    """Give an application its seat, and tell its owner; False when it waits for none any more."""
    moved = {"seat_ground": ground, "seated_at": now, "queue": None}
    before = (State.AGREED, State.LISTED)
    if not request.move(session, request_id, before, State.SEATED, **moved):
        return False
    _seated(session, request_id, ground, now, by)
    return True


def enlist(session: Session, request_id: int, training_id: int, now: datetime) -> None:
    """Put an application at the end of the waiting list, and tell its owner."""
    number = training.draw_number(session, training_id)
    if request.move(session, request_id, [State.AGREED], State.LISTED, queue=number):
        row = request.get(session, request_id)
        assert row is not None
        about = f"training_request/{request_id}"
        audit.record(session, now, None, "trainings.list", about, {"queue": number})
        tell(session, "listed", request_id, row.employee_id, now, opens="trainings.request")


def lock_waiting(session: Session, training_id: int) -> Training | None:
    """Hold a course and the money that pays it until the transaction ends.

    Always the money first, so that nobody waits for what the other one holds.
    """
    row = training.get(session, training_id)
    if row is not None and row.cost:
        allocation.lock_budget(session, row.begins_on.year, row.source)
    return training.lock(session, training_id)


def move_up(session: Session, row: Training, now: datetime, today: date) -> None:
    """A seat of this course, held by `lock_waiting`, has become free: whoever is next moves up.

    What it cost can also pay a seat of another course of the same source and year: its own
    waiting list comes first, then those of the others by their first day.
    """
    _fill(session, row, now, today)
    if row.cost:
        fill_paid(session, row.begins_on.year, row.source, now, today, but=row.id)


def fill_paid(
    session: Session, year: int, source: str, now: datetime, today: date, but: int | None = None
) -> None:
    """The same in every course that this money, held by now, pays: by their first day."""
    for other in training.coming(session, today):
        same = other.source == source and other.begins_on.year == year
        if same and other.cost and other.id != but and _waits(session, other):
            held = training.lock(session, other.id or 0)
            assert held is not None
            _fill(session, held, now, today)


def fill_grown(session: Session, before: Collection[Training], now: datetime, today: date) -> None:
    """The same in courses that were changed just now, while they and their money are held."""
    for one in sorted(before, key=lambda one: one.id or 0):
        held = training.lock(session, one.id or 0)
        if held is not None and _waits(session, held):
            move_up(session, held, now, today)


def lock_all(session: Session, numbers: Collection[int]) -> None:
    """Hold these courses and the money that pays them: the money first, each in one order."""
    courses = training.many(session, numbers).values()
    for year, source in sorted({(c.begins_on.year, c.source) for c in courses if c.cost}):
        allocation.lock_budget(session, year, source)
    for number in sorted(numbers):
        training.lock(session, number)


def _waits(session: Session, row: Training) -> bool:
    return request.first_in_queue(session, row.id or 0) is not None


def _fill(session: Session, row: Training, now: datetime, today: date) -> None:
    """Give the free seats of a course to its waiting list, as far as the money goes."""
    number = row.id or 0
    if row.state != OPEN or today >= row.begins_on:
        return
    while request.taken(session, [number]).get(number, 0) < row.seats:
        left = money_left(session, row.begins_on.year).get(row.source, 0) if row.cost else 0
        following = request.first_in_queue(session, number)
        if following is None or row.cost > left:
            return
        if not seat(session, following.id or 0, "queue", now, None):
            return


def reserve_seat(
    session: Session, training_id: int, employee_id: int, ground: str, now: datetime,
    by: int | None = None,
) -> int:  # fmt: skip
    """Reserve a seat at once as a prize; the number of the application that holds it.

    `ground` names what it came with (`award/3`). No superior's agreement and no division of seats
    is needed, but a free seat is, and money that pays it. Raises Refused: `no_such_training`,
    `begun`, `full`, `unpaid`, `has_seat`, `left`.
    """
    row = lock_waiting(session, training_id)
    person = employees.get(session, employee_id)
    if row is None or row.state != OPEN:
        raise Refused(texts.no_such_training(), "no_such_training")
    if person is None or person.left_on is not None:
        raise Refused(texts.has_left(), "left")
    if agency_days(session, now).last >= row.begins_on:
        raise Refused(texts.begun(), "begun")
    if request.taken(session, [training_id]).get(training_id, 0) >= row.seats:
        raise Refused(texts.full(), "full")
    if not payable(session, [row]):
        raise Refused(texts.unpaid(row.source, row.begins_on.year), "unpaid")
    mine = request.begin(session, training_id, employee_id, Ground.PRIZE)
    assert mine.id is not None
    if mine.state in TAKING:
        raise Refused(texts.has_seat(), "has_seat")
    moved = {
        "ground": Ground.PRIZE, "seat_ground": ground, "seated_at": now, "queue": None,
    }  # fmt: skip
    if not request.move(session, mine.id, NOT_SEATED, State.SEATED, **moved):
        raise Refused(texts.has_seat(), "has_seat")
    duties.withdraw(session, DutyKind.AGREE_TRAINING, now, 0, object_id=mine.id)
    _seated(session, mine.id, ground, now, by)
    return mine.id


def payable(session: Session, rows: Sequence[Training]) -> list[Training]:
    """Those of which one more seat costs nothing, or its source can still pay it in that year."""
    years = {one.begins_on.year for one in rows if one.cost}
    left = {year: money_left(session, year) for year in years}
    return [
        one
        for one in rows
        if not one.cost or one.cost <= left[one.begins_on.year].get(one.source, 0)
    ]


def release_seat(session: Session, ground: str, now: datetime, today: date, by: int) -> None:
    """Take back what was reserved on this ground, unless the course has begun; the next moves up.

    The holder reads it where the application stands.
    """
    for held in request.of_ground(session, ground):
        row = lock_waiting(session, held.training_id)
        assert row is not None
        assert held.id is not None
        if today >= row.begins_on:
            continue
        if request.move(session, held.id, [State.SEATED], State.WITHDRAWN, queue=None):
            about = f"training_request/{held.id}"
            facts = {"training": held.training_id, "ground": ground}
            audit.record(session, now, by, "trainings.withdraw", about, facts)
            move_up(session, row, now, today)


def _seated(session: Session, request_id: int, ground: str, now: datetime, by: int | None) -> None:
    row = request.get(session, request_id)
    assert row is not None
    facts = {"training": row.training_id, "ground": ground}
    about = f"training_request/{request_id}"
    audit.record(session, now, by, "trainings.seat", about, facts)
    tell(session, "seated", request_id, row.employee_id, now, opens="trainings.request")
