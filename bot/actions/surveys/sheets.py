"""The page that hangs at a counter, and where its code leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.surveys.keeping import handed
from bot.rules.surveys import codes
from storage import profile, units
from storage.printing import printing_of


@dataclass(frozen=True, slots=True)
class Links:
    """Where a code leads: into the chat, and to the public page; empty where there is none."""

    chat: str
    page: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What hangs at a counter. `username`: how the bot is called; `address`: of the page."""

    counter_id: int
    unit: str
    office: str
    service: str
    counter: str
    code: str
    links: Links
    username: str
    address: str
    now: datetime


def sheet(session: Session, me: Me, counter_id: int) -> Sheet:
    """The page that hangs at the counter."""
    desk = handed(session, me, counter_id)
    code = desk.counter.code
    return Sheet(
        counter_id, desk.unit.name, units.top(session), desk.service.name, desk.counter.name,
        code, links(session, code), *ways(session), me.now,
    )  # fmt: skip


def ways(session: Session) -> tuple[str, str]:
    """How the bot is called, and where on the web a code may be typed; empty where unknown."""
    address = printing_of(session).address
    page = f"{address.partition('://')[2]}/survei" if address else ""
    return profile.username(session) or "", page


def links(session: Session, code: str) -> Links:
    """Both ways in for a code of a counter or a ticket."""
    username, address = profile.username(session), printing_of(session).address
    plain = codes.argument(code)
    return Links(
        f"https://t.me/{username}?start={plain}" if username else "",
        f"{address}/survei/{plain.removeprefix(codes.LINK + '-')}" if address else "",
    )
