"""A code is asked for and typed: right ones are taken once, wrong ones are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.factors.home import State, standing
from bot.actions.factors.passwords import proven_step
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules import factors as rules
from bot.screens import Place, Press, Went, place
from bot.texts import factors as texts
from storage import audit, factors, recovery_codes
from storage.factors import Factor


@dataclass(frozen=True, slots=True)
class Asked:
    """A press waits for its code, if codes are taken now; `until` ends a waiting or a pause."""

    press: Press
    state: State
    until: datetime | None


def ask(session: Session, me: Me, token: str, index: int) -> Asked:
    """What stands between a press of mine and its act."""
    demand(session, me, "factors.own", about=me.employee_id)
    state, until = standing(factors.in_use(session, me.employee_id), me.now)
    return Asked(Press(str(token), index), state, until.astimezone(me.zone) if until else None)


def code(session: Session, me: Me, token: str, index: int, text: str) -> Went | Press:
    """Take a code, or a recovery code, and let the press that waited go on.

    A wrong one is counted and leads back. Raises Refused for what cannot be a code.
    """
    demand(session, me, "factors.own", about=me.employee_id)
    again = place("factors.ask", token, index)
    factor = factors.in_use(session, me.employee_id, hold=True)
    if factor is None or standing(factor, me.now)[0] is not State.READY:
        return Went(again)
    digits, recovery = rules.read_code(text), rules.read_recovery(text)
    if digits is None and recovery is None:
        raise Refused(texts.six_digits(), "no_code")
    assert factor.id is not None
    if digits is not None:
        step = proven_step(factor.secret or "", digits, me.now)
        if step is None:
            return Went(again, _fails(session, me, factor))
        if not factors.take_step(session, factor.id, step):
            return Went(again, texts.used_code())
    elif recovery is None or not recovery_codes.spend(session, factor.id, recovery, me.now):
        return Went(again, _fails(session, me, factor))
    else:
        facts = {"left": recovery_codes.left(session, factor.id)}
        about = f"factor/{factor.id}"
        audit.record(session, me.now, me.employee_id, "factors.recover", about, facts)
    factors.prove(session, factor.id, me.account_id, me.epoch, me.now)
    return Press(str(token), index)


def stray(_: Session, __: Me) -> Went:
    """A code that nobody asked for; an act, so that one fed again shows where it led."""
    return Went(Place("home.menu"), texts.no_code_wanted())


def _fails(session: Session, me: Me, factor: Factor) -> str:
    """One more wrong try; what the person is told."""
    assert factor.id is not None
    failures = factor.failures + 1
    pause = rules.pause_after(failures)
    factors.fail(session, factor.id, failures, me.now + pause if pause else None)
    if pause is None:
        return texts.wrong(rules.FREE_TRIES - failures)
    facts = {"failures": failures, "seconds": int(pause.total_seconds())}
    audit.record(session, me.now, me.employee_id, "factors.pause", f"factor/{factor.id}", facts)
    return texts.paused()
