"""The same form on the public page: nothing is kept of who answers, each form counts once."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.surveys import wishes
from bot.actions.surveys.collecting import UNKNOWN, Entrance, Given, collect, enter
from bot.actions.surveys.rules import mark_of
from bot.rules.surveys import codes
from bot.rules.surveys.elements import Element
from storage import surveys
from storage.columns import vault_of
from storage.surveys import Origin

LASTS = timedelta(hours=4)
STALE, AGAIN = "stale", "again"


@dataclass(frozen=True, slots=True)
class Filled:
    """What came with a form."""

    marks: Mapping[Element, int]
    comment: str
    wish: bool
    token: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a form; `secret`: by which its news are read."""

    fault: str = ""
    secret: str = ""


def look(session: Session, typed: str, now: datetime) -> Entrance:
    """Where a code leads that somebody typed or scanned."""
    code = codes.read(typed)
    return enter(session, code, now) if code else Entrance(fault=UNKNOWN)


def token(session: Session, typed: str, random: bytes, now: datetime) -> str:
    """Goes out with a form and comes back once: `<random>.<until>.<seal>`."""
    body = f"{random.hex()}.{int((now + LASTS).timestamp())}"
    return f"{body}.{_seal(session, typed, body)}"


def take(session: Session, typed: str, filled: Filled, now: datetime) -> Taken:
    """Keep what was filled in; a form that comes again is told so and changes nothing."""
    if not _is_fresh(session, typed, filled.token, now):
        return Taken(STALE)
    until = (now + LASTS).astimezone(UTC).date()
    if not surveys.drafts.once(session, mark_of(session, "form", filled.token), until):
        secret = _secret(session, filled.token)
        return Taken(AGAIN, secret if wishes.news(session, secret) else "")
    found = look(session, typed, now)
    if found.fault or found.desk is None:
        return Taken(found.fault)
    if found.ticket is not None and not surveys.tickets.spend(
        session,
        found.ticket.batch_id,
        found.ticket.number,
        now.astimezone(ZoneInfo(found.desk.unit.zone)).date(),
    ):
        return Taken("used")
    given = Given(filled.marks, Origin.WEB, filled.comment)
    answer = collect(session, found.desk, given, now, ticketed=found.ticket is not None)
    if not (filled.wish and filled.comment):
        return Taken()
    secret = _secret(session, filled.token)
    wishes.ask_on_web(session, answer, secret, now)
    return Taken(secret=secret)


def _is_fresh(session: Session, typed: str, given: str, now: datetime) -> bool:
    body, _, seal = given.rpartition(".")
    until = body.rpartition(".")[2]
    if not hmac.compare_digest(
        seal.encode("utf-8", "replace"), _seal(session, typed, body).encode()
    ):
        return False
    return int(until) >= now.timestamp()


def _seal(session: Session, typed: str, body: str) -> str:
    code = codes.read(typed)
    about = f"{code.written if code else ''}/{body}"
    key = vault_of(session).key("survey forms")
    return hmac.digest(key, about.encode("utf-8", "replace"), sha256).hex()[:32]


def _secret(session: Session, token: str) -> str:
    """By which the news are read: of a form that comes again it is the same."""
    key = vault_of(session).key("survey news")
    return wishes.secret_of(hmac.digest(key, token.encode("utf-8", "replace"), sha256))
