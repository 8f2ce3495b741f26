"""Sentences of the evaluation team's desk."""

from __future__ import annotations

from datetime import date

from bot.rules.people import strip_titles
from bot.rules.periods import PeriodState
from bot.texts import words
from bot.texts.language import _

RATE = _("Rate people")
RANKING = _("Ranking and proposal")
CALIBRATION = _("Calibration")
DISTRIBUTION = _("Distribution")
RATERS = _("Raters")
MIRROR = _("My mirror")
MINUTES = _("Minutes (PDF)")


def home(year: int, quarter: int, state: PeriodState, until: date, today: date) -> str:
    title = _("Evaluation team, {quarter}").format(quarter=words.quarter(year, quarter))
    lines = [words.bold(title)]
    if state is PeriodState.CALIBRATION and today > until:
        told = _("Calibration ended on {day}; the results wait for their publication.")
        lines.append(told.format(day=words.day(until)))
    elif state in (PeriodState.RATING, PeriodState.CALIBRATION):
        told = _("Rating and calibration until {day} ({left}).")
        lines.append(told.format(day=words.day(until), left=words.days_left(until, today)))
    elif state is PeriodState.OPEN:
        lines.append(_("The quarter is running; the team rates once the reports are in."))
    else:
        lines.append(_("The results of this quarter have been published."))
    return "\n".join(lines)


def distribution_of(quarter: int) -> str:
    """`Pola sebaran TW III`, the label of an earlier quarter's."""
    return f"{DISTRIBUTION} " + _("Q {roman}").format(roman=words.ROMAN[quarter - 1])


def member() -> str:
    return _(
        "Rate what the scheme gives to the team, compare with the pattern and among raters, and "
        "propose who shall be honoured."
    )


def head(waiting: int) -> str:
    said = _("What the evaluation team works on, and what waits for your signature.")
    if not waiting:
        return said
    count = _("Adjustments that wait for you: {count}").format(count=words.number(waiting))
    return f"{said}\n\n{count}"


def to_sign(name: str) -> str:
    """The label of an adjustment that waits for the head."""
    return words.fitting(f"{_('Adjustment of')} {strip_titles(name)}")


def not_yet() -> str:
    return _("Calibration begins when rating is over. Open /panel to see the days.")


def over() -> str:
    return _("The results have been published; calibration is closed.")


def no_result() -> str:
    return _("There is no result of this person yet, so there is nothing to calibrate.")


def too_short(least: int) -> str:
    return _("Please write at least {count} characters.").format(count=least)


def nothing_to_minute() -> str:
    return _("There is no result here yet, so there is nothing to put in the minutes.")


def no_departure() -> str:
    return _("The distribution keeps to the pattern; no reason is needed.")


def organisation_set() -> str:
    return _("The predicate of the organisation has been kept.")


def reason_kept() -> str:
    return _("The reason has been kept. Nobody's predicate was changed.")


def views_closed() -> str:
    return _("The views on this result are closed.")


def views_first() -> str:
    return _(
        "Another result can be proposed once the views are open and more than half find this one "
        "too high or too low."
    )


def view_kept() -> str:
    return _("Your view has been kept. Others see it only when the round is over.")


def adjusted_already() -> str:
    return _("This result is being adjusted or has been already.")


def no_form() -> str:
    return _("There is no sent form of the present superior that could go back.")


def given_back() -> str:
    return _("The form is with the superior again.")


def does_not_follow() -> str:
    return _("The proposal has to change the result in the direction of the team's views.")


def no_signer() -> str:
    return _("No head who took no part could sign this. Please give the form back instead.")


def proposed() -> str:
    return _("Proposed. A head decides with the security code.")


def result_changed() -> str:
    return _(
        "The result has changed since this was proposed. Please refuse it; it can be renewed."
    )


def another_signer() -> str:
    return _("Somebody who neither rated nor proposed this has to decide.")


def decided_already() -> str:
    return _("This has been decided already.")


def applied() -> str:
    return _("The adjustment is in force. The result before it is kept.")


def refused() -> str:
    return _("Refused. The result stays as it is.")


def no_mirror() -> str:
    return _("You have not sent any rating of this quarter yet, so there is nothing to show.")
