"""Whatever anybody is shown depends on nothing of colleagues' answers but their sums of three up.

The same quarter is played twice. In the second one answers change hands, levels move towards one
another without changing their sum, and what is withheld or never sent is something else. Every
screen that tells of a person or a quarter must read alike, whoever opens it.
"""

from __future__ import annotations

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlmodel import Session

from bot.actions import scores
from bot.actions.refusals import Refused
from bot.screens import Screen
from handlers.conversations import whole_table
from handlers.table import Shown
from storage.database import Database
from storage.peers import PeerTicket, Said
from tests.actions.played import HEAD, MEMBER, PEOPLE, Played, me_of, play
from tests.databases import fresh

READERS = (HEAD, 2, 6, MEMBER)
ROOMS = {
    "results", "pictures", "peers", "panel", "overview", "awards", "years", "publication", "lifts",
    "receipts",
}  # fmt: skip


@pytest.fixture(autouse=True)
def repeatable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.actions.peers.drawing.secrets.token_hex", lambda _: "benih")


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Database]:
    database = fresh(tmp_path / "another.db")
    yield database
    database.close()


def first(database: Database) -> Played:
    dice = Random(7)

    def ask(_: PeerTicket, asked: list[str]) -> Said | None:
        if dice.random() < 0.2:
            return None
        return Said({key: dice.choice([None, 2, 3, 4, 4, 5]) for key in asked}, "Rapi. Cepat.")

    return play(database, ask, {"kolaborasi": 2})


def other(played: Played) -> Mapping[int, Said]:
    """By ticket: the same sums where something is told, anything where nothing is."""
    by: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    levels = {one: dict(said.levels) for one, (_, _, _, said) in played.said.items()}
    for one, (side, about, _, said) in played.said.items():
        for key, level in said.levels.items():
            if level is not None:
                by[side, about, key].append(one)
    for (_, _, key), those in by.items():
        if len(those) < 3:
            for one in those:
                levels[one][key] = 1 + (levels[one][key] or 0) % 5
        else:
            _mix(levels, those, key)
    return {one: Said(levels[one], "Rapi. Cepat.") for one in levels}


def _mix(levels: dict[int, dict[str, int | None]], those: list[int], key: str) -> None:
    """Everybody's level goes to the next; then highest and lowest come closer, if they can."""
    given = [levels[one][key] or 0 for one in those]
    turned = [*given[1:], given[0]]
    high, low = turned.index(max(turned)), turned.index(min(turned))
    if turned[high] - turned[low] > 1:
        turned[high] -= 1
        turned[low] += 1
    for one, level in zip(those, turned, strict=True):
        levels[one][key] = level


def shown(database: Database, period: int) -> dict[str, str]:
    """Every screen of these rooms, by reader and address, with its buttons and files."""
    found = {}
    with database.transaction() as session:
        for name, place in sorted(whole_table().places.items()):
            if name.split(".")[0] not in ROOMS:
                continue
            for reader in READERS:
                for args in addresses(place, period):
                    found[f"{reader}: {name}{args}"] = _drawn(session, place, reader, args)
    return found


def addresses(place: Shown, period: int) -> Iterator[tuple[int, ...]]:
    """What can be asked of a screen, as far as people, quarters, scopes and pages go."""
    wanted = list(inspect.signature(place.read).parameters.values())[2:]
    needed = [one for one in wanted if one.default is inspect.Parameter.empty]
    for about in (2, 6, 7):
        known = {"period_id": period, "employee_id": about, "page": 0, "scope": 0, "scope_id": 0}
        if all(one.name in known for one in needed):
            yield tuple(known[one.name] for one in needed)


def _drawn(session: Session, place: Shown, reader: int, args: tuple[Any, ...]) -> str:
    try:
        screen: Screen = place.draw(place.read(session, me_of(session, reader), *args))
    except Refused as refusal:
        return f"refused: {refusal}"
    buttons = [button.label for row in screen.rows for button in row]
    files = [one.drawing() if one.drawing else one.content for one in screen.files]
    return f"{screen.text}\n{buttons}\n{files}"


def test_what_is_shown_depends_on_sums_alone(sqlite: Database, another: Database) -> None:
    played = first(sqlite)
    again = other(played)
    assert any(again[one].levels != said.levels for one, (*_, said) in played.said.items())
    play(another, lambda ticket, _: again.get(ticket.id or 0), {"kolaborasi": 5})
    before, after = shown(sqlite, played.period), shown(another, played.period)
    assert {one for one in before if before[one] != after.get(one)} == set()
    told = [one for one in before.values() if re.search(r"\d,\d\d", one)]
    assert len(told) > PEOPLE
    for database in (sqlite, another):
        with database.transaction() as session:
            assert scores.disagreeing(session, 0, 100) == ([], None)
