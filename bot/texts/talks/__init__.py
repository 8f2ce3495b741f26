"""Sentences of talks: doors, buttons, answers, letters."""

from __future__ import annotations

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Talks"),
    _("/dialog: your talks with your superior, what was agreed in them, and the next one."),
)
COMMAND = _("talks with your superior")

PROPOSE = _("Propose a time")
OTHER_TIME = _("Another time")
AGREE = _("I agree")
NO_TALK = _("Call it off")
HELD = _("Note a talk held")
AGENDA = _("What to talk about")
LAST = _("The last talk")
VALUE = _("How useful was it?")
TEAM = _("Those I lead")
MISSING = _("Who had none")
RHYTHM = _("How often")
USE = _("What people say")
HISTORY = _("Earlier talks")
THE_TALK = _("To the talk")
NOTES = _("All notes")
FOR_BOTH = _("Note for both")
FOR_ME = _("Note for me alone")
FOLLOW = _("Add a next step")
STEPS = _("Next steps")
NOT_HELD = _("There was no talk")
DONE = _("Done")
SEND_TIME = _("Propose this time")
TODAY, YESTERDAY = _("Today"), _("Yesterday")
I_DO = _("I do it")


def they_do(name: str) -> str:
    """`Bu Sari` without titles, fit for a button."""
    return words.fitting(strip_titles(name))


def in_weeks(weeks: int) -> str:
    return _("In {weeks} weeks").format(weeks=weeks) if weeks > 1 else _("In a week")


def every(months: int) -> str:
    return _("Every {months} months").format(months=months) if months > 1 else _("Every month")


LEVELS = {
    1: _("1 not useful"),
    2: _("2 hardly useful"),
    3: _("3 fairly useful"),
    4: _("4 useful"),
    5: _("5 very useful"),
}


def no_superior() -> str:
    return _(
        "You have no superior in the list of employees, so there is nobody to arrange a talk "
        "with. If that is wrong, report it from /menu, “My data”."
    )


def too_short() -> str:
    return _("Please write a little more.")


def bad_day() -> str:
    return _(
        "I did not understand the day. Type it like this: yesterday, last Monday, "
        "or 12 October 2026."
    )


def day_not_past() -> str:
    return _("A talk is noted for today or a day of the last three months.")


def day_out_of_reach() -> str:
    return _("Choose a day from today on, at most a year ahead.")


def noted_already() -> str:
    return _("A talk of that day is noted already.")


def not_held_yet() -> str:
    return _("Next steps are written once the talk has been held.")


def not_yours_to_answer() -> str:
    return _("You proposed this time yourself; please wait for the answer.")


def led_by_another() -> str:
    return _("Somebody else leads you now. Please propose a time to your present superior.")


def not_arranged() -> str:
    return _("Nothing is arranged any more.")


def not_deniable() -> str:
    return _("Only the other one can say so, within the days of the scheme.")


def level_first() -> str:
    return _("Please choose how useful it was first.")


def valued_already() -> str:
    return _("You have already said how useful it was. Thank you.")


def proposed_notice(name: str) -> str:
    return _("Proposed. {name} is asked.").format(name=strip_titles(name))


def agreed_notice() -> str:
    return _("Agreed. You are both reminded the day before.")


def cancelled_notice() -> str:
    return _("Called off. The other one is told.")


def held_notice() -> str:
    return _("Noted. Write down now what you agreed on.")


def denied_notice() -> str:
    return _("Recorded: there was no talk. It does not count.")


def follow_up_kept() -> str:
    return _("Kept. Whoever does it is reminded in time.")


def follow_up_done() -> str:
    return _("Done. It stands as done in the talk.")


def step_over() -> str:
    return _("This step is done or is not pursued any more.")


def drop_asked_notice() -> str:
    return _("Proposed. Until the other one agrees, it stays to be done.")


def dropped_notice() -> str:
    return _("It is not pursued any more.")


def kept_notice() -> str:
    return _("It stays to be done.")


def valued_notice() -> str:
    return _("Thank you. It is told only together with others, without names.")


def rhythm_notice(months: int) -> str:
    return _("From now on: {every}.").format(every=every(months).lower())


LETTERS = {
    "talks.proposed": _("{name} proposes a time for a talk. Please say whether it suits you."),
    "talks.agreed": _("{name} agrees to the time for your talk."),
    "talks.cancelled": _("{name} has called your talk off. Propose another time when it suits."),
    "talks.held": _(
        "{name} has noted a talk with you. Open it to see what was agreed, to add your own note, "
        "or to say that there was no talk."
    ),
    "talks.drop_asked": _(
        "{name} thinks that a step from your talk is not needed any more. Do you agree?"
    ),
    "talks.dropped": _("A step from your talk with {name} is not pursued any more."),
    "talks.kept": _("{name} wants a step from your talk to stay."),
    "talks.denied": _("{name} says that the talk you noted was not held. It does not count."),
}


def letter(template: str, name: str) -> str:
    """Nothing of what was said or written."""
    return LETTERS[template].format(name=words.safe(strip_titles(name)))
