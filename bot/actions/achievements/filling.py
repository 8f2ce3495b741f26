"""The step of a draft that is being filled in."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.achievements import grounds
from bot.actions.achievements.days import fit_day
from bot.actions.achievements.mine import PAGE
from bot.actions.achievements.owned import answered, seen
from bot.actions.achievements.shapes import DayAsked, Fill, Items, Resume
from bot.actions.achievements.telling import told
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.rules.achievements import Step
from bot.texts import words


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
