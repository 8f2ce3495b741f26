"""When the form stands open, which departures need a reason, and what it lacks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.rules.appraisals import Given, asked_of, departs, lacking, stands_open
from bot.rules.periods import PeriodState
from bot.rules.reports import may_write
from bot.rules.results import bar, visible
from bot.rules.schemes import Source
from storage import scheme_files

SCHEME = scheme_files.read_scheme(scheme_files.default_text())
ASKED = asked_of(SCHEME, Source.SUPERIOR)
LAST = date(2026, 9, 30)
FULL = {indicator.key: Given(4) for indicator in ASKED}


def test_the_superior_is_not_asked_what_only_peers_or_citizens_know() -> None:
    left_out = {i.key for i in SCHEME.indicators} - {i.key for i in ASKED}
    assert left_out == {"kolaborasi", "kepuasan_masyarakat"}


@pytest.mark.parametrize(
    ("state", "today", "reported", "open_"),
    [
        (PeriodState.PLANNED, date(2026, 10, 1), True, False),
        (PeriodState.OPEN, date(2026, 9, 30), True, False),
        (PeriodState.OPEN, date(2026, 10, 1), False, False),
        (PeriodState.OPEN, date(2026, 10, 1), True, True),
        (PeriodState.RATING, date(2026, 10, 7), False, True),
        (PeriodState.CALIBRATION, date(2026, 10, 15), False, True),
        (PeriodState.PUBLISHED, date(2026, 10, 25), True, False),
    ],
)
def test_when_rating_stands_open(
    state: PeriodState, today: date, reported: bool, open_: bool
) -> None:
    assert stands_open(state, LAST, today, reported=reported) is open_


@pytest.mark.parametrize(
    ("level", "proposed", "needed"),
    [(4, None, False), (4, 4, False), (3, 4, False), (2, 4, True), (5, 3, True), (1, 5, True)],
)
def test_a_departure_of_two_needs_a_reason(level: int, proposed: int | None, needed: bool) -> None:
    assert departs(Given(level, proposed), SCHEME.departure_gap) is needed


def test_what_a_form_lacks() -> None:
    def lacks(given: dict[str, Given], total: str | None, feedback: bool) -> tuple[int, int, bool]:
        value = Decimal(total) if total else None
        found = lacking(ASKED, given, SCHEME, value, feedback=feedback)
        return len(found.levels), len(found.reasons), found.feedback

    assert lacks(FULL, "100", False) == (0, 0, False)
    assert lacks({}, None, False) == (11, 0, False)
    assert lacks(FULL, "89.99", False) == (0, 0, True)
    assert lacks(FULL, "89.99", True) == (0, 0, False)
    assert lacks(FULL, "90", False) == (0, 0, False)
    assert lacks(FULL | {"inovasi": Given(1, 4)}, "100", False) == (0, 1, False)
    assert lacks(FULL | {"inovasi": Given(1, 4, True)}, "100", False) == (0, 0, False)


@pytest.mark.parametrize(
    ("state", "today", "sent", "rated", "may"),
    [
        (PeriodState.OPEN, date(2026, 10, 5), True, False, True),
        (PeriodState.RATING, date(2026, 10, 6), True, False, False),
        (PeriodState.RATING, date(2026, 10, 6), False, False, True),
        (PeriodState.RATING, date(2026, 10, 6), False, True, False),
        (PeriodState.PLANNED, date(2026, 6, 1), False, False, False),
        (PeriodState.FINAL, date(2026, 12, 1), False, False, False),
    ],
)
def test_a_first_report_may_come_late_a_change_may_not(
    state: PeriodState, today: date, sent: bool, rated: bool, may: bool
) -> None:
    assert may_write(state, date(2026, 10, 5), today, sent=sent, rated=rated) is may


@pytest.mark.parametrize("state", PeriodState)
@pytest.mark.parametrize("sent", [True, False])
def test_a_result_is_seen_once_its_quarter_is_published_and_never_before(
    state: PeriodState, sent: bool
) -> None:
    published = state in (PeriodState.PUBLISHED, PeriodState.FINAL)
    assert visible(state, sent=sent) is (sent and published)


@pytest.mark.parametrize(
    ("value", "blocks"), [("40", 0), ("44", 1), ("80", 5), ("120", 10), ("43.99", 0)]
)
def test_bars_begin_at_the_lowest_value(value: str, blocks: int) -> None:
    assert bar(Decimal(value)) == blocks
