"""An attacker subtracts everything that is published and stored of a whole office's answers.

A quarter is closed and published by the real actions; its results and screens are read as they
are stored and shown. Only the test knows who said what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from sqlmodel import Session, select

from bot.actions import peers
from bot.actions.scores import read_parts
from bot.actions.years.exporting import COLUMNS, QUADRANT, RATING
from bot.rules.numbers import half_up
from bot.rules.peers import Figure
from bot.rules.schemes import Source
from bot.rules.scoring import value_of
from handlers.peers import telling
from storage.database import Database
from storage.peers import PeerTicket, Said, Side, drafts, levels_about, read_levels
from storage.results import Result
from tests.actions.played import HEAD, PEOPLE, Played, me_of, play
from tests.databases import fresh
from tests.rules.test_peers_release import Equation, Unknown, determined, mean_of, mixed


def unknowns(played: Played, number: int, key: str) -> list[Unknown]:
    """The answers to one criterion about one person, each a number that nobody may find."""
    given = played.about(number)
    return [(number, one, key) for one in given if played.said[one][3].levels.get(key)]


@pytest.fixture(scope="module", params=range(2))
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Played]:
    sqlite = fresh(tmp_path_factory.mktemp("played") / "teladan.db")
    yield answered(sqlite, request.param)
    sqlite.close()


def answered(database: Database, seed: int) -> Played:
    """Many answer, some not everything, some not at all."""
    dice = Random(seed)

    def ask(_: PeerTicket, asked: list[str]) -> Said | None:
        if dice.random() < 0.15:
            return None
        levels = {key: dice.choice([None, 2, 3, 4, 4, 5]) for key in asked}
        return Said(levels, "Rapi. Cepat." if dice.random() < 0.5 else "")

    found = play(database, ask)
    with database.transaction() as session:
        assert drafts.of_many(session, list(found.said)) == {}
    return found


def stored_about(session: Session, played: Played) -> dict[int, list[tuple[str, int]]]:
    """What counts about each person: indicator and level, a pair an answer."""
    return {
        number: [(key, one) for key, levels in read_levels(written).items() for one in levels]
        for number, written in levels_about(session, played.period, 1, PEOPLE).items()
    }


def test_what_is_stored_is_what_was_said_from_three_up(played: Played) -> None:
    with played.database.transaction() as session:
        stored = stored_about(session, played)
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


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_attacks_fail_on_postgresql_too(database: Database) -> None:
    there = answered(database, 2)
    test_what_is_stored_is_what_was_said_from_three_up(there)
    test_no_subtraction_of_all_that_is_published_isolates_an_answer(there)
    test_screens_show_no_figure_but_released_means(there)


def test_the_sheet_of_a_year_has_no_figure_that_an_attacker_could_use() -> None:
    """Of results it has classes alone: a further column is to be weighed against the attack."""
    person = {"nip", "nama", "statusPenilai", "koefisienId"}
    span = {
        "tahun", "tahunMulaiPenilaian", "bulanMulaiPenilaian", "tahunSelesaiPenilaian",
        "bulanSelesaiPenilaian",
    }  # fmt: skip
    classes = {"hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai"}
    of_the_class = {"angkaKredit", "nomorLaporan"}  # by predikat and months; counted up
    superior = {name for name in COLUMNS if name.startswith("penilai")}
    assert set(COLUMNS) == person | span | classes | of_the_class | superior
    assert {*RATING.values()} == {1, 2, 3}
    assert {*QUADRANT.values()} == {1, 2, 3, 4, 5}


def published(played: Played) -> Iterator[Equation]:
    """Every group, part and axis of every result as it is stored and shown."""
    with played.database.transaction() as session:
        scores = {one.employee_id: read_parts(one) for one in session.exec(select(Result))}
        told = stored_about(session, played)
    assert len(scores) == PEOPLE - 1
    for number, score in scores.items():
        shown = set()
        for axis in score.axes:
            parts, weights = [], []
            for part in axis.indicators:
                groups = {one.group: one for one in part.groups}
                if Source.PEERS not in groups:
                    continue
                those = unknowns(played, number, part.key)
                assert len(those) >= 3
                assert groups[Source.PEERS].value == _true_mean(played, those)
                shown.add(part.key)
                parts.append(mean_of(those))
                weights.append(int(part.weight * groups[Source.PEERS].weight))
            yield from parts
            if parts:
                yield mixed(parts, weights)
        assert shown == {key for key, _ in told.get(number, ())}


def _true_mean(played: Played, those: list[Unknown]) -> Decimal:
    levels = [played.said[ticket][3].levels[key] or 0 for _, ticket, key in those]
    return half_up(Fraction(sum(map(value_of, levels)), len(levels)))


def test_screens_show_no_figure_but_released_means(played: Played) -> None:
    """Every number on every screen is a mean of three and more, or a count everybody knows."""
    with played.database.transaction() as session:
        stored = stored_about(session, played)
        shown = 0
        for number in range(HEAD + 1, PEOPLE + 1):
            me = me_of(session, number)
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
        head = me_of(session, 1)
        superior = next(
            about
            for side, about, _, _ in played.said.values()
            if side == Side.UPWARD and about != 1
        )
        mine = peers.upward(session, me_of(session, superior), played.period, superior)
        above = peers.upward(session, head, played.period, superior)
        assert mine.figures == above.figures


def _mean(pairs: list[tuple[str, int]], key: str) -> str:
    value: Fraction = Figure(key, tuple(level for one, level in pairs if one == key)).value
    return str(half_up(value, 2)).replace(".", ",")
