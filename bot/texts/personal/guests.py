"""Sentences about the data of people without an account."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _

DOOR, ERASE, TAKE_BACK = _("My data here"), _("Erase what is here"), _("Withdraw my request")


def home() -> str:
    return words.bold(_("What this bot holds of you"))


def surveys(wishes: int, months: int, *, form: bool) -> str:
    """The survey: what stands alone, and what leads to this chat."""
    lines = [
        _(
            "Survey answers you sent: kept without name, number or hour. Nobody can find which "
            "are yours, so they can neither be shown nor erased."
        )
    ]
    if form:
        lines.append(_("• a form you have not sent: gone a day after your last press"))
    if wishes:
        lines.append(
            _(
                "• {count} wishes to be told what has changed: your chat, sealed, until you were "
                "told, {months} months at most"
            ).format(count=words.number(wishes), months=words.number(months))
        )
    return "\n".join(lines)


def request(masked: str, unit: str, asked: datetime) -> str:
    return _("• a request of {day} to join as {name}, {unit}: gone when it lapses").format(
        day=words.short_day(asked.date()), name=words.safe(masked), unit=words.safe(unit)
    )


def suspended() -> str:
    return _("• an account that is suspended: HR knows why, and holds it as the law asks")


def unread(count: int) -> str:
    return _("• {count} messages that could not be read yet").format(count=words.number(count))


def nothing() -> str:
    return _("Nothing else leads to you.")


def telegram() -> str:
    return _(
        "What you wrote here passes Telegram, abroad, and stays in this chat until you delete it "
        "yourself. We do not keep your Telegram name."
    )


def erased() -> str:
    return _("Erased. If anything is left, it stands above.")


def no_request() -> str:
    return _("No request of yours is waiting.")


def taken_back() -> str:
    return _("Withdrawn. To ask again you need a new invitation.")
