"""What a round tells of candidates whom a head refused, and of an end without a winner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import cases
from bot.actions.awards.entitled import panel_of
from bot.actions.me import Me
from bot.rules.authority import Role
from storage import employees
from storage.awards import AwardRound, rounds
from storage.proposals import Proposal


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate whom the head refused, and why: for the panel, heads and HR alone."""

    name: str
    decider: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ending:
    """Who ended the round without a winner; why is for the panel, heads and HR alone."""

    by: str
    reason: str


def may_end(
    session: Session, me: Me, one: AwardRound, refused: Sequence[Proposal], living: bool
) -> bool:
    """Whether I may end a round without a winner: once a head refused somebody in it.

    A member of the panel who took no part in the refusal, neither as the head nor as the one
    refused: so two people stand behind it, and nobody takes from others what they lost.
    """
    case = cases.case_of(session, one.kind, one.period_id, one.scope_id, 0)
    return (
        bool(refused)
        and me.employee_id not in {each.employee_id for each in refused}
        and not living
        and one.state == rounds.CLOSED
        and me.has(Role.EVALUATION_TEAM)
        and me.employee_id not in case.deciders
        and me.employee_id in panel_of(session, one.scope_id, me.today)
    )


def told_names(session: Session, me: Me, one: AwardRound) -> bool:
    """Whether names and reasons of this round are for me: of its panel, a head, or HR."""
    roles = (Role.EVALUATION_TEAM, Role.HEAD, Role.HR)
    granted = frozenset().union(*(me.roles.get(role, frozenset()) for role in roles))
    return bool(granted) and cases.reaches(session, one.scope_id, granted)


def refusals(session: Session, me: Me, refused: Sequence[Proposal]) -> list[Refusal]:
    """Of everybody but me: nobody reads in this place why they were refused."""
    others = [one for one in refused if one.employee_id != me.employee_id]
    ids = [number for one in others for number in (one.employee_id, one.decided_by or 0)]
    people = employees.many(session, ids)
    return [
        Refusal(
            people[one.employee_id].name,
            people[one.decided_by].name if one.decided_by else "",
            one.answer or "",
        )
        for one in others
    ]


def ending(session: Session, one: AwardRound, *, told: bool) -> Ending:
    """Who ended it and why; nothing of it unless `told`."""
    by = employees.get(session, one.end_by or 0) if told else None
    return Ending(by.name if by else "", (one.end_reason or "") if told else "")
