"""What is wrong with a scheme: every fault at once, each with its place."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from bot.rules.authority import Role
from bot.rules.reminders import Recipient
from bot.rules.schemes.awards import award_faults
from bot.rules.schemes.broadcasts import broadcast_faults
from bot.rules.schemes.career import career_faults
from bot.rules.schemes.drills import drill_faults
from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.indicators import KEY, LONGEST_NAME, category_faults, indicator_faults
from bot.rules.schemes.parts import Axis, AxisWeights
from bot.rules.schemes.patterns import pattern_faults
from bot.rules.schemes.personal import personal_faults
from bot.rules.schemes.shape import ANCHORS, LEAVES, Scheme
from bot.rules.schemes.talks import RHYTHMS
from bot.rules.schemes.verdicts import number_word_faults, quadrant_faults
from bot.rules.schemes.yearly import year_faults
from bot.rules.surveys.grades import NINE

WITH_PEERS = AxisWeights(Decimal(60), Decimal(40))
WITHOUT_PEERS = AxisWeights(Decimal(70), Decimal(30))
LOWEST_VALUE, HIGHEST_VALUE = 40, 120
SHORTEST_QUARTER = 90
LONGEST_AFTERMATH = 90


def faults(scheme: Scheme) -> tuple[SchemeFault, ...]:
    """Everything that keeps the scheme from being used; empty when it is sound."""
    found: list[SchemeFault] = []
    for check in _CHECKS:
        found.extend(check(scheme))
    return tuple(found)


def _heading(scheme: Scheme) -> Iterator[SchemeFault]:
    if not KEY.fullmatch(scheme.key):
        yield SchemeFault(FaultKind.KEY_FORM, "key", scheme.key)
    if not scheme.name.strip():
        yield SchemeFault(FaultKind.NAME_EMPTY, "name")
    elif len(scheme.name) > LONGEST_NAME:
        yield SchemeFault(FaultKind.TOO_LONG, "name", f"{len(scheme.name)}/{LONGEST_NAME}")
    if scheme.version < 1:
        yield SchemeFault(FaultKind.VERSION, "version", str(scheme.version))
    lawful = WITH_PEERS if scheme.asks_peers else WITHOUT_PEERS
    if scheme.axis_weights != lawful:
        given = f"{scheme.axis_weights.hasil_kerja}/{scheme.axis_weights.perilaku}"
        yield SchemeFault(FaultKind.AXIS_WEIGHTS, "axis_weights", given)


def _axes(scheme: Scheme) -> Iterator[SchemeFault]:
    for axis in Axis:
        weights = [indicator.weight for indicator in scheme.on_axis(axis)]
        if not weights:
            yield SchemeFault(FaultKind.AXIS_EMPTY, "indicators", axis)
        elif (total := sum(weights)) != 100:
            yield SchemeFault(FaultKind.AXIS_TOTAL, "indicators", f"{axis}: {total}")


def _scales(scheme: Scheme) -> Iterator[SchemeFault]:
    met, above = scheme.thresholds.met, scheme.thresholds.above
    if not LOWEST_VALUE < met < above <= HIGHEST_VALUE:
        yield SchemeFault(FaultKind.THRESHOLDS, "thresholds", f"{met}, {above}")
    limits = scheme.survey_levels.limits
    rising = all(low < high for low, high in itertools.pairwise(limits))
    if len(limits) != ANCHORS - 1 or not rising or limits[0] <= 25 or limits[-1] > 100:
        given = ", ".join(map(str, limits))
        yield SchemeFault(FaultKind.SURVEY_LEVELS, "survey_levels.limits", given)


def _calendar(scheme: Scheme) -> Iterator[SchemeFault]:
    c = scheme.calendar
    after = (c.submission, c.rating, c.calibration, c.publication)
    if not c.submission < c.rating < c.calibration <= c.publication:
        yield SchemeFault(FaultKind.CALENDAR_ORDER, "calendar", ", ".join(map(str, after)))
    if c.opens >= SHORTEST_QUARTER - 1 + c.submission:
        yield SchemeFault(FaultKind.CALENDAR_ORDER, "calendar.opens", str(c.opens))
    if (
        c.proposals is not None
        and not c.opens - SHORTEST_QUARTER + 1 < c.proposals <= c.submission
    ):
        yield SchemeFault(FaultKind.CALENDAR_ORDER, "calendar.proposals", str(c.proposals))
    if c.publication > LONGEST_AFTERMATH:
        given = str(c.publication)
        yield SchemeFault(FaultKind.CALENDAR_LENGTH, "calendar.publication", given)


def _ranges(scheme: Scheme) -> Iterator[SchemeFault]:
    awards, objection, mandate = scheme.awards, scheme.objection, scheme.mandate
    training = scheme.training
    ranges: tuple[tuple[str, Decimal | int, int, int], ...] = (
        ("objection.days", objection.days, 1, 90),
        ("objection.receipt_workdays", objection.receipt_workdays, 1, 60),
        ("objection.decision_days", objection.decision_days, 1, 90),
        ("objection.hearing_workdays", objection.hearing_workdays, 1, 30),
        ("departure_gap", scheme.departure_gap, 1, ANCHORS - 1),
        ("planned_results", scheme.planned_results, 1, 20),
        ("planning.proposal_days", scheme.planning.proposal_days, 0, 60),
        ("planning.agreement_days", scheme.planning.agreement_days, 1, 30),
        ("evidence", scheme.evidence, 1, 10),
        ("calendar.opens", scheme.calendar.opens, -31, 180),
        ("calendar.submission", scheme.calendar.submission, 0, 60),
        ("peers.load", scheme.peers.load, 1, 50),
        ("peers.weekly", scheme.peers.weekly, 0, 50),
        ("view_days", scheme.view_days, 1, 14),
        ("view_gap", scheme.view_gap, 1, 2),
        ("thanks.weekly", scheme.thanks.weekly, 1, 20),
        ("surveys.ticket_days", scheme.surveys.ticket_days, 1, 366),
        ("surveys.flood_answers", scheme.surveys.flood_answers, 2, 1000),
        ("surveys.flood_minutes", scheme.surveys.flood_minutes, 15, 1440),
        ("surveys.same_answers", scheme.surveys.same_answers, 2, 1000),
        ("surveys.same_minutes", scheme.surveys.same_minutes, 15, 1440),
        ("surveys.wish_months", scheme.surveys.wish_months, 1, 24),
        ("surveys.fewest", scheme.surveys.fewest, 1, 1000),
        ("surveys.quarters", scheme.surveys.quarters, 1, 4),
        ("talks.denial_days", scheme.talks.denial_days, 1, 30),
        ("signing_days", scheme.signing_days, 1, 30),
        ("nudge_days", scheme.nudge_days, 1, 30),
        ("level_proposal.best", scheme.level_proposal.best, 1, 20),
        ("level_proposal.highest_from_one", scheme.level_proposal.highest_from_one, 1, ANCHORS),
        ("mandate.absent_days", mandate.absent_days, 1, 30),
        ("mandate.longest_days", mandate.longest_days, 1, 366),
        ("mandate.rating_days", mandate.rating_days, 1, 60),
        ("awards.lowest_score", awards.lowest_score, LOWEST_VALUE, HIGHEST_VALUE),
        ("awards.fewest_raters", awards.fewest_raters, 1, 20),
        ("awards.quarters_between", awards.quarters_between, 0, 20),
        ("awards.near_tie", awards.near_tie, 0, 20),
        ("awards.quorum", awards.quorum, 1, 100),
        ("training.jp", training.jp, 1, 200),
        ("training.pppk_most", training.pppk_most, 1, 400),
        ("training.agreement_days", training.agreement_days, 1, 30),
        ("training.base", training.base, 1, 100),
        ("training.gap", training.gap, 0, 100),
        ("training.merit", training.merit, 0, 100),
        ("training.post", training.post, 0, 100),
        ("training.hours", training.hours, 0, 100),
    )
    for where, value, least, most in ranges:
        if not least <= value <= most:
            yield SchemeFault(FaultKind.OUT_OF_RANGE, where, f"{value}: {least}, {most}")
    if scheme.surveys.weight not in NINE.weights:
        yield SchemeFault(FaultKind.SURVEY_WEIGHT, "surveys.weight", scheme.surveys.weight)
    if scheme.talks.months not in RHYTHMS:
        yield SchemeFault(FaultKind.TALK_MONTHS, "talks.months", str(scheme.talks.months))
    if strangers := sorted(awards.excluded_roles - set(Role)):
        given = ", ".join(strangers)
        yield SchemeFault(FaultKind.ROLE_UNKNOWN, "awards.excluded_roles", given)
    if strangers := sorted(mandate.uncounted_leave - set(LEAVES)):
        given = ", ".join(strangers)
        yield SchemeFault(FaultKind.LEAVE_UNKNOWN, "mandate.uncounted_leave", given)


def _peers(scheme: Scheme) -> Iterator[SchemeFault]:
    """Fewer than three answers would point at their writers."""
    p = scheme.peers
    if not 3 <= p.shown_from <= p.fewest <= p.most <= 12:
        given = f"{p.shown_from}, {p.fewest}, {p.most}"
        yield SchemeFault(FaultKind.PEER_NUMBERS, "peers", given)


def _reminders(scheme: Scheme) -> Iterator[SchemeFault]:
    plan = scheme.reminders
    for name, numbers in (("before", plan.before), ("overdue", plan.overdue)):
        if len(set(numbers)) < len(numbers) or any(not 1 <= n <= 90 for n in numbers):
            given = ", ".join(map(str, numbers))
            yield SchemeFault(FaultKind.REMINDER_DAYS, f"reminders.{name}", given)
    steps = [step.workdays for step in plan.escalations]
    to_owner = any(step.to is Recipient.OWNER for step in plan.escalations)
    if to_owner or any(not 1 <= n <= 90 for n in steps) or _repeats(steps):
        given = ", ".join(map(str, steps))
        yield SchemeFault(FaultKind.ESCALATIONS, "reminders.escalations", given)
    order = scheme.awards.tie_order
    if not order or _repeats(order):
        yield SchemeFault(FaultKind.TIE_ORDER, "awards.tie_order", ", ".join(order))


def _verdicts(scheme: Scheme) -> Iterator[SchemeFault]:
    yield from quadrant_faults(scheme.quadrant)
    yield from number_word_faults(scheme.number_words)
    yield from pattern_faults(scheme.distribution)
    yield from year_faults(scheme.year)


def _repeats(values: Iterable[object]) -> bool:
    listed = list(values)
    return len(set(listed)) < len(listed)


_CHECKS: tuple[Callable[[Scheme], Iterator[SchemeFault]], ...] = (
    _heading,
    _axes,
    indicator_faults,
    category_faults,
    _scales,
    _calendar,
    _ranges,
    _peers,
    _reminders,
    _verdicts,
    award_faults,
    drill_faults,
    career_faults,
    personal_faults,
    broadcast_faults,
)
