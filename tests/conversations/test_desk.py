"""HR at the desk: approvals by a second person, invitations, leave, mandates, superiors."""

from __future__ import annotations

from typing import TypeVar

import pytest
from sqlalchemy import inspect
from sqlmodel import SQLModel, select

from bot.actions import joining
from bot.rules.people import search_key
from storage import accounts, employees, entry_codes, profile
from storage.absences import Absence, Mandate
from storage.audit import AuditEntry
from storage.employees import Employee
from storage.grants import Grant
from storage.outbox import Letter
from storage.superior_reports import SuperiorReport
from tests.cast import PEOPLE, Cast
from tests.conversations.test_joining import claims, digits, invite, newcomer, state_of
from tests.factors import prove, types_code
from tests.kit import Office, Person

Row = TypeVar("Row", bound=SQLModel)
BAD_INPUT = ["  ", "x" * 4096, "<b>&</b>", "🙂🙂", "مرحبا \u202eabc"]


async def finds(officer: Person, name: str, label: str) -> None:
    await officer.says("/admin")
    await officer.taps("Cari pegawai")
    await officer.says(name)
    await officer.taps(label)


def rows(cast: Cast, table: type[Row]) -> list[Row]:
    with cast.database.transaction() as session:
        return list(session.exec(select(table).order_by(*inspect(table).primary_key)))


async def test_the_desk_is_for_hr(cast: Cast) -> None:
    await cast.maya.says("/admin")
    assert cast.maya.sees("Meja kepegawaian")
    assert cast.maya.sees("Pegawai di unit Anda: 8")
    data = cast.maya.button("Cari pegawai")
    for other in (cast.sari, cast.kepala, cast.wayan):
        await other.says("/admin")
        assert "Pegawai di unit" not in other.screen
        await other.taps("x", data=data)
        await other.opens(f"desk.person/{cast.ids['dedi']}", cast.database.vault)
        assert other.sees("tidak tersedia")


async def test_hr_does_not_work_on_herself(cast: Cast) -> None:
    tidy(cast)
    await cast.maya.says("/admin")
    await cast.maya.taps("Cari pegawai")
    await cast.maya.says(PEOPLE["maya"][2])
    assert cast.maya.sees("Itu Anda sendiri")


async def test_another_invitation_says_that_the_account_stays_until_then(cast: Cast) -> None:
    tidy(cast)
    await finds(cast.maya, "sari", "1. Sari Lestari")
    await cast.maya.taps("Undang")
    assert cast.maya.sees("sudah bergabung")


@pytest.mark.parametrize("typed", ["sary lestari", "Ibu Sari", "LESTARI", "199003032015032003"])
async def test_search_forgives(cast: Cast, typed: str) -> None:
    tidy(cast)
    await finds(cast.maya, typed, "1. Sari Lestari")
    assert cast.maya.sees("NIP 1990********2003")
    assert "199003032015032003" not in cast.maya.screen


async def test_bad_input_at_the_search_keeps_it_open(cast: Cast) -> None:
    tidy(cast)
    await cast.maya.says("/admin")
    await cast.maya.taps("Cari pegawai")
    for bad in BAD_INPUT:
        await cast.maya.says(bad)
        assert cast.maya.sees("Tidak ditemukan")
    await cast.maya.says("Sari")
    assert cast.maya.sees("Hasil pencarian")


async def test_an_invitation_has_link_picture_and_end(cast: Cast, office: Office) -> None:
    tidy(cast)
    with cast.database.transaction() as session:
        profile.remember(session, "TeladanBot")
    await finds(cast.maya, "Sari", "1. Sari")
    await cast.maya.taps("Undang")
    await office.feeds_again()
    assert cast.maya.sees("https://t.me/TeladanBot?start=")
    assert cast.maya.sees("Sabtu, 15 Agustus 2026 pukul 10.00 WIB")
    assert any(bubble.kind == "photo" for bubble in cast.maya.bubbles)
    assert len(rows(cast, entry_codes.EntryCode)) == 1
    with cast.database.transaction() as session:
        code = session.exec(select(entry_codes.EntryCode)).one()
    await cast.rina.opens(f"desk.invited/{code.id}", cast.database.vault)
    assert cast.rina.sees("tidak tersedia")


