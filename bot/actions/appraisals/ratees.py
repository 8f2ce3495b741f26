"""Whom a member of the evaluation team rates: everybody of their part, without conflicts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.appraisals import Tie, asked_of
from bot.rules.authority import Role
from bot.rules.schemes import Scheme, Source
from bot.texts import words
from storage import absences, duties, employees, units, workplaces
from storage.duties import DutyKind
from storage.workplaces import Post

Reached = Callable[[Post], bool]


def tie_of(session: Session, me: Me) -> Tie:
    """What keeps me from rating whom."""
    held = absences.mandates_held(session, me.employee_id, me.today)
    acting = {me.employee_id, *(one.absent_id for one in held)}
    return Tie(me.employee_id, acting, employees.chain(session, me.employee_id))


def reached_by(session: Session, granted: Collection[int | None]) -> Reached:
    """Whether a post lies where the role was granted; None among them is the whole agency."""
    if None in granted:
        return lambda _: True
    where = units.below_any(session, [unit for unit in granted if unit])
    return lambda post: post.unit_id in where


def ratees(session: Session, me: Me, period_id: int) -> set[int]:
    """Everybody in service whom somebody rates this period and whom I may rate as the team."""
    granted = me.roles.get(Role.EVALUATION_TEAM)
    if not granted:
        return set()
    posts = {post.id: post for post in workplaces.posts(session)}
    reached, tie = reached_by(session, granted), tie_of(session, me)
    rated = duties.abouts(session, period_id, DutyKind.APPRAISE)
    return {
        number
        for number, post in posts.items()
        if number in rated and reached(post) and not _conflicts(tie, post, posts)
    }


def demand_no_conflict(session: Session, me: Me, person: employees.Employee) -> None:
    """Refuse somebody who is above me, or answers to me through one other."""
    superior = employees.get(session, person.superior_id) if person.superior_id else None
    above = superior.superior_id if superior else None
    if tie_of(session, me).conflicts(person.id or 0, person.superior_id, above):
        raise Refused(words.not_available(), "conflict")


def asks_team(scheme: Scheme) -> bool:
    """Whether the scheme gives the team anything to rate."""
    return bool(asked_of(scheme, Source.TEAM))


def _conflicts(tie: Tie, post: Post, posts: Mapping[int, Post]) -> bool:
    superior = posts.get(post.superior_id) if post.superior_id else None
    return tie.conflicts(post.id, post.superior_id, superior.superior_id if superior else None)
