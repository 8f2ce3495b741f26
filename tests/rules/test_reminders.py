"""The ladder of reminders: days, day-offs, missed stages and jumping clocks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.reminders import (
    Recipient,
    ReminderPlan,
    Stage,
    StageKind,
    ladder,
    stage_for,
)
from bot.rules.workdays import WorkCalendar

PLAN = ReminderPlan()
FIVE = WorkCalendar(5)
OPENS, DUE = date(2026, 9, 1), date(2026, 9, 30)  # Tuesday and Wednesday

DUTIES = st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 100)).map(
    lambda pair: (pair[0], pair[0] + timedelta(pair[1]))
)
CALENDARS = st.builds(
    WorkCalendar,
    st.sampled_from((5, 6)),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60),
)
PLANS = st.builds(
    ReminderPlan,
    st.booleans(),
    st.lists(st.integers(1, 30), unique=True, max_size=5).map(tuple),
    st.booleans(),
    st.lists(st.integers(1, 9), unique=True, max_size=3).map(tuple),
)


def days(stages: tuple[Stage, ...]) -> dict[str, date]:
    return {stage.key: stage.day for stage in stages}


def test_the_ladder_of_a_month() -> None:
    assert days(ladder(OPENS, DUE, PLAN, FIVE)) == {
        "opening": date(2026, 9, 1),
        "h-14": date(2026, 9, 16),
        "h-7": date(2026, 9, 23),
        "h-3": date(2026, 9, 25),  # the 27th is a Sunday
        "h-1": date(2026, 9, 29),
        "day": date(2026, 9, 30),
        "overdue+1": date(2026, 10, 1),
        "overdue+3": date(2026, 10, 5),
    }


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (Recipient.SUPERIOR, {"escalation+3": date(2026, 10, 5)}),
        (Recipient.SUPERIORS_SUPERIOR, {"escalation+5": date(2026, 10, 7)}),
    ],
)
def test_who_is_told_later(to: Recipient, expected: dict[str, date]) -> None:
    assert days(ladder(OPENS, DUE, PLAN, FIVE, to)) == expected


def test_of_two_on_one_day_the_more_urgent_stays() -> None:
    sunday = date(2026, 10, 4)
    told = days(ladder(OPENS, sunday, PLAN, FIVE))
    assert told["day"] == date(2026, 10, 2)
    assert "h-1" not in told
    assert told["h-3"] == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("opens", "due", "keys"),
    [
        (date(2026, 9, 29), DUE, {"h-1", "day"}),
        (DUE, DUE, {"day"}),
        (date(2026, 10, 3), date(2026, 10, 4), {"opening"}),
        (date(2026, 9, 5), date(2026, 9, 11), {"opening", "h-3", "h-1", "day"}),
    ],
)
def test_short_duties(opens: date, due: date, keys: set[str]) -> None:
    before = [stage for stage in ladder(opens, due, PLAN, FIVE) if stage.day <= due]
    assert {stage.key for stage in before} == keys


@pytest.mark.parametrize(
    ("today", "done", "key"),
    [
        (date(2026, 8, 31), set(), None),
        (date(2026, 9, 1), set(), "opening"),
        (date(2026, 9, 15), set(), "opening"),
        (date(2026, 9, 15), {"opening"}, None),
        (date(2026, 9, 24), {"opening"}, "h-7"),
        (date(2026, 9, 24), {"opening", "h-7"}, None),
        (date(2026, 9, 24), {"h-1"}, None),
        (date(2026, 9, 30), {"opening"}, "day"),
        (date(2026, 10, 1), {"opening"}, "overdue+1"),
        (date(2026, 11, 30), {"overdue+1"}, "overdue+3"),
        (date(2026, 11, 30), {"overdue+3"}, None),
    ],
)
def test_what_is_told_today(today: date, done: set[str], key: str | None) -> None:
    stage = stage_for(OPENS, DUE, today, PLAN, FIVE, done=done)
    assert (stage.key if stage else None) == key


def test_the_day_is_not_told_after_it() -> None:
    friday, saturday = date(2026, 10, 2), date(2026, 10, 3)
    assert stage_for(OPENS, friday, saturday, PLAN, FIVE) is None


def test_a_duty_cannot_be_due_before_it_opens() -> None:
    with pytest.raises(ValueError, match="before it opens"):
        ladder(DUE, OPENS, PLAN, FIVE)


@given(DUTIES, PLANS, CALENDARS, st.sampled_from(Recipient))
def test_one_a_day_rising_and_on_the_right_side(
    duty: tuple[date, date], plan: ReminderPlan, calendar: WorkCalendar, to: Recipient
) -> None:
    opens, due = duty
    stages = ladder(opens, due, plan, calendar, to)
    told = [stage.day for stage in stages]
    assert told == sorted(set(told))
    assert len({stage.key for stage in stages}) == len(stages)
    for stage in stages:
        assert stage.day >= opens
        late = stage.kind in (StageKind.OVERDUE, StageKind.ESCALATION)
        assert (stage.day > due) is late
        if late or stage.kind is StageKind.BEFORE:
            assert calendar.is_workday(stage.day)
        if stage.kind is StageKind.BEFORE:
            assert stage.day <= due - timedelta(stage.distance)


@given(DUTIES, CALENDARS)
def test_every_duty_is_told_before_it_is_late(
    duty: tuple[date, date], calendar: WorkCalendar
) -> None:
    assert ladder(*duty, PLAN, calendar)[0].day <= duty[1]


@given(DUTIES, CALENDARS, st.lists(st.integers(-20, 140), max_size=40), st.sampled_from(Recipient))
def test_jumping_clocks_repeat_nothing(
    duty: tuple[date, date], calendar: WorkCalendar, jumps: list[int], to: Recipient
) -> None:
    opens, due = duty
    order = [stage.key for stage in ladder(opens, due, PLAN, calendar, to)]
    done: list[str] = []
    for jump in jumps:
        today = opens + timedelta(jump)
        stage = stage_for(opens, due, today, PLAN, calendar, to, done)
        if stage:
            assert stage.day <= today
            done.append(stage.key)
            assert stage_for(opens, due, today, PLAN, calendar, to, done) is None
    assert done == sorted(set(done), key=order.index)


@given(DUTIES, CALENDARS, st.integers(-20, 140))
def test_what_is_told_is_the_latest_due(
    duty: tuple[date, date], calendar: WorkCalendar, ahead: int
) -> None:
    today = duty[0] + timedelta(ahead)
    due = [stage for stage in ladder(*duty, PLAN, calendar) if stage.day <= today]
    stage = stage_for(*duty, today, PLAN, calendar)
    assert stage is None or stage == due[-1]
    if due and today <= duty[1]:
        assert stage == due[-1]