async def test_the_issuer_may_not_approve(cast: Cast, office: Office) -> None:
    newcomer(cast, "wayan")
    person = office.person(555, "W")
    await claims(person, invite(cast, "wayan", by="maya"))
    await cast.maya.says("/admin")
    await cast.maya.taps("Akun")
    await cast.maya.taps("Ni Wayan")
    assert cast.maya.sees("petugas lain yang harus menyetujui")
    assert "Setujui" not in cast.maya.screen
    await cast.rina.says("/menu")
    await cast.rina.taps("Akun menunggu: 1")
    await cast.rina.taps("Ni Wayan")
    assert cast.rina.sees("Diundang oleh Maya Kusuma, S.Psi.")
    assert "Setujui" not in cast.rina.screen
    await cast.rina.says("bu wayan")
    assert cast.rina.sees("menampilkan angka lain")
    await cast.rina.says(digits(person))
    assert cast.rina.sees("Angkanya cocok")
    approve = cast.rina.button("Setujui")
    await cast.maya.taps("x", data=approve)
    assert state_of(cast, 555) == "claimed"
    await cast.rina.taps("Setujui")
    assert state_of(cast, 555) == "claimed"
    await types_code(cast.rina)
    await office.feeds_again()
    await cast.rina.taps("x", data=approve)
    assert state_of(cast, 555) == "active"
    assert len([one for one in rows(cast, AuditEntry) if one.action == "joining.activate"]) == 1


async def test_nobody_approves_themself(cast: Cast, office: Office) -> None:
    newcomer(cast, "maya")
    person = office.person(555, "M")
    await claims(person, invite(cast, "maya"))
    with cast.database.transaction() as session:
        joining.tick(session, office.clock.now())
        account = accounts.living(session, 555)
        assert account is not None
        number = account.id
    await cast.budi.opens(f"desk.claim/{number}", cast.database.vault)
    assert cast.budi.sees("tidak tersedia")
    await cast.rina.opens(f"desk.person/{cast.ids['rina']}", cast.database.vault)
    assert cast.rina.sees("tidak tersedia")


async def test_a_claim_may_be_declined(cast: Cast, office: Office) -> None:
    person = office.person(555, "S")
    await claims(person, newcomer(cast))
    await cast.maya.says("/admin")
    await cast.maya.taps("Akun")
    await cast.maya.taps("Sari")
    await cast.maya.taps("Tolak")
    assert state_of(cast, 555) is None
    assert [one.chat_id for one in rows(cast, Letter) if one.template == "joining.declined"] == [
        555
    ]


async def test_hr_of_one_unit_sees_no_other(cast: Cast) -> None:
    tidy(cast)
    with cast.database.transaction() as session:
        grant = session.exec(select(Grant).where(Grant.employee_id == cast.ids["maya"])).one()
        grant.unit_id = cast.units["Jayapura"]
        session.add(grant)
    await cast.maya.says("/admin")
    assert cast.maya.sees("Pegawai di unit Anda: 1")
    await cast.maya.taps("Cari pegawai")
    await cast.maya.says("Sari")
    assert cast.maya.sees("Tidak ditemukan")
    await cast.maya.opens(f"desk.person/{cast.ids['sari']}", cast.database.vault)
    assert cast.maya.sees("tidak tersedia")


async def test_leave_is_typed_echoed_and_recorded_once(cast: Cast, office: Office) -> None:
    tidy(cast)
    await finds(cast.maya, "Dedi", "1. Dedi")
    await cast.maya.taps("Catat cuti")
    await cast.maya.taps("Cuti tahunan")
    for bad in [*BAD_INPUT, "1 Januari 2020", "1 Januari 2026 sampai 1 Juni 2030"]:
        await cast.maya.says(bad)
        assert not rows(cast, Absence)
    await cast.maya.says("1 sampai 5 September 2026")
    assert cast.maya.sees("Selasa, 1 September 2026 sampai Sabtu, 5 September 2026")
    record = cast.maya.button("Catat")
    await cast.maya.taps("Catat")
    await office.feeds_again()
    await cast.maya.taps("x", data=record)
    assert cast.maya.sees("Cuti tahunan: Selasa, 1 September 2026")
    assert len(rows(cast, Absence)) == 1
    await cast.maya.taps("Catat cuti")
    await cast.maya.taps("Cuti sakit")
    await cast.maya.says("5 September 2026")
    await cast.maya.taps("Catat")
    assert cast.maya.sees("sudah tercatat sebagai cuti")
    assert len(rows(cast, Absence)) == 1


async def appoints(cast: Cast, absent: str, holder: str, days: str) -> None:
    await finds(cast.maya, absent, f"1. {absent}")
    await cast.maya.taps("Tunjuk Plh.")
    await cast.maya.says(holder)
    await cast.maya.taps(f"1. {holder}")
    await cast.maya.says(days)
    await cast.maya.taps("Catat")


