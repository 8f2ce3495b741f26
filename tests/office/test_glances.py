"""What leaders are shown is what comes of the rows, added up by hand."""

from __future__ import annotations

from importlib import import_module

from sqlmodel import select

from bot.actions import scores
from storage.results import Result
from tests.office.conftest import Made
from tests.office.reckoning import differences


def test_every_figure_of_the_leaders_is_as_reckoned_by_hand(own: Made) -> None:
    with own.database.transaction() as session:
        assert differences(session) == []


def test_values_are_told_as_a_database_of_before_is_brought_to_tell_them(made: Made) -> None:
    migration = import_module("storage.migrations.versions.0070_at_a_glance")
    with made.database.transaction(reading=True) as session:
        for one in session.exec(select(Result)):
            assert migration._told(one.parts) == one.by_indicator


def test_a_value_that_was_tampered_with_is_found(own: Made) -> None:
    with own.database.transaction() as session:
        assert scores.disagreeing(session, 0, 200)[0] == []
        one = session.exec(select(Result)).first()
        assert one is not None
        one.by_indicator = "12000" + one.by_indicator[5:]
        session.flush()
        assert scores.disagreeing(session, 0, 200)[0] == [one.id]
