"""A copy of everything that is held of me, for me alone (UU 27/2022 art. 7, 13 and 32)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.rules.personal import Held
from bot.screens import Went, place
from bot.texts.personal import copying as texts
from storage import audit, evidence_files
from storage.personal import copying as stored
from storage.personal.copying import KeptFile, Rows

LARGEST = 20_000_000  # of all files together: Telegram takes 50 MB, a poor line less
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


def ask_copy(session: Session, me: Me) -> None:
    """How shall it be handed over?"""
    rights.demand(session, me, "personal.own", about=me.employee_id)


def take_copy(session: Session, me: Me, keep: int) -> Went:
    """Note that I take one; it is made while it is shown and kept nowhere."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    facts = {"employee": me.employee_id, "keep": bool(keep)}
    about = f"employee/{me.employee_id}"
    audit.record(session, me.now, me.employee_id, "personal.copy", about, facts)
    return Went(place("personal.copy", keep), texts.coming())


def copy(session: Session, me: Me, keep: int) -> Copy:
    """Everything as it is now."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    held, left, files = evidence_files.files_of(session), LARGEST, {}
    sent = stored.files(session, me.employee_id)
    for number, one in enumerate(sent, 1):
        if one.size <= left:
            left -= one.size
            files[_name(number, one)] = partial(held.read, one.sha256)
    kinds = stored.copied(session, me.employee_id)
    return Copy(me.name, me.now, kinds, bool(keep), files, len(sent) - len(files))


def _name(number: int, one: KeptFile) -> str:
    """`files/003-foto-loket.jpg`: nothing in it that a file system takes amiss."""
    said = UNFIT.sub("-", one.name).strip(".-")[-LONGEST:]
    ending = "" if said.lower().endswith(f".{one.file_type}") else f".{one.file_type}"
    return f"files/{number:03d}-{said}{ending}" if said else f"files/{number:03d}{ending}"
