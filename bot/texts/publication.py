"""Sentences of publication: how far a quarter is, what signing means, how far the letters are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.publication import Obstacle, Readiness
from bot.texts import words
from bot.texts.language import _

MISSING = _("Without a result")
REASON = _("Write the reason")
OTHER_REASON = _("Change the reason")
PUBLISH = _("Publish …")
REALLY = _("Yes, publish")
REFRESH = _("Refresh")
STATUS = _("See the progress")


def heading(year: int, quarter: int) -> str:
    return words.bold(_("Publication of {quarter}").format(quarter=words.quarter(year, quarter)))


def planned(day: date, today: date) -> str:
    return _("Planned: {day} ({left})").format(
        day=words.day(day), left=words.days_left(day, today)
    )


def counts(ready: Readiness) -> str:
    return "\n".join(
        [
            _("Complete results: <b>{count}</b>").format(count=words.number(ready.complete)),
            _("Not rated yet: <b>{count}</b>").format(count=words.number(ready.missing)),
        ]
    )


def warnings(ready: Readiness, without_superior: int, unreached: int, undecided: int) -> str:
    """What is not as it should be; empty when everything is.

    Before rating is over it is too early to warn of what its end and calibration bring.
    """
    lines = []
    rated = ready.obstacle is not Obstacle.NOT_RATED
    if ready.early and rated:
        lines.append(
            _("Calibration goes on until {day}.").format(day=words.day(ready.calibrate_until))
        )
    for count, told in (
        (ready.missing if rated else 0, _("{count} people would get no result of this quarter.")),
        (without_superior, _("{count} people have no superior and therefore no result.")),
        (unreached, _("{count} people cannot be written to; HR hands their result over.")),
        (undecided, _("{count} award proposals are not decided.")),
        (ready.departing, _("{count} distributions depart from the pattern without a reason.")),
        (ready.adjusting, _("{count} adjustments of results are not decided.")),
        (ready.explained, _("{count} distributions depart from the pattern, with a reason.")),
    ):
        if count:
            lines.append(told.format(count=words.number(count)))
    if ready.unset:
        lines.append(_("The predicate of the organisation is not set; see /panel."))
    if not lines:
        return ""
    return "\n".join([_("Please mind:"), *(f"• {line}" for line in lines)])


def obstacle(why: Obstacle, rate_until: date, computing: tuple[int, int] | None = None) -> str:
    if why is Obstacle.COMPUTING and computing is not None:
        return _(
            "Results are being computed from everybody who rated: {done} of {people}. It goes on "
            "by itself and takes a few minutes at most."
        ).format(done=words.number(computing[0]), people=words.number(computing[1]))
    if why is Obstacle.NOT_RATED:
        return _("Rating goes on until {day}; it can be published after that.").format(
            day=words.day(rate_until)
        )
    if why is Obstacle.EMPTY:
        return _("There is no result yet, so there is nothing to publish.")
    return published_already()


def reason_line(reason: str) -> str:
    return _("Reason: <i>{reason}</i>").format(reason=words.safe(reason))


def reason_needed() -> str:
    return _("Because not everything is complete, publication needs a reason in writing.")


def who_signs() -> str:
    return _("The head of the agency publishes, with the security code.")


def ask_reason(year: int, quarter: int) -> str:
    return "\n\n".join(
        [
            heading(year, quarter),
            _(
                "Why is it published although not everything is complete? One or two sentences; "
                "they are kept with the publication."
            ),
        ]
    )


def confirm(year: int, quarter: int, ready: Readiness) -> str:
    blocks = [
        heading(year, quarter),
        _("You are about to publish <b>{count}</b> results.").format(
            count=words.number(ready.complete)
        ),
        _(
            "Everybody then sees their own result and gets a letter. Ratings of this quarter are "
            "closed, and it cannot be taken back."
        ),
    ]
    if ready.missing:
        told = _("{count} people get no result of this quarter.")
        blocks.append(told.format(count=words.number(ready.missing)))
    if ready.wants_reason and ready.reason:
        blocks.append(reason_line(ready.reason))
    return "\n\n".join(blocks)


def signed(name: str, at: datetime) -> str:
    return _("Published by {name} on {moment}.").format(
        name=words.safe(name), moment=words.moment(at)
    )


def progress(told: int, results: int, taken: int, *, finished: bool) -> str:
    if finished:
        letters = _("Letters: {told}, all written.").format(told=words.number(told))
    else:
        letters = _("Letters: {told} of {results} written, it goes on by itself.").format(
            told=words.number(told), results=words.number(results)
        )
    received = _("Received: {taken} of {results}.").format(
        taken=words.number(taken), results=words.number(results)
    )
    return letters + "\n" + received


def gaps(
    year: int, quarter: int, total: int, people: Sequence[tuple[str, str, bool, bool]]
) -> str:
    """Name, superior, whether it is begun, whether the superior is on leave."""
    title = words.bold(
        _("Without a result: {quarter}").format(quarter=words.quarter(year, quarter))
    )
    if not total:
        return title + "\n\n" + _("Nobody: every rating that is owed has been sent.")
    lines = [_gap(*person) for person in people]
    count = _("{count} people, by superior.").format(count=words.number(total))
    return "\n".join([title, count, "", *lines])


def _gap(name: str, superior: str, begun: bool, away: bool) -> str:
    how = _("begun, not sent") if begun else _("not begun")
    if away:
        how += ", " + _("superior on leave")
    return f"• {words.safe(name)}: {how} ({words.safe(superior)})"


def too_short(least: int) -> str:
    return _("Please write at least {count} characters.").format(count=least)


def reason_wanted() -> str:
    return _("Please write first why it is published although not everything is complete.")


def no_decree() -> str:
    return _("There is a draft decree once the quarter is rated and has results.")


def published_already() -> str:
    return _("This quarter has been published already.")


def published_notice() -> str:
    return _("Published. The letters are on their way.")


def finished(year: int, quarter: int, told: int) -> str:
    return _("Publication of {quarter}: all {count} letters are written.").format(
        quarter=words.quarter(year, quarter), count=words.number(told)
    )


def another_person() -> str:
    return _("A result is corrected by somebody who neither rated it nor is its person.")
