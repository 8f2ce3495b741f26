"""Views are asked for again: on disagreement, and when the result they were about has changed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from bot.actions import appraisals, panel
from bot.actions.refusals import Refused
from bot.rules.panel import Tally, View
from storage import periods
from storage.database import Database
from storage.duties import DutyKind
from storage.outbox import Letter
from storage.scheme_files import default_text
from storage.sittings import PanelView, Sitting
from tests.actions.test_awards import CALIBRATION, Stage
from tests.actions.test_panel import agrees, calibrate, calibrating, owed, proposes, says, seen

TEAM = ("wayan", "maya")


@pytest.fixture
def stage(database: Database) -> Stage:
    return calibrating(database)


def sends_late(stage: Stage, level: int, about: str = "sari") -> None:
    """Maya sends her form as a member of the team."""
    form = stage.does("maya", appraisals.start_team, stage.period, stage.ids[about])
    number = int(form.args[0])
    for step in range(1, 5):
        stage.does("maya", appraisals.rate, number, step, level)
    stage.does("maya", appraisals.send, number)


def ticks(stage: Stage) -> None:
    with stage.database.transaction() as session:
        panel.turn(session, stage.now, CALIBRATION.date())


def written(stage: Stage) -> Counter[tuple[int, int]]:
    """Letters that ask again, by sitting and member."""
    letters = [one for one in stage.all(Letter) if one.template == "panel.again"]
    return Counter((json.loads(one.facts)["sitting"], one.employee_id or 0) for one in letters)


def test_a_second_round_is_a_letter_and_a_duty_for_every_member(stage: Stage) -> None:
    says(stage, "wayan", View.HIGH)
    assert not written(stage)
    says(stage, "maya", View.KEEP)
    second = stage.all(Sitting)[-1].id or 0
    members = {stage.ids[who] for who in TEAM}
    assert written(stage) == {(second, one): 1 for one in members}
    assert owed(stage, DutyKind.VIEW) == members
    ticks(stage)
    assert sum(written(stage).values()) == 2, "once, however often the clock ticks"


def test_a_scheme_may_ask_once_more_only_for_views_from_both_ends(database: Database) -> None:
    body = default_text().replace("view_gap = 1", "view_gap = 2")
    began = datetime(2026, 1, 5, 3, tzinfo=UTC)
    with database.transaction() as session:
        assert periods.add_scheme(session, 1, date(2026, 1, 1), body, began)
    stage = calibrate(database)
    says(stage, "wayan", View.HIGH)
    says(stage, "maya", View.KEEP)
    assert [one.second for one in stage.all(Sitting)] == [False]
    says(stage, "wayan", View.HIGH, "dedi")
    says(stage, "maya", View.LOW, "dedi")
    assert [one.second for one in stage.all(Sitting)] == [False, False, True]
    agrees(stage)


def test_views_on_other_numbers_are_void_kept_and_asked_for_again(stage: Stage) -> None:
    for who in TEAM:
        says(stage, who, View.HIGH)
    assert seen(stage, "wayan").may_adjust
    sends_late(stage, 3)
    changed = seen(stage, "wayan")
    assert (changed.views, changed.may_adjust, changed.may_say) == (None, False, True)
    with pytest.raises(Refused, match="no_verdict"):
        stage.does("wayan", panel.start, stage.period, stage.ids["sari"])
    ticks(stage)
    old, new = stage.all(Sitting)
    assert (old.state, old.high, new.state, new.second) == ("void", 2, "open", False)
    assert len(stage.all(PanelView)) == 2, "what was thought is kept"
    assert {member for _, member in written(stage)} == {stage.ids[who] for who in TEAM}
    asked = seen(stage, "maya").views
    assert asked is not None
    assert (asked.outdated, asked.mine, asked.mine_before) == (True, None, View.HIGH)
    for who in TEAM:
        says(stage, who, View.KEEP)
    ended = seen(stage, "maya").views
    assert ended is not None
    assert ended.tally == Tally(2, 0, 0)
    ticks(stage)
    assert len(stage.all(Sitting)) == 2, "the same numbers ask nobody again"
    agrees(stage)


def test_whoever_is_quicker_than_the_clock_begins_the_new_round(stage: Stage) -> None:
    says(stage, "wayan", View.LOW)
    sends_late(stage, 3)
    says(stage, "maya", View.KEEP)
    old, new = stage.all(Sitting)
    assert (old.state, new.state) == ("void", "open")
    assert owed(stage, DutyKind.VIEW) == {stage.ids["wayan"]}
    ticks(stage)
    assert len(stage.all(Sitting)) == 2
    agrees(stage)


def test_nobody_is_asked_while_an_adjustment_waits(stage: Stage) -> None:
    number = proposes(stage)
    sends_late(stage, 3)
    ticks(stage)
    assert len(stage.all(Sitting)) == 1
    stage.does("kepala", panel.write_refusal, number, "Hasilnya sudah berubah sejak diusulkan.")
    stage.does("kepala", panel.refuse, number)
    ticks(stage)
    assert [one.state for one in stage.all(Sitting)] == ["void", "open"]


def test_a_round_that_begins_before_seven_has_its_days_by_the_local_day(stage: Stage) -> None:
    says(stage, "wayan", View.LOW)
    sends_late(stage, 3)
    stage.now = datetime(2026, 10, 14, 22, 30, tzinfo=UTC)  # 15 October, 05.30 WIB
    ticks(stage)
    assert stage.all(Sitting)[-1].due_on == date(2026, 10, 18)


def test_a_form_that_changes_no_number_leaves_the_views(stage: Stage) -> None:
    says(stage, "wayan", View.KEEP, "dedi")
    sends_late(stage, 4, "dedi")
    ticks(stage)
    assert [one.state for one in stage.all(Sitting)] == ["open"]
