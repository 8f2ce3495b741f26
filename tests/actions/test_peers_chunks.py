"""Caps and the release from three up hold wherever the draw and the close are cut into chunks."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from sqlmodel import select

from bot.actions.peers import closing, drawing
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.peers import PeerRelease, PeerTicket, Said, Side, read_levels
from tests.actions.played import PEOPLE, play

FEWEST, MOST, LOAD = 3, 5, 6


def newcomers(database: Database, dice: Random) -> None:
    """More people in the same two units, some without an account, in teams of any size."""
    with database.transaction() as session:
        for number in range(PEOPLE + 1, PEOPLE + 1 + dice.randrange(4, 14)):
            session.add(
                Employee(
                    id=number, name=f"Pegawai {number}", search_key=f"pegawai {number}", sex=1,
                    nip=str(number), nip_index=vault_of(session).index(str(number)), post="x",
                    post_level="x", rank="x", unit_id=dice.choice((1, 2)),
                    superior_id=dice.choice((2, 3)),
                )
            )  # fmt: skip


@pytest.mark.parametrize("cut", [(2, 5, 0), (5, 3, 1)])
def test_wherever_it_is_cut(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, cut: tuple[int, int, int]
) -> None:
    drawn_at_once, closed_at_once, seed = cut
    monkeypatch.setattr(drawing, "CHUNK", drawn_at_once)
    monkeypatch.setattr(closing, "MOST", closed_at_once)
    dice = Random(seed)

    def ask(ticket: PeerTicket, asked: list[str]) -> Said | None:
        levels = {key: dice.choice([None, 2, 3, 4, 5]) for key in asked}
        return Said(levels) if dice.random() < 0.7 else None

    played = play(sqlite, ask, more=lambda: newcomers(sqlite, dice))
    with sqlite.transaction() as session:
        drawn = [one for one in session.exec(select(PeerTicket)) if one.side == Side.PEER]
        told = {
            one.employee_id: read_levels(one.levels)
            for one in session.exec(select(PeerRelease))
            if one.side == Side.PEER
        }
    asked = Counter(one.about_id for one in drawn)
    assert set(asked.values()) <= set(range(FEWEST, MOST + 1))
    assert max(Counter(one.rater_id for one in drawn).values()) <= LOAD
    assert len(drawn) == len({(one.about_id, one.rater_id) for one in drawn})
    assert told.keys() == asked.keys()
    for about in asked:
        given: dict[str, list[int]] = {}
        for ticket in played.about(about):
            for key, level in played.said[ticket][3].levels.items():
                given.setdefault(key, []).extend([level] if level else [])
        assert told[about] == {k: sorted(v) for k, v in given.items() if len(v) >= FEWEST}
