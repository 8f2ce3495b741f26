"""Handing a certificate over on paper: HR prints it, gives it, and notes that it was given."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights
from bot.actions.awards.given import Honour, honour
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.screens import Place, place
from bot.texts import awards as texts
from bot.texts import words
from storage import accounts, audit, awards, employees, grants, outbox, units
from storage.awards import Award
from storage.outbox import Kind

SHORTEST, LONGEST = 10, 200


def ask_handing(session: Session, me: Me, award_id: int) -> Honour:
    """Asks when and how it was handed over."""
    _demanded(session, me, award_id)
    return honour(session, me, award_id)


def write_handing(session: Session, me: Me, award_id: int, text: str) -> Place:
    """Note it, in place of an earlier note. Raises Refused for too few or too many words."""
    _demanded(session, me, award_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.handing_too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    awards.hand(session, award_id, said, me.employee_id, me.now)
    audit.record(session, me.now, me.employee_id, "awards.hand", f"award/{award_id}")
    return place("awards.honour", award_id)


def ask_hr(session: Session, me: Me, award: Award) -> None:
    """Where the winner has no account, HR of the unit learns that there is a paper to print."""
    if accounts.active_of(session, award.employee_id) is not None:
        return
    person = employees.get(session, award.employee_id)
    assert person is not None
    above = {None, *units.above(session, person.unit_id)}
    found = {
        grant.employee_id
        for grant in grants.holders(session, Role.HR, me.today)
        if grant.unit_id in above and grant.employee_id != award.employee_id
    }
    for one in sorted(found):
        outbox.put(
            session, f"awards.unreached/{award.id}/{one}", Kind.DECISION, "awards.unreached",
            me.now, to=one, facts={"award": award.id or 0},
            opens=place("awards.honour", award.id or 0),
        )  # fmt: skip


def _demanded(session: Session, me: Me, award_id: int) -> Award:
    award = awards.get(session, award_id)
    rights.demand(session, me, "awards.hand", about=award.employee_id if award else 0)
    assert award is not None
    return award
