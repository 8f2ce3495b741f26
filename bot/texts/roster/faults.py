"""What is wrong with a roster file and its lines: plain text, not HTML."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts.language import _

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
    "unit_twin": _("is written otherwise elsewhere: “{detail}”. Write each unit in one way."),
    "phone_twice": _("is also the number of line {detail}. A number proves one person alone."),
    "phone_taken": _("is the number of {detail}. A number proves one person alone."),
    "no_letters": _("holds no letters."),
    "oneself": _("changes your own place or role. Another HR officer has to bring this line in."),
    "oneself_leaves": _("would let yourself leave: you are missing from this file."),
    "spoilt_formula": _("holds a formula. Paste it as a value and save the file again."),
    "spoilt_error": _("holds an error of the spreadsheet, such as #N/A."),
    "spoilt_date": _("was turned into a date. Format the column as text and fill it in again."),
    "spoilt_garbled": _("holds garbled letters. Save the file as XLSX, or as CSV in UTF-8."),
    "spoilt_surplus": _("has more cells than the first line has columns, so they may be shifted."),
}

UNREADABLE = {
    "too_big": _("The file is too big: at most 20 MB and 200,000 lines."),
    "kind": _("The file cannot be read. Save it as XLSX or as CSV and try again."),
    "empty": _("The file holds no lines below the first one, which names the columns."),
    "no_records": _(
        "The file holds no career records: below its first line there is nothing. The template "
        "shows how they are written."
    ),
}


def told(code: str, detail: str) -> str:
    """What is wrong; a name that ends in a dot (`S.Sos.`) ends the sentence."""
    said = str(FAULTS[code])
    return said.format(detail=detail.removesuffix(".") if "{detail}." in said else detail)


def fault(line: int, column: str, code: str, detail: str = "") -> str:
    """`Baris 7, kolom nip: harus tepat 18 angka.`"""
    what = told(code, detail)
    if not column:
        return _("Line {line} {what}").format(line=line, what=what)
    if line == 0:
        return _("In the roster so far, column {column}: {what}").format(column=column, what=what)
    return _("Line {line}, column {column}: {what}").format(line=line, column=column, what=what)


def unreadable(code: str, columns: Sequence[str]) -> str:
    if code == "twice":
        return _("These columns stand twice in the first line: {columns}.").format(
            columns=", ".join(columns)
        )
    if columns:
        return _("These columns are missing in the first line: {columns}.").format(
            columns=", ".join(columns)
        )
    return str(UNREADABLE[code])
