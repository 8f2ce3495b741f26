"""Nominations by anybody: a colleague, a reason, a last look; one in each round, withdrawable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.awards.eligible import in_scope
from bot.actions.awards.proposing import sentence
from bot.actions.awards.rounds import Round, line_of, read_round
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.search import Found, find, found
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import awards as texts
from bot.texts import desk, words
from storage import audit, employees
from storage.awards import AwardRound, Nomination, nominations, rounds
from storage.employees import Employee


@dataclass(frozen=True, slots=True)
class Nominating:
    """Whom I am about to nominate; `people` while I choose."""

    round: Round
    people: Sequence[Found] = ()
    employee_id: int = 0
    name: str = ""
    reason: str = ""


def ask_nominee(session: Session, me: Me, round_id: int) -> Nominating:
    """Asks for a name."""
    return Nominating(line_of(session, _open(session, me, round_id)))


def search_nominee(session: Session, me: Me, round_id: int, text: str) -> Place:
    """Look for a colleague by name."""
    one = _open(session, me, round_id)
    people = employees.many(session, find(session, text))
    ids = [number for number, person in people.items() if not _why_not(session, me, one, person)]
    if not ids:
        raise Refused(desk.nobody_found(), "nobody_found")
    return place("awards.nominees", round_id, *ids)


def nominees(session: Session, me: Me, round_id: int, *ids: int) -> Nominating:
    one = _open(session, me, round_id)
    return Nominating(line_of(session, one), found(session, ids))


def ask_ground(session: Session, me: Me, round_id: int, employee_id: int) -> Nominating:
    """Asks why this person."""
    one, person = _nominee(session, me, round_id, employee_id)
    return Nominating(line_of(session, one), (), employee_id, person.name)


def write_ground(session: Session, me: Me, round_id: int, employee_id: int, text: str) -> Place:
    """Keep the reason in a draft of mine."""
    _nominee(session, me, round_id, employee_id)
    said = sentence(text)
    nominations.draft(session, round_id, employee_id, me.employee_id, said, me.now)
    return place("awards.nominating", round_id, employee_id)


def confirm_nomination(session: Session, me: Me, round_id: int, employee_id: int) -> Nominating:
    """The last look."""
    mine = _draft(session, me, round_id, employee_id)
    one, person = _nominee(session, me, round_id, employee_id)
    return Nominating(line_of(session, one), (), employee_id, person.name, mine.reason)


def nominate(session: Session, me: Me, round_id: int, employee_id: int, seen: str = "") -> Went:
    """Send the nomination I have `seen`."""
    mine = _draft(session, me, round_id, employee_id)
    one, _ = _nominee(session, me, round_id, employee_id)
    assert mine.id is not None
    if not still(seen, mine.employee_id, mine.reason):
        return Went(place("awards.nominating", round_id, employee_id), words.changed_since())
    if not nominations.move(session, mine.id, nominations.DRAFT, nominations.SENT, me.now):
        raise Refused(texts.nominated_already(), "nominated")
    facts = {"round": one.id, "employee": employee_id}
    audit.record(
        session, me.now, me.employee_id, "awards.nominate", f"nomination/{mine.id}", facts
    )
    return Went(place("awards.round", round_id), texts.nominated_notice())


def withdraw_nomination(session: Session, me: Me, round_id: int) -> Went:
    """Take my nomination back while others can still be nominated."""
    _open(session, me, round_id, sent=True)
    mine = nominations.of_nominator(session, round_id, me.employee_id)
    assert mine is not None
    assert mine.id is not None
    if not nominations.move(session, mine.id, nominations.SENT, nominations.WITHDRAWN, me.now):
        raise Refused(words.not_available(), "not_nominated")
    about = f"nomination/{mine.id}"
    audit.record(session, me.now, me.employee_id, "awards.withdraw_nomination", about)
    return Went(place("awards.round", round_id), texts.withdrawn_notice())


def _open(session: Session, me: Me, round_id: int, *, sent: bool = False) -> AwardRound:
    """A round in which I can still nominate; with `sent` one in which I have."""
    rights.demand(session, me, "awards.nominate", about=me.employee_id)
    one, _, kind = read_round(session, round_id)
    if one.state != rounds.NOMINATING or me.today > one.nominate_until or not kind.nominations:
        raise Refused(texts.nominations_over(), "over")
    mine = nominations.of_nominator(session, round_id, me.employee_id)
    there = mine is not None and mine.state == nominations.SENT
    if there and not sent:
        raise Refused(texts.nominated_already(), "nominated")
    if sent and not there:
        raise Refused(words.not_available(), "not_nominated")
    return one


def _draft(session: Session, me: Me, round_id: int, employee_id: int) -> Nomination:
    """What I wrote about this person and have not sent."""
    mine = nominations.of_nominator(session, round_id, me.employee_id)
    if mine is None or mine.employee_id != employee_id or mine.state != nominations.DRAFT:
        raise Refused(words.not_available(), "no_draft")
    return mine


def _nominee(
    session: Session, me: Me, round_id: int, employee_id: int
) -> tuple[AwardRound, Employee]:
    one = _open(session, me, round_id)
    rights.demand(session, me, "awards.nominate", about=employee_id)
    person = employees.get(session, employee_id)
    if person is None or (why := _why_not(session, me, one, person)):
        raise Refused(words.not_available() if person is None else why, "not_nominable")
    return one, person


def _why_not(session: Session, me: Me, one: AwardRound, person: Employee) -> str:
    """Why nobody, or not I, can nominate this person; "" when nothing forbids it."""
    _, _, kind = read_round(session, one.id or 0)
    if person.left_on is not None or not in_scope(session, one.scope_id, person):
        return words.not_available()
    if person.id == me.employee_id and not kind.self_nomination:
        return texts.not_oneself()
    return ""
