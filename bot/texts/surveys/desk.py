"""What staff read: services, counters, visit tickets."""

from __future__ import annotations

from datetime import date

from bot.rules.surveys.collecting import ServiceKind
from bot.texts import words
from bot.texts.language import _, ngettext

DOOR = (
    _("Public survey"),
    _("/survei: satisfaction of citizens; counters, visit tickets, comments."),
)
COMMAND = _("satisfaction survey")
RESULTS = _("Index of satisfaction")
SERVICES = _("Services and counters")
CASES = _("To be checked ({count})")
COMMENTS = _("Comments ({count})")
NEW_SERVICE = _("New service")
NEW_COUNTER = _("New counter")
RENAME = _("Rename")
CLOSE = _("Close")
REOPEN = _("Open again")
VISITORS = _("Users a year")
OFFICER = _("Officer")
NO_OFFICER = _("Nobody")
HAND = _("Give one ticket")
ANOTHER = _("Next ticket")
PRINT = _("Print tickets")
SHEET = _("Sheet with QR code")
END = _("Withdraw unused ones")
KINDS = {
    ServiceKind.ADMINISTRATIVE: _("Documents and permits"),
    ServiceKind.GOODS: _("Public goods"),
    ServiceKind.SERVICES: _("Public services"),
    ServiceKind.INFORMATION: _("Information and advice"),
    ServiceKind.COMPLAINTS: _("Complaints desk"),
}


def home(*, counters: bool, keeps: bool) -> str:
    lines = [words.bold(_("Public satisfaction survey"))]
    if counters:
        lines.append(_("Your counters are below: open one to give a visit ticket."))
    if keeps:
        lines.append(
            _("Here are services and their counters, sheets with a QR code, and visit tickets.")
        )
    if not counters and not keeps:
        lines.append(
            _(
                "Citizens answer with the code at the counter. To answer one yourself, type "
                "/survei and the code."
            )
        )
    return "\n\n".join(lines)


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


def no_counter() -> str:
    return _("There is no counter yet. Each has a sheet of its own with a QR code.")


def counter_label(name: str, *, closed: bool) -> str:
    return words.fitting(f"{name} ({_('closed')})" if closed else name)


def ask_counter(service: str) -> str:
    return _("What is the counter of {service} called? For example: Loket 1.").format(
        service=words.bold(service)
    )


def ask_name(name: str) -> str:
    return _("What shall {name} be called from now on?").format(name=words.bold(name))


def ask_visitors(name: str) -> str:
    return _(
        "How many people use {name} in a year? From it follows how many answers are enough."
    ).format(name=words.bold(name))


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


def ticket(counter: str, service: str, code: str, link: str, until: date, *, used: bool) -> str:
    lines = [
        words.bold(_("Visit ticket")),
        f"{words.safe(service)} · {words.safe(counter)}",
        _("Let the visitor scan this, or type: {code}").format(code=f"<code>{code}</code>"),
        _("For one answer, until {day}").format(day=words.day(until)),
    ]
    if used:
        lines.append(words.bold(_("This ticket was used.")))
    elif link:
        told = _("Is the visitor gone already? Send this link: {link}")
        lines.append(told.format(link=f"<code>{words.safe(link)}</code>"))
    return "\n\n".join(lines)


def batches(counter: str, service: str, most: int, *, any_: bool) -> str:
    lines = [
        f"{words.bold(_('Printed tickets'))}\n{words.safe(service)} · {words.safe(counter)}",
        _("How many tickets shall be printed? Type a number up to {most}.").format(
            most=words.number(most)
        ),
    ]
    if any_:
        lines.append(_("Printed before:"))
    return "\n\n".join(lines)


def batch_label(day: date, tickets: int, used: int) -> str:
    """`12 Agu 2026: 3/50`."""
    return words.fitting(f"{words.short_day(day)}: {used}/{tickets}")


def bundle(counter: str, service: str, tickets: int, used: int, until: date) -> str:
    return "\n".join(
        [
            words.bold(_("Printed tickets")),
            f"{words.safe(service)} · {words.safe(counter)}",
            _("{count} tickets, {used} used, valid until {day}.").format(
                count=words.number(tickets), used=words.number(used), day=words.day(until)
            ),
        ]
    )


def bundle_over() -> str:
    return _("No ticket of it is valid any more.")


def bundle_attached(many: int) -> str:
    return _("The file above has {count} slips to be cut apart. Keep them like vouchers.").format(
        count=words.number(many)
    )


def sheet(counter: str) -> str:
    return _(
        "The sheet of {counter} is above: print it on A4 and hang it where citizens wait."
    ).format(counter=words.bold(counter))


def no_link() -> str:
    return _("The bot does not know its own name yet; please try again in a minute.")


def closed(value: bool) -> str:
    return _("Closed.") if value else _("Open again.")


def officer_put(value: bool) -> str:
    return _("The officer was noted.") if value else _("No officer any more.")


def batch_ended() -> str:
    return _("The unused tickets are not valid any more.")


def is_closed() -> str:
    return _("This counter is closed. Open it again first.")


def bad_name(longest: int) -> str:
    return _("Please type a name of 3 to {longest} letters.").format(longest=longest)


def no_number() -> str:
    return _("Please type a number, for example 12.000.")


def no_count(most: int) -> str:
    return _("Please type a number from 1 to {most}.").format(most=words.number(most))


def too_many(most: int) -> str:
    return _("A service has at most {most} counters.").format(most=words.number(most))
