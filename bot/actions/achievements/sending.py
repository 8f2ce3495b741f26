"""Sending an achievement, taking it back, and asking the rater politely."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.achievements import grounds
from bot.actions.achievements.owned import answered, mine
from bot.actions.achievements.serving import put_on_record
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.achievements import (
    OPEN,
    RATE_DAYS,
    UNRATED,
    State,
    Step,
    missing,
    nudge_from,
)
from bot.screens import Place, Went, place
from bot.texts import achievements as texts
from storage import achievements, audit, duties, employees, evidence, outbox, rating_queue, turns
from storage.duties import DutyKind
from storage.outbox import Kind


def send(session: Session, me: Me, achievement_id: int, version: int) -> Went | Place:
    """Hand an achievement to the superior; it waits for files that are still on their way."""
    row = mine(session, me, "achievements.send", achievement_id)
    if row.version != version:
        return Went(place("achievements.card", achievement_id), texts.changed_since())
    if lacking := missing(answered(row)):
        return Went(place("achievements.fill", achievement_id, lacking[0]), texts.still_missing())
    person = employees.get(session, me.employee_id)
    if person is None or grounds.chain_of(session, person, me.today).holder is None:
        raise Refused(texts.nobody_rates(), "no_rater")
    sent = {"step": Step.SUMMARY, "sent_at": me.now}
    if not achievements.move(
        session, achievement_id, OPEN, State.SENDING, me.now, version=version, **sent
    ):
        return Went(place("achievements.card", achievement_id), texts.changed_since())
    audit.record(session, me.now, me.employee_id, "achievements.send", _about(achievement_id))
    put_on_record(session, row)
    arrive(session, achievement_id, me.now)
    return Went(place("achievements.card", achievement_id), texts.sent_notice())


def arrive(session: Session, achievement_id: int, now: datetime) -> None:
    """Submit an achievement that is being sent, once its last file is here or refused."""
    row = achievements.lock(session, achievement_id)
    if row is None or row.state != State.SENDING or evidence.pending(session, achievement_id):
        return
    person = employees.get(session, row.employee_id)
    assert person is not None
    today = grounds.local(session, person, now).date()
    holder = grounds.chain_of(session, person, today).holder
    if holder is None:
        achievements.move(session, achievement_id, [State.SENDING], State.DRAFT, now)
        _tell_no_rater(session, achievement_id, row.employee_id, now)
        return
    achievements.move(session, achievement_id, [State.SENDING], State.SUBMITTED, now)
    turn_id = turns.begin(session, achievement_id, holder, now, today + timedelta(RATE_DAYS))
    ask(session, turn_id, holder, row.employee_id, now)
    audit.record(
        session, now, None, "achievements.submit", _about(achievement_id), {"turn": turn_id}
    )


def ask(session: Session, turn_id: int, holder: int, about: int, now: datetime) -> None:
    """Owe the rating to its holder, and one letter unless an unanswered one is open."""
    turn = turns.lock(session, turn_id)
    assert turn is not None
    kind = DutyKind.RATE_ACHIEVEMENT
    rating_queue.lock(session, holder)
    before = duties.open_ones(session, (holder,), (kind,), turn.due_on)
    opens_on = min(turn.due_on, now.date())
    new = duties.owe(
        session, kind, holder, opens_on, turn.due_on, about_id=about, object_id=turn_id
    )
    if not new and (owed := turns.duty_of(session, turn_id, holder)):
        duties.reopen(session, [owed])
    number = rating_queue.open_letter(session, holder, queue_was_empty=not before)
    if number is not None:
        outbox.put(
            session,
            f"achievements.queue/{holder}/{number}",
            Kind.DECISION,
            "achievements.waiting",
            now,
            to=holder,
            facts={"number": number},
            opens=place("achievements.queue"),
        )


def withdraw(session: Session, me: Me, achievement_id: int, version: int = 0) -> Went:
    """Take back what nobody has rated yet; it is a draft again. `version` as in `delete`."""
    row = mine(session, me, "achievements.withdraw", achievement_id)
    if version not in (0, row.version):
        return Went(place("achievements.card", achievement_id), texts.changed_since())
    turn = turns.last_of(session, achievement_id) if row.state == State.SUBMITTED else None
    if turn is not None and turn.id is not None:
        if not turns.close(session, turn.id, State.WITHDRAWN, me.now, me.employee_id):
            return Went(place("achievements.card", achievement_id), texts.already_rated())
        release(session, turn.id, turn.holder_id, me.now)
    back = achievements.move(
        session, achievement_id, UNRATED, State.DRAFT, me.now, version=row.version
    )
    if not back:
        return Went(place("achievements.card", achievement_id), texts.already_rated())
    audit.record(session, me.now, me.employee_id, "achievements.withdraw", _about(achievement_id))
    return Went(place("achievements.card", achievement_id), texts.withdrawn_notice())


def release(session: Session, turn_id: int, holder: int, now: datetime) -> None:
    """The holder owes this rating no longer."""
    if owed := turns.duty_of(session, turn_id, holder):
        duties.cancel(session, [owed], now)


def nudge(session: Session, me: Me, achievement_id: int) -> Went:
    """Remind the rater, once in so many days as the scheme allows; not before as many passed."""
    mine(session, me, "achievements.nudge", achievement_id)
    turn = turns.last_of(session, achievement_id)
    card = place("achievements.card", achievement_id)
    if turn is None or turn.id is None:
        return Went(card)
    rest = grounds.scheme_on(session, me.today).nudge_days
    asked_on = turn.since.astimezone(me.zone).date()
    not_since = me.today - timedelta(rest)
    early = me.today < nudge_from(asked_on, turn.nudged_on, rest)
    if early or not turns.nudge(session, turn.id, me.today, not_since):
        return Went(card, texts.nudge_later(rest))
    outbox.put(
        session,
        f"achievements.nudge/{turn.id}/{me.today}",
        Kind.REMINDER,
        "achievements.nudged",
        me.now,
        to=turn.holder_id,
        facts={"turn": turn.id},
        opens=place("achievements.rate", turn.id),
    )
    audit.record(session, me.now, me.employee_id, "achievements.nudge", _about(achievement_id))
    return Went(card, texts.nudged_notice())


def reassign(session: Session, now: datetime, official: int | None = None) -> int:
    """Give what waits to whoever is to rate it today: leave and mandates begin and end.

    For the clockwork, once a day; for one official at once when HR ends what was recorded.
    How many changed hands.
    """
    moved = 0
    for turn, person in turns.all_waiting(session, official):
        today = grounds.local(session, person, now).date()
        holder = grounds.chain_of(session, person, today).holder
        if turn.id is None or holder in (None, turn.holder_id):
            continue
        assert holder is not None
        assert person.id is not None
        old = turn.holder_id
        if turns.hand_to(session, turn.id, holder):
            release(session, turn.id, old, now)
            ask(session, turn.id, holder, person.id, now)
            moved += 1
    return moved


def _tell_no_rater(session: Session, achievement_id: int, employee_id: int, now: datetime) -> None:
    outbox.put(
        session,
        f"achievements.no_rater/{achievement_id}/{now.date()}",
        Kind.DECISION,
        "achievements.no_rater",
        now,
        to=employee_id,
        facts={"achievement": achievement_id},
        opens=place("achievements.card", achievement_id),
    )


def _about(achievement_id: int) -> str:
    return f"achievement/{achievement_id}"
