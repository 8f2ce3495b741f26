"""HR changes the scheme through a file, and a second person decides."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from bot.actions.schemes import by_number
from storage import audit
from storage.agreement import Fault, Kind, findings
from storage.audit import AuditEntry
from storage.outbox import Letter
from storage.periods import Period, SchemeVersion
from storage.scheme_changes import SchemeChange
from storage.scheme_files import default_text
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.quarter import moves_to
from tests.schemes import changed


@pytest.fixture
def running(cast: Cast) -> Cast:
    """The third quarter runs, the fourth is planned."""
    moves_to(cast, date(2026, 8, 12))
    return cast


def fits(person: Person) -> None:
    assert len(person.card.text) <= 900, person.card.text
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(labels) <= 8, labels
    assert all(len(label) <= 24 for label in labels), labels


async def sends(person: Person, text: str) -> None:
    await person.says("/admin")
    fits(person)
    await person.taps("Periode & skema")
    await person.taps("Skema penilaian")
    fits(person)
    await person.taps("Kirim berkas perubahan")
    await person.sends_file("skema.toml", text.encode())
    fits(person)


async def gives(person: Person, text: str) -> None:
    await sends(person, text)
    await person.taps("Serahkan ke orang kedua")
    if "ketik enam angka" in person.screen:
        await types_code(person)
    person.sees("menunggu persetujuan orang kedua")


async def decides(person: Person, cast: Cast) -> None:
    await person.opens("schemes.change/1/0", cast.database.vault)
    fits(person)
    await person.taps("Setujui")
    fits(person)
    await person.taps("Ya, setujui")
    await types_code(person)


def versions(cast: Cast) -> list[int]:
    with cast.database.transaction() as session:
        return sorted(session.exec(select(SchemeVersion.version)))


def state(cast: Cast, number: int = 1) -> str:
    with cast.database.transaction() as session:
        return session.exec(select(SchemeChange.state).where(SchemeChange.id == number)).one()


def weight(cast: Cast, quarter: int, year: int) -> int:
    """What productivity weighs in a quarter."""
    with cast.database.transaction() as session:
        found = select(Period.scheme_id).where(Period.quarter == quarter, Period.year == year)
        scheme = by_number(session, session.exec(found).one())
        return int(scheme.indicator("produktivitas").weight)


async def test_two_people_change_the_scheme_and_old_quarters_keep_theirs(running: Cast) -> None:
    maya, rina = running.maya, running.rina
    await gives(maya, changed(since="2026-10-01"))
    await rina.says("/menu")
    await rina.taps("Putuskan perubahan skema")
    rina.sees("Produktivitas, bobot: 25% → 30%")
    rina.sees("<b>Semua pegawai</b>")
    await decides(rina, running)
    assert versions(running) == [1, 2]
    assert (weight(running, 3, 2026), weight(running, 4, 2026)) == (25, 30)
    moves_to(running, date(2026, 10, 2))
    assert (weight(running, 3, 2026), weight(running, 4, 2026)) == (25, 30)
    await running.sari.opens("schemes.versions/0", running.database.vault)
    running.sari.sees("Diusulkan Maya Kusuma, S.Psi., disetujui Rina Marlina, S.H.")
    with running.database.transaction() as session:
        told = session.exec(select(Letter.employee_id).where(Letter.template == "schemes.news"))
        assert {one for one in told if one} == set(running.ids.values())
        found = select(AuditEntry.action).where(col(AuditEntry.action).like("schemes.%"))
        assert list(session.exec(found.order_by(col(AuditEntry.id))))[-3:] == [
            "schemes.send", "schemes.give", "schemes.approve",
        ]  # fmt: skip


async def test_nobody_approves_what_is_their_own(running: Cast) -> None:
    await gives(running.maya, changed())
    await running.maya.opens("schemes.approving/1", running.database.vault)
    running.maya.sees("tidak tersedia")
    assert state(running) == "waiting"
    await running.maya.opens("schemes.change/1/0", running.database.vault)
    assert "[Setujui]" not in running.maya.screen


async def test_the_head_refuses_with_a_reason_that_the_author_reads(running: Cast) -> None:
    kepala, vault = running.kepala, running.database.vault
    await gives(running.maya, changed())
    await kepala.opens("schemes.change/1/0", vault)
    await kepala.taps("Tolak")
    await kepala.says("Kurang")
    kepala.sees("sedikitnya 10")
    await kepala.says("Bobot produktivitas perlu dibahas dahulu.")
    fits(kepala)
    await kepala.taps("Ya, tolak")
    await types_code(kepala)
    assert state(running) == "refused"
    assert versions(running) == [1]
    await running.maya.opens("schemes.change/1/0", vault)
    running.maya.sees("Bobot produktivitas perlu dibahas dahulu.")


async def test_every_fault_is_told_and_nothing_can_be_given(running: Cast) -> None:
    maya = running.maya
    text = changed(("met = 90", "met = 115"), ("days = 14", "days = 0"), since="2026-07-01")
    await sends(maya, text)
    maya.sees("belum dapat dipakai: 2 kesalahan")
    assert "Serahkan" not in maya.screen
    await maya.sends_file("skema.toml", changed(since="2026-07-01", version=5).encode())
    maya.sees("harus 2, yaitu nomor setelah versi terbaru")
    maya.sees("terlalu awal")
    await maya.sends_file("skema.toml", changed().encode())
    assert "Serahkan" in maya.screen
    await maya.sends_file("skema.toml", b"\xff\xfe")
    maya.sees("berkas teks TOML")


async def test_a_quarter_that_began_meanwhile_keeps_its_scheme(running: Cast) -> None:
    await gives(running.maya, changed(since="2026-10-01"))
    moves_to(running, date(2026, 10, 2))
    await decides(running.rina, running)
    running.rina.sees("tidak dapat lagi berlaku apa adanya")
    assert versions(running) == [1]
    assert weight(running, 4, 2026) == 25


async def test_withdrawn_and_replaced(running: Cast) -> None:
    maya, vault = running.maya, running.database.vault
    await gives(maya, changed())
    await gives(maya, changed(("load = 6", "load = 8")))
    assert (state(running, 1), state(running, 2)) == ("replaced", "waiting")
    await sends(running.rina, changed())
    await running.rina.taps("Serahkan ke orang kedua")
    await types_code(running.rina)
    running.rina.sees("Masih ada usulan lain")
    await maya.opens("schemes.change/2/0", vault)
    await maya.taps("Tarik")
    assert state(running, 2) == "withdrawn"
    await running.rina.opens("schemes.approving/2", vault)
    running.rina.sees("tidak tersedia")


async def test_the_file_to_start_from(running: Cast) -> None:
    maya = running.maya
    await maya.opens("schemes.desk", running.database.vault)
    await maya.taps("Unduh berkas skema")
    assert [one.kind for one in maya.bubbles].count("document") == 1
    maya.sees("Skema versi 1 ada di atas")
    await sends(maya, default_text())
    maya.sees("harus 2, yaitu nomor setelah versi terbaru")


async def test_without_the_code_nothing_changes(running: Cast) -> None:
    await sends(running.maya, changed())
    await running.maya.taps("Serahkan ke orang kedua")
    assert state(running) == "draft"
    running.maya.sees("ketik enam angka")


async def test_verify_finds_a_scheme_that_was_changed_behind_its_back(running: Cast) -> None:
    await gives(running.maya, changed())
    await decides(running.rina, running)
    assert found(running) == []
    with running.database.transaction() as session:
        row = session.exec(select(SchemeVersion).where(SchemeVersion.version == 2)).one()
        row.body = row.body.replace("weight = 30", "weight = 31", 1)
        session.add(row)
    assert found(running) == [(Kind.SCHEME, Fault.DIFFERS, "2")]
    with running.database.transaction() as session:
        change = session.exec(select(SchemeChange)).one()
        change.decided_by = change.author_id
        session.add(change)
    assert (Kind.SCHEME_CHANGE, Fault.DIFFERS, "1") in found(running)


def found(cast: Cast) -> list[tuple[Kind, Fault, str]]:
    """What does not agree with the trail about schemes."""
    about = {Kind.SCHEME, Kind.SCHEME_CHANGE, Kind.PERIOD}
    with cast.database.engine.connect() as connection:
        every = findings(audit.Reader(connection), cast.database.vault, date(2026, 8, 12))
        return [(one.kind, one.fault, one.about) for one in every if one.kind in about]
