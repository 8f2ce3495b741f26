"""Sentences of the call list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.texts import words
from bot.texts.desk.labels import NAME, OUT, WHYS
from bot.texts.language import _

FAULTS = {
    "blocked": _("has blocked the bot"),
    "deactivated": _("has deleted the Telegram account"),
    "never_started": _("has not started the bot"),
}
ENDS = {
    "unknown": _("nobody knows whether the last one arrived"),
    "failed": _("Telegram refused the last one"),
    "expired": _("the last one came too late"),
}


def calls(why: str, total: int, people: Sequence[tuple[str, str, str]]) -> str:
    """Name, unit and telephone of one page."""
    head = _("<b>Call list</b> · {why}: {total}").format(
        why=WHYS.get(why, OUT), total=words.number(total)
    )
    lines = [
        f"• {words.bold(words.fitting(name, NAME))}, {words.safe(words.fitting(unit, NAME))}, "
        f"{words.safe(phone) or '-'}"
        for name, unit, phone in people
    ]
    last = ["", _("Choose whom you call.")] if lines else [_("Nobody here.")]
    return "\n".join([f"{head}\n", *lines, *last])


def call(name: str, unit: str, phone: str, why: Sequence[str], advice: Sequence[str]) -> str:
    return _("<b>Call list</b>\n\n{name}\n{unit}\nTelephone: {phone}\n\n{why}\n\n{advice}").format(
        name=words.bold(name),
        unit=words.safe(unit),
        phone=words.safe(phone) or "-",
        why="\n".join(why),
        advice="\n".join(advice),
    )


def stands(state: str, since: datetime | None, fault: str) -> str:
    """Why the person cannot be reached; empty for who can."""
    match state:
        case "blocked":
            told = str(FAULTS.get(fault, _("Telegram does not know this chat")))
            why = _("Joined, but {fault}").format(fault=told)
        case "claimed":
            why = _("The account waits for approval")
        case "invited":
            why = _("Invited, but has not joined")
        case "suspended":
            why = _("The account is suspended")
        case "never":
            why = _("Has not been invited, or the invitation has ended")
        case _other:
            return ""
    if since is None:
        return f"{why}."
    return _("{why}, since {moment}.").format(why=why, moment=words.moment(since))


def hangs(letters: int, since: datetime, state: str) -> str:
    return _("Undelivered letters: {count}, since {moment}; {end}.").format(
        count=words.number(letters), moment=words.moment(since), end=ENDS[state]
    )


def advice(state: str, *, hanging: bool) -> list[str]:
    """What HR can do, a sentence each."""
    told = []
    if hanging:
        told.append(
            _("Say that /menu shows what waits. When it has been said, press Has been called.")
        )
    match state:
        case "blocked":
            told.append(
                _("Ask to press Start or Unblock in the bot. Invite only for another account.")
            )
        case "claimed":
            told.append(_("Approve the account on the desk under Accounts."))
        case "invited" | "never" | "suspended":
            told.append(_("Press Invite and hand the invitation over."))
    return told or [_("This person can be reached again. There is nothing to do.")]
