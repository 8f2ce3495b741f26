"""A copy of everything that is held of me, for me alone (UU 27/2022 art. 7, 13 and 32)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.rules.personal import Held
from bot.screens import Place, Went
from bot.texts.personal import copying as texts
from storage import audit, evidence_files, outbox
from storage.outbox import Kind, State
from storage.personal import copying as stored
from storage.personal.copying import KeptFile, Rows

LARGEST = 20_000_000  # of all files together: Telegram takes 50 MB, a poor line less
LETTER, LASTS = "personal.copied", timedelta(hours=24)
OPEN = (State.WAITING, State.LEASED, State.SENDING)
UNFIT, LONGEST = re.compile(r"[^\w.-]+"), 60


@dataclass(frozen=True, slots=True)
class Copy:
    """`keep`: the file may be saved and handed on, which a protected one may not.

    `files` by their names in the copy, each read when it is packed; `too_many` did not fit.
    """

    name: str
    at: datetime
    kinds: Mapping[Held, Mapping[str, Rows]]
    keep: bool
    files: Mapping[str, Callable[[], bytes]]
    too_many: int


@dataclass(frozen=True, slots=True)
class CopyStands:
    """When it was asked for, and when it was sent; `waits`: it is being made."""

    asked: datetime | None
    sent: datetime | None
    waits: bool


def ask_copy(session: Session, me: Me) -> None:
    """How shall it be handed over?"""
    rights.demand(session, me, "personal.own", about=me.employee_id)


def take_copy(session: Session, me: Me, keep: int) -> Went:
    """Ask for one; it comes as a letter. While one is being made no other is begun."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    here = Place("personal.copy")
    if copy(session, me).waits:
        return Went(here, texts.one_waits())
    facts = {"employee": me.employee_id, "keep": bool(keep)}
    about = f"employee/{me.employee_id}"
    audit.record(session, me.now, me.employee_id, "personal.copy", about, facts)
    before = outbox.newest(session, me.employee_id, LETTER)
    key = f"{LETTER}/{me.employee_id}/{before.id if before else 0}"
    outbox.put(
        session, key, Kind.DECISION, LETTER, me.now, to=me.employee_id,
        facts={"keep": int(bool(keep))}, opens=here, expires_at=me.now + LASTS,
    )  # fmt: skip
    return Went(here, texts.coming())


def copy(session: Session, me: Me, _: int = 0) -> CopyStands:
    """How the newest one that I asked for stands; older buttons name how it was wanted."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    newest = outbox.newest(session, me.employee_id, LETTER)
    if newest is None:
        return CopyStands(None, None, waits=False)
    session.refresh(newest)
    sent = newest.sent_at.astimezone(me.zone) if newest.sent_at else None
    return CopyStands(newest.created_at.astimezone(me.zone), sent, waits=newest.state in OPEN)


def copy_of(session: Session, employee_id: int, name: str, now: datetime, *, keep: bool) -> Copy:
    """Everything of this person as it is now, for a letter to them."""
    held, left, files = evidence_files.files_of(session), LARGEST, {}
    sent = stored.files(session, employee_id)
    for number, one in enumerate(sent, 1):
        if one.size <= left:
            left -= one.size
            files[_name(number, one)] = partial(held.read, one.sha256)
    kinds = stored.copied(session, employee_id)
    return Copy(name, now, kinds, keep, files, len(sent) - len(files))


def _name(number: int, one: KeptFile) -> str:
    """`files/003-foto-loket.jpg`: nothing in it that a file system takes amiss."""
    said = UNFIT.sub("-", one.name).strip(".-")[-LONGEST:]
    ending = "" if said.lower().endswith(f".{one.file_type}") else f".{one.file_type}"
    return f"files/{number:03d}-{said}{ending}" if said else f"files/{number:03d}{ending}"
