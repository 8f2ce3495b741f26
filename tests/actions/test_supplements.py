"""Who was left out of a publication is rated, signed for and told late, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.actions import appraisals, objections, publication, receipts, results, supplements
from bot.actions.me import Me
from bot.actions.objections import is_over
from bot.actions.refusals import Refused
from bot.rules.periods import PeriodState
from storage import agreement, audit, periods
from storage.audit import AuditEntry
from storage.database import Database
from storage.duties import DutyKind
from storage.periods import Period
from storage.receipts import Receipt
from storage.results import Result
from storage.supplements import Supplement
from tests.actions.test_awards import CALIBRATION, Stage
from tests.actions.test_publication import letters, owed
from tests.copies import copied
from tests.factors import proves
from tests.quarter import tick

WHY = "Pegawai yang tersisa sedang tugas belajar."
LATE = CALIBRATION + timedelta(days=30)


@copied
def begun(database: Database) -> Stage:
    """Published with Sari and Dedi; Yosef's superior was away."""
    made = Stage(database)
    for who in ("sari", "dedi"):
        made.rates("budi", who)
    made.to_calibration()
    made.does("kepala", publication.write_reason, made.period, WHY)
    made.does("kepala", publication.sign, made.period)
    tick(database, CALIBRATION)
    comes(made, LATE - timedelta(days=1))
    return made


@pytest.fixture
def stage(database: Database) -> Stage:
    return begun(database)


def comes(stage: Stage, now: Any) -> None:
    stage.now = now
    with stage.database.transaction() as session:
        supplements.owe(session, now)


def result_of(stage: Stage, who: str) -> Result | None:
    return next((one for one in stage.all(Result) if one.employee_id == stage.ids[who]), None)


def unrated(stage: Stage) -> set[int]:
    here = [one for one in owed(stage, DutyKind.APPRAISE) if one.period_id == stage.period]
    return {one.about_id for one in here}


def signs(stage: Stage, who: str = "kepala") -> None:
    about = (stage.period, stage.ids["yosef"])
    stage.does(who, supplements.write_reason, *about, WHY)
    seen = stage.does(who, supplements.confirm, *about).mark
    stage.does(who, supplements.sign, *about, seen)


def test_only_who_was_left_out_is_still_rated(stage: Stage) -> None:
    assert stage.ids["yosef"] in unrated(stage)
    assert not unrated(stage) & {stage.ids["sari"], stage.ids["dedi"]}
    with pytest.raises(Refused):
        stage.does("budi", appraisals.start, stage.period, stage.ids["sari"])
    with pytest.raises(Refused):
        stage.does("wayan", appraisals.start_team, stage.period, stage.ids["yosef"])
    listed = stage.does("budi", appraisals.list_, stage.period)
    assert listed.left == 1
    stage.rates("budi", "yosef")
    assert result_of(stage, "yosef") is None
    for who in ("yosef", "budi"):
        with pytest.raises(Refused):
            stage.does(who, results.card, stage.period, stage.ids["yosef"])
    assert stage.ids["yosef"] not in unrated(stage)


