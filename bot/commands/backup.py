"""`teladan backup DIR` and `teladan restore DIR`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.actions import personal
from bot.commands.opening import open_database, open_settings
from bot.commands.saying import refuse, say
from bot.texts.operator import running
from bot.texts.operator.copies import (
    backed_up,
    database_not_empty,
    erased_again,
    folder_not_empty,
    no_erasures,
    not_a_backup,
    restored,
)
from storage import audit, outbox, restoring
from storage import backup as copies
from storage.personal import ledger


def backup(folder: Path) -> None:
    """Copy database and evidence into a new folder while the bot may go on."""
    settings = open_settings()
    with open_database(settings) as database:
        try:
            files = copies.write(database.engine, settings.evidence_dir, folder)
        except copies.BackupRefused:
            refuse(folder_not_empty(str(folder)))
        except OSError:
            refuse(running.folder_not_writable(str(folder)))
    say(backed_up(str(folder), files))


def restore(folder: Path, erasures: Path | None = None) -> None:
    """Bring a backup into an empty database; letters that may have left since are listed.

    What was erased since the backup is erased again: by the list beside the evidence, by the
    backup's own, and by a newer one in the folder `erasures`, where it was kept elsewhere.
    """
    settings = open_settings()
    if erasures is not None:
        if not (erasures / ledger.NAME).is_file():
            refuse(no_erasures(str(erasures)))
        ledger.add(settings.evidence_dir, ledger.read(erasures))
    with open_database(settings, newest=False, half=True) as database:
        try:
            copies.read(database.engine, settings.evidence_dir, folder)
        except copies.BackupRefused as refusal:
            refuse(_why(refusal, folder))
        now = datetime.now(UTC)
        with database.transaction() as session:
            outbox.doubt_after_restore(session)
            audit.record(session, now, None, "operator.restore", "database/1")
            again = personal.replay(session, ledger.read(settings.evidence_dir))
        personal.clean_now(database, now)
        restoring.finish(database.engine)
    say(restored(str(folder)))
    say(erased_again(again))


def _why(refusal: copies.BackupRefused, folder: Path) -> str:
    match refusal.reason:
        case "other_kind":
            return running.other_kind(*refusal.facts)
        case "database_not_empty":
            return database_not_empty()
        case _:
            return not_a_backup(str(folder))
