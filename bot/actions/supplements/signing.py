"""The head's signature under one late result: from then on it is like every other one."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights, scores, serving
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.publication.reaching import demand_all
from bot.actions.publication.signing import LONGEST, SHORTEST
from bot.actions.publication.spreading import hand_out
from bot.actions.refusals import Refused
from bot.actions.supplements.reading import Card, card_of, waiting
from bot.actions.years.renewing import renew
from bot.rules.authority import Role
from bot.screens import Place, Went, place
from bot.texts import publication as common
from bot.texts import supplements as texts
from bot.texts import words
from storage import audit, duties, released, supplements
from storage.duties import DutyKind
from storage.periods import Period
from storage.supplements import Supplement


def ask_reason(session: Session, me: Me, period_id: int, employee_id: int) -> Card:
    """Asks why it comes late."""
    return card_of(session, me, *_signable(session, me, period_id, employee_id))


def write_reason(session: Session, me: Me, period_id: int, employee_id: int, text: str) -> Place:
    """Keep my reason beside it."""
    _, row = _signable(session, me, period_id, employee_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(common.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    assert row.id is not None
    if not supplements.explain(session, row.id, said):
        raise Refused(words.changed_since(), "changed")
    return place("supplements.confirm", period_id, employee_id)


def confirm(session: Session, me: Me, period_id: int, employee_id: int) -> Card:
    """The last look before it is published."""
    found = ask_reason(session, me, period_id, employee_id)
    _demand_reason(found)
    return found


def sign(session: Session, me: Me, period_id: int, employee_id: int, seen: str = "") -> Went:
    """Publish what I have `seen` to its person, with a receipt and days to object from today.

    Raises ProofWanted.
    """
    period, row = _signable(session, me, period_id, employee_id)
    serving.put_days(session, period, [employee_id])
    found = card_of(session, me, period, row)
    _demand_reason(found)
    if seen not in ("", found.mark):
        here = place("supplements.card", period_id, employee_id)
        return Went(here, words.changed_since())
    demand_proof(session, me)
    _publish(session, me, period, row)
    told = texts.published_notice(left=found.left)
    return Went(place("supplements.list", period_id, 0), told)


def _publish(session: Session, me: Me, period: Period, row: Supplement) -> None:
    result = scores.settle_late(session, period, row.employee_id, me.now)
    assert row.id is not None
    if result is None or not supplements.sign(session, row.id, me.employee_id, me.now):
        raise Refused(words.changed_since(), "changed")
    facts = {
        "period": row.period_id, "employee": row.employee_id,
        "total": result.total, "predikat": result.predikat,
    }  # fmt: skip
    audit.record(
        session, me.now, me.employee_id, "supplements.sign", f"supplement/{row.id}", facts
    )
    duties.done(
        session, DutyKind.PUBLISH_LATE, me.now,
        period_id=row.period_id, about_id=row.employee_id,
    )  # fmt: skip
    duties.withdraw(session, DutyKind.APPRAISE, me.now, row.period_id, about_id=row.employee_id)
    hand_out(
        session, period, released.of_person(session, row.period_id, row.employee_id),
        me.now, me.now,
    )  # fmt: skip
    renew(session, me.now, me.employee_id, period, row.employee_id)


def _signable(
    session: Session, me: Me, period_id: int, employee_id: int
) -> tuple[Period, Supplement]:
    rights.demand(session, me, "supplements.sign", about=employee_id)
    demand_all(session, me, Role.HEAD)
    return waiting(session, period_id, employee_id)


def _demand_reason(found: Card) -> None:
    if found.wants_reason and not found.reason:
        raise Refused(texts.reason_wanted(), "no_reason")
