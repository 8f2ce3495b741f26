"""A step that is not needed any more: the superior drops it, or both agree to; it says why."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.pages import Leaf, leaf
from bot.actions.refusals import Refused
from bot.actions.talks.letters import tell_of_step
from bot.actions.talks.parties import other_of, seen
from bot.actions.talks.steps import Dropping, Line, Step, lines_of, name_of, of_both
from bot.actions.talks.typed import tidy
from bot.rules.stamps import stamp, still
from bot.rules.talks import State
from bot.screens import Place, Went, place
from bot.texts import talks as texts
from bot.texts import words
from storage import agreement, audit, duties, employees, talks
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.talks import FollowUp, Talk

LENGTH = 200
PAGE = 5


def steps(session: Session, me: Me, talk_id: int, page: int = 0) -> tuple[int, Leaf[Line]]:
    """What follows from a talk that was held, as a list to choose from."""
    seen(session, me, talk_id)
    return talk_id, leaf(lines_of(session, talks.of_talk(session, talk_id)), page, PAGE)


def step(session: Session, me: Me, number: int) -> Step:
    """One step, before either of both."""
    return _shown(session, me, *of_both(session, me, number))


def _shown(session: Session, me: Me, found: FollowUp, row: Talk) -> Step:
    assert row.held_on is not None
    asked = found.drop_asked_at is not None and found.done_at is None
    return Step(
        line=lines_of(session, [found])[0],
        talk_id=row.id or 0,
        held_on=row.held_on,
        other=name_of(session, other_of(row, me)),
        today=me.today,
        mine=found.owner_id == me.employee_id,
        dropping=_said(session, me, found, row) if asked or found.dropped_at else None,
    )


def ask_why(session: Session, me: Me, number: int) -> Step:
    """Why is it not needed any more?"""
    return _shown(session, me, *_living(session, me, number))


def write_why(session: Session, me: Me, number: int, text: str) -> Place:
    """Keep why; it is shown once more before it counts."""
    found, _ = _living(session, me, number)
    if found.drop_asked_at is not None and found.drop_by != me.employee_id:
        _take_back(session, me, number, found)
    said = tidy(text, LENGTH)
    values = {"drop_by": me.employee_id, "drop_reason": said, "drop_asked_at": None}
    if not talks.drop(session, number, **values):
        raise Refused(texts.step_over(), "over")
    return place("talks.dropping", number)


def confirm(session: Session, me: Me, number: int) -> Step:
    """The last look."""
    found, row = _living(session, me, number)
    if found.drop_by != me.employee_id or found.drop_asked_at is not None:
        raise Refused(words.not_available(), "no_reason")
    return replace(_shown(session, me, found, row), dropping=_said(session, me, found, row))


def drop(session: Session, me: Me, number: int, mark: str = "") -> Went:
    """Drop it, where I lead the talk or was asked to agree; else ask the other one."""
    found, row = _living(session, me, number)
    here = place("talks.follow_up", number)
    if not found.drop_reason or not still(mark, found.drop_by, found.drop_reason):
        return Went(here, words.changed_since())
    asked = found.drop_asked_at is not None
    if asked == (found.drop_by == me.employee_id):
        raise Refused(words.not_available(), "not_mine")
    facts = {"said": agreement.mark(vault_of(session), found.drop_reason), "by": found.drop_by}
    about = f"followup/{number}"
    if not asked and not _alone(session, me, row):
        talks.drop(session, number, drop_asked_at=me.now)
        audit.record(session, me.now, me.employee_id, "talks.ask_drop", about, facts)
        tell_of_step(session, me, "talks.drop_asked", number, other_of(row, me))
        return Went(here, texts.drop_asked_notice())
    talks.drop(session, number, dropped_by=me.employee_id, dropped_at=me.now)
    audit.record(session, me.now, me.employee_id, "talks.drop", about, facts)
    duties.withdraw(session, DutyKind.FOLLOW_UP, me.now, 0, object_id=number)
    tell_of_step(session, me, "talks.dropped", number, other_of(row, me))
    return Went(here, texts.dropped_notice())


def keep(session: Session, me: Me, number: int, mark: str = "") -> Went:
    """It stays to be done: I do not agree, or no longer want it dropped."""
    found, row = _living(session, me, number)
    here = place("talks.follow_up", number)
    if found.drop_asked_at is None or not still(mark, found.drop_by, found.drop_reason):
        return Went(here, words.changed_since())
    _take_back(session, me, number, found)
    if found.drop_by != me.employee_id:
        tell_of_step(session, me, "talks.kept", number, other_of(row, me))
    return Went(here, texts.kept_notice())


def _take_back(session: Session, me: Me, number: int, found: FollowUp) -> None:
    talks.drop(session, number, drop_by=None, drop_reason=None, drop_asked_at=None)
    facts = {"by": found.drop_by}
    audit.record(session, me.now, me.employee_id, "talks.keep", f"followup/{number}", facts)


def _living(session: Session, me: Me, number: int) -> tuple[FollowUp, Talk]:
    """A step still to be done, which nobody else changes before this ends."""
    _, row = of_both(session, me, number, "talks.write")
    employees.lock(session, row.employee_id)
    found, row = of_both(session, me, number, "talks.write")
    if found.done_at is not None or found.dropped_at is not None or row.state != State.HELD:
        raise Refused(texts.step_over(), "over")
    return found, row


def _alone(session: Session, me: Me, row: Talk) -> bool:
    """Whether my word is enough: I led the talk, or whoever did is no longer in service."""
    if row.superior_id == me.employee_id:
        return True
    leader = employees.get(session, row.superior_id)
    return leader is None or leader.left_on is not None


def _said(session: Session, me: Me, found: FollowUp, row: Talk) -> Dropping:
    asked = found.drop_asked_at is not None and found.dropped_at is None
    return Dropping(
        by=name_of(session, found.drop_by or 0),
        reason=found.drop_reason or "",
        mine=found.drop_by == me.employee_id,
        alone=_alone(session, me, row),
        asked=asked,
        dropped=found.dropped_at is not None,
        mark=stamp(found.drop_by, found.drop_reason),
    )
