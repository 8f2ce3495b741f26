"""Raters, predikat, calendar, awards and patterns of a scheme, told to everybody."""

from __future__ import annotations

from bot.rules.predikat import Expectation, Predikat
from bot.rules.quarters import Quarter
from bot.rules.schemes import (
    Milestones,
    Scheme,
    Source,
)
from bot.rules.schemes.calendar import proposals_until
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes import reading
from bot.texts.schemes.words import (
    PREDIKAT,
    RATERS,
    SHORT,
    WORDS,
    listed,
)

COLUMN = 8


def raters(scheme: Scheme) -> str:
    """Who rates how much, how colleagues are asked, and what happens when a group is missing."""
    lines = [_rater(scheme, source) for source in Source]
    blocks = [words.bold(reading.RATERS), "\n".join(filter(None, lines))]
    if scheme.asks_peers:
        p = scheme.peers
        blocks.append(
            _(
                "Colleagues: {fewest} to {most} are asked, each about at most {load} people. "
                "Their answers carry no name and are shown from {shown} answers up."
            ).format(fewest=p.fewest, most=p.most, load=p.load, shown=p.shown_from)
        )
        blocks.append(_("As colleagues are asked, the weights are 60/40 (PP 30/2019 article 41)."))
    else:
        blocks.append(
            _("As colleagues are not asked, the weights are 70/30 (PP 30/2019 article 41).")
        )
    blocks.append(_("If a group gives no rating, its share goes to the others, never as zero."))
    blocks.append(
        _(
            "With several superiors in a quarter, each of at least {days} days rates, weighed by "
            "the days served."
        ).format(days=scheme.mandate.rating_days)
    )
    proposal = scheme.level_proposal
    blocks.append(
        _(
            "Rated achievements propose a level: the mean of the best {best}; a single one at "
            "most level {highest}. A departure of {gap} levels or more needs a reason, and a "
            "score below expectations needs helpful feedback."
        ).format(best=proposal.best, highest=proposal.highest_from_one, gap=scheme.departure_gap)
    )
    return "\n\n".join(blocks)


def _rater(scheme: Scheme, source: Source) -> str:
    rated = [i for i in scheme.indicators if any(s.source is source for s in i.sources)]
    if not rated:
        return ""
    name = str(RATERS[source])
    return _("• {who}: {count} of {total} indicators").format(
        who=name[:1].upper() + name[1:], count=len(rated), total=len(scheme.indicators)
    )


def predikat(scheme: Scheme) -> str:
    """The thresholds, the table of nine cells, and the words of a number."""
    met, above = words.number(scheme.thresholds.met), words.number(scheme.thresholds.above)
    limits = _(
        "Each axis is below expectations under {met}, as expected from {met}, and above "
        "expectations from {above}."
    ).format(met=met, above=above)
    said = listed(
        [
            _("{word} from {value}").format(word=WORDS[word], value=value)
            for word, value in scheme.number_words.limits()
        ]
    )
    return "\n\n".join(
        [
            words.bold(reading.PREDIKAT),
            limits,
            _("Both together give the predicate (PermenPANRB 6/2022):") + "\n" + table(scheme),
            legend(),
            _(
                "Beside it stands the word of PP 30/2019 for the total: {words}. Very good also "
                "needs a new idea or way of working."
            ).format(words=said),
            _("The number is computed; people rate, sign and decide."),
        ]
    )


def table(scheme: Scheme) -> str:
    """Nine cells in letters of one width; rows are work results, columns behaviour."""
    heads = {
        Expectation.BELOW: _("below"),
        Expectation.MET: _("met"),
        Expectation.ABOVE: _("above"),
    }
    top = " " * COLUMN + "".join(f"{heads[e]:<{COLUMN}}" for e in Expectation)
    rows = [
        f"{heads[results]:<{COLUMN}}"
        + "".join(f"{SHORT[scheme.quadrant.of(results, b)]:<{COLUMN}}" for b in Expectation)
        for results in reversed(Expectation)
    ]
    lines = [line.rstrip() for line in (_("Results ↓  Behaviour →"), top, *rows)]
    return "<pre>" + "\n".join(lines) + "</pre>"


def legend() -> str:
    return ", ".join(f"{SHORT[one]} = {PREDIKAT[one]}" for one in Predikat)


def calendar(scheme: Scheme, quarter: Quarter, days: Milestones) -> str:
    """The days of one quarter, and how an objection runs."""
    lines = [
        _("• Opens: {day}").format(day=words.short_day(days.opens)),
        *_planning(scheme),
        *_draw(scheme, quarter),
        _("• Reports until: {day}").format(day=words.short_day(days.submission_until)),
        _("• Ratings until: {day}").format(day=words.short_day(days.rating_until)),
        _("• Calibration until: {day}").format(day=words.short_day(days.calibration_until)),
        _("• Results: {day}").format(day=words.short_day(days.published)),
    ]
    o = scheme.objection
    objection = _(
        "You may object within {days} days of confirming receipt, with your reasons, to the "
        "superior of your superior. Without a receipt the time runs from {handing} working days "
        "after publication. Both sides are heard within {hearing} working days; the decision "
        "comes within {decision} days and is final."
    ).format(
        days=o.days, handing=o.receipt_workdays, hearing=o.hearing_workdays,
        decision=o.decision_days,
    )  # fmt: skip
    return "\n\n".join(
        [
            words.bold(reading.CALENDAR),
            words.quarter(quarter.year, quarter.number) + ":\n" + "\n".join(lines),
            words.bold(_("Objection")) + "\n" + objection,
            _talks(scheme),
            _reminders(scheme),
        ]
    )


def _talks(scheme: Scheme) -> str:
    return _("Everybody is owed a talk with the superior once in {months} months.").format(
        months=scheme.talks.months
    )


def _planning(scheme: Scheme) -> list[str]:
    """Nothing where the agency does not ask for planned results."""
    days = scheme.planning
    if not days.proposal_days:
        return []
    return [
        _("• Planned results: proposed within {days} days, agreed within {agreement}").format(
            days=days.proposal_days, agreement=days.agreement_days
        )
    ]


def _draw(scheme: Scheme, quarter: Quarter) -> list[str]:
    """Until when colleagues are proposed, where they are asked."""
    if not scheme.asks_peers:
        return []
    until = proposals_until(quarter, scheme.calendar)
    told = _("• Colleagues proposed until: {day}, then drawn")
    return [told.format(day=words.short_day(until))]


def _reminders(scheme: Scheme) -> str:
    plan = scheme.reminders
    said = []
    if plan.before:
        days = listed([str(n) for n in sorted(plan.before, reverse=True)])
        said.append(_("{days} days before a deadline").format(days=days))
    if plan.on_the_day:
        said.append(_("on the day itself"))
    if plan.overdue:
        days = listed([str(n) for n in sorted(plan.overdue)])
        said.append(_("{days} working days after it").format(days=days))
    if not said:
        return _("The bot sends no reminders.")
    return _("Who still owes something is reminded {when}.").format(when=listed(said))
