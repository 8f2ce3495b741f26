"""Screens of the counters of a service, for staff."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

NEW_COUNTER = _("New counter")
OFFICER = _("Officer")
NO_OFFICER = _("Nobody")
SHEET = _("Sheet with QR code")


def no_counter() -> str:
    return _("There is no counter yet. Each has a sheet of its own with a QR code.")


def counter_label(name: str, *, closed: bool) -> str:
    return words.fitting(f"{name} ({_('closed')})" if closed else name)


def ask_counter(service: str) -> str:
    return _("What is the counter of {service} called? For example: Loket 1.").format(
        service=words.bold(service)
    )


def ask_officer(name: str) -> str:
    return _("Who gives tickets at {name}? Please type the name or the NIP.").format(
        name=words.bold(name)
    )


def no_officer_found() -> str:
    return _("Nobody of your units is called so. Please write more of the name, or the NIP.")


def counter(name: str, service: str, unit: str, code: str, officer: str, *, closed: bool) -> str:
    lines = [
        f"{words.bold(name)}\n{words.safe(service)} · {words.safe(unit)}",
        _("Number: {code}").format(code=f"<code>{code}</code>"),
    ]
    if officer:
        lines.append(_("Officer: {name}").format(name=words.safe(officer)))
    if closed:
        lines.append(_("Closed: no answers are taken."))
    return "\n".join(lines)


def counted(ticketed: int, loose: int, held: int, out: int) -> str:
    lines = [
        _("Last 30 days: {ticketed} answers with a ticket, {loose} without.").format(
            ticketed=words.number(ticketed), loose=words.number(loose)
        )
    ]
    if held:
        lines.append(_("Waiting for a decision of HR: {count}.").format(count=words.number(held)))
    if out:
        lines.append(_("Not counted by decision: {count}.").format(count=words.number(out)))
    return "\n".join(lines)


def sheet(counter: str) -> str:
    return _(
        "The sheet of {counter} is above: print it on A4 and hang it where citizens wait."
    ).format(counter=words.bold(counter))


def no_link() -> str:
    return _("The bot does not know its own name yet; please try again in a minute.")


def officer_put(value: bool) -> str:
    return _("The officer was noted.") if value else _("No officer any more.")


def is_closed() -> str:
    return _("This counter is closed. Open it again first.")


def too_many(most: int) -> str:
    return _("A service has at most {most} counters.").format(most=words.number(most))
