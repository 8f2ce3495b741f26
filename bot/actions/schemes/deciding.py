"""A second person approves a change of the scheme, or refuses it with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlmodel import Session

from bot.actions import rights
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.schemes.cards import card_of
from bot.actions.schemes.deciders import ROLES, covers_agency, deciders
from bot.actions.schemes.pinning import pin
from bot.actions.waiting import Waiting
from bot.rules.periods import Days
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.schemes import changes as texts
from storage import audit, outbox, scheme_changes
from storage.outbox import Kind
from storage.scheme_changes import APPROVED, REFUSED, WAITING, SchemeChange

SHORTEST, LONGEST = 10, 500


@dataclass(frozen=True, slots=True)
class Deciding:
    """`reason` is my draft of a refusal; `seen` what an act has to find unchanged."""

    change_id: int
    version: int
    since: date
    reason: str
    seen: str


def deciding(session: Session, me: Me, change_id: int) -> Deciding:
    """The last look before an approval, or the question for the reason of a refusal."""
    return _deciding(session, me, _decidable(session, me, change_id))


def write_reason(session: Session, me: Me, change_id: int, text: str) -> Place:
    """Keep why I am about to refuse it."""
    _decidable(session, me, change_id)
    reason = " ".join(text.split())
    if len(reason) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(reason) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(reason)), "too_long")
    scheme_changes.draft_answer(session, change_id, me.employee_id, reason)
    return place("schemes.refusing", change_id)


def approve(session: Session, me: Me, change_id: int, seen: str = "") -> Went:
    """The new version, for ever; periods that have not begun follow it; its author is told.

    Raises Refused when it can no longer come into force as it is; ProofWanted.
    """
    row = _decidable(session, me, change_id)
    card = card_of(session, me, row, 0)
    if not still(seen, row.body, row.state):
        return Went(place("schemes.change", change_id, 0), words.changed_since())
    if card.faults:
        raise Refused(texts.overtaken(), "overtaken")
    demand_proof(session, me)
    number = scheme_changes.add_version(session, card.version, card.since, row.body, me.now)
    if number is None:
        raise Refused(texts.overtaken(), "overtaken")
    facts = {
        "version": card.version,
        "scheme": number,
        "from": card.since.isoformat(),
        "sha256": sha256(row.body.encode()).hexdigest(),
    }
    _close(session, me, row, APPROVED, "schemes.approve", facts, scheme_id=number)
    pin(session, Days(last=me.today, first=me.today), me.now)
    return Went(place("schemes.change", change_id, 0), texts.approved())


def refuse(session: Session, me: Me, change_id: int, seen: str = "") -> Went:
    """Refuse it with the reason I have `seen`. Raises ProofWanted."""
    row = _decidable(session, me, change_id)
    reason = row.answer or ""
    if row.answer_by != me.employee_id or not still(seen, reason):
        return Went(place("schemes.refusal", change_id), words.changed_since())
    demand_proof(session, me)
    _close(session, me, row, REFUSED, "schemes.refuse", {}, answer=reason)
    return Went(place("schemes.change", change_id, 0), texts.refused())


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """The change that waits for me, if I may decide it."""
    if not any(me.has(role) for role in ROLES):
        return ()
    row = scheme_changes.waiting(session)
    if row is None or me.employee_id not in deciders(session, row.author_id, me.today):
        return ()
    return (Waiting(texts.waits_label(), place("schemes.change", row.id or 0, 0)),)


def _deciding(session: Session, me: Me, row: SchemeChange) -> Deciding:
    card = card_of(session, me, row, 0)
    reason = (row.answer or "") if row.answer_by == me.employee_id else ""
    seen = stamp(reason) if reason else card.seen
    return Deciding(card.change_id, card.version, card.since, reason, seen)


def _decidable(session: Session, me: Me, change_id: int) -> SchemeChange:
    row = scheme_changes.get(session, change_id)
    rights.demand(session, me, "schemes.decide", about=row.author_id if row else 0)
    if row is None or not covers_agency(session, me) or row.state != WAITING:
        raise Refused(words.not_available(), "not_waiting")
    return row


def _close(
    session: Session, me: Me, row: SchemeChange, state: str, action: str,
    facts: dict[str, object], *, answer: str | None = None, scheme_id: int | None = None,
) -> None:  # fmt: skip
    assert row.id is not None
    if not scheme_changes.decide(
        session, row.id, state, me.employee_id, me.now, answer=answer, scheme_id=scheme_id
    ):
        raise Refused(words.not_available(), "decided")
    audit.record(session, me.now, me.employee_id, action, f"scheme_change/{row.id}", facts)
    outbox.put(
        session, f"schemes.decided/{row.id}", Kind.DECISION, "schemes.decided", me.now,
        to=row.author_id, facts={"change": row.id}, opens=place("schemes.change", row.id, 0),
    )  # fmt: skip
