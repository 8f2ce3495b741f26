"""/data_saya: what is held, who looked at it, what was agreed to and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.actions import personal as actions
from bot.rules.personal import Keeping
from bot.texts.personal.retaining import NAMES
from storage import personal
from storage.broadcasts import (
    Broadcast,
    BroadcastAnswer,
    BroadcastQuestion,
    BroadcastReader,
)
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.outbox import Letter
from storage.personal import ConsentGiven, LookedAt
from storage.personal.expiring import EXPIRING
from storage.personal.holdings import ELSEWHERE, HOLDINGS
from storage.personal.terms import TERMS
from storage.tables import METADATA
from tests.cast import Cast
from tests.kit import Person


async def test_everybody_sees_what_is_held_of_them_why_and_how_long(opened: Cast) -> None:
    sari = opened.sari
    await sari.says("/data_saya")
    assert sari.sees("kami tidak dapat menghapusnya di sana")
    assert sari.sees("Pejabat pelindung data: belum ditunjuk")
    await sari.taps("Data yang disimpan")
    assert sari.sees("1. Identitas dan jabatan: 1")
    await sari.taps("1")
    assert sari.sees("kewajiban hukum instansi (UU 27/2022 Pasal 20 ayat (2) huruf c)")
    assert sari.sees("selama Anda bekerja, lalu 10 tahun")
    await sari.taps("Kembali")
    await sari.taps("▶")
    assert sari.sees("6. Keberatan atas hasil: 0")


async def test_whoever_looks_is_told_with_day_and_matter_but_once_a_day(opened: Cast) -> None:
    sari, maya, dedi = opened.sari, opened.maya, opened.dedi
    for _ in range(3):
        await maya.opens(f"desk.person/{opened.ids['sari']}", opened.database.vault)
    await maya.opens(f"career.card/{opened.ids['sari']}", opened.database.vault)
    await dedi.opens(f"desk.person/{opened.ids['sari']}", opened.database.vault)  # refused
    await sari.says("/skor")  # one's own looks are nobody's business
    await sari.says("/data_saya")
    await sari.taps("Siapa yang melihat")
    assert sari.sees("• 12 Agu 2026: Maya Kusuma, identitas dan akun")
    assert sari.sees("• 12 Agu 2026: Maya Kusuma, karier")
    assert "Dedi" not in sari.screen
    with opened.database.transaction() as session:
        assert len(session.exec(select(LookedAt)).all()) == 2


async def test_a_look_that_is_rolled_back_is_written_down_the_next_time(opened: Cast) -> None:
    clock, ids = opened.sari.office.clock, opened.ids
    seen = (ids["maya"], ids["sari"], "roster", date(2026, 8, 12), clock.now())

    def falls() -> None:
        with opened.database.transaction() as session:
            personal.note(session, *seen)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        falls()
    for _ in range(3):
        with opened.database.transaction() as session:
            personal.note(session, *seen)
    with opened.database.transaction() as session:
        assert len(session.exec(select(LookedAt)).all()) == 1


async def test_a_list_taken_out_is_told_to_whom_it_held(opened: Cast) -> None:
    maya, sari = opened.maya, opened.sari
    await maya.opens("years.export/2026", opened.database.vault)
    await sari.says("/data_saya")
    await sari.taps("Siapa yang melihat")
    assert sari.sees("Maya Kusuma, daftar seluruh pegawai sebagai berkas")


async def test_a_consent_is_listed_with_its_wording_and_ends_when_taken_back(opened: Cast) -> None:
    dedi, budi = opened.dedi, opened.budi
    await dedi.opens("thanks.mine/0", opened.database.vault)
    await dedi.taps("Atasan boleh menghitung")
    await dedi.says("/data_saya")
    await dedi.taps("Persetujuan saya")
    assert dedi.sees("1. atasan melihat jumlah apresiasi yang Anda terima")
    assert dedi.sees("(disetujui 12 Agu 2026, naskah ke-1)")
    await dedi.taps("Tarik nomor 1")
    assert dedi.sees("ditarik 12 Agu 2026")
    await budi.opens("thanks.team", opened.database.vault)
    assert "• Dedi Pratama" not in budi.screen
    with opened.database.transaction() as session:
        row = session.exec(select(ConsentGiven)).one()
        assert (row.version, row.withdrawn_at is not None) == (1, True)


def test_every_table_that_names_people_is_accounted_for() -> None:
    told = {one.name for one in HOLDINGS}
    naming = {
        table.name
        for table in METADATA.sorted_tables
        for key in table.foreign_keys
        if key.target_fullname == "employee.id"
    }
    assert naming <= told | ELSEWHERE.keys()
    assert told | ELSEWHERE.keys() <= TERMS.keys()
    assert not told & ELSEWHERE.keys()
    assert (told | ELSEWHERE.keys()) <= METADATA.tables.keys()


def test_every_term_in_years_has_a_job_that_keeps_it() -> None:
    named = {one.value: one for one in Keeping}
    kept = {str(one.table.__tablename__): named[one.keeping] for one in EXPIRING.values()}
    usual = {Keeping.SERVICE, Keeping.WITHDRAWN, Keeping.SENT}
    stated = {name: one.keeping for name, one in TERMS.items() if one.keeping not in usual}
    assert stated == kept
    assert NAMES.keys() == {*EXPIRING, "leavers"}


async def test_lists_are_looks_at_everybody_on_their_page(opened: Cast) -> None:
    maya, sari = opened.maya, opened.sari
    for _ in range(3):
        await maya.opens(
            f"desk.found/{opened.ids['sari']}/{opened.ids['dedi']}", opened.database.vault
        )
    await opened.budi.opens("participation.silent/-1/0", opened.database.vault)
    await sari.opens(f"desk.found/{opened.ids['dedi']}", opened.database.vault)  # refused
    await sari.says("/data_saya")
    await sari.taps("Siapa yang melihat")
    assert sari.sees("• 12 Agu 2026: Maya Kusuma, identitas dan akun")
    with opened.database.transaction() as session:
        looks = session.exec(select(LookedAt.viewer_id, LookedAt.about_id)).all()
        assert len(looks) == len(set(looks))
        assert (opened.ids["maya"], opened.ids["dedi"]) in looks
        assert not any(viewer == opened.ids["sari"] for viewer, _ in looks)


async def test_answers_to_a_finished_quiz_go_and_that_one_passed_stays(opened: Cast) -> None:
    me = opened.ids["sari"]
    with opened.database.transaction() as session:
        session.add(Broadcast(id=1, author_id=opened.ids["maya"], made_at=datetime.now(UTC)))
        session.add(BroadcastQuestion(id=1, broadcast_id=1))
        session.flush()
        session.add(BroadcastReader(broadcast_id=1, employee_id=me, tries=2, finished=1, best=90))
        for attempt in (1, 2):
            mine = {"broadcast_id": 1, "employee_id": me, "question_id": 1, "choice": 0}
            session.add(BroadcastAnswer(attempt=attempt, **mine))
    await opened.sari.says("/data_saya")
    await opened.sari.taps("Hapus data")
    await opened.sari.taps("Jawaban kuis")
    await opened.sari.taps("Hapus selamanya")
    with opened.database.transaction() as session:
        assert [one.attempt for one in session.exec(select(BroadcastAnswer))] == [2]
        assert session.exec(select(BroadcastReader.best)).one() == 90


async def asks_for(one: Person, field: str, wanted: str) -> None:
    await writes(one, field, wanted)
    await one.taps("Ajukan")


async def writes(one: Person, field: str, wanted: str) -> None:
    await one.says("/data_saya")
    await one.taps("Ajukan permintaan")
    await one.taps("Perbaiki data")
    await one.taps(field)
    await one.says(wanted)


def owed(cast: Cast, kind: DutyKind) -> dict[str, str]:
    """Who was made to owe it, and what has become of that."""
    names = {number: key for key, number in cast.ids.items()}
    with cast.database.transaction() as session:
        return {
            names[one.owner_id]: "done" if one.done_at else "back" if one.cancelled_at else "open"
            for one in session.exec(select(Duty).where(Duty.kind == kind))
        }


def waits(cast: Cast) -> Sequence[Letter]:
    """Letters about requests, in their order."""
    with cast.database.transaction() as session:
        found = select(Letter).where(col(Letter.template).startswith("personal."))
        return session.exec(found.order_by(col(Letter.id))).all()


async def test_a_correction_is_answered_by_hr_and_takes_effect(opened: Cast) -> None:
    sari, maya, dedi = opened.sari, opened.maya, opened.dedi
    await writes(sari, "Nomor telepon", "112")
    assert sari.sees("Ini bukan nomor telepon Indonesia")
    await sari.says("0812-3456-7890")
    await sari.taps("Ajukan")
    assert sari.sees("Kepegawaian menjawab paling lambat Sabtu, 15 Agustus 2026 pukul 10.00 WIB")
    assert {one.employee_id for one in waits(opened)} == {opened.ids["maya"], opened.ids["rina"]}
    await dedi.opens("personal.one/1", opened.database.vault)
    assert dedi.sees("tidak tersedia untuk Anda")
    await maya.says("/menu")
    await maya.taps("Permintaan data pribadi")
    assert maya.sees("Yang benar: +6281234567890")
    await maya.taps("Perbaiki sekarang")
    assert maya.sees("Tidak ada yang menunggu.")
    with opened.database.transaction() as session:
        person = session.get_one(Employee, opened.ids["sari"])
        assert person.phone == "+6281234567890"
        assert person.phone_index == opened.database.vault.index("+6281234567890")
    assert owed(opened, DutyKind.ANSWER_PERSONAL) == {"maya": "done", "rina": "done"}
    assert waits(opened)[-1].template == "personal.answered"
    assert waits(opened)[-1].employee_id == opened.ids["sari"]
    await sari.opens("personal.request/1", opened.database.vault)
    assert sari.sees("Keadaan: dikabulkan")


async def test_two_of_hr_decide_once_and_nobody_their_own(opened: Cast) -> None:
    sari, maya, rina = opened.sari, opened.maya, opened.rina
    await asks_for(sari, "Nama", "Sari Lestari Dewi, A.Md.")
    vault = opened.database.vault
    await maya.opens("personal.one/1", vault)
    await rina.opens("personal.one/1", vault)
    await rina.taps("Tolak")
    await rina.says("Nama di ijazah tertulis Sari Lestari.")
    await maya.taps("Perbaiki sekarang")
    assert maya.sees("ditolak")
    with opened.database.transaction() as session:
        assert session.get_one(Employee, opened.ids["sari"]).name == "Sari Lestari, A.Md."
    await sari.opens("personal.request/1", vault)
    assert sari.sees("Nama di ijazah tertulis Sari Lestari.")
    await asks_for(maya, "Jabatan", "Analis Utama")
    await maya.opens("personal.one/2", vault)
    assert maya.sees("tidak tersedia untuk Anda")
    await maya.opens("personal.desk/0", vault)
    assert maya.sees("Tidak ada yang menunggu.")
    await rina.opens("personal.desk/0", vault)
    assert rina.sees("1. Maya Kusuma, Perbaikan: Jabatan")


async def test_one_thing_is_asked_for_once_at_a_time(opened: Cast) -> None:
    sari = opened.sari
    await asks_for(sari, "Jabatan", "Pranata Komputer")
    await asks_for(sari, "Jabatan", "Analis Muda")
    assert sari.sees("sudah diajukan dan menunggu jawaban")
    await sari.opens("personal.request/1", opened.database.vault)
    await sari.taps("Tarik permintaan")
    assert owed(opened, DutyKind.ANSWER_PERSONAL) == {"maya": "back", "rina": "back"}
    assert sari.sees("Keadaan: ditarik")
    await sari.opens("personal.request/2", opened.database.vault)
    await sari.taps("Ajukan")
    assert sari.sees("menunggu kepegawaian")


async def test_the_clock_runs_through_holidays_warns_and_tells_the_head(opened: Cast) -> None:
    sari, clock = opened.sari, opened.sari.office.clock
    clock.moment = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)  # Friday before Independence Day
    await sari.opens("personal.objecting", opened.database.vault)
    await sari.says("Foto saya di papan pengumuman mohon tidak dipakai lagi.")
    await sari.taps("Ajukan")
    assert sari.sees("Senin, 17 Agustus 2026 pukul 16.00 WIB")

    def tick(hours: float) -> list[str]:
        clock.moment = datetime(2026, 8, 14, 9, 0, tzinfo=UTC) + timedelta(hours=hours)
        with opened.database.transaction() as session:
            assert not actions.tick(session, clock.now())
        return [one.template for one in waits(opened)][2:]

    hr, head = ["personal.near"] * 2, ["personal.overdue"] * 3
    assert tick(47.9) == []
    assert tick(48) == tick(71.9) == hr
    assert tick(72) == tick(100) == [*hr, *head]
    late = {one.employee_id for one in waits(opened) if one.template == "personal.overdue"}
    assert late == {opened.ids[key] for key in ("maya", "rina", "kepala")}
    still = dict.fromkeys(("maya", "rina", "kepala"), "open")
    assert owed(opened, DutyKind.ANSWER_PERSONAL) == still
    await opened.kepala.says("/menu")
    assert opened.kepala.button("Permintaan data pribadi")
    await opened.kepala.opens("personal.desk/0", opened.database.vault)
    assert opened.kepala.sees("(lewat batas)")
    await opened.kepala.taps("1")
    await opened.kepala.taps("Setuju")
    await opened.kepala.says("Foto diturunkan hari ini.")
    await sari.opens("personal.request/1", opened.database.vault)
    assert sari.sees("Foto diturunkan hari ini.")
    assert sari.sees("Batas 3 × 24 jam terlewati.")


async def test_what_may_be_erased_goes_and_the_rest_says_when(opened: Cast) -> None:
    sari = opened.sari
    await sari.says("/prestasi")
    await sari.taps("Buat baru")
    await sari.says("Antrean lebih cepat")
    await sari.says("/data_saya")
    await sari.taps("Hapus data")
    assert sari.sees("• Draf: 1")
    assert sari.sees("berkas bukti dukung prestasi 1 Jan 2037")
    assert sari.sees("selama Anda bekerja dan 10 tahun sesudahnya")
    await sari.taps("Draf")
    await sari.taps("Hapus selamanya")
    assert sari.sees("tidak ada sisanya di berkas kami")
    assert sari.sees("Tidak ada: Draf")
    await sari.opens("personal.sure/drafts", opened.database.vault)
    assert sari.sees("Tidak ada yang dapat dihapus.")


async def test_a_request_of_many_words_fits_the_screen_of_hr(opened: Cast) -> None:
    """The longest name and post that a roster may hold, and the longest answer."""
    sari, maya = opened.sari, opened.maya
    with opened.database.transaction() as session:
        employee = session.get_one(Employee, opened.ids["sari"])
        employee.name, employee.post = "Sari " * 39, "Analis " * 28
    await sari.opens("personal.wanting/post", opened.database.vault)
    await sari.says("Penata " * 14)
    await sari.taps("Ajukan")
    await maya.opens("personal.one/1", opened.database.vault)
    assert maya.sees("Penata")
    await maya.taps("Tolak")
    await maya.says("Alasan " * 42)
    await maya.opens("personal.one/1", opened.database.vault)
    assert maya.sees("Alasan")
