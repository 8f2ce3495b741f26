"""A published result that is corrected: another hand, another receipt, the original kept."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.actions import publication, receipts, schemes, scores
from bot.actions.publication import Correction
from bot.actions.refusals import Refused
from bot.rules.predikat import Predikat
from bot.rules.schemes import Indicator, Source
from bot.rules.scoring import FORMULAS, Mark
from storage.duties import Duty, DutyKind
from storage.editions import FormerResult
from storage.results import Result
from tests.actions.test_awards import Stage
from tests.actions.test_publication import REASON, letters, owed, publishes, stage
from tests.quarter import tick

__all__ = ["stage"]


def test_a_corrected_result_is_published_again_and_the_original_is_kept(stage: Stage) -> None:
    publishes(stage)
    stage.does("sari", receipts.take, stage.period, 1)
    tick(stage.database, stage.now)
    mine = next(one for one in stage.all(Result) if one.employee_id == stage.ids["sari"])
    with stage.database.transaction() as session:
        scheme = schemes.by_number(session, mine.scheme_id)
    marks = {i.key: [Mark(Source.SUPERIOR, 5)] for i in scheme.indicators if _asked(i)}
    better = Correction(FORMULAS[mine.formula](marks, scheme), 1, REASON)

    def correct(by: str) -> int:
        with stage.database.transaction() as session:
            number = mine.id or 0
            return publication.publish_again(session, stage.now, stage.ids[by], number, better)

    for by in ("budi", "sari"):
        with pytest.raises(Refused):
            correct(by)
    assert correct("kepala") == 2
    now = next(one for one in stage.all(Result) if one.id == mine.id)
    assert (now.edition, now.total, now.predikat) == (2, "120.00", Predikat.SANGAT_BAIK)
    kept = stage.all(FormerResult)
    assert [(one.edition, one.total, one.reason) for one in kept] == [(1, mine.total, REASON)]
    keys = {one.key for one in letters(stage)}
    assert f"results.published/{stage.period}/{stage.ids['sari']}/2" in keys
    went = stage.does("sari", receipts.take, stage.period, 1)
    assert "berubah" in went.notice
    assert [one.object_id for one in owed(stage, DutyKind.RECEIPT) if _of(one, stage, "sari")] == [
        2
    ]
    stage.does("sari", receipts.take, stage.period, 2)
    assert [one for one in owed(stage, DutyKind.RECEIPT) if _of(one, stage, "sari")] == []
    with stage.database.transaction() as session:
        assert scores.agrees(session, session.exec(select(Result)).first() or now)


def _asked(indicator: Indicator) -> bool:
    return any(share.source is Source.SUPERIOR for share in indicator.sources)


def _of(duty: Duty, stage: Stage, who: str) -> bool:
    return duty.owner_id == stage.ids[who]