async def test_a_mandate_has_days_and_no_circles(cast: Cast) -> None:
    tidy(cast)
    await appoints(cast, "Budi", "Dedi", "1 sampai 5 September 2026")
    assert cast.maya.sees("Plh. Dedi Pratama: Selasa, 1 September 2026")
    await appoints(cast, "Dedi", "Budi", "5 sampai 9 September 2026")
    assert cast.maya.sees("kembali kepada pejabat yang berhalangan")
    await appoints(cast, "Budi", "Sari", "5 September 2026")
    assert cast.maya.sees("sudah ada yang ditunjuk")
    assert len(rows(cast, Mandate)) == 1
    await finds(cast.maya, "Budi", "1. Budi")
    await cast.maya.taps("Tunjuk Plt.")
    await cast.maya.says("Maya Kusuma")
    assert cast.maya.sees("tidak dapat menunjuk diri sendiri")
    assert "Maya" not in cast.maya.screen
    with cast.database.transaction() as session:
        session.delete(accounts.active_of(session, cast.ids["sari"]))
    await cast.maya.says("Sari")
    await cast.maya.taps("1. Sari")
    await cast.maya.says("besok")
    assert cast.maya.sees("Sari Lestari, A.Md. belum bergabung")


async def reports_budi(cast: Cast) -> None:
    tidy(cast)
    await cast.sari.opens("joining.superior", cast.database.vault)
    await cast.sari.says("Bu Wayan, bukan Pak Budi")
    await cast.maya.says("/admin")
    await cast.maya.taps("Atasan keliru (1)")
    await cast.maya.taps("Sari")
    assert cast.maya.sees("Bu Wayan, bukan Pak Budi")


async def test_a_wrong_superior_is_corrected(cast: Cast, office: Office) -> None:
    await reports_budi(cast)
    await cast.maya.taps("Pilih atasan")
    await cast.maya.says("wayan astuti")
    await cast.maya.taps("1. Ni Wayan")
    assert cast.maya.sees("Selanjutnya: Ni Wayan Astuti, S.E.")
    await cast.maya.taps("Setujui")
    await office.feeds_again()
    with cast.database.transaction() as session:
        sari = employees.get(session, cast.ids["sari"])
        assert sari is not None
        assert sari.superior_id == cast.ids["wayan"]
    told = [one for one in rows(cast, Letter) if one.template == "joining.superior_settled"]
    assert [one.employee_id for one in told] == [cast.ids["sari"]]


async def test_a_correction_may_not_make_a_circle(cast: Cast) -> None:
    tidy(cast)
    await cast.budi.opens("joining.superior", cast.database.vault)
    await cast.budi.says("Sari Lestari")
    await cast.maya.says("/admin")
    await cast.maya.taps("Atasan keliru (1)")
    await cast.maya.taps("Budi")
    await cast.maya.taps("Pilih atasan")
    await cast.maya.says("Sari")
    await cast.maya.taps("1. Sari")
    await cast.maya.taps("Setujui")
    assert cast.maya.sees("Mereka akan saling membawahkan (Budi Santoso, S.Sos. → Sari Lestari")
    assert [one.state for one in rows(cast, SuperiorReport)] == ["open"]


async def test_a_report_is_declined_with_a_reason(cast: Cast) -> None:
    await reports_budi(cast)
    await cast.maya.taps("Tolak")
    await cast.maya.says(" ")
    assert cast.maya.sees("Ketik alasannya")
    await cast.maya.says("SK terakhir <menyebut> Pak Budi")
    assert [one.state for one in rows(cast, SuperiorReport)] == ["declined"]
    with cast.database.transaction() as session:
        sari = employees.get(session, cast.ids["sari"])
        assert sari is not None
        assert sari.superior_id == cast.ids["budi"]


async def test_a_suspended_account_is_dead_at_once(cast: Cast, office: Office) -> None:
    tidy(cast)
    await cast.sari.says("/menu")
    await finds(cast.maya, "Sari", "1. Sari")
    await cast.maya.taps("Tangguhkan akun")
    await cast.maya.taps("Ya, tangguhkan")
    await office.feeds_again()
    assert state_of(cast, 101) == "suspended"
    await cast.sari.says("/menu")
    assert cast.sari.sees("Akun ini ditangguhkan")
    await claims(cast.sari, invite(cast, "sari"))
    assert state_of(cast, 101) == "claimed"


def tidy(cast: Cast) -> None:
    """Search keys as an import writes them; HR has typed its codes this morning."""
    with cast.database.transaction() as session:
        for person in session.exec(select(Employee)):
            person.search_key = search_key(person.name)
            session.add(person)
        for key in ("maya", "rina"):
            prove(session, cast.ids[key], cast.maya.office.clock.now())
