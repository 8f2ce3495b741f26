"""Taking a consent back ends what hung on it, in the same transaction."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.rules.personal import Consent
from storage import audit, awards, stories, thanks
from storage.awards.given import DECLINED
from storage.personal import consents
from storage.personal.consents import ConsentGiven


def standing(session: Session, employee_id: int) -> list[ConsentGiven]:
    """Consents of a person that are not taken back."""
    return [one for one in consents.of(session, employee_id) if one.withdrawn_at is None]


def end(session: Session, one: ConsentGiven, now: datetime, by: int | None) -> None:
    """Nobody counts, tells or reads any more what this consent let them."""
    whose, number = one.employee_id, one.object_id
    match one.kind:
        case Consent.THANKS:
            thanks.put_consent(session, whose, now, given=False)
            audit.record(session, now, by, "thanks.uncount", f"employee/{whose}")
        case Consent.AWARD:
            awards.put_consent(session, number, DECLINED, now)
            audit.record(session, now, by, "awards.decline", f"award/{number}")
        case Consent.STORY:
            if stories.untell(session, number):
                audit.record(session, now, by, "stories.untell", f"certificate/{number}")
        case _:
            raise ValueError(one.kind)
    consents.take_back(session, whose, one.kind, number, now)
    facts = {"kind": one.kind, "object": number, "version": one.version}
    audit.record(session, now, by, "consents.withdraw", f"employee/{whose}", facts)
