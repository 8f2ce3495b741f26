"""Calibration on both databases: warnings, views unseen, forms given back, two hands to adjust."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlmodel import select

from bot.actions import appraisals, panel, publication, scores
from bot.actions.factors.proof import ProofWanted
from bot.actions.panel.person import Dossier
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.panel import Tally, View
from bot.rules.predikat import Predikat
from storage import audit, units
from storage.adjustments import Adjustment
from storage.agreement.calibration import (
    of_adjustments,
    of_organisations,
    of_returns,
    of_sittings,
)
from storage.agreement.publication import of_corrections
from storage.agreement.ratings import of_appraisals, of_ratings, of_results
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.editions import FormerResult
from storage.grants import Grant
from storage.organisation import OrganisationResult
from storage.outbox import Letter
from storage.results import Result
from storage.severities import RaterSeverity, Weighing
from storage.sittings import Sitting
from tests.actions.test_awards import CALIBRATION, Stage, at_once, refusals
from tests.copies import copied
from tests.factors import proves
from tests.quarter import tick

WHY = "Keluaran triwulan ini belum dipakai unit lain."
RATED = ("sari", "dedi", "yosef")


@pytest.fixture
def stage(database: Database) -> Stage:
    return calibrating(database)


def calibrate(database: Database) -> Stage:
    """Those of Budi are rated, a second member joins Wayan, and it is time to calibrate."""
    made = Stage(database)
    for who in RATED:
        made.rates("budi", who, 5 if who == "sari" else 4)
    made.grants("maya", Role.EVALUATION_TEAM)
    made.to_calibration()
    return made


calibrating = copied(calibrate)


def seen(stage: Stage, who: str, about: str = "sari") -> Dossier:
    found = stage.does(who, panel.person, stage.period, stage.ids[about])
    assert isinstance(found, Dossier)
    return found


def says(stage: Stage, who: str, view: View, about: str = "sari") -> None:
    here = (stage.period, stage.ids[about])
    if view is View.KEEP:
        stage.does(who, panel.keep, *here)
    else:
        stage.does(who, panel.say, *here, view, WHY)


def agrees(stage: Stage) -> None:
    """Rows and trail account for one another, and results recompute."""
    url = stage.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        checks = (
            of_ratings, of_appraisals, of_results, of_corrections, of_organisations,
            of_sittings, of_returns, of_adjustments,
        )  # fmt: skip
        assert [one for check in checks for one in check(reader)] == []
    with stage.database.transaction() as session:
        assert scores.disagreeing(session, 0, 100) == ([], None)


def owed(stage: Stage, kind: DutyKind) -> set[int]:
    rows = [one for one in stage.all(Duty) if one.kind == kind]
    return {one.owner_id for one in rows if not one.done_at and not one.cancelled_at}


def test_the_distribution_warns_and_is_kept_with_a_reason(stage: Stage) -> None:
    before = [one.predikat for one in stage.all(Result)]
    card = stage.does("kepala", publication.card, stage.period)
    assert (card.ready.unset, card.ready.departing) == (True, 0)
    for who in ("wayan", "maya", "budi"):
        with pytest.raises(Refused):
            stage.does(who, panel.set_organisation, stage.period, 0, "baik", WHY)
    with pytest.raises(Refused, match="too_short"):
        stage.does("kepala", panel.set_organisation, stage.period, 0, "baik", "Baik")
    stage.does("kepala", panel.set_organisation, stage.period, 0, "baik", WHY)
    found = stage.does("wayan", panel.distribution, stage.period)
    assert found.counts == {Predikat.SANGAT_BAIK: 1, Predikat.BAIK: 2}
    assert [one.limit.kind for one in found.departures] == ["somebody"]
    card = stage.does("kepala", publication.card, stage.period)
    assert (card.ready.unset, card.ready.departing, card.ready.wants_reason) == (False, 1, True)
    with pytest.raises(Refused):
        stage.does("kepala", panel.keep_departure, stage.period, 0, WHY)
    stage.does("wayan", panel.keep_departure, stage.period, 0, WHY)
    card = stage.does("kepala", publication.card, stage.period)
    assert (card.ready.departing, card.ready.explained) == (0, 1)
    stage.does("kepala", panel.set_organisation, stage.period, 0, "istimewa", WHY)
    assert stage.does("wayan", panel.distribution, stage.period).reason is None, "another pattern"
    assert len(stage.all(OrganisationResult)) == 2
    assert [one.predikat for one in stage.all(Result)] == before
    agrees(stage)


@pytest.mark.parametrize("whole", [True, False])
def test_who_leads_the_unit_above_all_others_sets_the_agency_s_and_that_of_a_unit_with_a_head(
    stage: Stage, whole: bool
) -> None:
    with stage.database.transaction() as session:
        everything = units.everything(session)
        [top] = [one.id for one in everything if one.parent_id is None]
        led = next(one.id for one in everything if one.parent_id == top)
        for grant in session.exec(select(Grant).where(Grant.role == Role.HEAD)).all():
            grant.unit_id = None if whole else top
            session.add(grant)
        budi = stage.ids["budi"]
        session.add(Grant(employee_id=budi, role=Role.HEAD, unit_id=led, since=date(2026, 1, 1)))
    for asked in ((), (top,)):
        seen = stage.does("kepala", panel.distribution, stage.period, *asked)
        assert (seen.scope_id, seen.may_set, [one for one, _ in seen.scopes]) == (0, True, [led])
    below = stage.does("kepala", panel.distribution, stage.period, led)
    assert (below.may_set, below.scopes) == (True, [(0, "")])
    stage.does("kepala", panel.set_organisation, stage.period, led, "baik", WHY)
    own = stage.does("budi", panel.distribution, stage.period)
    assert (own.scope_id, own.may_set, own.organisation, own.scopes) == (led, False, "baik", [])


def test_nobody_calibrates_themself_their_superior_or_those_below(stage: Stage) -> None:
    stage.grants("sari", Role.EVALUATION_TEAM)
    stage.grants("budi", Role.EVALUATION_TEAM)
    for who in ("sari", "budi", "dedi", "kepala"):
        with pytest.raises(Refused):
            stage.does(who, panel.person, stage.period, stage.ids["sari"])
    assert seen(stage, "wayan").views is None
    assert seen(stage, "sari", "dedi").may_say
    says(stage, "wayan", View.KEEP)
    views = seen(stage, "wayan").views
    assert views is not None
    assert views.voters == 2, "wayan and maya; neither Sari nor her superior"


def test_views_are_unseen_until_all_are_in_and_disagreement_asks_again(stage: Stage) -> None:
    says(stage, "wayan", View.HIGH)
    other = seen(stage, "maya").views
    assert other is not None
    assert (other.given, other.voters, other.mine, other.tally) == (1, 2, None, None)
    with pytest.raises(Refused, match="open_sitting"):
        stage.does("maya", panel.reasons, other.sitting_id)
    assert owed(stage, DutyKind.VIEW) == {stage.ids["maya"]}
    says(stage, "maya", View.KEEP)
    first, second = stage.all(Sitting)
    assert (first.state, first.keep, first.high, first.low) == ("closed", 1, 1, 0)
    assert (second.state, second.second) == ("open", True)
    assert owed(stage, DutyKind.VIEW) == {stage.ids["maya"], stage.ids["wayan"]}
    again = seen(stage, "maya").views
    assert again is not None
    assert (again.mine, again.tally, again.earlier) == (None, None, first.id)
    told = stage.does("maya", panel.reasons, first.id)
    assert told.said == [(View.HIGH, WHY), (View.KEEP, "")]
    for who in ("wayan", "maya"):
        says(stage, who, View.HIGH)
    ended = seen(stage, "maya")
    assert ended.views is not None
    assert ended.views.tally == Tally(0, 2, 0)
    assert ended.may_adjust
    with pytest.raises(Refused, match="closed"):
        says(stage, "wayan", View.KEEP)
    agrees(stage)


def test_both_ends_give_their_evidence_before_all_say_again(stage: Stage) -> None:
    says(stage, "wayan", View.HIGH)
    fits = "Laporan loketnya lengkap sejak minggu pertama."
    stage.does("maya", panel.say, stage.period, stage.ids["sari"], View.KEEP, fits)
    first, second = stage.all(Sitting)
    assert (first.keep, first.high, second.second) == (1, 1, True)
    for who in ("wayan", "maya"):
        assert stage.does(who, panel.reasons, first.id).said == [
            (View.HIGH, WHY), (View.KEEP, fits)
        ]  # fmt: skip
        again = seen(stage, who).views
        assert again is not None
        assert (again.mine, again.tally) == (None, None)
    with pytest.raises(Refused, match="no_such_view"):
        stage.does("maya", panel.say, stage.period, stage.ids["sari"], "perhaps", fits)
    agrees(stage)


def test_the_trail_does_not_say_a_view_either(stage: Stage) -> None:
    says(stage, "wayan", View.LOW)
    facts = [one for one in stage.all(AuditEntry) if one.action == "panel.view"]
    assert len(facts) == 1
    with stage.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT facts FROM auditfacts").scalars().all()
    assert not [one for one in rows if "low" in str(one)]


def test_a_view_may_be_changed_and_days_with_a_quorum_end_the_round(stage: Stage) -> None:
    stage.grants("rina", Role.EVALUATION_TEAM)
    says(stage, "wayan", View.LOW)
    says(stage, "wayan", View.KEEP)
    due = stage.all(Sitting)[0].due_on
    later = datetime.combine(due + timedelta(1), CALIBRATION.time(), UTC)

    def turn() -> int:
        with stage.database.transaction() as session:
            return panel.turn(session, later, later.date())

    assert turn() == 0, "one of three is no quorum of 60 percent"
    says(stage, "maya", View.KEEP)
    assert turn() == 1
    [only] = stage.all(Sitting)
    assert (only.state, only.keep, only.low) == ("closed", 2, 0)
    assert owed(stage, DutyKind.VIEW) == set()
    agrees(stage)


def test_the_last_views_at_once_close_it_once(stage: Stage) -> None:
    says(stage, "wayan", View.KEEP)

    def give(who: str) -> object:
        return stage.does(who, panel.keep, stage.period, stage.ids["sari"])

    at_once(lambda: give("maya"), lambda: give("wayan"))
    closed = [one for one in stage.all(AuditEntry) if one.action == "panel.close"]
    assert len(closed) == 1
    agrees(stage)


def test_a_form_goes_back_and_comes_again(stage: Stage) -> None:
    says(stage, "wayan", View.HIGH)
    led = stage.does("wayan", panel.write_return, stage.period, stage.ids["sari"], WHY)
    with pytest.raises(Refused):
        stage.does("maya", panel.give_back, *led.args)
    stage.does("wayan", panel.give_back, *led.args)
    assert {one.employee_id for one in stage.all(Result)} == {
        stage.ids["dedi"],
        stage.ids["yosef"],
    }
    assert stage.all(Sitting)[0].state == "void"
    assert stage.ids["budi"] in owed(stage, DutyKind.APPRAISE)
    letters = [one for one in stage.all(Letter) if one.template == "panel.returned"]
    assert [one.employee_id for one in letters] == [stage.ids["budi"]]
    agrees(stage)
    tick(stage.database, stage.now)
    about = stage.does("budi", appraisals.person, stage.period, stage.ids["sari"])
    assert (about.state, about.returned) == ("draft", WHY)
    number = int(stage.does("budi", appraisals.start, stage.period, stage.ids["sari"]).args[0])
    stage.does("budi", appraisals.rate, number, 1, 4)
    stage.does("budi", appraisals.send, number)
    assert len(stage.all(Result)) == 3
    assert seen(stage, "wayan").returned == 1
    assert seen(stage, "wayan").may_say
    for _ in range(2):
        with stage.database.transaction() as session:
            panel.turn(session, stage.now, stage.now.date())
    assert [one.state for one in stage.all(Sitting)] == ["void", "open"]
    assert owed(stage, DutyKind.VIEW) == {stage.ids["wayan"], stage.ids["maya"]}
    agrees(stage)


def proposes(stage: Stage, level: int = 4) -> int:
    for who in ("wayan", "maya"):
        says(stage, who, View.HIGH)
    led = stage.does("wayan", panel.start, stage.period, stage.ids["sari"])
    number = int(led.args[0])
    stage.does("wayan", panel.put_level, number, 1, level)
    stage.does("wayan", panel.write_reason, number, WHY)
    stage.does("wayan", panel.propose, number)
    return number


def test_an_adjustment_takes_two_people_and_the_code(stage: Stage) -> None:
    with pytest.raises(Refused, match="no_verdict"):
        stage.does("wayan", panel.start, stage.period, stage.ids["sari"])
    stage.grants("wayan", Role.HEAD)
    stage.grants("budi", Role.HEAD)
    number = proposes(stage)
    raw = next(one for one in stage.all(Result) if one.employee_id == stage.ids["sari"])
    assert (raw.total, raw.edition) == ("120.00", 1)
    ready = stage.does("kepala", publication.card, stage.period).ready
    assert (ready.adjusting, ready.wants_reason) == (1, True)
    heads = {one.owner_id for one in stage.all(Duty) if one.kind == DutyKind.SIGN_ADJUSTMENT}
    assert heads == {stage.ids["kepala"]}, "neither the proposer nor the rater"
    for who in ("wayan", "budi", "sari", "maya"):
        with pytest.raises(Refused):
            stage.does(who, panel.sign, number)
    stage.now = CALIBRATION + timedelta(hours=13)
    with pytest.raises(ProofWanted):
        stage.does("kepala", panel.sign, number)
    proves(stage.database, stage.ids["kepala"], stage.now)
    stage.does("kepala", panel.sign, number)
    after = next(one for one in stage.all(Result) if one.employee_id == stage.ids["sari"])
    assert after.edition == 2
    assert Decimal(after.total) < Decimal(raw.total)
    [former] = stage.all(FormerResult)
    assert (former.total, former.reason, former.replaced_by) == (
        "120.00", WHY, stage.ids["kepala"],
    )  # fmt: skip
    shown = seen(stage, "maya")
    assert shown.raw == (Decimal("120.00"), Predikat.SANGAT_BAIK)
    assert shown.score.total == Decimal(after.total)
    assert not shown.may_return
    with pytest.raises(Refused):
        stage.does("kepala", panel.sign, number)
    agrees(stage)


def test_signed_twice_at_once_it_is_applied_once(stage: Stage) -> None:
    number = proposes(stage)
    outcomes = at_once(*[lambda: stage.does("kepala", panel.sign, number)] * 2)
    assert refusals(outcomes) == 1
    assert [one.state for one in stage.all(Adjustment)] == ["applied"]
    assert len(stage.all(FormerResult)) == 1
    agrees(stage)


def test_refused_it_stays_and_may_be_proposed_again(stage: Stage) -> None:
    number = proposes(stage)
    stage.does("kepala", panel.write_refusal, number, WHY)
    stage.does("kepala", panel.refuse, number)
    assert {one.edition for one in stage.all(Result)} == {1}
    stage.does("wayan", panel.start, stage.period, stage.ids["sari"])
    assert [one.state for one in stage.all(Adjustment)] == ["refused", "draft"]
    agrees(stage)


def test_what_came_after_the_proposal_is_not_signed_away(stage: Stage) -> None:
    number = proposes(stage)
    form = stage.does("maya", appraisals.start_team, stage.period, stage.ids["sari"])
    for step in range(1, 5):
        stage.does("maya", appraisals.rate, int(form.args[0]), step, 4)
    stage.does("maya", appraisals.send, int(form.args[0]))
    with pytest.raises(Refused, match="result_changed"):
        stage.does("kepala", panel.sign, number)
    agrees(stage)


def test_levels_that_go_the_other_way_are_not_proposed(stage: Stage) -> None:
    for who in ("wayan", "maya"):
        says(stage, who, View.HIGH, "dedi")
    led = stage.does("wayan", panel.start, stage.period, stage.ids["dedi"])
    stage.does("wayan", panel.put_level, int(led.args[0]), 1, 5)
    stage.does("wayan", panel.write_reason, int(led.args[0]), WHY)
    with pytest.raises(Refused, match="does_not_follow"):
        stage.does("wayan", panel.propose, int(led.args[0]))


def test_severity_is_estimated_aside_and_the_mirror_is_ones_own(stage: Stage) -> None:
    for member in ("wayan", "maya"):
        for who in RATED:
            led = stage.does(member, appraisals.start_team, stage.period, stage.ids[who])
            for step in range(1, 5):
                stage.does(member, appraisals.rate, int(led.args[0]), step, 3)
            stage.does(member, appraisals.send, int(led.args[0]))
    with stage.database.transaction() as session:
        job = panel.weigh(session, stage.now)
    assert job is not None
    write = job()
    with stage.database.transaction() as session:
        write(session)
        assert panel.weigh(session, stage.now) is None, "nothing was sent meanwhile"
    [whole] = stage.all(Weighing)
    assert (whole.enough, whole.contrasts) == (True, 6)
    by_rater = {one.rater_id: Decimal(one.estimate) for one in stage.all(RaterSeverity)}
    assert by_rater[stage.ids["budi"]] > 0 > by_rater[stage.ids["wayan"]]
    sides = seen(stage, "wayan", "dedi").sides
    assert sides.superior == Decimal("100.00")
    assert sides.adjusted == Decimal("100.00") - by_rater[stage.ids["budi"]]
    listed = stage.does("maya", panel.raters, stage.period)
    assert listed.total == 3
    mine = stage.does("budi", panel.look)
    assert mine.mine.mean.rests_on == 3
    assert mine.agency["mean"] == mine.mine.mean.value
    with pytest.raises(Refused, match="nothing_rated"):
        stage.does("sari", panel.look)
    with stage.database.transaction() as session:
        found = session.exec(select(Result).where(Result.employee_id == stage.ids["dedi"])).one()
    assert found.edition == 1
    agrees(stage)
