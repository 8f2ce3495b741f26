"""Sentences of mentoring: buttons, answers, letters."""

from __future__ import annotations

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Mentoring"),
    _("/mentor: ask for a mentor, offer to be one, note your meetings."),
)
COMMAND = _("ask for a mentor or be one")
OFFER = _("I can be a mentor")
WISH = _("I want a mentor")
BARS = _("Not with …")
DESK = _("Propose pairs")
EFFECT = _("What came of it")
AGREE = _("Yes, gladly")
DECLINE = _("Not now")
MEET = _("Note a meeting")
END = _("End with a result")
RESULT = _("Write what was learned")
CONFIRM = _("Yes, we met")
OWN, ERASE = _("My own notes"), _("Erase my notes")
RETRACT = _("No such meeting")
STOP_OFFER = _("Stop offering")
STOP_WISH = _("Stop seeking a mentor")
PREVIEW = _("See the proposal")
RUN = _("Ask all of them")
AGAIN = _("All right with {name}")
OUTCOMES = {
    "reached": _("Goals reached"),
    "partly": _("Partly reached"),
    "not_yet": _("Not reached yet"),
}


def with_(name: str, *, mentor: bool) -> str:
    """`Mentor saya: Wayan`, within a button."""
    said = _("Mentee: {name}") if mentor else _("Mentor: {name}")
    return words.fitting(said.format(name=strip_titles(name)))


def field(name: str, *, chosen: bool) -> str:
    return words.fitting(f"✓ {name}" if chosen else name)


def places(many: int, *, now: bool) -> str:
    said = _("{many} people").format(many=many)
    return f"✓ {said}" if now else said


def room(many: int) -> str:
    return _("At most {many} people").format(many=many)


def minutes(many: int) -> str:
    return _("{many} minutes").format(many=many)


def all_right(name: str) -> str:
    return words.fitting(AGAIN.format(name=strip_titles(name)))


def nobody_to_pair() -> str:
    return _("There is nobody to pair at the moment.")


def run_notice(pairs: int) -> str:
    return _("{pairs} pairs are asked. It begins once both agree.").format(pairs=pairs)


def agreed_notice() -> str:
    return _("Thank you. It begins once the other one agrees, too.")


def started_notice() -> str:
    return _("You both agree. Arrange your first meeting.")


def declined_notice() -> str:
    return _("All right. You are not asked about this pair again.")


def erased_notice() -> str:
    return _("Your notes are erased.")


def ended_notice() -> str:
    return _("Ended. Please say how useful it was to you.")


def valued_notice() -> str:
    return _("Thank you. It is told only together with at least four others.")


def stopped_notice() -> str:
    return _("All right. What runs already goes on.")


def barred_notice() -> str:
    return _("Noted. Nobody is told.")


def met_notice() -> str:
    return _("Noted. The other one is asked to confirm it.")


def confirmed_notice() -> str:
    return _("Confirmed. It counts as learning (JP) for the mentee.")


def learned() -> str:
    """What the ledger of hours calls a meeting; with whom is nobody else's business."""
    return _("Meeting with a mentor")


def answered() -> str:
    return _("This has been answered already.")


def not_running() -> str:
    return _("This is possible only while the mentoring runs.")


def not_ended() -> str:
    return _("You can say so once the mentoring has ended.")


def bad_minutes() -> str:
    return _(
        "I did not understand how long. Type for example: 45 minutes, from 5 minutes to 8 hours."
    )


def met_already() -> str:
    return _("A meeting of that day is noted already.")


def other_writes() -> str:
    return _("Whoever noted the meeting writes what it was about.")


def confirmed_already() -> str:
    return _("This meeting has been confirmed already.")


def retracted_notice() -> str:
    return _("Taken out. You may note it anew if something was wrong.")


def told_already() -> str:
    return _("Your answer is part of what has been told already and stands.")


def other_confirms() -> str:
    return _("The other one confirms what you have noted.")


def nobody_found() -> str:
    return _("I found nobody of that name. Please type it once more.")


def enough_bars(most: int) -> str:
    return _("At most {most} people. Please take somebody off first.").format(most=most)


def agency_only() -> str:
    return _("This is reckoned for the whole agency, for those who answer for all of it.")


LETTERS = {
    "mentoring.proposed": _(
        "HR proposes you and {name} as a pair for mentoring. It begins only if both of you "
        "want it."
    ),
    "mentoring.started": _("{name} agrees: your mentoring has begun."),
    "mentoring.declined": _(
        "The mentoring with {name} does not come about for now. That says nothing about you."
    ),
    "mentoring.met": _("{name} has noted a meeting with you. Please confirm it."),
    "mentoring.unmet": _(
        "{name} says that a meeting you noted was otherwise. It was taken out; please note it "
        "anew as it was."
    ),
    "mentoring.lapsed": _(
        "The mentoring with {name} is not continued. A new pair may be proposed at any time."
    ),
    "mentoring.ended": _("Your mentoring with {name} has ended. How useful was it to you?"),
}


def letter(template: str, name: str) -> str:
    return LETTERS[template].format(name=words.safe(strip_titles(name)))
