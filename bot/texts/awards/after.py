"""Sentences after an award was given: consent, announcement, handing over, the prize."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.groups import whose
from bot.texts.language import _
from bot.texts.trainings.said import price

TELL_ALL = _("Yes, announce it")
TELL_NOBODY = _("No, thank you")
TAKE_BACK = _("Withdraw my consent")
POSTER = _("Poster")
HAND = _("Note the handing over")
WITH_SEAT = _("With a training seat")
OTHER_SEAT = _("Another training seat")
NO_SEAT = _("Without a training seat")


def ask_consent(
    name: str, unit: str, title: str, groups: Sequence[str], scope: str, *, everybody: bool
) -> str:
    """`groups`: the units whose groups read it, “” for the office's; `everybody` of the scope."""
    return "\n".join(
        [
            words.bold(_("May your colleagues be told?")),
            _(
                "Announced are only name, unit and award: <i>{name}, {unit}: {award}</i>. You may "
                "say no, and withdraw a yes at any time: posts in groups are then replaced, but "
                "messages that people have received stay with them."
            ).format(name=words.safe(name), unit=words.safe(unit), award=words.safe(title)),
            *_heard(groups, scope, everybody=everybody),
            _("The bot's own list of awards names every winner, as an award is an official act."),
        ]
    )


def _heard(groups: Sequence[str], scope: str, *, everybody: bool) -> list[str]:
    told = []
    if everybody and scope:
        said = _("Everybody in {scope} who has an account gets it as a message.")
        told.append(said.format(scope=words.safe(scope)))
    elif everybody:
        told.append(_("Everybody who has an account gets it as a message."))
    if groups:
        said = _("It is posted in {groups}, where guests may read it, too.")
        told.append(said.format(groups=", ".join(whose(unit) for unit in groups)))
    return told


def consented(*, given: bool) -> str:
    if given:
        return _("You agreed to the announcement.")
    return _("Nothing is announced, as you wish.")


def no_poster() -> str:
    return _("A poster is made only while the winner agrees that all are told.")


def poster(name: str) -> str:
    return _(
        "The poster of {name} for the notice board, in A4 and A3, and as a picture to pass on. "
        "Take it down when the winner withdraws the consent."
    ).format(name=words.bold(name))


def poster_title() -> str:
    return _("CONGRATULATIONS")


def poster_check() -> str:
    return _("Scan to see that this award is genuine")


def poster_name(number: str) -> str:
    return f"poster-{number.replace('/', '-').lower()}"


def consent_notice(*, given: bool) -> str:
    if given:
        return _("Thank you. Your award is being announced.")
    return _("Good. Nothing (more) is sent about it.")


def told(name: str, unit: str, title: str) -> str:
    """For everybody, also in a channel: nothing beyond what the winner agreed to."""
    return "\n".join(
        [
            words.bold(_("Congratulations to a colleague")),
            _("{name}, {unit}, has been named {award}.").format(
                name=words.bold(name), unit=words.safe(unit), award=words.bold(title)
            ),
        ]
    )


def taken_back() -> str:
    """In place of an announcement in a group or channel."""
    return _("This announcement was taken back.")


def ask_handing(name: str) -> str:
    return _(
        "When and how did {name} get the printed certificate? One sentence, for example: given by "
        "the head at the assembly of 5 October 2026."
    ).format(name=words.bold(name))


def handing_too_short(least: int) -> str:
    return _("Please say when and how, in at least {least} characters.").format(least=least)


def handed(at: date, by: str, note: str) -> str:
    return _("Handed over, noted on {day} by {name}: <i>{text}</i>").format(
        day=words.short_day(at), name=words.safe(by), text=words.safe(note)
    )


def unreached(name: str) -> str:
    return _(
        "{name} has won an award but has no account here. Please print the certificate, hand it "
        "over, and note it."
    ).format(name=words.bold(name))


def prize(text: str) -> str:
    return _("Prize: {prize}").format(prize=words.safe(text))


def seat(course: str, begins: date) -> str:
    return _("A training seat is reserved: {course}, from {day}.").format(
        course=words.bold(course), day=words.short_day(begins)
    )


def choose_seat(many: int) -> str:
    if many:
        return _("In which course is a seat to be reserved? Soonest first.")
    return _("No course has a free seat at the moment that a budget can still pay.")


def seat_line(number: int, course: str, begins: date, cost: int, source: str) -> str:
    line = f"{number}. {words.safe(course)}, {words.short_day(begins)}, {price(cost)}"
    return f"{line} ({words.safe(source)})" if cost else line


def with_seat(course: str, begins: date, cost: int, source: str) -> str:
    """What is given together with the award, and who pays for it."""
    lines = [
        _("Together with it a seat is reserved at once: {course}, from {day}.").format(
            course=words.bold(course), day=words.short_day(begins)
        ),
        _("It is paid from the training budget: {source}, {amount}.").format(
            source=words.safe(source), amount=price(cost)
        )
        if cost
        else _("The course is free of charge."),
    ]
    return "\n".join(lines)
