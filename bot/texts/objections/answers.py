"""Notices and refusals of objections."""

from __future__ import annotations

from datetime import date

from bot.rules.objections import Hindrance
from bot.texts import words
from bot.texts.language import _


def only_once() -> str:
    return _("There is an objection to this result already. It can be filed once only.")


def window_over(last: date) -> str:
    return _("The time for an objection ended on {day}.").format(day=words.day(last))


def choose_first() -> str:
    return _("Please choose at least one indicator.")


def reasons_wanted() -> str:
    return _("Please write your reasons in whole sentences.")


def discarded() -> str:
    return _("The draft has been discarded.")


def filed_notice() -> str:
    return _("Your objection has been filed. Both sides are heard now.")


def withdrawn_notice() -> str:
    return _("The objection has been withdrawn.")


def said_notice() -> str:
    return _("Thank you, it is with the reviewer.")


def decided_notice() -> str:
    return _("The objection has been decided. Both sides are told.")


def named_notice() -> str:
    return _("The reviewer has been named and is told.")


def named_already() -> str:
    return _("Somebody already decides this objection.")


def nobody_fits() -> str:
    return _("Nobody by that name may decide this. Please try another name.")


def over() -> str:
    return _("This objection is over already.")


def not_reckonable() -> str:
    return _("This result cannot be reckoned again. Please tell the HR unit.")


def hindrance(why: Hindrance, hearing: date) -> str:
    """Why it cannot be decided now."""
    if why is Hindrance.WITHOUT_REASONS:
        return _("Please write the reason first.")
    if why in (Hindrance.EMPLOYEE_UNHEARD, Hindrance.SUPERIOR_UNHEARD):
        return _("Both sides are heard first, until {day} at the latest.").format(
            day=words.day(hearing)
        )
    return over()
