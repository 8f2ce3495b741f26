"""Files beside an objection, on both databases: fetched, examined, handed in, and seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.actions import evidence, objections
from bot.actions.achievements.attaching import attach
from bot.actions.achievements.drafts import create
from bot.actions.objections import exhibits
from bot.actions.refusals import Refused
from storage import evidence_files, gauges
from storage.database import Database
from storage.exhibits import Exhibit
from storage.outbox import Letter
from tests.achievements import come, photo, picture
from tests.actions.test_awards import Stage
from tests.actions.test_objections import REASONS, found, published


@pytest.fixture
def stage(database: Database) -> Stage:
    return published(database)


def drafts(stage: Stage) -> int:
    """Sari's objection with everything but files."""
    number = int(stage.does("sari", objections.begin, stage.period).place.args[0])
    stage.does("sari", objections.toggle, number, "inovasi", 0)
    stage.does("sari", objections.write_reasons, number, REASONS)
    return number


def test_files_go_with_an_objection_once_they_are_examined(stage: Stage, tmp_path: Path) -> None:
    evidence_files.hand_over(tmp_path, stage.database.engine)
    number = drafts(stage)
    stage.does("sari", exhibits.attach, number, photo("p1"))
    stage.does("sari", exhibits.attach, number, photo("p1"))
    with pytest.raises(Refused, match="exhibits_wait"):
        stage.does("sari", objections.file, number)
    come(stage.database, stage.now, picture())
    stage.does("sari", exhibits.attach, number, photo("p2"))
    with stage.database.transaction() as session:
        assert gauges.read(session, stage.now).evidence_waiting == 1
    come(stage.database, stage.now, b"no picture at all")
    refused = [one for one in stage.all(Letter) if one.template == "objections.exhibit_refused"]
    assert [one.employee_id for one in refused] == [stage.ids["sari"]]
    with pytest.raises(Refused, match="exhibits_refused"):
        stage.does("sari", objections.file, number)
    wrong = next(one for one in stage.all(Exhibit) if one.state == "refused")
    stage.does("sari", exhibits.detach, number, wrong.id)
    for who in ("budi", "kepala"):
        with pytest.raises(Refused):
            stage.does(who, exhibits.shown, number)
    stage.does("sari", objections.file, number)
    for who in ("sari", "budi", "kepala"):
        seen = stage.does(who, exhibits.shown, number)
        assert [one.key for one, _ in seen.items] == ["p1"]
    for act in (exhibits.attach, exhibits.detach):
        with pytest.raises(Refused):
            stage.does("sari", act, number, photo("p3") if act is exhibits.attach else 1)
    with pytest.raises(Refused):
        stage.does("dedi", exhibits.shown, number)
    assert found(stage) == []
    with stage.database.transaction() as session:
        session.exec(select(Exhibit)).one().sha256 = "ab" * 32
    assert found(stage) == ["exhibit/differs"]


def test_at_most_five_files_and_none_is_left_of_a_draft_thrown_away(
    stage: Stage, tmp_path: Path
) -> None:
    evidence_files.hand_over(tmp_path, stage.database.engine)
    number = drafts(stage)
    for at in range(exhibits.MOST):
        stage.does("sari", exhibits.attach, number, photo(f"p{at}"))
    with pytest.raises(Refused, match="enough"):
        stage.does("sari", exhibits.attach, number, photo("more"))
    stage.does("sari", objections.discard, number)
    assert stage.all(Exhibit) == []
    come(stage.database, stage.now, picture())


def test_files_of_objections_are_fetched_before_those_of_achievements(
    stage: Stage, tmp_path: Path
) -> None:
    evidence_files.hand_over(tmp_path, stage.database.engine)
    told = int(stage.does("dedi", create).args[0])
    stage.does("dedi", attach, told, photo("a1"))
    number = drafts(stage)
    stage.does("sari", exhibits.attach, number, photo("p1"))
    stage.does("sari", exhibits.attach, number, photo("p2"))
    with stage.database.transaction() as session:
        leased = [
            [file.file_id for file in evidence.next_to_fetch(session, stage.now, 2)]
            for _ in range(2)
        ]
    assert leased == [["f-p1", "f-p2"], ["f-a1"]]
