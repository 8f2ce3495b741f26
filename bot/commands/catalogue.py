"""The catalogue of training from the command line: `teladan catalogue FILE`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.actions.trainings import importing
from bot.commands.importing import bring_in
from bot.commands.saying import say
from bot.rules.roster import Fault
from bot.texts.trainings import desk


def import_catalogue(file: Path, *, dry_run: bool) -> None:
    """Bring courses in: every line, or none; faults are listed by line, exit code 2."""
    read, check, apply = importing.read_file, importing.check, importing.apply
    _, found = bring_in(file, read, check, apply, _told, dry_run=dry_run)
    say(desk.imported(found.added, found.changed, found.unchanged, done=not dry_run))


def _told(faults: Sequence[Fault]) -> Iterator[str]:
    for one in faults:
        yield desk.fault(one.line, one.column, one.code, one.detail)
