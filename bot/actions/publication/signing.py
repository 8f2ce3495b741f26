"""The head's signature: from that moment everybody sees their result, and nothing changes it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.publication.card import Card, card_of, readiness
from bot.actions.publication.reaching import demand_all
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.periods import PeriodState
from bot.rules.publication import Readiness
from bot.screens import Place, Went, place
from bot.texts import publication as texts
from bot.texts import words
from storage import audit, duties, periods, publication
from storage.duties import DutyKind
from storage.periods import Period

SHORTEST, LONGEST = 15, 500


def ask_reason(session: Session, me: Me, period_id: int) -> Card:
    """Asks why it is published although not everything is complete."""
    return card_of(session, me, _publishable(session, me, period_id))


def write_reason(session: Session, me: Me, period_id: int, text: str) -> Place:
    """Keep my reason."""
    _publishable(session, me, period_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    publication.draft_reason(session, period_id, me.employee_id, said)
    return place("publication.confirm", period_id)


def confirm(session: Session, me: Me, period_id: int) -> Card:
    """The last look before it is published."""
    period = _publishable(session, me, period_id)
    found = card_of(session, me, period)
    _demand_reason(found.ready)
    return found


def sign(session: Session, me: Me, period_id: int, seen: str = "") -> Went:
    """Publish what I have `seen`. Raises ProofWanted."""
    period = _publishable(session, me, period_id)
    ready = readiness(session, period, me.today, me.employee_id)
    _demand_reason(ready)
    if seen not in ("", ready.mark):
        return Went(place("publication.card", period_id), words.changed_since())
    demand_proof(session, me)
    if not publish(session, period, ready, me.employee_id, me.now):
        raise Refused(texts.published_already(), "published_already")
    return Went(place("publication.card", period_id), texts.published_notice())


def publish(session: Session, period: Period, ready: Readiness, by: int, now: datetime) -> bool:
    """Flip the one row that makes every result visible; letters follow. False when it was done."""
    assert period.id is not None
    reason = ready.reason if ready.wants_reason else None
    one = publication.sign(session, period.id, by, now, ready.complete, ready.missing, reason)
    before, after = PeriodState.CALIBRATION, PeriodState.PUBLISHED
    if one is None or not periods.move(session, period.id, before, after):
        return False
    duties.done(session, DutyKind.PUBLISH, now, period_id=period.id)
    turned = {"from": before.value, "to": after.value}
    quarter = schemes.quarter_of(period)
    audit.record(session, now, by, "periods.turn", f"period/{quarter}", turned)
    facts = {"period": period.id, "results": ready.complete, "missing": ready.missing}
    audit.record(session, now, by, "publication.sign", f"publication/{one.id}", facts)
    return True


def _publishable(session: Session, me: Me, period_id: int) -> Period:
    """A period that I may publish now; Refused with the reason otherwise."""
    rights.demand(session, me, "publication.sign")
    demand_all(session, me, Role.HEAD)
    period = periods.get(session, period_id)
    if period is None:
        raise Refused(words.not_available(), "unknown_period")
    ready = readiness(session, period, me.today, me.employee_id)
    if ready.obstacle is not None:
        said = texts.obstacle(ready.obstacle, period.rate_until, ready.computing)
        raise Refused(said, ready.obstacle.value)
    return period


def _demand_reason(ready: Readiness) -> None:
    if ready.wants_reason and not ready.reason:
        raise Refused(texts.reason_wanted(), "no_reason")
