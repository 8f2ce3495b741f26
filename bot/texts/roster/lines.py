"""What was found of each line of a roster file, in the chat and in the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.texts import words
from bot.texts.language import _
from bot.texts.roster.faults import told as said_of

KINDS = {
    "fault": _("Faults"),
    "new": _("New"),
    "moved": _("Moved"),
    "changed": _("Other changes"),
    "roles": _("Roles"),
    "leaving": _("Not in the file"),
}
COLUMNS = {
    "nama": _("name"),
    "jabatan": _("post"),
    "jenjang": _("post level"),
    "golongan": _("rank"),
    "unit": _("unit"),
    "atasan_nip": _("superior"),
    "telepon": _("telephone"),
    "peran": _("roles"),
}
HEAD = (_("Line"), _("Kind"), _("Name"), _("Column"), _("Before"), _("After"))
NAME = 60


def report(kind: str, total: int, page: int, pages: int, lines: Sequence[str]) -> str:
    head = words.bold(f"{KINDS[kind]}: {words.number(total)}")
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    return "\n".join([head, "", *(lines or [_("Nobody here.")])])


def line(number: int, name: str, told: Sequence[tuple[str, str, str]], *, back: bool) -> str:
    """One person and what changes, for the chat."""
    what = "; ".join(change(*one) for one in told)
    if back:
        what = "; ".join(filter(None, [_("is in service again"), what]))
    where = _("line {line}").format(line=words.number(number)) if number else ""
    head = f"• {words.bold(words.fitting(name, NAME))}"
    head = f"{head} ({where})" if where else head
    return f"{head}\n{words.safe(words.fitting(what, 120))}" if what else head


def change(column: str, before: str, after: str) -> str:
    label = str(COLUMNS[column])
    if not before and not after:
        return _("{column} changes").format(column=label)
    return f"{label}: {before or '–'} → {after or '–'}"


class Found(Protocol):
    """What was found of one line, as `bot.actions.roster.Line` has it."""

    @property
    def kind(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def told(self) -> Sequence[tuple[str, str, str]]: ...


def rows(one: Found) -> list[list[str | int]]:
    """What was found of one line, a row of `HEAD` for each cell it is about."""
    kind = str(KINDS[one.kind])
    if one.kind == "fault":
        column, code, detail = one.told[0]
        return [[one.line, kind, "", column, "", said_of(code, detail)]]
    told = one.told or [("", "", "")]
    return [
        [one.line or "", kind, one.name, str(COLUMNS.get(column, "")), before, after]
        for column, before, after in told
    ]


def file_name(ending: str) -> str:
    return f"laporan-daftar-pegawai.{ending}"


TEMPLATE_NAME = "templat-daftar-pegawai.xlsx"
SHEET = "Daftar pegawai"
