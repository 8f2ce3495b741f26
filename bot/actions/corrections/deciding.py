"""The second person: looks at a correction, confirms it with the code, or refuses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import publication, rights
from bot.actions.corrections.drafting import Draft, sentences, shown
from bot.actions.corrections.people import case_of, demand, get, my_units, result_of
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.publication import Correction as Published
from bot.actions.refusals import Refused
from bot.rules.corrections import bar
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.corrections import replies as texts
from storage import audit, corrections, duties, employees, outbox, periods
from storage.corrections import CONFIRMED, REFUSED, WAITING, WITHDRAWN, Correction
from storage.duties import DutyKind
from storage.outbox import Kind


@dataclass(frozen=True, slots=True)
class Card:
    """A correction with the two who have it in hand; `draft` while it waits, None afterwards."""

    correction_id: int
    year: int
    quarter: int
    name: str
    proposer: str
    proposed_at: datetime | None
    reason: str
    state: str
    decider: str
    answer: str
    draft: Draft | None
    may_decide: bool
    may_withdraw: bool
    refusal: str
    seen: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What waits for a second person in my units: number and whose result."""

    items: Sequence[tuple[int, str]]


def home(session: Session, me: Me) -> Listed:
    """Corrections that wait, and the way to a new one."""
    rights.demand(session, me, "corrections.list")
    rows, reach = corrections.waiting(session), my_units(session, me)
    people = employees.many(session, [row.employee_id for row in rows])
    mine = [row for row in rows if reach is None or people[row.employee_id].unit_id in reach]
    found = [row for row in mine if row.employee_id != me.employee_id]
    rights.seen(session, me, "corrections.list", [row.employee_id for row in found])
    return Listed([(row.id or 0, people[row.employee_id].name) for row in found])


def card(session: Session, me: Me, correction_id: int) -> Card:
    """One that was handed over."""
    row = get(session, correction_id)
    demand(session, me, "corrections.read", row.employee_id)
    if row.state == corrections.DRAFT:
        raise Refused(words.not_available(), "draft")
    return _card(session, me, row)


def _card(session: Session, me: Me, row: Correction) -> Card:
    called = employees.many(session, [row.employee_id, row.proposer_id, row.decided_by or 0])
    period = periods.get(session, result_of(session, row).period_id)
    assert period is not None
    waits, mine = row.state == WAITING, row.proposer_id == me.employee_id
    decider = called.get(row.decided_by or 0)
    draft = shown(session, row) if waits else None
    barred = waits and _is_barred(session, me, row)
    refusal = (row.answer or "") if waits and row.answer_by == me.employee_id else ""
    return Card(
        correction_id=row.id or 0,
        year=period.year,
        quarter=period.quarter,
        name=called[row.employee_id].name,
        proposer=called[row.proposer_id].name,
        proposed_at=row.proposed_at.astimezone(me.zone) if row.proposed_at else None,
        reason=row.reason,
        state=row.state,
        decider=decider.name if decider else "",
        answer="" if waits else row.answer or "",
        draft=draft,
        may_decide=waits and not barred,
        may_withdraw=waits and mine,
        refusal=refusal,
        seen=stamp(refusal) if refusal else draft.seen if draft else "",
    )


def decidable(session: Session, me: Me, correction_id: int) -> Card:
    """The last look before it is confirmed, or the question why it is refused."""
    return _card(session, me, _decidable(session, me, correction_id))


def confirm(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """Put it in force as I have `seen` it; the person reads both names. Raises ProofWanted."""
    row = _decidable(session, me, correction_id)
    at, result = shown(session, row), result_of(session, row)
    if seen not in ("", at.seen) or row.edition != result.edition:
        return Went(place("corrections.card", correction_id), words.changed_since())
    demand_proof(session, me)
    _end(session, me, row, CONFIRMED, made=result.edition + 1)
    published = Published(at.after, result.raters, row.reason)
    publication.publish_again(session, me.now, me.employee_id, row.result_id, published)
    return Went(place("corrections.card", correction_id), texts.confirmed_notice())


def write_refusal(session: Session, me: Me, correction_id: int, text: str) -> Place:
    """Keep why I am about to refuse it."""
    _decidable(session, me, correction_id)
    corrections.draft_answer(session, correction_id, me.employee_id, sentences(text))
    return place("corrections.refusing", correction_id)


def refuse(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """Refuse it with the reason I have `seen`. Raises ProofWanted."""
    row = _decidable(session, me, correction_id)
    if row.answer_by != me.employee_id or not row.answer:
        raise Refused(texts.reason_wanted(), "without_reason")
    if seen not in ("", stamp(row.answer)):
        return Went(place("corrections.refusing", correction_id), words.changed_since())
    demand_proof(session, me)
    _end(session, me, row, REFUSED, answer=row.answer)
    return Went(place("corrections.card", correction_id), texts.refused_notice())


def withdraw(session: Session, me: Me, correction_id: int) -> Went:
    """Take back what I proposed."""
    row = get(session, correction_id)
    demand(session, me, "corrections.propose", row.employee_id)
    if row.proposer_id != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    _end(session, me, row, WITHDRAWN)
    return Went(place("corrections.card", correction_id), texts.withdrawn_notice())


def _decidable(session: Session, me: Me, correction_id: int) -> Correction:
    row = get(session, correction_id)
    demand(session, me, "corrections.decide", row.employee_id, row.proposer_id, state=row.state)
    if _is_barred(session, me, row):
        raise Refused(texts.another(), "rated")
    return row


def _is_barred(session: Session, me: Me, row: Correction) -> bool:
    raters = case_of(session, result_of(session, row)).raters
    return bar(me.employee_id, row.employee_id, raters, row.proposer_id) is not None


def _end(
    session: Session, me: Me, row: Correction, state: str, *, answer: str | None = None,
    made: int | None = None,
) -> None:  # fmt: skip
    """End its waiting, once, and tell whoever proposed it."""
    assert row.id is not None
    if not corrections.decide(
        session, row.id, state, me.employee_id, me.now, answer=answer, made=made
    ):
        raise Refused(texts.decided(), "decided")
    verb = {CONFIRMED: "confirm", REFUSED: "refuse", WITHDRAWN: "withdraw"}[state]
    facts = {"proposer": row.proposer_id}
    about = f"correction/{row.id}"
    audit.record(session, me.now, me.employee_id, f"corrections.{verb}", about, facts)
    duties.done(
        session, DutyKind.CONFIRM_CORRECTION, me.now, about_id=row.employee_id, object_id=row.id
    )
    if row.proposer_id != me.employee_id:
        outbox.put(
            session, f"corrections.decided/{row.id}", Kind.DECISION, "corrections.decided",
            me.now, to=row.proposer_id, facts={"correction": row.id},
            opens=place("corrections.card", row.id),
        )  # fmt: skip
