"""A file from the command line that comes in whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from getpass import getuser
from pathlib import Path
from typing import Protocol, TypeVar

from sqlmodel import Session

from bot.actions.refusals import Refused
from bot.commands.opening import office_now, open_database, open_settings
from bot.commands.saying import refuse
from bot.documents.roster import Unreadable
from bot.rules.roster import Fault
from bot.texts import roster as roster_texts
from bot.texts.operator import data
from storage import audit


class Found(Protocol):
    """What is wrong with a file, else what taking it in does."""

    @property
    def faults(self) -> Sequence[Fault]: ...


R = TypeVar("R")
F = TypeVar("F", bound=Found)


def bring_in(
    file: Path,
    read: Callable[[bytes, str], R],
    check: Callable[[Session, R, date], F],
    apply: Callable[[Session, R, datetime, int | None], F],
    told: Callable[[Sequence[Fault]], Iterable[str]],
    *,
    dry_run: bool,
) -> tuple[R, F]:
    """Rows of the file, and what was found; every line is in, or none, as in a `dry_run`.

    SystemExit with exit code 2 when it cannot be read, or when lines are faulty: these are told.
    """
    settings = open_settings()
    try:
        rows = read(file.read_bytes(), file.name)
    except OSError:
        refuse(data.file_not_found(str(file)))
    except Unreadable as fault:
        refuse(roster_texts.unreadable(fault.code, fault.columns))
    now = office_now(settings)
    with open_database(settings) as database:
        try:
            with database.transaction(reading=True) as session:
                found = check(session, rows, now.date())
            if found.faults:
                refuse(*told(found.faults))
            if not dry_run:
                with database.transaction() as session:
                    audit.sign(session, getuser())
                    found = apply(session, rows, now, None)
        except Refused as refusal:
            refuse(refusal.sentence)
    return rows, found
