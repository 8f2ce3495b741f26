"""Sentences of a roster file in the chat: HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.texts import words
from bot.texts.language import _
from bot.texts.roster.faults import fault, unreadable
from bot.texts.roster.faults import told as said_of

TITLE = _("Import a roster")
SEND_ANOTHER = _("Send another file")
REPORT = _("Download report")
TEMPLATE = _("Download a template")
TAKE_IN = _("Bring in")
REALLY = _("Yes, bring it in")
FORGET = _("Forget this file")
LOOK_AGAIN = _("See again")
THEY_LEFT = _("The missing have left")
THEY_STAY = _("The missing stay")
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


def ask(columns: Sequence[str]) -> str:
    return _(
        "<b>Bring in a roster</b>\n\nSend the list of employees as XLSX or CSV, with these "
        "columns in its first line:\n<code>{columns}</code>\n\nEvery line is checked first; you "
        "see what is wrong and what would change. Nothing is changed before you say so, and then "
        "all of it or nothing."
    ).format(columns=", ".join(columns))


def no_file() -> str:
    return _("Please send the roster as an XLSX or CSV file of at most 20 MB.")


def being_taken_in() -> str:
    return _("Your file is being brought in right now. Please wait until that is done.")


def waiting(done: int, lines: int, state: str) -> str:
    """`done` of the lines have been looked through, or written."""
    last = _("You get a message when it is done; you need not wait here.")
    if state == "writing":
        head = words.bold(_("Your file is being written"))
        told = _(
            "All of it comes in together, or nothing. Some 10,000 lines take a few seconds; until "
            "then other taps may wait."
        )
        if done:
            told = _("Written: {percent}%. All of it comes in together, or nothing.").format(
                percent=done * 100 // max(1, lines)
            )
        return f"{head}\n\n{told}\n\n{last}"
    head = words.bold(
        _("Your file is being checked once more") if state == "confirmed"
        else _("Your file is being checked")
    )  # fmt: skip
    if lines:
        far = _("{done} of {lines} lines so far.").format(
            done=words.number(done), lines=words.number(lines)
        )
    else:
        far = _("It begins within a minute.")
    return f"{head}\n\n{far}\n\n{last}"


def not_read(code: str, columns: Sequence[str]) -> str:
    return _("<b>This file cannot be read</b>\n\n{why}\n\nNothing was changed.").format(
        why=words.safe(unreadable(code, columns))
    )


def faulty(count: int, first: Sequence[tuple[int, str, str, str]]) -> str:
    """Line, column, code and detail of the first faults."""
    lines = [f"• {words.safe(words.fitting(fault(*one), 180))}" for one in first]
    return "\n".join(
        [
            words.bold(_("{count} faults; nothing was changed").format(count=words.number(count))),
            "",
            *lines,
            "",
            mend(),
        ]
    )


def mend() -> str:
    return _("The report lists them all. Mend them in the file and send it again.")


def found(figures: Mapping[str, int], lines: int, *, leavers: bool) -> str:
    rows = [
        _("<b>No faults in {lines} lines</b>").format(lines=words.number(lines)),
        "",
        _("New: {count}").format(count=words.number(figures["new"])),
        _("Moved (unit or superior): {count}").format(count=words.number(figures["moved"])),
        _("Other changes: {count}").format(count=words.number(figures["changed"])),
        _("Roles that change: {count}").format(count=words.number(figures["roles"])),
        _("Unchanged: {count}").format(count=words.number(figures["unchanged"])),
    ]
    if figures["leaving"]:
        rows.append(
            _("Not in the file: {count}, who would <b>leave</b>; their accounts end")
            if leavers
            else _("Not in the file: {count}, who stay as they are")
        )
        rows[-1] = rows[-1].format(count=words.number(figures["leaving"]))
    return "\n".join(rows)


def look() -> str:
    return _("Look at what changes, then bring it in.")


def nothing() -> str:
    return _("The roster says all this already; there is nothing to bring in.")


def sure(figures: Mapping[str, int], *, leavers: bool, many: bool) -> str:
    lines = [
        _("<b>Import this list?</b>"),
        _("{new} new, {moved} moved, {changed} other changes, roles of {roles}.").format(
            new=words.number(figures["new"]),
            moved=words.number(figures["moved"]),
            changed=words.number(figures["changed"]),
            roles=words.number(figures["roles"]),
        ),
    ]
    if leavers and figures["leaving"]:
        lines.append(
            _("{count} people leave: their service and their accounts end.").format(
                count=words.number(figures["leaving"])
            )
        )
    if many:
        lines.append(
            _("⚠️ That is more than a tenth of the staff. Is the file perhaps only a part?")
        )
    lines.append(_("All of it takes effect at once and is written into the audit trail."))
    return "\n\n".join(lines)


def done(figures: Mapping[str, int]) -> str:
    return _(
        "<b>The roster was brought in</b>\n\nNew: {new}\nMoved: {moved}\nOther changes: {others}\n"
        "Roles that changed: {roles}\nHave left: {left}\nUnchanged: {unchanged}"
    ).format(
        new=words.number(figures["new"]),
        moved=words.number(figures["moved"]),
        others=words.number(figures["changed"] - figures["moved"]),
        roles=words.number(figures["roles"]),
        left=words.number(figures["left"]),
        unchanged=words.number(figures["unchanged"]),
    )


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


def worked(state: str) -> str:
    match state:
        case "done":
            return _("Your roster file was brought in.")
        case "found":
            return _("Your roster file was checked: no faults. Look at what would change.")
        case _other:
            return _("Your roster file was checked: it has faults. Nothing was changed.")


def file_name(ending: str) -> str:
    return f"laporan-daftar-pegawai.{ending}"


TEMPLATE_NAME = "templat-daftar-pegawai.xlsx"
SHEET = "Daftar pegawai"
