"""Objections: dates over holidays and year ends, who decides, both sides, one decision."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.objections import (
    COURSE,
    Act,
    Case,
    Clocks,
    Hindrance,
    Party,
    ReviewerBar,
    Standing,
    Start,
    State,
    Window,
    after,
    after_explanation,
    clocks,
    days_left,
    decision_hindrances,
    filing_hindrances,
    may,
    reviewer_bar,
    reviewer_of,
    standing,
    window,
)
from bot.rules.schemes import ObjectionRules
from bot.rules.workdays import WorkCalendar

RULES = ObjectionRules()
HOLIDAYS = frozenset(
    {date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)}
    | {date(2027, 3, day) for day in range(8, 16)}  # Nyepi, Idul Fitri and cuti bersama
)
FIVE, SIX = WorkCalendar(5, HOLIDAYS), WorkCalendar(6, HOLIDAYS)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
ME, BOSS, ACTING, ABOVE, OTHER = 1, 2, 3, 4, 5
REASONS = "Prestasi bulan Maret tidak ikut dihitung"


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("published", "received", "handed_over", "calendar", "last", "start"),
    [
        ("2026-07-24", "2026-07-24", None, FIVE, "2026-08-07", Start.RECEIPT),
        ("2026-07-24", "2026-07-30", None, FIVE, "2026-08-13", Start.RECEIPT),
        ("2026-07-24", None, "2026-07-28", FIVE, "2026-08-11", Start.HANDOVER),
        ("2026-07-24", "2026-07-30", "2026-07-28", FIVE, "2026-08-11", Start.HANDOVER),
        ("2026-07-24", "2026-07-28", "2026-07-28", FIVE, "2026-08-11", Start.RECEIPT),
        ("2026-07-24", None, None, FIVE, "2026-08-27", Start.DEEMED),
        ("2026-07-24", None, None, SIX, "2026-08-24", Start.DEEMED),
        ("2026-07-24", "2026-09-30", None, FIVE, "2026-08-27", Start.DEEMED),
        ("2026-12-18", "2026-12-20", None, FIVE, "2027-01-03", Start.RECEIPT),
        ("2026-12-18", "2026-12-31", None, FIVE, "2027-01-14", Start.RECEIPT),
        ("2026-12-18", None, None, FIVE, "2027-01-26", Start.DEEMED),
        ("2027-03-01", None, None, FIVE, "2027-04-12", Start.DEEMED),
        ("2028-02-20", "2028-02-20", None, FIVE, "2028-03-05", Start.RECEIPT),
    ],
)
def test_the_window(
    published: str,
    received: str | None,
    handed_over: str | None,
    calendar: WorkCalendar,
    last: str,
    start: Start,
) -> None:
    found = window(
        d(published),
        RULES,
        calendar,
        received=(received and d(received)) or None,
        handed_over=(handed_over and d(handed_over)) or None,
    )
    assert found == Window(d(published), d(last), start)


def test_a_receipt_before_publication_is_refused() -> None:
    with pytest.raises(ValueError, match="published"):
        window(d("2026-07-24"), RULES, FIVE, received=d("2026-07-23"))


@settings(deadline=None)
@given(DAYS, st.integers(0, 400), st.integers(1, 90), st.sampled_from([FIVE, SIX]))
def test_the_receipt_leaves_all_days_and_never_more_than_without(
    published: date, later: int, days: int, calendar: WorkCalendar
) -> None:
    rules = replace(RULES, days=days)
    deemed = window(published, rules, calendar)
    received = published + timedelta(later)
    found = window(published, rules, calendar, received=received)
    assert found.last <= deemed.last
    if found.start is Start.RECEIPT:
        assert days_left(found.last, received) == days
    assert calendar.is_workday(deemed.last - timedelta(days))


@pytest.mark.parametrize(
    ("filed", "hearing", "decision"),
    [
        ("2026-08-03", "2026-08-10", "2026-08-17"),
        ("2026-08-08", "2026-08-14", "2026-08-22"),
        ("2026-12-22", "2026-12-31", "2027-01-05"),
        ("2026-12-30", "2027-01-07", "2027-01-13"),
        ("2027-03-05", "2027-03-22", "2027-03-23"),
    ],
)
def test_the_clocks(filed: str, hearing: str, decision: str) -> None:
    assert clocks(d(filed), RULES, FIVE) == Clocks(d(hearing), d(decision))


@settings(deadline=None)
@given(DAYS, st.integers(1, 30), st.integers(1, 90), st.sampled_from([FIVE, SIX]))
def test_a_decision_is_never_due_before_both_could_speak(
    filed: date, workdays: int, days: int, calendar: WorkCalendar
) -> None:
    rules = replace(RULES, hearing_workdays=workdays, decision_days=days)
    found = clocks(filed, rules, calendar)
    assert filed < found.hearing_until < found.decision_until
    assert calendar.is_workday(found.hearing_until)
    assert calendar.workdays_between(filed, found.hearing_until) == workdays
    assert found.decision_until >= filed + timedelta(days)


@pytest.mark.parametrize(
    ("filed", "explained", "hearing", "decision"),
    [
        ("2026-08-03", "2026-08-04", "2026-08-10", "2026-08-17"),  # early: nothing moves
        ("2026-08-03", "2026-08-10", "2026-08-12", "2026-08-17"),  # on the last day
        ("2026-12-22", "2026-12-31", "2027-01-05", "2027-01-06"),  # over the end of a year
        ("2027-03-05", "2027-03-22", "2027-03-24", "2027-03-25"),  # after Idul Fitri
    ],
)
def test_an_explanation_leaves_time_to_answer(
    filed: str, explained: str, hearing: str, decision: str
) -> None:
    limits = clocks(d(filed), RULES, FIVE)
    later = after_explanation(limits, d(explained), FIVE)
    assert later == Clocks(d(hearing), d(decision))


@pytest.mark.parametrize(
    ("today", "left"), [("2026-12-31", 3), ("2027-01-03", 0), ("2027-01-04", -1)]
)
def test_days_left(today: str, left: int) -> None:
    assert days_left(d("2027-01-03"), d(today)) == left


# -------------------------------------------------------------------------- the course

ALLOWED = {
    (State.DRAFT, Party.EMPLOYEE): "read write file discard",
    (State.FILED, Party.EMPLOYEE): "read explain withdraw",
    (State.FILED, Party.SUPERIOR): "read explain",
    (State.FILED, Party.REVIEWER): "read decide",
    (State.FILED, Party.HR): "read name_reviewer",
    **{(s, p): "read" for s in (State.DECIDED, State.WITHDRAWN) for p in Party},
}


@pytest.mark.parametrize(("state", "party"), list(product(State, Party)))
def test_who_may_do_what(state: State, party: Party) -> None:
    allowed = set(map(Act, ALLOWED.get((state, party), "").split()))
    assert may(state, party) == allowed
    for act in set(Act) - allowed:
        with pytest.raises(ValueError, match="may not"):
            after(state, party, act)


def test_every_course_ends_and_never_goes_back() -> None:
    order = list(State)
    for state, party in product(State, Party):
        for act in may(state, party):
            assert order.index(after(state, party, act)) >= order.index(state)
    assert set(COURSE) == set(State)
    ends = [s for s in State if {a for p in Party for a in may(s, p)} == {Act.READ}]
    assert ends == [State.DECIDED, State.WITHDRAWN]


OPEN = Window(d("2026-07-24"), d("2026-08-07"), Start.RECEIPT)
LIMITS = Clocks(d("2026-08-10"), d("2026-08-17"))
DRAFT = Case(ME, frozenset({BOSS, ACTING}))
FILED = replace(DRAFT, state=State.FILED, reviewer=ABOVE, explained=frozenset({ME, BOSS, ACTING}))


@pytest.mark.parametrize(
    ("case", "reasons", "today", "hindrances"),
    [
        (DRAFT, REASONS, "2026-07-24", set()),
        (DRAFT, REASONS, "2026-08-07", set()),
        (DRAFT, REASONS, "2026-08-08", {Hindrance.CLOSED}),
        (DRAFT, REASONS, "2026-07-23", {Hindrance.NOT_YET}),
        (DRAFT, "", "2026-08-01", {Hindrance.WITHOUT_REASONS}),
        (DRAFT, "tidak setuju", "2026-08-01", {Hindrance.WITHOUT_REASONS}),
        (DRAFT, " . . . ", "2026-08-09", {Hindrance.WITHOUT_REASONS, Hindrance.CLOSED}),
        (FILED, REASONS, "2026-08-01", {Hindrance.ALREADY}),
    ],
)
def test_filing(case: Case, reasons: str, today: str, hindrances: set[Hindrance]) -> None:
    assert filing_hindrances(case, reasons, OPEN, d(today)) == hindrances


UNHEARD = {Hindrance.EMPLOYEE_UNHEARD, Hindrance.SUPERIOR_UNHEARD}


@pytest.mark.parametrize(
    ("case", "decider", "today", "hindrances"),
    [
        (FILED, ABOVE, "2026-08-04", set()),
        (FILED, ABOVE, "2026-09-30", set()),
        (replace(FILED, explained=frozenset()), ABOVE, "2026-08-10", UNHEARD),
        (replace(FILED, explained=frozenset()), ABOVE, "2026-08-11", set()),
        (replace(FILED, explained=frozenset({ME, BOSS})), ABOVE, "2026-08-04",
         {Hindrance.SUPERIOR_UNHEARD}),
        (replace(FILED, explained=frozenset({BOSS, ACTING})), ABOVE, "2026-08-04",
         {Hindrance.EMPLOYEE_UNHEARD}),
        (FILED, OTHER, "2026-08-04", {Hindrance.NOT_THE_REVIEWER}),
        (replace(FILED, reviewer=BOSS), BOSS, "2026-08-04", {Hindrance.NOT_THE_REVIEWER}),
        (replace(FILED, reviewer=ME), ME, "2026-08-04", {Hindrance.NOT_THE_REVIEWER}),
        (replace(FILED, reviewer=None), ABOVE, "2026-08-04", {Hindrance.NOT_THE_REVIEWER}),
        (replace(FILED, state=State.DECIDED), ABOVE, "2026-08-04", {Hindrance.ALREADY}),
        (replace(FILED, state=State.WITHDRAWN), ABOVE, "2026-08-04", {Hindrance.ALREADY}),
        (replace(FILED, state=State.DRAFT), ABOVE, "2026-08-04", {Hindrance.NOT_FILED}),
    ],
)  # fmt: skip
def test_deciding(case: Case, decider: int, today: str, hindrances: set[Hindrance]) -> None:
    assert decision_hindrances(case, decider, REASONS, LIMITS, d(today)) == hindrances


def test_a_decision_needs_reasons_too() -> None:
    found = decision_hindrances(FILED, ABOVE, "ok", LIMITS, d("2026-08-04"))
    assert found == {Hindrance.WITHOUT_REASONS}


@pytest.mark.parametrize(
    ("above", "mandate", "named", "decider"),
    [
        (ABOVE, None, None, ABOVE),
        (ABOVE, OTHER, None, OTHER),
        (ABOVE, BOSS, None, ABOVE),
        (ABOVE, ME, None, ABOVE),
        (ABOVE, None, OTHER, ABOVE),
        (None, None, OTHER, OTHER),
        (None, None, None, None),
        (ACTING, None, OTHER, OTHER),
        (None, None, BOSS, None),
        (None, None, ME, None),
    ],
)
def test_who_decides(
    above: int | None, mandate: int | None, named: int | None, decider: int | None
) -> None:
    assert reviewer_of(ME, {BOSS, ACTING}, above, mandate, named) == decider


@pytest.mark.parametrize(
    ("person", "due", "bar"),
    [
        (OTHER, None, None),
        (ME, None, ReviewerBar.EMPLOYEE),
        (BOSS, None, ReviewerBar.RATED),
        (6, None, ReviewerBar.BELOW),
        (OTHER, ABOVE, ReviewerBar.HIERARCHY_DECIDES),
        (ABOVE, ABOVE, None),
    ],
)
def test_whom_hr_may_name(person: int, due: int | None, bar: ReviewerBar | None) -> None:
    assert reviewer_bar(person, ME, {BOSS}, below={6}, due=due) is bar


@pytest.mark.parametrize(
    ("state", "today", "stands"),
    [
        (None, "2026-08-07", Standing.OPEN),
        (None, "2026-08-08", Standing.FINAL),
        (State.DRAFT, "2026-08-08", Standing.FINAL),
        (State.FILED, "2026-08-01", Standing.OBJECTED),
        (State.FILED, "2027-08-01", Standing.OBJECTED),
        (State.DECIDED, "2026-08-01", Standing.FINAL),
        (State.WITHDRAWN, "2026-08-01", Standing.FINAL),
    ],
)
def test_where_a_result_stands(state: State | None, today: str, stands: Standing) -> None:
    assert standing(OPEN, state, d(today)) is stands
