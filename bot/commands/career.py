"""Career records from the command line: `teladan career FILE`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bot.actions.career import importing
from bot.commands.counting import counted
from bot.commands.importing import bring_in
from bot.commands.saying import say
from bot.rules.roster import Fault
from bot.texts.career import importing as said


def import_career(file: Path, *, dry_run: bool) -> None:
    """Bring records in: every line, or none; faults are listed by line, exit code 2."""
    read, check = importing.read_file, importing.check
    apply = partial(importing.apply, progress=counted)
    _, found = bring_in(file, read, check, apply, _told, dry_run=dry_run)
    say(said.counts(len(found.new), found.people, found.there, done=not dry_run))
    for line in said.sorts(found.by_sort):
        say(line)


def _told(faults: Sequence[Fault]) -> Iterator[str]:
    yield said.faulty(len(faults))
    yield from map(said.fault, faults)
