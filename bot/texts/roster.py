"""Sentences about a roster file, for the shell and for HR: plain text, not HTML."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts.language import _
from bot.texts.words import number

FAULTS = {
    "empty": _("must not be empty."),
    "too_long": _("is longer than 200 characters."),
    "nip_number": _(
        "was stored as a number, so digits were lost. Format the column as text in the "
        "spreadsheet, fill it in again and save."
    ),
    "nip_not_digits": _("must consist of digits only."),
    "nip_length": _("must have exactly 18 digits."),
    "nip_birth_date": _("does not begin with a valid date of birth (digits 1 to 8)."),
    "nip_start_month": _("has an invalid month or agreement number (digits 13 and 14)."),
    "nip_sex": _("has an invalid digit 15; it must be 1 (man) or 2 (woman)."),
    "nip_serial": _("ends in 000; the serial number starts at 001."),
    "nip_too_young": _("says the person was appointed before the age of 18."),
    "nip_in_future": _("contains a date in the future."),
    "twice": _("is the same as in line {detail}. Each person may be listed once."),
    "phone": _("is not a valid telephone number. Example: 081234567890."),
    "unknown_golongan": _(
        "“{detail}” is unknown. PNS: I/a to IV/e; PPPK: I to XVII, in Roman numerals."
    ),
    "unknown_peran": _(
        "“{detail}” is unknown. Choose from pegawai, atasan, tim_evaluasi, pimpinan, "
        "kepegawaian, inspektorat, separated by semicolons."
    ),
    "unknown_scope": _("names the unit “{detail}”, which is in no line of this file."),
    "unknown_zona": _("“{detail}” is unknown. Write WIB, WITA, WIT or a name like Asia/Jakarta."),
    "unknown_superior": _(
        "is not in this file and not in service. Add the superior, or leave the cell empty for "
        "the highest official."
    ),
    "superior_leaves": _("names {detail}, who is missing from this file and would leave."),
    "circle": _("makes a circle of superiors: {detail}."),
    "unit_circle": _("makes a circle of units: {detail}."),
    "other_parent": _("differs from line {detail} for the same unit."),
    "other_zone": _("differs from line {detail} for the same unit."),
}

UNREADABLE = {
    "too_big": _("The file is too big: at most 20 MB and 200,000 lines."),
    "kind": _("The file cannot be read. Save it as XLSX or as CSV and try again."),
    "empty": _("The file holds no lines of employees."),
}


def fault(line: int, column: str, code: str, detail: str = "") -> str:
    """`Baris 7, kolom nip: harus tepat 18 angka.`"""
    what = FAULTS[code].format(detail=detail)
    if line == 0:
        return _("In the roster so far, column {column}: {what}").format(column=column, what=what)
    return _("Line {line}, column {column}: {what}").format(line=line, column=column, what=what)


def unreadable(code: str, columns: Sequence[str]) -> str:
    if columns:
        return _("These columns are missing in the first line: {columns}.").format(
            columns=", ".join(columns)
        )
    return UNREADABLE[code]


def faulty(count: int) -> str:
    return _(
        "{count} faults were found. Nothing was changed. Mend these and import again:"
    ).format(count=number(count))


def counts(added: int, changed: int, unchanged: int, *, done: bool) -> str:
    """What was done, or (dry run) what would be."""
    template = (
        _("Imported: {added} added, {changed} changed, {unchanged} unchanged.")
        if done
        else _(
            "No faults. Importing would add {added} and change {changed}; "
            "{unchanged} stay unchanged."
        )
    )
    return template.format(
        added=number(added), changed=number(changed), unchanged=number(unchanged)
    )


def stayed(count: int) -> str:
    return _(
        "{count} people in service are missing from the file and were left as they are. "
        "--dry-run lists them; with --leavers they are marked as having left."
    ).format(count=number(count))


def would_stay(count: int) -> str:
    return _(
        "{count} people in service are missing from the file and would be left as they are; "
        "with --leavers they are marked as having left:"
    ).format(count=number(count))


def too_many_leave(missing: int, staff: int) -> str:
    return _(
        "{missing} of {staff} people in service are missing from the file, more than a tenth: it "
        "may be a part of the roster. Nothing was changed. If they have left, repeat it with "
        "--leavers --confirm {confirm}."
    ).format(missing=number(missing), staff=number(staff), confirm=missing)


def would_leave(count: int) -> str:
    return _(
        "{count} people missing from the file would be marked as having left, and their "
        "accounts would end:"
    ).format(count=number(count))


def left(count: int) -> str:
    return _("{count} people missing from the file have left; their accounts have ended.").format(
        count=number(count)
    )


def no_such_person() -> str:
    return _("Nobody in service has this NIP.")


def no_pending_claim() -> str:
    return _("This person has no claim that waits for approval.")
