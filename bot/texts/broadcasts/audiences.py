"""Screens of whom a broadcast is for."""

from __future__ import annotations

from bot.rules.broadcasts import Audience, Staff
from bot.texts import words
from bot.texts.language import _

WHOLE = _("Whole agency")
A_UNIT = _("A unit")
A_ROLE = _("A role")
EARLIER_QUIZ = _("Did not pass a quiz")
UNIT_ALONE = _("This unit alone")
WITH_BELOW = _("With units below it")
ROLES = {
    "atasan": _("Superiors"),
    "kepegawaian": _("HR officers"),
    "pimpinan": _("Heads"),
    "tim_evaluasi": _("Evaluation team"),
    "inspektorat": _("Inspectorate"),
}
STAFF = {Staff.PNS.value: "PNS", Staff.PPPK.value: "PPPK"}


def whom(audience: str, which: str, name: str) -> str:
    """The audience in words; `name` of its unit, units, or earlier broadcast."""
    match audience:
        case Audience.UNIT:
            return _("{unit} alone").format(unit=name)
        case Audience.BELOW:
            return _("{unit} with the units below it").format(unit=name)
        case Audience.ROLE:
            return str(ROLES[which])
        case Audience.STAFF:
            return STAFF[which]
        case Audience.FAILED:
            return _("who has not passed the quiz of “{title}”").format(
                title=words.fitting(name, 60)
            )
    return _("everybody in {units}").format(units=name) if name else str(WHOLE)


def ask_audience() -> str:
    return _("<b>For whom is it?</b>\n\nWhoever has not joined the bot is counted apart.")


def ask_unit() -> str:
    return _("Which unit? Type part of its name.")


def which_unit() -> str:
    return _("Which of them do you mean?")


def below(name: str) -> str:
    return _("<b>{unit}</b>\n\nWith the units below it?").format(unit=words.safe(name))


def ask_role() -> str:
    return _("Which role?")


def ask_quiz() -> str:
    return _(
        "Whose quiz? Only those are meant who got that broadcast and have not passed. Nobody is "
        "told their names."
    )
