"""The superior's or HR's word on what was learned elsewhere: it counts, or not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.days import local_day
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import Refused
from bot.actions.trainings import files, outside
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.hours import Ledger, ledger
from bot.actions.trainings.hours import record as record_hours
from bot.actions.trainings.letters import tell
from bot.rules.authority import Role
from bot.rules.stamps import stamp, still
from bot.screens import Went, place
from bot.texts import words
from bot.texts.trainings import outside as texts
from storage import audit, duties, employees
from storage.duties import DutyKind
from storage.trainings import learning
from storage.trainings.learning import CONFIRMED, DRAFT, EXTERNAL, REFUSED, WAITING, Learning
from storage.trainings.proofs import LearningProof

PAGE = 6


@dataclass(frozen=True, slots=True)
class Learned:
    """What was handed in, with its files; `warns`: a PPPK would pass the ceiling by it."""

    row: Learning
    name: str
    decider: str
    files: Sequence[tuple[LearningProof, bytes | None]]
    ledger: Ledger
    warns: bool
    mine: bool
    may_decide: bool
    seen: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that waits for a word, before HR."""

    items: Sequence[tuple[int, str, str]]
    page: int
    pages: int


def card(session: Session, me: Me, learning_id: int) -> Learned:
    """One, as those see it whom it concerns."""
    row = learning.get(session, learning_id)
    rights.demand(session, me, "trainings.see", about=row.employee_id if row else 0)
    if row is None or row.source != EXTERNAL or row.state == DRAFT:
        raise Refused(words.not_available(), "not_handed_in")
    return _card(session, me, row)


def _card(session: Session, me: Me, row: Learning) -> Learned:
    assert row.ended_on is not None
    people = employees.many(session, [row.employee_id, row.decided_by or 0])
    own = ledger(session, row.employee_id, me.today, row.ended_on.year)
    mine, above = row.employee_id == me.employee_id, people[row.employee_id].superior_id
    leads = above is not None and rights.acts_for(session, me, above)
    decider = people.get(row.decided_by or 0)
    ceiling = own.in_agreement
    return Learned(
        row=row,
        name=people[row.employee_id].name,
        decider=decider.name if decider else "",
        files=files.shown(session, row.id or 0),
        ledger=own,
        warns=row.state == WAITING and ceiling is not None and ceiling.passes(row.minutes),
        mine=mine,
        may_decide=not mine and (leads or me.has(Role.HR)) and row.state == WAITING,
        seen=stamp(row.state, row.title, row.minutes, str(row.ended_on), row.way),
    )


def waiting(session: Session, me: Me, page: int = 0) -> Waiting:
    """What waits, of everybody: HR confirms where there is no superior, or none answers."""
    rights.demand(session, me, "trainings.keep")
    shown = leaf(learning.waiting(session), page, PAGE)
    named = [one.employee_id for one in shown.items]
    rights.seen(session, me, "trainings.keep", named)
    people = employees.many(session, named)
    items = [(one.id or 0, people[one.employee_id].name, one.title) for one in shown.items]
    return Waiting(items, shown.page, shown.pages)


def confirm(session: Session, me: Me, learning_id: int, seen: str = "") -> Went:
    """It counts."""
    at = _decidable(session, me, learning_id)
    row = at.row
    here = place("trainings.learned", learning_id)
    if not still(seen, row.state, row.title, row.minutes, str(row.ended_on), row.way):
        return Went(here, words.changed_since())
    _decide(session, me, row, CONFIRMED, None)
    record_hours(session, row, me.employee_id, me.now)
    return Went(here, texts.confirmed())


def ask_refusal(session: Session, me: Me, learning_id: int) -> Learned:
    return _decidable(session, me, learning_id)


def refuse(session: Session, me: Me, learning_id: int, text: str) -> Went:
    """It does not count, with the reason; its owner may mend it and hand it in again."""
    at = _decidable(session, me, learning_id)
    said = sentence(text)
    _decide(session, me, at.row, REFUSED, said)
    about = f"learning/{learning_id}"
    audit.record(session, me.now, me.employee_id, "learning.refuse", about)
    return Went(place("trainings.learned", learning_id), texts.refused())


def _decidable(session: Session, me: Me, learning_id: int) -> Learned:
    row = learning.get(session, learning_id)
    rights.demand(session, me, "trainings.confirm", about=row.employee_id if row else 0)
    if row is None or row.source != EXTERNAL or row.state != WAITING:
        raise Refused(texts.decided_already(), "decided")
    return _card(session, me, row)


def _decide(session: Session, me: Me, row: Learning, state: str, answer: str | None) -> None:
    number = row.id or 0
    said = {"decided_by": me.employee_id, "decided_at": me.now, "answer": answer}
    if not learning.move(session, number, [WAITING], state, **said):
        raise Refused(texts.decided_already(), "decided")
    about = {"about_id": row.employee_id, "object_id": number}
    duties.done(session, DutyKind.CONFIRM_LEARNING, me.now, **about)
    tell(session, "credited", number, row.employee_id, me.now, opens="trainings.learned")


def follow(session: Session, now: datetime) -> None:
    """What waits for somebody who no longer leads goes to whoever does."""
    rows = learning.waiting(session)
    people = employees.many(session, [one.employee_id for one in rows])
    asked = [one.id or 0 for one in rows]
    owners = duties.owners_by_object(session, DutyKind.CONFIRM_LEARNING, asked)
    for row in rows:
        number, about, above = row.id or 0, row.employee_id, people[row.employee_id].superior_id
        if above is None or above in owners.get(number, ()):
            continue
        duties.withdraw(session, DutyKind.CONFIRM_LEARNING, now, 0, object_id=number)
        outside.owe(session, number, above, about, local_day(session, above, now))
        tell(session, "learned", number, above, now, opens="trainings.learned")
