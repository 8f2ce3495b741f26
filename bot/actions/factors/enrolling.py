"""Putting a second factor in: a secret, its first code, recovery codes to be written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from bot.actions.factors.passwords import address, make_recovery_codes, make_secret, proven_step
from bot.actions.factors.proof import demand_proof
from bot.actions.joining import notices
from bot.actions.joining.standing import decides
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules import factors as rules
from bot.rules.people import strip_titles
from bot.screens import Place, Went
from bot.texts import factors as texts
from bot.texts import words
from storage import audit, employees, factors, outbox, recovery_codes
from storage.factors import Factor
from storage.outbox import Kind

HOME, NEW, CODES = Place("factors.home"), Place("factors.new"), Place("factors.codes")


@dataclass(frozen=True, slots=True)
class New:
    """What an authenticator has to be told: the key by hand, or the whole address as a QR."""

    secret: str = field(repr=False)
    address: str = field(repr=False)


def begin(session: Session, me: Me) -> Place:
    """Make a new secret. Whoever has one in use shows a code of it first. Raises ProofWanted."""
    demand(session, me, "factors.own", about=me.employee_id)
    if factors.in_use(session, me.employee_id) is not None:
        demand_proof(session, me, rules.FRESH)
    employees.lock(session, me.employee_id)
    factors.make(session, me.employee_id, make_secret(), me.now)
    return NEW


def new(session: Session, me: Me) -> New:
    """The secret that waits for its first code. Raises Refused when there is none any more."""
    demand(session, me, "factors.own", about=me.employee_id)
    secret = _open(session, me).secret or ""
    return New(secret, address(secret, strip_titles(me.name)))


def confirm(session: Session, me: Me, text: str) -> Went | Place:
    """The first code: from now on this one is asked for, and the one before has ended."""
    demand(session, me, "factors.own", about=me.employee_id)
    person = employees.lock(session, me.employee_id)
    factor = _open(session, me)
    typed = rules.read_code(text)
    if typed is None:
        raise Refused(texts.six_digits(), "no_code")
    step = proven_step(factor.secret or "", typed, me.now)
    if step is None:
        return Went(NEW, texts.first_code_wrong())
    assert factor.id is not None
    assert person is not None
    before = factors.in_use(session, me.employee_id)
    factors.retire(session, me.employee_id, me.now)
    waits = decides(session, person, me.now)
    reset_at = factors.reset_at(session, me.employee_id)
    starts = rules.usable_from(me.now, reset_at, decides=waits)
    factors.confirm(session, factor.id, step, starts, me.now)
    factors.prove(session, factor.id, me.account_id, me.epoch, me.now)
    recovery_codes.give(session, factor.id, make_recovery_codes(), me.now)
    facts = {"replaces": before.id or 0 if before else 0, "waits": starts is not None}
    about = f"factor/{factor.id}"
    audit.record(session, me.now, me.employee_id, "factors.enrol", about, facts)
    for officer in notices.officers(session, person, me.now):
        outbox.put(
            session, f"factor/{factor.id}/{officer}", Kind.DECISION, "factors.enrolled", me.now,
            to=officer, facts={"factor": factor.id}, opens=Place("desk.person", (person.id or 0,)),
        )  # fmt: skip
    return CODES


def codes(session: Session, me: Me) -> Sequence[str]:
    """The recovery codes, until their owner has said that they are written down."""
    demand(session, me, "factors.own", about=me.employee_id)
    factor = factors.in_use(session, me.employee_id)
    return recovery_codes.shown(session, factor.id or 0) if factor else ()


def saved(session: Session, me: Me) -> Place:
    """They are written down: nobody can read them here any more."""
    demand(session, me, "factors.own", about=me.employee_id)
    if (factor := factors.in_use(session, me.employee_id)) is not None:
        recovery_codes.hide(session, factor.id or 0)
    return HOME


def renew(session: Session, me: Me) -> Place:
    """New recovery codes; the older ones open nothing any more. Raises ProofWanted."""
    demand(session, me, "factors.own", about=me.employee_id)
    demand_proof(session, me, rules.FRESH)
    factor = factors.in_use(session, me.employee_id)
    assert factor is not None
    assert factor.id is not None
    recovery_codes.give(session, factor.id, make_recovery_codes(), me.now)
    audit.record(session, me.now, me.employee_id, "factors.renew", f"factor/{factor.id}")
    return CODES


def _open(session: Session, me: Me) -> Factor:
    factor = factors.new_of(session, me.employee_id)
    if factor is None or factor.made_at + rules.NEW_LASTS <= me.now:
        raise Refused(words.not_available(), "no_new_factor")
    return factor
