"""Sentences of quarterly appraisals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import reports, words
from bot.texts.language import _

BEGIN = _("Begin the appraisal")
GO_ON = _("Go on with the appraisal")
FEEDBACK = _("Feedback to the person")
SEE_RESULT = _("See the result")
ACROSS = _("By criterion")
ON_ACROSS = _("Go on by criterion")
TO_LIST = _("List")
NEXT_CRITERION = _("Next criterion")
LEFT = _("has left")


def nobody_to_rate() -> str:
    return _("Nobody is listed under you, so there is nothing to rate. Open /menu to go on.")


def another_rates() -> str:
    return _(
        "This quarter is rated by the superior who led longer. You rate from the next one on."
    )


def already_sent() -> str:
    return _(
        "This appraisal has been sent already and stays as it is. Open /nilai to see the list."
    )


def not_open(submit_until: date) -> str:
    return _(
        "Rating begins once the reports are in, after {day}, or earlier when the quarter is over "
        "and the report has been sent. Open /nilai later."
    ).format(day=words.day(submit_until))


def team_not_open(submit_until: date) -> str:
    return _(
        "The evaluation team rates from the close of the reports ({day}) until the calibration "
        "ends."
    ).format(day=words.day(submit_until))


def calibrated() -> str:
    return _("This result has been calibrated already; its ratings stay as they are.")


def sent_many(count: int) -> str:
    return _("{count} ratings have been sent.").format(count=count)


def incomplete() -> str:
    return _("The appraisal is not complete yet. The summary names what is missing.")


def too_short() -> str:
    return _("That is too short to be understood later. Please write at least one sentence.")


def sent_notice() -> str:
    return _("The appraisal has been sent.")


def none_opened() -> str:
    return _("No quarter has opened yet. There is nothing to rate.")


def people(year: int, quarter: int, sent: int, total: int, due: date, today: date) -> str:
    title = _("Appraisals of {quarter}").format(quarter=words.quarter(year, quarter))
    lines = [words.bold(title)]
    lines.append(_("{sent} of {total} sent.").format(sent=sent, total=total))
    if sent < total:
        lines.append(
            _("To be finished by {day} ({left}).").format(
                day=words.day(due), left=words.days_left(due, today)
            )
        )
    return "\n".join(lines)


def people_line(name: str, reported: bool, state: str, *, left: bool) -> str:
    report = _("report sent") if reported else _("no report yet")
    told = f"• {words.safe(name)}: {report}, {state_word(state)}"
    return f"{told}, {LEFT}" if left else told


def state_word(state: str) -> str:
    words_ = {"": _("not begun"), "draft": _("being filled in"), "sent": _("sent")}
    return words_[state]


def choose() -> str:
    return _("Choose whom to open.")


def person(name: str, sex: int, post: str, year: int, quarter: int) -> str:
    who = words.bold(words.addressed(name, sex))
    return f"{who}\n{words.safe(post)}, {words.quarter(year, quarter)}"


def left_service(day: date) -> str:
    return _("Left the service on {day}; rated for the days served in this quarter.").format(
        day=words.day(day)
    )


def report(text: str, reported: bool) -> str:
    if not reported:
        return _("The report of this quarter has not been sent.")
    if not text:
        return _("The report of this quarter has been sent.")
    return _("Report:") + f"\n<i>{words.safe(text)}</i>"


def deeds(listed: Sequence[tuple[str, bool]]) -> str:
    if not listed:
        return _("No achievements of this quarter.")
    return "\n".join([_("Achievements:"), *reports.deed_lines(listed)])


def person_state(state: str, open_: bool, submit_until: date) -> str:
    if state == "sent":
        return _("The appraisal has been sent and is final.")
    if not open_:
        return not_open(submit_until)
    return _("The appraisal is {state}. Every tap is kept; you may stop at any time.").format(
        state=state_word(state)
    )
