"""A head decides what is done for somebody's career. The advice beside it binds nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.stamps import stamp
from bot.screens import Place, Went, place
from bot.texts import career as texts
from bot.texts import words
from storage import agreement, audit, career, employees, outbox
from storage.career import CareerDecision, CareerDraft
from storage.columns import vault_of
from storage.outbox import Kind

SHORTEST, LONGEST = 10, 400


class Decision(StrEnum):
    PROMOTE = "promote"
    EXAM = "exam"
    SUCCESSION = "succession"
    ROTATE = "rotate"
    DEVELOP = "develop"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Choosing:
    employee_id: int
    name: str
    kinds: Sequence[Decision]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be decided; `mark` is of what is shown."""

    employee_id: int
    name: str
    kind: Decision
    reason: str
    mark: str


def choose(session: Session, me: Me, employee_id: int) -> Choosing:
    """What do you decide?"""
    return Choosing(employee_id, _name(session, me, employee_id), tuple(Decision))


def ask_why(session: Session, me: Me, employee_id: int, kind: str) -> tuple[int, str, Decision]:
    """For what reason?"""
    return employee_id, _name(session, me, employee_id), _kind(kind)


def say_why(session: Session, me: Me, employee_id: int, kind: str, text: str) -> Place:
    """Keep the reason; the decision is shown once more before it counts."""
    _name(session, me, employee_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.why_too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    row = CareerDraft(
        decided_by=me.employee_id, employee_id=employee_id, kind=_kind(kind), reason=said
    )
    career.put_draft(session, row)
    return place("career.confirm", employee_id)


def confirm(session: Session, me: Me, employee_id: int) -> Draft:
    """The last look."""
    name = _name(session, me, employee_id)
    row = career.draft(session, me.employee_id)
    if row is None or row.employee_id != employee_id:
        raise Refused(words.not_available(), "no_draft")
    mark = stamp(employee_id, row.kind, row.reason)
    return Draft(employee_id, name, Decision(row.kind), row.reason, mark)


def decide(session: Session, me: Me, employee_id: int, mark: str = "") -> Went:
    """Take the decision; its person is told and reads the reason."""
    employees.lock(session, me.employee_id)
    seen = confirm(session, me, employee_id)
    if mark and mark != seen.mark:
        return Went(place("career.confirm", employee_id), words.changed_since())
    row = CareerDecision(
        employee_id=employee_id, kind=seen.kind, reason=seen.reason, decided_by=me.employee_id,
        decided_at=me.now,
    )  # fmt: skip
    number = career.add(session, row)
    career.drop_draft(session, me.employee_id)
    said = agreement.mark(vault_of(session), seen.reason)
    facts = {"employee": employee_id, "kind": seen.kind.value, "said": said}
    about = f"careerdecision/{number}"
    audit.record(session, me.now, me.employee_id, "career.decide", about, facts)
    outbox.put(
        session, f"career.decided/{number}", Kind.DECISION, "career.decided", me.now,
        to=employee_id, facts={"decision": number}, opens=place("career.decision", number),
    )  # fmt: skip
    return Went(place("career.card", employee_id), texts.decided_notice())


def _name(session: Session, me: Me, employee_id: int) -> str:
    rights.demand(session, me, "career.decide", about=employee_id)
    person = employees.get(session, employee_id)
    if person is None or person.left_on is not None:
        raise Refused(words.not_available(), "gone")
    return person.name


def _kind(kind: str) -> Decision:
    if kind not in set(Decision):
        raise Refused(words.not_available(), "kind")
    return Decision(kind)
