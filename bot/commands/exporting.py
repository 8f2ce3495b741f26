"""Extracts on the command line: `teladan export KIND FILE --purpose …`, NIP always masked."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.actions import exports
from bot.actions.refusals import Refused
from bot.commands.opening import office_now, open_database, open_settings
from bot.commands.saying import refuse, say
from bot.documents import listing, sheet
from bot.texts import exports as texts
from bot.texts import words
from bot.texts.operator import data
from storage import audit, units


def export(kind: str, file: Path, *, purpose: str, year: int, quarter: int) -> None:
    """Write an extract of the whole agency; exit code 2 with a sentence when it cannot be.

    `kind` as people say it (`pegawai`, `hasil`, …), the form by the file's ending. The purpose is
    kept and the trail names who was at the machine. Whole NIP are for HR alone, in the chat.
    """
    kinds = {name: key for key, name in texts.FILES.items()}
    ending = file.suffix.lower().removeprefix(".")
    if kind not in kinds:
        refuse(data.unknown_extract(", ".join(sorted(kinds))))
    if ending not in exports.ENDINGS:
        refuse(data.unknown_ending(", ".join(exports.ENDINGS)))
    settings = open_settings()
    now, zone = office_now(settings), ZoneInfo(settings.timezone)
    with open_database(settings) as database:
        try:
            with database.transaction() as session:
                audit.sign(session, getuser())
                office = units.top(session)
                made = exports.take_as_operator(
                    session, kinds[kind], year or now.year, quarter, purpose, ending, now, zone
                )
        except Refused as refusal:
            refuse(refusal.sentence)
    if ending == "xlsx":
        content = sheet.xlsx(made.title, made.columns, made.lines)
    elif ending == "csv":
        content = sheet.csv(made.columns, made.lines)
    else:
        said = texts.footer(getuser(), words.moment(now), purpose)
        content = listing.pdf(office, made.title, said, made.columns, made.lines, now)
    try:
        file.write_bytes(content)
    except OSError:
        refuse(data.file_not_written(str(file)))
    say(data.extracted(made.title, len(made.lines), str(file)))
