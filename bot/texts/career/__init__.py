"""Sentences of careers: doors, buttons, answers, the letter."""

from __future__ import annotations

from bot.rules.career import ASSESSMENTS, Fact
from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Career"),
    _("/karier: your next promotion, credit points, and where you stand in the nine boxes."),
)
COMMAND = _("your next promotion and career advice")

BOXES = _("Nine boxes")
RULES = _("Which rules?")
TEAM = _("Careers of my people")
DESK = _("Career records")
KEEP = _("On record")
DECIDE = _("Take a decision …")
OBJECT = _("Do not profile me")
ALLOW = _("You may profile me")
ASSESSMENT = _("Assessment of potential")
RECORD = _("Put on record")
TAKE = _("Decide this")

FACTS = {
    Fact.RANK_SINCE: _("TMT of the rank"),
    Fact.POST_SINCE: _("TMT of the jenjang"),
    Fact.CREDIT: _("Credit points"),
    Fact.CREDIT_AT_RANK: _("Credit at the rank"),
    Fact.EXAM: _("Competence test"),
    Fact.PREDIKAT: _("Earlier predicate"),
    Fact.COMPETENCE: _("Competence (asesmen)"),
    Fact.POTENTIAL: _("Potential (asesmen)"),
    Fact.QUALIFICATION: _("Qualification"),
    Fact.INTEGRITY: _("Integrity"),
}
_ASKED = {
    Fact.RANK_SINCE: _(
        "Since when does {name} have the present rank? Type the day, e.g. 1 April 2022."
    ),
    Fact.POST_SINCE: _(
        "Since when is {name} in the present jenjang? Type the day, e.g. 1 April 2022."
    ),
    Fact.CREDIT: _(
        "How many credit points does {name} have since entering the jenjang, on which day? Type "
        "e.g.: 37.50 as of 31 December 2025."
    ),
    Fact.CREDIT_AT_RANK: _(
        "How many credit points of the jenjang did {name} have on reaching the present rank? Type "
        "e.g.: 50 per 1 April 2022."
    ),
    Fact.EXAM: _("When did {name} pass the competence test for the next jenjang? Type the day."),
    Fact.PREDIKAT: _(
        "Which predicate did {name} have in a year before Teladan? Type e.g.: 2024 Baik."
    ),
}  # fmt: skip
_ODD = {
    "figure": _("Please begin with a number. Type e.g.: 37.50 as of 31 December 2025."),
    "range": _("That number is too large for this."),
    "predikat": _(
        "Please type a year and a predicate: Sangat Baik, Baik, Butuh Perbaikan, Kurang, or "
        "Sangat Kurang. Example: 2024 Baik."
    ),
    "year": _("Only years before this one are put on record here."),
    "day": _("I did not understand the day, or it has not come yet. Type e.g.: 1 April 2022."),
}  # fmt: skip


def asked(kind: Fact, name: str) -> str:
    """What HR is asked to type."""
    ask = str(
        _ASKED.get(kind)
        or _(
            "What did the assessment of {name} give here, from 0 to 100, on which day? Type e.g.: "
            "78 as of 12 March 2025."
        )
    )
    told = ask.format(name=words.bold(strip_titles(name)))
    return f"<b>{FACTS[kind]}</b>\n{told}"


def odd(kind: Fact, why: str) -> str:
    """Why what was typed cannot be read."""
    if why == "range" and kind in ASSESSMENTS:
        return _("An assessment goes from 0 to 100.")
    return str(_ODD[why])


def nobody_found() -> str:
    return _("I found nobody of that name in your units. Please type it once more.")


def why_too_short() -> str:
    return _("Please give the reason in a few words; the employee reads it.")


def recorded_notice() -> str:
    return _("On record.")


def decided_notice() -> str:
    return _("Decided. The employee is told and reads your reason.")


def objected_notice() -> str:
    return _("Noted. Your boxes are computed for nobody, from now on.")


def allowed_notice() -> str:
    return _("Noted. Your boxes are computed again.")


def letter() -> str:
    return _("A decision about your career was taken. Open it to read the reason.")
