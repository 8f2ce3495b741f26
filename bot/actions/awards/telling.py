"""Whether all may be told: the winner says so, nobody else; it may be taken back at any time."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import consents, rights
from bot.actions.me import Me
from bot.rules.personal import Consent
from bot.rules.proposals import AGENCY
from bot.screens import Went, place
from bot.texts import awards as texts
from storage import accounts, audit, awards, employees, outbox, units
from storage.awards import Award
from storage.awards.given import AGREED, DECLINED
from storage.outbox import Kind, Owed
from storage.printing import printing_of

TEMPLATE = "awards.told"


def consent(session: Session, me: Me, award_id: int, given: int) -> Went:
    """Let all be told of my award, or nobody (any more).

    Told are name, unit and award, once: in the office's channel where the settings name one, else
    to everybody with an account in the part of the agency the award is for. What has not been
    sent when consent is taken back stays unsent.
    """
    award = awards.get(session, award_id)
    rights.demand(session, me, "awards.consent", about=award.employee_id if award else 0)
    assert award is not None
    here, said = place("awards.honour", award_id), AGREED if given else DECLINED
    if award.consent == said:
        return Went(here, texts.consent_notice(given=bool(given)))
    awards.put_consent(session, award_id, said, me.now)
    consents.noted(session, me, Consent.AWARD, award_id, given=bool(given))
    verb = "awards.agree" if given else "awards.decline"
    audit.record(session, me.now, me.employee_id, verb, f"award/{award_id}")
    if given:
        _tell(session, me, award)
    return Went(here, texts.consent_notice(given=bool(given)))


def still_told(session: Session, award_id: int) -> Award | None:
    """The award, while its winner lets all be told of it."""
    award = awards.get(session, award_id)
    return award if award is not None and award.consent == AGREED else None


def _tell(session: Session, me: Me, award: Award) -> None:
    assert award.id is not None
    facts, opens = {"award": award.id}, place("awards.honour", award.id)
    if board := printing_of(session).board:
        key = f"{TEMPLATE}/{award.id}"
        outbox.put(session, key, Kind.REMINDER, TEMPLATE, me.now, chat_id=board, facts=facts)
        return
    if award.scope_id == AGENCY:
        people = [one.id for one in employees.posts(session)]
    else:
        inside = units.below(session, award.scope_id)
        people = [one.id or 0 for one in employees.in_units(session, inside)]
    there = accounts.in_touch(session) & set(people) - {award.employee_id}
    owed = [Owed(f"{TEMPLATE}/{award.id}/{one}", one, facts, opens) for one in sorted(there)]
    outbox.put_many(session, Kind.REMINDER, TEMPLATE, me.now, owed)
