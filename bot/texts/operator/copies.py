"""Sentences about copies of everything, made and brought back."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _


def backed_up(folder: str, files: int) -> str:
    return _("Backup written to {folder}, with {files} evidence files.").format(
        folder=folder, files=words.number(files)
    )


def restored(folder: str) -> str:
    return _("Restored from {folder}.").format(folder=folder)


def erased_again(many: int) -> str:
    """What `teladan restore` did with the list of erasures."""
    if many:
        return _("Erased again, as the list of erasures says: {many}.").format(many=many)
    return _(
        "The list of erasures asks for nothing more. If a newer one was kept elsewhere, restore "
        "again with --erasures."
    )


def no_erasures(folder: str) -> str:
    return _("There is no list of erasures (erasures.jsonl) in {folder}.").format(folder=folder)


def folder_not_empty(folder: str) -> str:
    return _("The folder {folder} is not empty. Choose a new one for the backup.").format(
        folder=folder
    )


def not_a_backup(folder: str) -> str:
    return _("There is no complete backup in {folder}.").format(folder=folder)


def database_not_empty() -> str:
    return _("The database already holds data. Restore into a new, empty one.")


def half_restored() -> str:
    return _(
        "A restore into this database was begun and not finished. Run the same teladan restore "
        "once more; until then nothing works with it."
    )
