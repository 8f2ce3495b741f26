"""Short answers to what people did, and polite refusals that say what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.forums import Answer
from bot.texts import words
from bot.texts.language import _, ngettext


def only_leaders() -> str:
    return _(
        "Forums are called by superiors, heads, the evaluation team and HR. "
        "Please ask your superior to call it."
    )


def resumed() -> str:
    return _("You have a draft already; it goes on where you left it.")


def dropped() -> str:
    return _("The draft has been deleted. Nobody was invited.")


def say_something() -> str:
    return _("The text is empty. Please type at least one word.")


def bad_length() -> str:
    return _(
        "I did not understand the length. Type it from 15 minutes to 12 hours, "
        "for example: 90 minutes, 2 hours, or until 11:30."
    )


def bad_capacity(most: int) -> str:
    return _(
        "I did not understand the number. Type a whole number from 1 to {most}, "
        "for example 30, or press Skip."
    ).format(most=words.number(most))


def bad_start() -> str:
    return _(
        "I did not understand the time. Type day and hour, for example: "
        "tomorrow at 9 am, next Tuesday at 1:30 pm, or 1 December 2026 at 09.00."
    )


def what_time(moment: datetime) -> str:
    return _(
        "I understood the day, {day}, but not the hour. "
        "Please type both, for example: {example} at 9 am."
    ).format(day=words.day(moment.date()), example=words.short_day(moment.date()))


def which_moment(choices: Sequence[datetime]) -> str:
    listed = "\n".join(f"• {words.moment(moment)}" for moment in choices)
    return _("That can mean several times:\n{choices}\nPlease type date and hour in full.").format(
        choices=listed
    )


def past(moment: datetime, now: datetime) -> str:
    return _("{moment} has passed; it is now {now}. Please type a time to come.").format(
        moment=words.moment(moment), now=words.moment(now.astimezone(moment.tzinfo))
    )


def too_far(moment: datetime) -> str:
    return _("{moment} is more than two years away. Please check the year.").format(
        moment=words.moment(moment)
    )


def unknown_unit() -> str:
    return _("I do not know a unit of that name. Type part of its name, or use the buttons.")


def which_unit(names: Sequence[str]) -> str:
    listed = "\n".join(f"• {words.safe(name)}" for name in names)
    return _("Which unit do you mean?\n{names}\nPlease type the name in full.").format(
        names=listed
    )


def nobody_to_invite() -> str:
    return _("Nobody would be invited. Please choose other participants first.")


def sent(people: int) -> str:
    return ngettext(
        "Sent. {count} person has been invited.", "Sent. {count} people have been invited.", people
    ).format(count=words.number(people))


def answered(given: Answer) -> str:
    if given is Answer.COMING:
        return _("Noted: you are coming.")
    if given is Answer.WAITING:
        return _("All seats are taken. You are on the waiting list.")
    return _("Noted: you are not coming.")


def too_late_to_answer() -> str:
    return _("Answers were possible until the start. If you are there, enter the code instead.")


def too_late_to_change() -> str:
    return _("It has begun already, so nothing can be changed any more.")


def moved(people: int) -> str:
    return ngettext(
        "Changed. {count} person is told once.", "Changed. {count} people are told once.", people
    ).format(count=words.number(people))


def called_off() -> str:
    return _("Cancelled. Everybody invited is told once.")


def doors_closed(opens: datetime, *, over: bool) -> str:
    if over:
        return _("Attendance has been closed. Please tell the host if you were there.")
    return _("The code can be entered from {time}.").format(time=words.moment(opens))


def welcome() -> str:
    return _("Thank you, your attendance has been noted.")


def time_first() -> str:
    return _("Please say first when it starts.")


def bad_times(fewest: int, most: int) -> str:
    return _("Please type a number from {fewest} to {most}.").format(fewest=fewest, most=most)


def asked() -> str:
    return _("Your question is in the list.")


def enough_questions(*, named: bool) -> str:
    if named:
        return _("You have asked five questions already; please vote for those of others.")
    return _("There are enough questions without name; please vote, or ask with your name.")


def questions_closed() -> str:
    return _("It is over, so nothing can be asked any more.")


def question_gone() -> str:
    return _("The question has been taken from the list.")


def noted_there() -> str:
    return _("The attendance has been noted.")


def cannot_note(opens: datetime) -> str:
    return _("Attendance is noted from {time} until a week after the end.").format(
        time=words.moment(opens)
    )
