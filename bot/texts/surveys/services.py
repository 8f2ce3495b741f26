"""Screens of services, for staff."""

from __future__ import annotations

from bot.rules.surveys.collecting import ServiceKind
from bot.texts import words
from bot.texts.language import _, ngettext

SERVICES = _("Services and counters")
NEW_SERVICE = _("New service")
VISITORS = _("Users a year")
KINDS = {
    ServiceKind.ADMINISTRATIVE: _("Documents and permits"),
    ServiceKind.GOODS: _("Public goods"),
    ServiceKind.SERVICES: _("Public services"),
    ServiceKind.INFORMATION: _("Information and advice"),
    ServiceKind.COMPLAINTS: _("Complaints desk"),
}


def services(many: int) -> str:
    head = words.bold(_("Services"))
    if not many:
        return f"{head}\n\n" + _("There is none yet. Begin with the first one.")
    return head


def service_line(name: str, unit: str, counters: int, *, closed: bool) -> str:
    many = ngettext("{count} counter", "{count} counters", counters).format(
        count=words.number(counters)
    )
    told = _("out of use") if closed else many
    return f"• {words.bold(name)}, {words.safe(unit)}: {told}"


def choose_unit() -> str:
    return _("Which unit gives the service?")


def choose_kind(unit: str) -> str:
    return _("What kind of service is it, at {unit}? Like is compared with like.").format(
        unit=words.bold(unit)
    )


def ask_service(unit: str, kind: str) -> str:
    return _("What is the service called? It is what citizens read, for {unit} ({kind}).").format(
        unit=words.bold(unit), kind=KINDS[ServiceKind(kind)]
    )


def service(name: str, unit: str, kind: str, visitors: int | None, *, closed: bool) -> str:
    lines = [words.bold(name), words.safe(unit), str(KINDS[ServiceKind(kind)])]
    if visitors is not None:
        lines.append(_("Users a year: {count}").format(count=words.number(visitors)))
    if closed:
        lines.append(_("Closed: no answers are taken."))
    return "\n".join(lines)


def ask_name(name: str) -> str:
    return _("What shall {name} be called from now on?").format(name=words.bold(name))


def ask_visitors(name: str) -> str:
    return _(
        "How many people use {name} in a year? From it follows how many answers are enough."
    ).format(name=words.bold(name))


def no_number() -> str:
    return _("Please type a number, for example 12.000.")
