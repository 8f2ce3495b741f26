"""Faults of the kinds of awards: weights, what they name, and the days of a round."""

from collections.abc import Iterator, Set
from decimal import Decimal

from bot.rules.authority import Role
from bot.rules.awards import AwardKind, Measure, Span, Weighing
from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.indicators import KEY
from bot.rules.schemes.shape import Scheme

LONGEST_KEY, LONGEST_NAME, LONGEST_MEANING, LONGEST_PRIZE = 24, 28, 160, 120
MOST_KINDS, MOST_CRITERIA = 6, 6
"""So many and so long that every screen of a kind stays readable on a phone."""

Found = Iterator[SchemeFault]


def award_faults(scheme: Scheme) -> Found:
    seen: set[str] = set()
    if len(scheme.award) > MOST_KINDS:
        given = f"{len(scheme.award)}/{MOST_KINDS}"
        yield SchemeFault(FaultKind.TOO_MANY, "award", given)
    for number, kind in enumerate(scheme.award):
        where = f"award.{number}"
        if kind.key in seen:
            yield SchemeFault(FaultKind.KEY_TWICE, f"{where}.key", kind.key)
        seen.add(kind.key)
        yield from _words(where, kind)
        yield from _ranges(where, kind)
        if kind.span is Span.SERVICE:
            if kind.criteria:
                yield SchemeFault(FaultKind.AWARD_ROUND, f"{where}.criteria")
        else:
            yield from _criteria(f"{where}.criteria", kind, scheme)
            yield from _days(where, kind, scheme)


def _words(where: str, kind: AwardKind) -> Found:
    if not KEY.fullmatch(kind.key):
        yield SchemeFault(FaultKind.KEY_FORM, f"{where}.key", kind.key)
    if not kind.name.strip():
        yield SchemeFault(FaultKind.NAME_EMPTY, f"{where}.name")
    lengths = (
        ("key", kind.key, LONGEST_KEY),
        ("name", kind.name, LONGEST_NAME),
        ("meaning", kind.meaning, LONGEST_MEANING),
        ("prize", kind.prize, LONGEST_PRIZE),
    )
    for part, text, most in lengths:
        if len(text) > most:
            yield SchemeFault(FaultKind.TOO_LONG, f"{where}.{part}", f"{len(text)}/{most}")


def _ranges(where: str, kind: AwardKind) -> Found:
    ranges: tuple[tuple[str, Decimal | int | None, int, int], ...] = (
        ("lowest_score", kind.lowest_score, 40, 120),
        ("fewest_raters", kind.fewest_raters, 1, 20),
        ("quarters_between", kind.quarters_between, 0, 20),
        ("near_tie", kind.near_tie, 0, 20),
        ("quorum", kind.quorum, 1, 100),
        ("shortlist", kind.shortlist, 1, 10),
    )
    for part, value, least, most in ranges:
        if value is not None and not least <= value <= most:
            given = f"{value}: {least}, {most}"
            yield SchemeFault(FaultKind.OUT_OF_RANGE, f"{where}.{part}", given)
    if strangers := sorted((kind.excluded_roles or frozenset()) - set(Role)):
        given = ", ".join(strangers)
        yield SchemeFault(FaultKind.ROLE_UNKNOWN, f"{where}.excluded_roles", given)
    order = kind.tie_order
    if order is not None and (not order or len(set(order)) < len(order)):
        yield SchemeFault(FaultKind.TIE_ORDER, f"{where}.tie_order", ", ".join(order))


def _criteria(where: str, kind: AwardKind, scheme: Scheme) -> Found:
    if not any(one.measure is not Measure.VOTE for one in kind.criteria):
        yield SchemeFault(FaultKind.AWARD_EMPTY, where)
    if len(kind.criteria) > MOST_CRITERIA:
        yield SchemeFault(FaultKind.TOO_MANY, where, f"{len(kind.criteria)}/{MOST_CRITERIA}")
    if (total := sum(one.weight for one in kind.criteria)) != 100:
        yield SchemeFault(FaultKind.AWARD_TOTAL, where, str(total))
    named = [(one.measure, one.of) for one in kind.criteria]
    if len(set(named)) < len(named):
        yield SchemeFault(FaultKind.AWARD_TWICE, where)
    known = {
        Measure.INDICATOR: {one.key for one in scheme.indicators},
        Measure.ACHIEVEMENTS: {"", *(one.key for one in scheme.categories)},
    }
    for number, one in enumerate(kind.criteria):
        if one.weight <= 0:
            given = str(one.weight)
            yield SchemeFault(FaultKind.WEIGHT_NOT_POSITIVE, f"{where}.{number}.weight", given)
        yield from _measured(f"{where}.{number}.of", one, known.get(one.measure, {""}))


def _measured(where: str, one: Weighing, known: Set[str]) -> Found:
    if one.of not in known:
        yield SchemeFault(FaultKind.AWARD_MEASURE, where, f"{one.measure}: {one.of or '-'}")


def _days(where: str, kind: AwardKind, scheme: Scheme) -> Found:
    """Votes are given on finished ratings, of a year on published ones; a quarter's award is
    decided before publication.
    """
    calendar, yearly = scheme.calendar, kind.span is Span.YEAR
    first, last = (
        (calendar.publication, 120) if yearly else (calendar.rating, calendar.publication)
    )
    nominate = calendar.rating if kind.nominate_days is None else kind.nominate_days
    vote = calendar.calibration if kind.vote_days is None else kind.vote_days
    if not first <= nominate < vote <= last:
        given = f"{nominate}, {vote}"
        yield SchemeFault(FaultKind.AWARD_DAYS, f"{where}.vote_days", given)
