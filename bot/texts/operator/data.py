"""Sentences about files that are taken in or handed out."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _


def file_not_found(file: str) -> str:
    return _("The file {file} was not found or cannot be read.").format(file=file)


def lines_checked(done: int, of: int) -> str:
    return _("Lines checked: {done} of {of}").format(done=words.number(done), of=words.number(of))


def file_being_read() -> str:
    return _("Reading the file …")


def roster_being_written() -> str:
    return _("Writing the roster …")


def written(percent: int) -> str:
    return _("Written: {percent}%").format(percent=percent)


def file_not_written(path: str) -> str:
    return _("The file {path} cannot be written.").format(path=path)


def unknown_extract(known: str) -> str:
    return _("There is no such extract. Choose one of: {known}.").format(known=known)


def unknown_ending(known: str) -> str:
    return _("The file's name must end in one of: {known}.").format(known=known)


def extracted(title: str, lines: int, file: str) -> str:
    return _("{title}: {count} lines written to {file}. Its purpose was recorded.").format(
        title=title, count=words.number(lines), file=file
    )
