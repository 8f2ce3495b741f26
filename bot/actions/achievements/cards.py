"""What people see of achievements: the list, the card, the step that is being filled in."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import grounds
from bot.actions.achievements.days import fit_day
from bot.actions.achievements.owned import answered, seen
from bot.actions.achievements.serving import may_serve, served_by
from bot.actions.achievements.shapes import (
    Card,
    DayAsked,
    Desk,
    Fill,
    Item,
    Items,
    Line,
    Mine,
    Outcome,
    Resume,
    Told,
)
from bot.actions.me import Me
from bot.actions.pages import leaf, nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.showing import our_copy
from bot.rules.achievements import OPEN, State, Step, missing, read_marks
from bot.texts import words
from storage import achievements, employees, evidence, rating_queue, turns
from storage.achievements import Achievement
from storage.employees import Employee
from storage.evidence import Evidence
from storage.turns import AchievementTurn

PAGE = 5


def mine(session: Session, me: Me, page: int = 0) -> Mine:
    """My achievements: drafts first, then what waits, then what is decided."""
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    tally = achievements.tally(session, me.employee_id)
    count = sum(number for state, number in tally.items() if state is not State.WITHDRAWN)
    at = nearest(page, count, PAGE)
    rows = achievements.of(session, me.employee_id, at * PAGE, PAGE)
    lines = [
        Line(row.id or 0, row.title, State(row.state), row.changed_at.astimezone(me.zone))
        for row in rows
    ]
    officials = grounds.officials(session, me)
    waiting = rating_queue.waiting_for(session, me.employee_id, officials, me.today)
    return Mine(lines, at, pages_of(count, PAGE), tally, len(waiting))


def resume(session: Session, me: Me, achievement_id: int) -> Resume:
    """The draft that lies unfinished."""
    row = seen(session, me, "achievements.edit", achievement_id)
    complete = row.step == Step.SUMMARY
    at = row.changed_at.astimezone(me.zone)
    return Resume(achievement_id, row.version, row.title, at, complete, Step(row.step))


def fill(session: Session, me: Me, achievement_id: int, step: str) -> Fill:
    """One step of a draft."""
    row = seen(session, me, "achievements.edit", achievement_id)
    try:
        here = Step(step)
    except ValueError:
        raise Refused(words.not_available(), "unknown_step") from None
    scheme = grounds.scheme_of(session, row, me.today)
    return Fill(
        told=told(session, me, row, listed=here is Step.EVIDENCE),
        step=here,
        answered=here in answered(row),
        complete=row.step == Step.SUMMARY,
        today=me.today,
        categories=scheme.categories,
        claimable=grounds.claimable(scheme),
        claimed=row.claimed,
        most_items=scheme.evidence,
    )


def items(session: Session, me: Me, achievement_id: int, page: int) -> Items:
    """Evidence one by one."""
    row = seen(session, me, "achievements.edit", achievement_id)
    whole_list = told(session, me, row).items
    return Items(achievement_id, *leaf(whole_list, page, PAGE))


def asked_day(session: Session, me: Me, achievement_id: int, *written: str) -> DayAsked:
    """The day that was understood; several when it could mean more than one."""
    seen(session, me, "achievements.edit", achievement_id)
    days = [fit_day(day, me.today) for day in written]
    outside = min(days) < grounds.earliest_day(session, me.today)
    return DayAsked(achievement_id, days, outside)


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


def told(
    session: Session, me: Me, row: Achievement, *, files: bool = False, listed: bool = True
) -> Told:
    """The achievement in words for the screen; with `files` also what must be shown cleaned.

    Evidence is read only where it is `listed`.
    """
    assert row.id is not None
    scheme = grounds.scheme_of(session, row, me.today)
    names = grounds.named_in_order(session, row, me.today)
    category = next((one.name for one in scheme.categories if one.key == row.category), "")
    return Told(
        row.id,
        row.version,
        State(row.state),
        row.title,
        row.story,
        row.done_on,
        category,
        [indicator.name for indicator in names.values()],
        row.before,
        row.after,
        row.unit,
        [_item(session, one, files) for one in evidence.of(session, row.id)] if listed else [],
    )


def _item(session: Session, row: Evidence, files: bool) -> Item:
    content = our_copy(session, row) if files else None
    return Item(
        row.id or 0, row.kind, row.name, row.text, row.state, row.fault, row.file_id, content
    )


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
    nudged = turn.nudged_on == me.today
    return Desk(holder.name, holder.sex, instead, since, turn.due_on, nudged)


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
