"""Screens of a pair: how it came about, what it is about, one's own notes, its end."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.mentoring import Reason, State
from bot.rules.people import strip_titles
from bot.texts import mentoring, words
from bot.texts.language import _
from bot.texts.talks import LEVELS

# To the mentee alone.
KINDLY = {
    Reason.STRUGGLING: _(
        "Some indicators of your last result can still grow. A colleague who is good at them "
        "gladly shares how it is done. It is an offer; you decide."
    ),
    Reason.NEW: _(
        "You are new here. A colleague who knows the office makes the first months easier. "
        "It is an offer; you decide."
    ),
    Reason.ASKED: _("You asked for a mentor."),
}
STATES = {
    State.PROPOSED: _("proposed"),
    State.ACTIVE: _("running"),
    State.ENDED: _("ended"),
    State.DECLINED: _("not come about"),
    State.LAPSED: _("not continued"),
}


def home() -> str:
    return "\n".join(
        [
            words.bold(_("Mentoring")),
            _("Experienced colleagues help others grow. Only those two read what they write."),
        ]
    )


def pair(name: str, state: State, *, mentor: bool, waits: bool, met: bool) -> str:
    """`met`: a meeting waits for the reader to confirm it."""
    who = mentoring.with_(name, mentor=mentor)
    told = str(_("waits for your answer") if waits else STATES[state])
    if met:
        told += "; " + _("a meeting waits for you to confirm it")
    return f"• {words.safe(who)} ({told})"


def wished() -> str:
    return _(
        "You asked for a mentor. HR proposes the pairs; you are asked before anything begins."
    )


def offered() -> str:
    return _("You offer to be a mentor. You are asked before anything begins.")


def suggestion(reason: Reason) -> str:
    return f"💡 {KINDLY[reason]}"


def card(name: str, post: str, *, mentor: bool) -> str:
    head = _("Your mentee: {name}") if mentor else _("Your mentor: {name}")
    return words.bold(head.format(name=strip_titles(name))) + f"\n{words.safe(post)}"


def goals(found: Sequence[str]) -> str:
    if not found:
        return _("About: the ways of the office, and whatever comes up.")
    return _("About: {goals}.").format(goals=words.safe(", ".join(found)))


def about(text: str, *, mentor: bool) -> str:
    said = _("In the mentee's words:") if mentor else _("In the mentor's words:")
    return f"{said} <i>{words.safe(text)}</i>"


def own(name: str, text: str, *, writable: bool, over: bool) -> str:
    lines = [
        words.bold(_("My own notes on mentoring with {name}").format(name=strip_titles(name))),
        _("You alone can read them: neither the other one nor HR."),
    ]
    if text:
        lines.append(f"<i>{words.safe(text)}</i>")
    if over and text:
        lines.append(_("The mentoring is over. Keep them, or erase them for good."))
    if writable:
        said = (
            _("Type to put others in their place.") if text else _("Type what you want to keep.")
        )
        lines.append(said + " " + _("At most 600 characters."))
    return "\n\n".join(lines)


def notes_left() -> str:
    return _("You still have notes of your own on it; keep them or erase them.")


def shares() -> str:
    return _("If you say yes your mentor is told what it is about, never your result.")


def waiting() -> str:
    return _("You have said yes; the other one is still to answer.")


def asked() -> str:
    return _("Do you want this? Either of you may say no without a reason.")


def declined() -> str:
    return _("This pair has not come about.")


def lapsed() -> str:
    return _(
        "This pair is not continued: it was not answered in time, or one of both has left the "
        "office."
    )


def ended(outcome: str, result: str, level: int) -> str:
    lines = [_("Ended: {outcome}.").format(outcome=mentoring.OUTCOMES[outcome].lower())]
    if result:
        lines.append(f"<i>{words.safe(result)}</i>")
    if level:
        lines.append(_("Your answer: {level}.").format(level=LEVELS[level]))
    else:
        lines.append(
            _(
                "How useful was it to you, from 1 (not useful) to 5 (very useful)? Answers are "
                "told only five or more at a time."
            )
        )
    return "\n".join(lines)


def ask_end(name: str) -> str:
    return _("What has come of the mentoring with {name}?").format(
        name=words.bold(strip_titles(name))
    )


def ask_result(name: str, written: str) -> str:
    """`written` is what either of both wrote so far."""
    lines = [
        _("What was learned in the mentoring with {name}?").format(
            name=words.bold(strip_titles(name))
        )
    ]
    if written:
        lines.append(_("So far it says:") + f" <i>{words.safe(written)}</i>")
    lines.append(
        (
            _("Please type it anew to change it; both of you read and may change it.")
            if written
            else _("Please type it in a few words; both of you read and may change it.")
        )
        + " "
        + _("At most 300 characters.")
    )
    return "\n\n".join(lines)
