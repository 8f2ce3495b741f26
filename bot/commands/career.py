"""Career records from the command line: `teladan career FILE`."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path

from bot.actions.career import importing
from bot.actions.refusals import Refused
from bot.commands.opening import office_now, open_database, open_settings
from bot.commands.saying import refuse, say
from bot.documents.roster import Unreadable
from bot.texts import operator as texts
from bot.texts import roster as roster_texts
from bot.texts.career import importing as said
from storage import audit


def import_career(file: Path, *, dry_run: bool) -> None:
    """Bring records in: every line, or none; faults are listed by line, exit code 2."""
    settings = open_settings()
    try:
        rows = importing.read_file(file.read_bytes(), file.name)
    except OSError:
        refuse(texts.file_not_found(str(file)))
    except Unreadable as fault:
        refuse(roster_texts.unreadable(fault.code, fault.columns))
    now = office_now(settings)
    with open_database(settings) as database:
        try:
            with database.transaction(reading=True) as session:
                found = importing.check(session, rows, now.date())
            if found.faults:
                refuse(said.faulty(len(found.faults)), *map(said.fault, found.faults))
            if not dry_run:
                with database.transaction() as session:
                    audit.sign(session, getuser())
                    found = importing.apply(session, rows, now, None)
        except Refused as refusal:
            refuse(refusal.sentence)
    say(said.counts(len(found.new), found.people, found.there, done=not dry_run))
    for line in said.sorts(found.by_sort):
        say(line)
