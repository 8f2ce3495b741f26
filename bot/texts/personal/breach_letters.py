"""Letters about a breach, pushed and printed (UU 27/2022 art. 46)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.texts import words
from bot.texts.language import _
from bot.texts.personal.breaching import FIELDS, Told


def notice_letter() -> str:
    return _("Something happened to personal data that we hold. Please read what, and what to do.")


def due_letter(due: datetime) -> str:
    return _("A data breach is to be told in writing to people and authority by {moment}.").format(
        moment=words.moment(due)
    )


def paper(one: Told, *, authority: bool) -> Mapping[str, object]:
    """The words of the printed letter."""
    opening = (
        _("To the authority for the protection of personal data. By article 46 of Law 27/2022 we")
        if authority
        else _("To everybody concerned. By article 46 of Law 27/2022 we")
    )
    rows = [[label, getattr(one, name)] for name, (label, _asked) in FIELDS.items()]
    rows.append([_("People affected"), one.unit or _("everybody of the agency")])
    rows.append([_("Number of people"), words.number(one.people)])
    rows.append([_("Known since"), words.moment(one.recorded)])
    return {
        "office": one.office,
        "title": _("Notice of a personal data breach"),
        "opening": opening + " " + _("give notice of the following breach:"),
        "rows": rows,
        "signed": _("On behalf of the agency,"),
        "lines": [_("Name"), _("NIP"), _("Date")],
    }


def file_name(number: int, *, authority: bool) -> str:
    if authority:
        return _("notice-to-authority-{number}.pdf").format(number=number)
    return _("notice-to-people-{number}.pdf").format(number=number)
