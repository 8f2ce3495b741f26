"""The audit trail: its daily anchor, and walking along it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.rules.audit import ANCHOR, Fault, Verdict, code_of, holders, walk
from storage import agreement, audit, outbox, rounds
from storage.agreement import Finding
from storage.audit import Reader
from storage.outbox import Kind
from storage.vault import Vault

PUBLISHED = "audit.published"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What leaves our reach: an entry's number, its moment and its code stand for all before."""

    number: int
    at: datetime
    code: str


def anchor(session: Session, now: datetime) -> None:
    """Once a day: one entry more, and a letter with its code to those who keep it."""
    day = now.date()
    if not rounds.first_today(session, ANCHOR, day):
        return
    audit.record(session, now, None, ANCHOR, audit.about(day))
    for person in holders(audit.candidates(session, day)):
        key, facts = f"{ANCHOR}/{day}/{person}", {"day": day.isoformat()}
        outbox.put(session, key, Kind.REMINDER, ANCHOR, now, to=person, facts=facts)


def publish(chat_id: int) -> Callable[[Session, datetime], None]:
    """A tick that tells the day's anchor in that chat, at most once a day, after it was made."""

    def work(session: Session, now: datetime) -> None:
        day = now.date()
        if not rounds.made(session, ANCHOR, day):
            return
        if rounds.first_today(session, PUBLISHED, day):
            key, facts = f"{PUBLISHED}/{day}", {"day": day.isoformat()}
            outbox.put(session, key, Kind.REMINDER, PUBLISHED, now, chat_id=chat_id, facts=facts)

    return work


def to_be_kept(session: Session, day: date) -> Anchor | None:
    """The day's anchor; None when a newer one stands for its entries too."""
    found = audit.anchor_of(session, day)
    if found is None or audit.newest_day(session) != day:
        return None
    return Anchor(found.number, found.at, code_of(found.number, found.mac))


def verify(
    reader: Reader, key: bytes, codes: Mapping[int, str], tell: Callable[[int], None]
) -> Verdict:
    """Walk along the whole trail; `tell` hears how many entries have been read."""
    verdict = walk(key, reader.rows(tell), codes)
    stray = reader.stray_facts()
    if verdict.broken is None and stray is not None:
        return replace(verdict, broken=stray, fault=Fault.STRAY_FACTS)
    return verdict


def disagreements(reader: Reader, vault: Vault, today: date) -> Iterator[Finding]:
    """Rows that no entry accounts for or that say other than it; the trail must be whole."""
    return agreement.findings(reader, vault, today)


def lists_people(reader: Reader) -> bool:
    """Whether the trail tells where people stand, as it does from the first import on."""
    return agreement.lists_people(reader.connection)
