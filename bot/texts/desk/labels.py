"""Labels of the desk's buttons, and words for kinds and states."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

NAME = 60  # so much of a name, so that a screen of many stays short

CLAIMS = _("Accounts")


REPORTS = _("Wrong superiors")


FIND = _("Find a person")


INVITE = _("Invite")


LEAVE = _("Record leave")


PLT = _("Appoint Plt.")


PLH = _("Appoint Plh.")


END = _("End leave/mandate")


REALLY_END = _("Yes, end it")


CALLED = _("Has been called")


PERSON = _("Details of the person")


SUSPEND = _("Suspend account")


REALLY_SUSPEND = _("Yes, suspend")


CHOOSE = _("Choose superior")


RECORD = _("Record")


DOOR = (_("HR desk"), _("/admin: invitations, approvals, leave, mandates, call list."))


LEAVES = {
    "annual": _("Annual leave"),
    "sick": _("Sick leave"),
    "maternity": _("Maternity leave"),
    "important": _("Leave for urgent reason"),
    "long": _("Long leave"),
    "duty": _("Duty elsewhere"),
}


MANDATES = {"plt": "Plt.", "plh": "Plh."}


STATES = {
    "active": _("has joined"),
    "blocked": _("has joined, but blocked the bot"),
    "claimed": _("claim waits"),
    "invited": _("invited"),
    "never": _("not yet invited"),
    "suspended": _("suspended"),
}


WHYS = {
    "never": _("Not joined"),
    "blocked": _("Blocked"),
    "undelivered": _("Undelivered"),
}
OUT = _("Out of reach")


def claims_waiting(count: int) -> str:
    return _("Accounts: {count}").format(count=words.number(count))


def reports_waiting(count: int) -> str:
    return _("Wrong superiors: {count}").format(count=words.number(count))


def counted(label: str, count: int) -> str:
    return f"{label} ({words.number(count)})"
