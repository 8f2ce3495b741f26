"""Sentences for whoever was there: how useful it was, and the proof of it."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

FEEDBACK = _("Give feedback")
PROOF = _("Send proof")
GIVE_BACK = _("Give the seat back …")
REALLY_GIVE_BACK = _("Yes, give it back")


def ask(course: str) -> str:
    return _(
        "How useful was “{course}” to your work?\n\nNobody sees your answer by itself: only the "
        "mean, once three participants or more have answered, without names."
    ).format(course=words.safe(course))


def ask_give_back(course: str, days: str) -> str:
    return _(
        "Give your seat in “{course}” ({days}) back? Whoever is next on the waiting list gets it "
        "at once."
    ).format(course=words.safe(course), days=days)


def level_first() -> str:
    return _("Please choose how useful it was first.")


def valued_already() -> str:
    return _("You have already said how useful it was. Thank you.")


def valued() -> str:
    return _("Thank you. Your answer is told only together with those of others.")


def to_do(*, rated: bool, proved: bool) -> str:
    """What is still asked of somebody who was there."""
    if not rated:
        return _("Please say how useful it was; it takes a minute.")
    return "" if proved else _("If you have a certificate of it, please send it as proof.")


def proof_waits() -> str:
    return _("Your proof was sent and waits to be confirmed.")


def proof_came_back(why: str) -> str:
    return _("Your proof came back: <i>{why}</i> You may send another one.").format(
        why=words.safe(why)
    )


def score(value: int) -> str:
    return _("Score: {score} of 100").format(score=value)


def certified(number: str) -> str:
    return _("Your certificate has the number {number}; see /penghargaan.").format(number=number)