def test_the_head_signs_it_with_code_and_reason_and_its_own_days_run(stage: Stage) -> None:
    stage.rates("budi", "yosef")
    comes(stage, LATE)
    about = (stage.period, stage.ids["yosef"])
    duty = next(iter(owed(stage, DutyKind.PUBLISH_LATE)))
    assert (duty.owner_id, duty.about_id) == (stage.ids["kepala"], stage.ids["yosef"])
    with pytest.raises(Refused, match="no_reason"):
        stage.does("kepala", supplements.sign, *about)
    for who in ("budi", "wayan", "maya", "yosef"):
        with pytest.raises(Refused):
            stage.does(who, supplements.sign, *about)
    stage.does("kepala", supplements.write_reason, *about, WHY)
    with pytest.raises(Refused, match="proof_wanted"):
        stage.does("kepala", supplements.sign, *about)
    assert result_of(stage, "yosef") is None
    proves(stage.database, stage.ids["kepala"], stage.now)
    stale = stage.does("kepala", supplements.sign, *about, "s0")
    assert stale.place.name == "supplements.card"
    signs(stage)
    with pytest.raises(Refused):
        stage.does("kepala", supplements.sign, *about)
    kept = result_of(stage, "yosef")
    assert kept is not None
    assert kept.total == "100.00"
    assert owed(stage, DutyKind.PUBLISH_LATE) == []
    assert [one.employee_id for one in letters(stage)].count(stage.ids["yosef"]) == 1
    receipt = next(one for one in stage.all(Receipt) if one.employee_id == stage.ids["yosef"])
    assert receipt.issued_at == LATE
    stage.does("yosef", receipts.take, stage.period, 1)
    window = stage.does("yosef", results.card, *about).standing.window
    assert window.last == LATE.date() + timedelta(14)
    assert _objectable(stage, "yosef")
    agrees(stage)


def _objectable(stage: Stage, who: str) -> bool:
    found = stage.does(who, objections.home)
    return stage.period in {one[0] for one in found.open_to}


def test_the_quarter_is_not_final_while_one_waits_or_may_object(stage: Stage) -> None:
    stage.rates("budi", "yosef")
    proves(stage.database, stage.ids["kepala"], stage.now)
    far = LATE + timedelta(days=60)
    assert not over(stage, far)
    signs(stage)
    stage.does("yosef", receipts.take, stage.period, 1)
    last = stage.now + timedelta(14)
    assert not over(stage, last)
    assert over(stage, last + timedelta(days=1))


def over(stage: Stage, now: Any) -> bool:
    with stage.database.transaction(reading=True) as session:
        period = session.exec(select(Period).where(Period.id == stage.period)).one()
        return is_over(session, period, now)


def test_a_final_quarter_takes_it_too_and_a_second_form_waits_for_nobody(stage: Stage) -> None:
    with stage.database.transaction() as session:
        periods.move(session, stage.period, PeriodState.PUBLISHED, PeriodState.FINAL)
    stage.rates("budi", "yosef")
    proves(stage.database, stage.ids["kepala"], stage.now)
    signs(stage)
    assert result_of(stage, "yosef") is not None


def test_whoever_dies_before_it_is_kept_leaves_nothing(stage: Stage) -> None:
    stage.rates("budi", "yosef")
    proves(stage.database, stage.ids["kepala"], stage.now)
    before = len(stage.all(AuditEntry))

    def dies(session: Any, me: Me) -> None:
        supplements.write_reason(session, me, stage.period, stage.ids["yosef"], WHY)
        supplements.sign(session, me, stage.period, stage.ids["yosef"])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stage.does("kepala", dies)
    assert len(stage.all(AuditEntry)) == before
    assert result_of(stage, "yosef") is None
    signs(stage)
    agrees(stage)


@pytest.mark.parametrize(
    ("table", "values"),
    [(Supplement, {"signed_at": LATE}), (Result, {"total": "119.00"})],
)
def test_the_trail_finds_what_was_changed(
    stage: Stage, table: Any, values: dict[str, Any]
) -> None:
    stage.rates("budi", "yosef")
    proves(stage.database, stage.ids["kepala"], stage.now)
    signs(stage)
    with stage.database.transaction() as session:
        row = session.exec(select(table).where(table.employee_id == stage.ids["yosef"])).one()
        for name, value in values.items():
            setattr(row, name, value)
    assert "supplement" in {one.kind for one in found(stage)}


def found(stage: Stage) -> list[agreement.Finding]:
    """What of results and publication does not agree; the cast comes without a trail."""
    kinds = ("result", "publication", "supplement", "receipt", "correction", "appraisal")
    url = stage.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        every = agreement.findings(reader, stage.database.vault, stage.now.date())
        return [one for one in every if one.kind in kinds]


def agrees(stage: Stage) -> None:
    assert found(stage) == []
