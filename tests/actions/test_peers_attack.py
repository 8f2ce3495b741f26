"""An attacker subtracts everything that is published and stored of a whole office's answers.

Means, totals, predikat and screens come from the product; only the test knows who said what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from random import Random

import pytest
from sqlmodel import Session, select

from bot.actions import peers, schemes
from bot.actions.me import Me, read_me
from bot.actions.peers.asking import asked_from
from bot.rules.numbers import half_up
from bot.rules.peers import Figure
from bot.rules.schemes import Source
from bot.rules.scoring import FORMULAS, Mark
from handlers.peers import telling
from storage import periods
from storage.accounts import ACTIVE, Account
from storage.columns import vault_of
from storage.database import Database
from storage.employees import Employee
from storage.peers import PeerTicket, Said, Side, TicketState, drafts, levels_about, tickets
from storage.units import Unit
from tests.quarter import RATING, period_id, tick
from tests.rules.test_peers_release import Equation, Unknown, determined, mean_of, mixed

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
THEN = datetime.combine(RATING, NOW.time(), UTC)
SUPERIOR = 4
PEOPLE = 11


@dataclass
class Played:
    """What each ticket said, and whom it was about."""

    database: Database
    period: int
    said: dict[int, tuple[str, int, int, Said]]  # side, about, rater

    def about(self, number: int) -> list[int]:
        return [
            one
            for one, (side, about, _, _) in self.said.items()
            if (side, about) == (Side.PEER, number)
        ]

    def unknowns(self, number: int, key: str) -> list[Unknown]:
        given = self.about(number)
        return [(number, one, key) for one in given if self.said[one][3].levels.get(key)]


def employ(session: Session) -> list[int]:
    """A head, two superiors, and people below them in two units."""
    units = [Unit(name=name, zone="Asia/Jakarta") for name in ("Satu", "Dua")]
    session.add_all(units)
    session.flush()
    ids: list[int] = []
    for number in range(PEOPLE):
        superior = None if number == 0 else ids[0] if number < 3 else ids[1 + number % 2]
        person = Employee(
            name=f"Pegawai {number}", search_key=f"pegawai {number}", sex=1, nip=str(number),
            nip_index=vault_of(session).index(str(number)), post="Analis", post_level="x",
            rank="x", unit_id=units[number % 2].id or 0, superior_id=superior,
        )  # fmt: skip
        session.add(person)
        session.flush()
        ids.append(person.id or 0)
        account = Account(
            telegram_id=number + 1, employee_id=ids[-1], state=ACTIVE, claimed_at=NOW,
            approved_at=NOW, proof="test",
        )  # fmt: skip
        session.add(account)
    return ids


def answer(session: Session, period: int, dice: Random) -> dict[int, tuple[str, int, int, Said]]:
    """Many answer, some not everything, some not at all."""
    found = {}
    row = periods.get(session, period)
    assert row is not None
    scheme = schemes.of_period(session, row)
    for one in session.exec(select(PeerTicket).order_by(PeerTicket.id)).all():  # type: ignore[arg-type]
        if dice.random() < 0.15:
            continue
        asked = asked_from(scheme, one.side)
        levels = {i.key: dice.choice([None, 2, 3, 4, 4, 5]) for i in asked}
        said = Said(levels, "Rapi. Cepat." if dice.random() < 0.5 else "")
        drafts.write(session, one.id or 0, said)
        assert tickets.change(session, one.id or 0, TicketState.SPENT, THEN)
        found[one.id or 0] = (one.side, one.about_id, one.rater_id, said)
    return found


@pytest.fixture(params=range(3))
def played(request: pytest.FixtureRequest, sqlite: Database) -> Played:
    dice = Random(request.param)
    with sqlite.transaction() as session:
        employ(session)
    tick(sqlite, NOW, peers=True)
    tick(sqlite, THEN, peers=True)
    period = period_id(sqlite)
    with sqlite.transaction() as session:
        said = answer(session, period, dice)
    tick(sqlite, THEN.replace(day=14), peers=True)
    with sqlite.transaction() as session:
        assert drafts.of_many(session, list(said)) == {}
        periods.move(session, period, periods.CALIBRATION, periods.PUBLISHED)
    return Played(sqlite, period, said)


def test_what_is_stored_is_what_was_said_from_three_up(played: Played) -> None:
    with played.database.transaction() as session:
        stored = levels_about(session, played.period, range(1, PEOPLE + 1))
    truth: dict[int, dict[str, list[int]]] = {}
    for number in range(1, PEOPLE + 1):
        for ticket in played.about(number):
            for key, level in played.said[ticket][3].levels.items():
                if level:
                    truth.setdefault(number, {}).setdefault(key, []).append(level)
    expected = {
        number: sorted((k, level) for k, given in by.items() if len(given) >= 3 for level in given)
        for number, by in truth.items()
        if any(len(given) >= 3 for given in by.values())
    }
    assert {number: sorted(pairs) for number, pairs in stored.items()} == expected
    assert expected


def test_no_subtraction_of_all_that_is_published_isolates_an_answer(played: Played) -> None:
    """Every rater may know all own answers; that of nobody else may follow."""
    equations = list(published(played))
    assert len(equations) > PEOPLE
    for rater in range(1, PEOPLE + 1):
        own = {
            (about, ticket, key)
            for ticket, (_, about, by, said) in played.said.items()
            if by == rater
            for key in said.levels
        }
        assert not determined(equations, own), rater


def published(played: Played) -> Iterator[Equation]:
    """Every figure of every screen, every part of every score, every axis and total."""
    with played.database.transaction() as session:
        row = periods.get(session, played.period)
        assert row is not None
        scheme = schemes.of_period(session, row)
        stored = levels_about(session, played.period, range(1, PEOPLE + 1))
    for number, pairs in stored.items():
        means = {key: mean_of(played.unknowns(number, key)) for key, _ in pairs}
        yield from means.values()
        marks = {i.key: [Mark(Source.SUPERIOR, SUPERIOR)] for i in scheme.indicators}
        for key, level in pairs:
            marks[key].append(Mark(Source.PEERS, level))
        score = FORMULAS[row.formula](marks, scheme)
        for axis in score.axes:
            parts, weights = [], []
            for part in axis.indicators:
                groups = {one.group: one for one in part.groups}
                if Source.PEERS in groups:
                    assert len(played.unknowns(number, part.key)) >= 3
                    parts.append(means[part.key])
                    weights.append(int(part.weight * groups[Source.PEERS].weight))
            if parts:
                yield mixed(parts, weights)
        assert not {g.group for a in score.axes for i in a.indicators for g in i.groups} - {
            Source.SUPERIOR, Source.PEERS,
        }  # fmt: skip


def test_screens_show_no_figure_but_released_means(played: Played) -> None:
    """Every number on every screen is a mean of three and more, or a count everybody knows."""
    with played.database.transaction() as session:
        stored = levels_about(session, played.period, range(1, PEOPLE + 1))
        shown = 0
        for number in range(1, PEOPLE + 1):
            me = _me(session, number)
            told = peers.feedback(session, me, played.period, number)
            text = telling.draw_feedback(told).text
            means = {_mean(stored.get(number, []), key) for key, _ in stored.get(number, [])}
            known = {"2026", "3", "100", str(told.answers)}
            for figure in re.findall(r"\d+(?:,\d+)?", text):
                assert figure in means | known, (figure, text)
                shown += figure in means
            assert not told.sentences or number in stored
        assert shown


def test_the_feedback_of_subordinates_is_told_up_the_line_only(played: Played) -> None:
    with played.database.transaction() as session:
        head = _me(session, 1)
        superior = next(
            about
            for side, about, _, _ in played.said.values()
            if side == Side.UPWARD and about != 1
        )
        mine = peers.upward(session, _me(session, superior), played.period, superior)
        above = peers.upward(session, head, played.period, superior)
        assert mine.figures == above.figures


def _mean(pairs: list[tuple[str, int]], key: str) -> str:
    value: Fraction = Figure(key, tuple(level for one, level in pairs if one == key)).value
    return str(half_up(value, 2)).replace(".", ",")


def _me(session: Session, number: int) -> Me:
    me = read_me(session, number, THEN)
    assert me is not None
    return me
