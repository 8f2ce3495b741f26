"""HR changes whom somebody answers to or where they work: looked at, from a day on, undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.actions.desk import shifting
from storage import moves
from storage.agreement import Kind, findings
from storage.audit import Reader
from storage.employees import Employee
from storage.moves import MoveState
from storage.postings import of_people
from tests.cast import Cast
from tests.conversations.test_desk import finds
from tests.conversations.test_roster import fits, of
from tests.factors import types_code
from tests.kit import Person


async def opens(officer: Person, name: str, label: str, what: str) -> None:
    await finds(officer, name, label)
    await officer.taps("Ganti atasan/unit")
    fits(officer)
    await officer.taps(what)


def superior_of(cast: Cast, key: str) -> int | None:
    with cast.database.transaction() as session:
        person = session.get(Employee, cast.ids[key])
        assert person is not None
        return person.superior_id


def search_keys(cast: Cast) -> None:
    with cast.database.transaction() as session:
        for key in cast.ids:
            person = session.get(Employee, cast.ids[key])
            assert person is not None
            person.search_key = person.search_key.replace(".", "").replace(",", "")
            session.add(person)


async def test_a_superior_is_changed_today_and_taken_back(cast: Cast) -> None:
    search_keys(cast)
    maya = cast.maya
    await opens(maya, "Dedi Pratama", "1. Dedi", "Ganti atasan")
    await maya.says("Wayan")
    await maya.taps("1. Ni Wayan")
    assert maya.sees("Mulai hari apa?")
    await maya.taps("Mulai hari ini")
    assert maya.sees("Sampai sekarang: Budi Santoso, S.Sos.")
    assert maya.sees("Keberatan diputus Drs. Hendra Wijaya, M.Si.")
    fits(maya)
    await maya.taps("Ya, ubah")
    await types_code(maya)
    assert maya.sees("berlaku")
    assert superior_of(cast, "dedi") == cast.ids["wayan"]
    with cast.database.transaction() as session:
        told = of(session, "desk.moved")
        assert {one.employee_id for one in told} == {cast.ids["dedi"], cast.ids["wayan"]}
        posted = of_people(session, [cast.ids["dedi"]])[cast.ids["dedi"]]
        assert [one.superior_id for one in posted] == [cast.ids["budi"], cast.ids["wayan"]]
    await maya.taps("Tarik kembali")
    assert maya.sees("ditarik")
    assert superior_of(cast, "dedi") == cast.ids["budi"]
    assert "Tarik kembali" not in maya.screen
    with cast.database.transaction() as session:
        found = findings(
            Reader(session.connection()), cast.database.vault, maya.office.clock.now().date()
        )
        assert not [one for one in found if one.kind in {Kind.MOVE}]


async def test_a_circle_is_named(cast: Cast) -> None:
    search_keys(cast)
    await opens(cast.maya, "Hendra", "1. Drs. Hendra", "Ganti atasan")
    await cast.maya.says("Sari")
    await cast.maya.taps("1. Sari")
    way = "Drs. Hendra Wijaya, M.Si. → Sari Lestari, A.Md. → Budi Santoso, S.Sos."
    assert any(way in one.text for one in cast.maya.bubbles) or way in str(
        cast.maya.office.telegram.toasts
    )
    assert superior_of(cast, "kepala") is None


async def test_a_day_to_come_waits_for_its_day(cast: Cast) -> None:
    search_keys(cast)
    maya = cast.maya
    await opens(maya, "Sari", "1. Sari", "Ganti unit")
    await maya.says("jayapura")
    await maya.taps("1. Jayapura")
    for wrong, told in (("kemarin dulu x", "tidak dimengerti"), ("1 Januari 2026", "sudah lewat")):
        await maya.says(wrong)
        assert any(told in one.text for one in maya.bubbles)
    day = maya.office.clock.now().date() + timedelta(days=3)
    await maya.says(day.strftime("%d/%m/%Y"))
    await maya.taps("Ya, ubah")
    await types_code(maya)
    assert maya.sees("direncanakan")

    def tick() -> None:
        with cast.database.transaction() as session:
            shifting.work(session, maya.office.clock.now())

    def unit() -> int:
        with cast.database.transaction() as session:
            person = session.get(Employee, cast.ids["sari"])
            assert person is not None
            return person.unit_id

    tick()
    assert unit() == cast.units["Layanan"]
    maya.office.clock.advance(days=3)
    tick()
    tick()
    assert unit() == cast.units["Jayapura"]
    with cast.database.transaction() as session:
        assert [one.state for one in (moves.get(session, 1),) if one] == [MoveState.DONE]
        assert len(of(session, "desk.moved")) == 1


async def test_what_became_impossible_is_told_to_its_author(cast: Cast) -> None:
    search_keys(cast)
    maya = cast.maya
    await opens(maya, "Dedi Pratama", "1. Dedi", "Ganti atasan")
    await maya.says("Wayan")
    await maya.taps("1. Ni Wayan")
    day = maya.office.clock.now().date() + timedelta(days=2)
    await maya.says(day.strftime("%d/%m/%Y"))
    await maya.taps("Ya, ubah")
    await types_code(maya)
    with cast.database.transaction() as session:
        wayan = session.get(Employee, cast.ids["wayan"])
        assert wayan is not None
        wayan.left_on = maya.office.clock.now().date()
        session.add(wayan)
    maya.office.clock.advance(days=2)
    with cast.database.transaction() as session:
        shifting.work(session, maya.office.clock.now())
    assert superior_of(cast, "dedi") == cast.ids["budi"]
    with cast.database.transaction() as session:
        assert [one.employee_id for one in of(session, "desk.move_failed")] == [cast.ids["maya"]]


@pytest.mark.parametrize("key", ["maya"])
async def test_nobody_moves_themself(cast: Cast, key: str) -> None:
    await cast.maya.opens(f"desk.moving/{cast.ids[key]}", cast.database.vault)
    assert cast.maya.sees("tidak tersedia")


async def test_all_that_is_planned_is_listed_put_off_and_taken_back(cast: Cast) -> None:
    search_keys(cast)
    maya, today = cast.maya, cast.maya.office.clock.now().date()
    await maya.says("/admin")
    await maya.taps("Data pegawai")
    await maya.taps("Rencana perubahan (0)")
    assert maya.sees("Belum ada rencana")
    await opens(maya, "Sari", "1. Sari", "Ganti unit")
    await maya.says("jayapura")
    await maya.taps("1. Jayapura")
    await maya.says((today + timedelta(days=3)).strftime("%d/%m/%Y"))
    await maya.taps("Ya, ubah")
    await types_code(maya)
    await maya.taps("Rencana perubahan")
    assert maya.sees("Unit kerja: Jayapura, mulai")
    assert maya.sees("direncanakan Maya Kusuma")
    fits(maya)
    await maya.taps("Sari")
    await maya.taps("Tanggal lain")
    await maya.says("kemarin")
    assert any("sudah lewat" in one.text for one in maya.bubbles)
    await maya.says((today + timedelta(days=9)).strftime("%d/%m/%Y"))
    fits(maya)
    await maya.taps("Ya, ubah")
    with cast.database.transaction() as session:
        (plan,) = moves.planned(session, None, 0, 9, 0)
        assert plan.since == today + timedelta(days=9)
        assert moves.count_planned(session, frozenset({cast.units["Jayapura"]}), 0) == 0
        assert moves.count_planned(session, None, cast.ids["sari"]) == 0
    await maya.taps("Tarik kembali")
    await maya.says("/admin")
    await maya.taps("Data pegawai")
    assert "[Rencana perubahan (0)]" in maya.screen
    with cast.database.transaction() as session:
        states = [one.state for one in session.exec(select(moves.Move))]
        assert states == [MoveState.CANCELLED, MoveState.CANCELLED]
        found = findings(Reader(session.connection()), cast.database.vault, today)
        assert not [one for one in found if one.kind in {Kind.MOVE}]
