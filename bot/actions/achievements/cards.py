"""The card of an achievement, for its owner and for those who may see it."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.achievements import grounds
from bot.actions.achievements.owned import answered, seen
from bot.actions.achievements.serving import may_serve, served_by
from bot.actions.achievements.shapes import Card, Desk, Outcome
from bot.actions.achievements.telling import told
from bot.actions.me import Me
from bot.rules.achievements import OPEN, State, missing, nudge_from, read_marks
from storage import employees, turns
from storage.achievements import Achievement
from storage.employees import Employee
from storage.turns import AchievementTurn


def card(session: Session, me: Me, achievement_id: int) -> Card:
    """An achievement as it stands, for its owner and for those who may see it."""
    row = seen(session, me, "achievements.see", achievement_id)
    own = row.employee_id == me.employee_id
    never_waited = row.sent_at is None or row.state == State.SENDING
    turn = None if never_waited else turns.last_of(session, achievement_id)
    story = told(session, me, row)
    return Card(
        told=story,
        own=own,
        owner=me.name if own else _person(session, row).name,
        lacking=missing(answered(row)) if row.state in OPEN else (),
        outside_quarter=_outside(session, me, row),
        pending=sum(item.state == "waiting" for item in story.items),
        desk=_desk(session, me, row, turn) if row.state == State.SUBMITTED else None,
        outcome=_outcome(session, me, row, turn),
        serves=served_by(session, row),
        may_serve=own and may_serve(session, row),
        untouched=turn is not None and row.changed_at == turn.decided_at,
    )


def whole(session: Session, me: Me, achievement_id: int) -> Card:
    """The same with the story unshortened."""
    short = card(session, me, achievement_id)
    return Card(short.told, short.own, short.owner, (), False, 0, whole=True)


def with_files(session: Session, me: Me, achievement_id: int) -> Card:
    """The same with the files themselves."""
    row = seen(session, me, "achievements.see", achievement_id)
    shown = card(session, me, achievement_id)
    files = told(session, me, row, files=True)
    return Card(files, shown.own, shown.owner, shown.lacking, False, shown.pending)


def _outside(session: Session, me: Me, row: Achievement) -> bool:
    if row.state not in OPEN or row.done_on is None:
        return False
    return row.done_on < grounds.earliest_day(session, me.today)


def _person(session: Session, row: Achievement) -> Employee:
    person = employees.get(session, row.employee_id)
    assert person is not None
    return person


def _desk(session: Session, me: Me, row: Achievement, turn: AchievementTurn | None) -> Desk | None:
    if turn is None:
        return None
    person = _person(session, row)
    chain = grounds.chain_of(session, person, me.today)
    holder = employees.get(session, chain.holder or turn.holder_id)
    assert holder is not None
    instead = holder.id != person.superior_id
    since = turn.since.astimezone(me.zone)
    rest = grounds.scheme_on(session, me.today).nudge_days
    may_nudge = me.today >= nudge_from(since.date(), turn.nudged_on, rest)
    return Desk(holder.name, holder.sex, instead, since, turn.due_on, may_nudge)


def _outcome(
    session: Session, me: Me, row: Achievement, turn: AchievementTurn | None
) -> Outcome | None:
    """Only its owner reads the rater's words."""
    if turn is None or turn.id is None or turn.decided_at is None or turn.decided_by is None:
        return None
    if turn.state == State.WITHDRAWN:
        return None
    opinion = turns.opinion(session, turn.id, turn.decided_by)
    by = employees.get(session, turn.decided_by)
    assert by is not None
    names = grounds.named_in_order(session, row, me.today)
    marks = read_marks(opinion.marks) if opinion and turn.state == State.APPROVED else {}
    private = row.employee_id == me.employee_id or turn.decided_by == me.employee_id
    return Outcome(
        turn.decided_at.astimezone(me.zone),
        by.name,
        by.sex,
        [(one.name, marks[key]) for key, one in names.items() if key in marks],
        opinion.note if opinion and private else "",
        opinion.voice if opinion and private else "",
    )
