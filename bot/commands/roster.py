"""Who works here and how they get in: `teladan import, invite, approve, reset-code`."""

from __future__ import annotations

import asyncio
import sys
from getpass import getuser
from pathlib import Path

from bot.actions import factors, joining, roster
from bot.actions.refusals import Refused
from bot.commands.counting import counted
from bot.commands.opening import office_now, open_database, open_settings
from bot.commands.saying import refuse, say
from bot.documents import sheet
from bot.rules.roster import too_many_leave
from bot.settings import Settings
from bot.texts import roster as roster_texts
from bot.texts.operator import data, people
from bot.texts.roster import lines as shown
from storage import audit, profile
from storage.database import Database

STEP = 500


def import_roster(
    file: Path,
    *,
    dry_run: bool,
    leavers: bool,
    confirmed: int | None = None,
    paper: Path | None = None,
) -> None:
    """Bring the roster in: every line, or none; faults are listed by line, exit code 2.

    `leavers`: whoever is missing from the file has left. More than a tenth of the staff only
    when their number is `confirmed`, as the file may be a part of one. `paper`: a CSV that gets
    everything that was found, line by line.
    """
    settings = open_settings()
    _tell(data.file_being_read())
    try:
        rows = roster.read(file.read_bytes(), file.name)
    except OSError:
        refuse(data.file_not_found(str(file)))
    except roster.Unreadable as fault:
        refuse(roster_texts.unreadable(fault.code, fault.columns))
    now = office_now(settings)
    with open_database(settings) as database:
        with database.transaction(reading=True) as session:
            found = roster.check(
                session,
                rows,
                now.date(),
                leavers=leavers,
                zone=settings.timezone,
                progress=_progress,
            )
        if paper is not None:
            _write(paper, found, leavers=leavers)
        if found.faults:
            refuse(*roster.report(found))
        if dry_run:
            _say_all(roster.report(found, leavers=leavers))
            return
        missing, staff = len(found.missing), found.staff
        if leavers and too_many_leave(missing, staff) and confirmed != missing:
            refuse(roster_texts.too_many_leave(missing, staff))
        _tell(data.roster_being_written())
        with database.transaction() as session:
            audit.sign(session, getuser())
            if roster.is_current(session, found, now.date()):
                done = roster.write(session, found, now, leavers=leavers, progress=counted)
            else:
                done = roster.apply(session, rows, now, leavers=leavers, zone=settings.timezone)
    _say_all(roster.report(done))


def _write(paper: Path, found: roster.Findings, *, leavers: bool) -> None:
    rows = [row for one in roster.lines_of(found, leavers=leavers) for row in shown.rows(one)]
    try:
        paper.write_bytes(sheet.csv(shown.HEAD, rows))
    except OSError:
        refuse(data.file_not_written(str(paper)))


def invite(nip: str) -> None:
    """Print one line: the deep link with the one-time code."""
    settings = open_settings()
    now = office_now(settings)
    with open_database(settings) as database:
        username = _username(settings, database)
        try:
            with database.transaction() as session:
                audit.sign(session, getuser())
                code = joining.invite(session, nip, None, now)
        except Refused as refusal:
            refuse(refusal.sentence)
    say(f"https://t.me/{username}?start={code}")


def approve(nip: str, number: str) -> None:
    """The operator's second proof for a pending claim, by its phone's digits; it is logged."""
    settings = open_settings()
    now = office_now(settings)
    with open_database(settings) as database:
        try:
            with database.transaction() as session:
                audit.sign(session, getuser())
                opens = joining.approve(session, nip, number, now)
        except Refused as refusal:
            refuse(refusal.sentence)
    say(people.approved() if opens is None else people.approved_from(opens))


def reset_code(nip: str) -> None:
    """The operator is the second person for somebody whose authenticator is lost; it is logged."""
    settings = open_settings()
    now = office_now(settings)
    with open_database(settings) as database:
        try:
            with database.transaction() as session:
                audit.sign(session, getuser())
                factors.reset_by_operator(session, nip, now)
        except Refused as refusal:
            refuse(refusal.sentence)
    say(people.code_reset())


def _username(settings: Settings, database: Database) -> str:
    """The bot's name as remembered, else as Telegram says."""
    with database.transaction(reading=True) as session:
        known = profile.username(session)
    return known or asyncio.run(_ask(settings))


async def _ask(settings: Settings) -> str:
    from bot.commands.greeting import greet
    from bot.commands.run import open_bot

    async with open_bot(settings) as bot:
        return await greet(bot, settings)


def _tell(sentence: str) -> None:
    """What is being done now, for people only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{sentence}\n")


def _progress(done: int, of: int) -> None:
    """One line that counts on, for people only."""
    if sys.stderr.isatty() and (done == of or done % STEP == 0):
        sys.stderr.write(f"\r{data.lines_checked(done, of)}" + ("\n" if done == of else ""))


def _say_all(lines: list[str]) -> None:
    for line in lines:
        say(line)
