"""Sentences of an application: by whoever applies, and before the superior."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.people import strip_titles
from bot.rules.trainings.course import Ground
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

MINE = _("My applications")
SEND = _("Send application")
WITHDRAW = _("Withdraw")
AGREE = _("Agree")
REFUSE = _("Refuse")
REALLY_REFUSE = _("Yes, refuse")


def ask_why(name: str) -> str:
    return _(
        "<b>{name}</b>\n\nWhy do you want to take part, and what will it be of use for? "
        "Please type it in a sentence or two; your superior and HR read it."
    ).format(name=words.safe(name))


def confirm(name: str, ground: str, why: str, superior: str, warning: str) -> str:
    to = (
        _("It goes to {name}, who answers it.").format(name=words.safe(superior))
        if superior
        else _("You have no superior here, so it goes straight to the division of seats.")
    )
    lines = [
        words.bold(name), _("Ground: {ground}").format(ground=said.GROUNDS[Ground(ground)]),
        _("Your reason: <i>{why}</i>").format(why=words.safe(why)), warning, to,
    ]  # fmt: skip
    return "\n\n".join(filter(None, lines))


def request(
    name: str, course: str, days: str, state: str, ground: str, why: str, *, mine: bool
) -> str:
    head = [words.bold(course), days]
    if not mine:
        head.insert(0, words.bold(name))
    told = ["\n".join(head), _("Where it is: <b>{state}</b>.").format(state=state)]
    if ground:
        told.append(_("Ground: {ground}").format(ground=said.GROUNDS[Ground(ground)]))
    if why:
        told.append(_("Reason: <i>{why}</i>").format(why=words.safe(why)))
    return "\n\n".join(told)


def answered(superior: str, answer: str) -> str:
    return _("{name} refused it: <i>{answer}</i> You may apply again.").format(
        name=words.safe(superior), answer=words.safe(answer)
    )


def with_superior(superior: str) -> str:
    return _("It is with {name}.").format(name=words.safe(superior))


def queue_place(place: int) -> str:
    return _("Place {place} on the waiting list; you move up when a seat becomes free.").format(
        place=place
    )


def hours_so_far(name: str, told: str) -> str:
    return _("{name} so far this year: {told}").format(
        name=words.safe(strip_titles(name)), told=told
    )


def benefit(points: str) -> str:
    return _("Benefit: {points}").format(points=points)


def mine(lines: Sequence[tuple[str, str, str]]) -> str:
    if not lines:
        return words.bold(MINE) + "\n\n" + _("You have not applied for a course yet.")
    rows = [f"{at}. {words.bold(name)}\n{days}: {state}" for at, (name, days, state) in
            enumerate(lines, 1)]  # fmt: skip
    return "\n\n".join([words.bold(MINE), *rows])


def queue(count: int) -> str:
    title = words.bold(_("Training: waits for my word"))
    if not count:
        return f"{title}\n\n" + _("Nothing is waiting. Thank you.")
    return f"{title}\n\n" + _("Press one to look at it.")


def ask_refusal(name: str, course: str) -> str:
    return _(
        "Why do you refuse the application of {name} for “{course}”? Please type the reason; "
        "{name} will read it."
    ).format(name=words.safe(strip_titles(name)), course=words.safe(course))


def refusing(name: str, course: str, reason: str) -> str:
    return _("Refuse the application of {name} for “{course}”?\n\nReason: <i>{reason}</i>").format(
        name=words.safe(strip_titles(name)), course=words.safe(course), reason=words.safe(reason)
    )


def sent() -> str:
    return _("Your application was sent.")


def withdrawn() -> str:
    return _("Your application was withdrawn.")


def agreed_notice() -> str:
    return _("Agreed. HR divides the seats.")


def refused_notice() -> str:
    return _("Refused. Your reason is told.")


def closed() -> str:
    return _("Applications for this course are closed, or you have applied already.")


def reason_wanted() -> str:
    return _("Please type the reason in a whole sentence.")


def decided_already() -> str:
    return _("This application was decided on already, or was withdrawn.")
