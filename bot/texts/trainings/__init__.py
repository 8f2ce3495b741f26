"""Sentences of training for whoever learns and whoever agrees."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.rules.trainings.course import Ground, State
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

DOOR = (_("Training"), _("/diklat: your hours of learning, courses that fit you, applications."))
COMMAND = _("training and hours of learning")
CATALOGUE = _("Catalogue")
MINE = _("My applications")
LEDGER = _("My JP")
OUTSIDE = _("Learned elsewhere")
QUEUE = _("Waits for me")
DESK = _("Training desk")
APPLY = _("Apply")
SEND = _("Send application")
WITHDRAW = _("Withdraw")
SEE_MINE = _("See my application")
AGREE = _("Agree")
REFUSE = _("Refuse")
REALLY_REFUSE = _("Yes, refuse")
FEEDBACK = _("Give feedback")
PROOF = _("Send proof")


def home(
    bar: str, met: str, ceiling: str, proposed: Sequence[tuple[str, str]],
    living: Sequence[tuple[str, str]], more: int,
) -> str:  # fmt: skip
    blocks = [f"{words.bold(DOOR[0])}\n{bar}\n{met}"]
    if ceiling:
        blocks.append(ceiling)
    if proposed:
        lines = [_("Proposed to you:")]
        lines += [f"• {words.bold(name)}: {words.safe(why)}" for name, why in proposed]
        blocks.append("\n".join(lines))
    else:
        blocks.append(
            _("No course is proposed to you now. You may apply for any of the catalogue.")
        )
    if living:
        lines = [_("Your applications:")]
        lines += [f"• {words.safe(name)}: {state}" for name, state in living]
        lines += [_("and {count} more").format(count=more)] if more else []
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def catalogue(count: int, page: int, pages: int, *, searched: bool) -> str:
    title = words.bold(CATALOGUE)
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not count:
        return f"{title}\n\n" + _("No course is announced at the moment.")
    hint = _("Type a word to search, or press a course.")
    return f"{title}\n\n{hint}" if not searched else f"{title}\n\n" + _("What was found:")


def catalogue_line(at: int, name: str, days: str, minutes: int, free: int, until: date) -> str:
    return _(
        "{at}. <b>{name}</b>\n{days}, {hours}, {free} seats free, apply until {until}"
    ).format(
        at=at, name=words.safe(name), days=days, hours=said.hours(minutes), free=free,
        until=words.short_day(until),
    )  # fmt: skip


def course(name: str, code: str, lines: Sequence[tuple[str, str]], why: str, warning: str) -> str:
    told = [f"{words.bold(name)} ({words.safe(code)})"]
    told.append("\n".join(f"{label}: {words.safe(value)}" for label, value in lines if value))
    if why:
        told.append(words.safe(why))
    if warning:
        told.append(warning)
    return "\n\n".join(told)


LABELS = {
    "kind": _("Kind"),
    "field": _("Field"),
    "days": _("When"),
    "hours": _("Hours"),
    "place": _("Where"),
    "provider": _("Provider"),
    "seats": _("Seats"),
    "cost": _("Cost"),
    "raises": _("Raises"),
    "fits": _("Fits"),
    "until": _("Apply until"),
}


def seats(free: int, all_: int) -> str:
    return _("{free} of {all} free").format(free=free, all=all_)


def cost(amount: int, source: str) -> str:
    return said.rupiah(amount) + (f" ({source})" if amount and source else "")


def my_state(state: str) -> str:
    return _("Your application: {state}.").format(state=said.STATES[State(state)])


def no_longer() -> str:
    return _("Applications are closed.")


def called_off() -> str:
    return _("This course was called off.")


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


def nothing_found() -> str:
    return _("No course was found. Please try another word.")


def reason_wanted() -> str:
    return _("Please type the reason in a whole sentence.")


def decided_already() -> str:
    return _("This application was decided on already, or was withdrawn.")


def begun() -> str:
    return _("This course has begun.")


def full() -> str:
    return _("All seats of this course are taken.")


def has_seat() -> str:
    return _("This person has a seat in this course already.")


def has_left() -> str:
    return _("This person is no longer in service.")


def no_such_training() -> str:
    return _("This course is not in the catalogue, or was called off.")


LETTERS = {
    "asked": _("An application for training waits for your word."),
    "answered": _("Your superior has answered your application for training."),
    "seated": _("You have a seat in a training course."),
    "listed": _("The seats of the course you applied for are taken; you are on the waiting list."),
    "review": _("Please tell how useful the course was, and send the proof of it."),
    "ended": _("The result of your training is on record."),
    "called_off": _("A course you applied for was called off."),
    "learned": _("Learning outside the office waits for your confirmation."),
    "credited": _("What you learned elsewhere was answered."),
    "solved": _("The division of training seats is computed."),
    "given": _("A division of training seats waits for your signature."),
    "decided": _("The division of training seats was decided on."),
}
