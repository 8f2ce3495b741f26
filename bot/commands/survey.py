"""Old surveys from the command line: `teladan survey FILE`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.actions.surveys import importing
from bot.commands.importing import bring_in
from bot.commands.saying import say
from bot.rules.roster import Fault
from bot.texts.surveys import importing as said


def import_survey(file: Path, *, dry_run: bool) -> None:
    """Bring raw answers in: every line, or none; faults are listed by line, exit code 2."""
    read, check, apply = importing.read_file, importing.check, importing.apply
    rows, found = bring_in(file, read, check, apply, _told, dry_run=dry_run)
    done = not dry_run
    say(said.counts(len(found.lines), len(found.new), found.comments, rows.by.key, done=done))
    if found.unkept:
        say(said.unkept(found.unkept))


def _told(faults: Sequence[Fault]) -> Iterator[str]:
    yield said.faulty(len(faults))
    yield from map(said.fault, faults)
