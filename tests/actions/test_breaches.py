"""The notice of a breach under two hands at once: sent once, and only in words that were read."""

from __future__ import annotations

from functools import partial

import pytest

from bot.actions import personal
from storage import agreement
from storage.agreement import Kind
from storage.audit import AuditEntry, open_reader
from storage.database import Database
from storage.personal import Breach
from tests.actions.test_awards import Stage, at_once
from tests.factors import proves

TELL = "breach.tell"
MENDED = "Berkas ditarik dan dimusnahkan; jangan beri kode kepada penelepon."


@pytest.fixture
def stage(database: Database) -> Stage:
    """The head asks; Maya and Rina may confirm."""
    made = Stage(database)
    for field in ("data", "how", "handling"):
        made.does("maya", personal.say_word, field, "Berkas tertinggal di ruang rapat.")
    made.does("maya", personal.record, 1)
    made.does("kepala", personal.ask_notice, 1, 0)
    for key in ("maya", "rina"):
        proves(database, made.ids[key], made.now)
    return made


def whole(stage: Stage) -> bool:
    """Sent once, by whom and when the row says, and the trail agrees with every word."""
    (row,), told = stage.all(Breach), [one for one in stage.all(AuditEntry) if one.action == TELL]
    sent = [(row.people_told_by, row.people_told_at)] if row.people_told_at else []
    url = stage.database.engine.url.render_as_string(hide_password=False)
    with open_reader(url) as reader:
        found = agreement.findings(reader, stage.database.vault, stage.now.date())
        assert [one for one in found if one.kind is Kind.BREACH] == []
    return [(one.actor_id, one.at) for one in told] == sent != []


def test_two_confirm_at_once_and_one_counts(stage: Stage) -> None:
    at_once(*(partial(stage.does, key, personal.confirm, 1, 1) for key in ("maya", "rina")))
    assert whole(stage)


def test_words_mended_while_somebody_confirms_never_go_out_unread(stage: Stage) -> None:
    at_once(
        partial(stage.does, "rina", personal.say_mending, 1, "handling", MENDED),
        partial(stage.does, "maya", personal.confirm, 1, 1),
    )
    (row,) = stage.all(Breach)
    if row.people_told_at is None:
        assert (row.handling, row.notice) == (MENDED, "")
        stage.does("kepala", personal.ask_notice, 1, 2)
        stage.does("maya", personal.confirm, 1, 3)
    else:
        assert row.handling != MENDED
    assert whole(stage)
