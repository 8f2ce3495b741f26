"""Breaches of personal data: recorded, confirmed by a second person, told in time, closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import select

from bot.actions import personal
from bot.rules.authority import Role
from storage.duties import DutyKind
from storage.grants import Grant
from storage.outbox import Letter
from storage.personal import breaches
from tests.cast import Cast
from tests.conversations.test_personal import owed
from tests.conversations.test_personal_office import documents
from tests.documents.pdf import has
from tests.factors import types_code

DATA, HOW = "Nama dan nomor telepon 40 pegawai.", "Berkas tercetak tertinggal di ruang rapat."
HANDLING = "Berkas ditarik; waspadai panggilan yang mengaku dari kantor."
MENDED = "Berkas ditarik dan dimusnahkan; jangan beri kode kepada penelepon."
WHY = "Sebutkan apa yang harus dilakukan pegawai."


async def records_breach(cast: Cast) -> None:
    maya = cast.maya
    await maya.says("/data_saya")
    await maya.taps("Kebocoran data")
    await maya.taps("Catat kebocoran")
    for label, said in (("Data apa", DATA), ("Kapan", HOW), ("Penanganan", HANDLING)):
        await maya.taps(label)
        await maya.says(said)
    await maya.taps("Hanya satu unit")
    await maya.says("layanan")
    await maya.taps("Catat")


async def confirms(cast: Cast, key: str = "kepala") -> bool:
    """Whether this one reads the notice that waits, and says with a proof that it may go out."""
    one = cast.people[key]
    await one.opens("personal.breach_confirm/1", cast.database.vault)
    await one.taps("Setujui dan kirim")
    if "Kode pengaman" in one.screen:
        await types_code(one)
    return one.sees("Disetujui oleh")


async def asks_and_returns(cast: Cast) -> None:
    """Maya asks for the notice; the head sends it back, and Maya opens it again."""
    cast.sari.office.clock.moment += timedelta(minutes=1)
    await cast.maya.opens("personal.breach/1", cast.database.vault)
    await cast.maya.taps("Minta persetujuan")
    await cast.kepala.opens("personal.breach_return/1/1", cast.database.vault)
    cast.sari.office.clock.moment += timedelta(minutes=1)
    await cast.kepala.says(WHY)
    await cast.maya.opens("personal.breach/1", cast.database.vault)


def letters(cast: Cast, template: str) -> list[int]:
    with cast.database.transaction() as session:
        found = select(Letter.employee_id).where(Letter.template == template)
        return sorted(one or 0 for one in session.exec(found))


def spread(cast: Cast) -> None:
    with cast.database.transaction() as session:
        more = personal.spread(session, cast.sari.office.clock.now())
    if more:
        spread(cast)


def told_at(cast: Cast) -> tuple[datetime | None, int | None]:
    """When the notice was confirmed, and by whom."""
    with cast.database.transaction() as session:
        row = breaches.fresh(session, 1)
        return row.people_told_at, row.people_told_by


async def test_a_breach_is_told_to_whom_it_concerns_and_then_closed(opened: Cast) -> None:
    maya, sari, ids, vault = opened.maya, opened.sari, opened.ids, opened.database.vault
    await records_breach(opened)
    assert maya.sees("Batas pemberitahuan: Sabtu, 15 Agustus 2026 pukul 10.00 WIB")
    assert maya.sees("Yang terdampak: Layanan, 3 orang")
    await sari.opens("personal.notice/1", vault)
    assert sari.sees("tidak tersedia untuk Anda")
    spread(opened)
    assert letters(opened, "personal.breach_notice") == []
    await maya.taps("Minta persetujuan")
    assert letters(opened, "personal.breach_confirm") == [ids["kepala"]]
    assert owed(opened, DutyKind.CONFIRM_BREACH) == {"kepala": "open"}
    await opened.kepala.says("/menu")
    await opened.kepala.taps("Setujui kabar kebocoran")
    assert opened.kepala.sees(HANDLING)
    assert await confirms(opened)
    assert owed(opened, DutyKind.CONFIRM_BREACH) == {"kepala": "done"}
    assert owed(opened, DutyKind.TELL_BREACH) == {"maya": "open", "rina": "open"}
    await opened.rina.says("/menu")
    await opened.rina.taps("Umumkan kebocoran data")
    assert opened.rina.sees("Lembaga diberi tahu: belum")
    spread(opened)
    concerned = sorted(ids[key] for key in ("budi", "sari", "dedi"))
    assert letters(opened, "personal.breach_notice") == concerned
    await sari.opens("personal.notice/1", vault)
    assert sari.sees(HANDLING)
    await opened.yosef.opens("personal.notice/1", vault)
    assert opened.yosef.sees("tidak tersedia untuk Anda")
    await sari.opens("personal.breach/1", vault)
    assert sari.sees("tidak tersedia untuk Anda")
    await maya.opens("personal.breach/1", vault)
    assert "Perbaiki catatan" not in maya.screen
    await maya.taps("Surat ke lembaga")
    page = documents(opened)[-1][0]
    assert has(page, "PUSAT")
    assert all(has(page, said) for said in (DATA, HOW, HANDLING))
    await maya.opens("personal.breach/1", vault)
    await maya.taps("Lembaga diberi tahu")
    assert maya.sees("Yang akan dicatat: lembaga sudah menerima surat")
    assert owed(opened, DutyKind.TELL_BREACH) == {"maya": "open", "rina": "open"}
    await maya.taps("Ya, catat")
    assert owed(opened, DutyKind.TELL_BREACH) == {"maya": "done", "rina": "done"}
    await maya.taps("Tutup")
    assert maya.sees("tidak dapat dibuka lagi")
    await maya.taps("Tutup")
    assert maya.sees("Ditutup: Rabu, 12 Agustus 2026")
    spread(opened)
    assert letters(opened, "personal.breach_due") == []


async def test_the_clock_of_a_breach_warns_and_then_tells_the_head(opened: Cast) -> None:
    await records_breach(opened)
    clock, begun = opened.sari.office.clock, opened.sari.office.clock.moment
    expected: list[str] = []
    hr, all_ = ("maya", "rina"), ("maya", "rina", "kepala")
    for hours, keys in ((47, ()), (48, hr), (71, ()), (72, all_)):
        clock.moment = begun + timedelta(hours=hours)
        spread(opened)
        expected += keys
        wanted = sorted(opened.ids[key] for key in expected)
        assert letters(opened, "personal.breach_due") == wanted, hours


async def test_a_draft_of_a_breach_is_its_writers_and_whole_before_it_counts(
    opened: Cast,
) -> None:
    maya, rina, vault = opened.maya, opened.rina, opened.database.vault
    await maya.opens("personal.breach_word/data", vault)
    await maya.says(DATA)
    await maya.taps("Catat")
    assert maya.sees("Isi dahulu data apa")
    await rina.opens("personal.breach/1", vault)
    assert rina.sees("tidak tersedia untuk Anda")


async def test_a_notice_goes_back_with_a_reason_and_out_when_it_is_mended(opened: Cast) -> None:
    maya, kepala, vault = opened.maya, opened.kepala, opened.database.vault
    await records_breach(opened)
    await maya.opens("personal.breach_confirm/1", vault)
    assert maya.sees("tidak tersedia untuk Anda")
    await asks_and_returns(opened)
    assert letters(opened, "personal.breach_returned") == [opened.ids["maya"]]
    assert owed(opened, DutyKind.CONFIRM_BREACH) == {"kepala": "done"}
    assert maya.sees(WHY)
    assert "Minta persetujuan" not in maya.screen  # it is to be mended first
    assert "Surat ke terdampak" not in maya.screen
    await maya.opens("personal.breach_paper/1/0", vault)
    assert maya.sees("sesudah pemberitahuan disetujui")
    await maya.opens("personal.breach_mend/1", vault)
    await maya.taps("Penanganan")
    await maya.says("ya")
    assert maya.sees("sedikit lebih panjang")
    await maya.says(MENDED)
    assert maya.sees(MENDED)
    await maya.taps("Kembali")
    await maya.taps("Minta persetujuan")
    assert owed(opened, DutyKind.CONFIRM_BREACH) == {"kepala": "open"}
    assert await confirms(opened)
    assert opened.kepala.sees("Dikembalikan: Drs. Hendra")
    await opened.sari.opens("personal.notice/1", vault)
    assert opened.sari.sees(MENDED)
    for stale in ("personal.breach_mend/1", "personal.breach_mend_word/1/how"):
        await maya.opens(stale, vault)
        assert maya.sees("tidak dapat diubah lagi")
    await kepala.opens("personal.breach_confirm/1", vault)
    assert kepala.sees("tidak lagi menunggu")


async def test_where_the_head_asks_one_of_hr_confirms_and_only_once(opened: Cast) -> None:
    kepala, maya, rina, vault = opened.kepala, opened.maya, opened.rina, opened.database.vault
    await records_breach(opened)
    await kepala.opens("personal.breach/1", vault)
    await kepala.taps("Minta persetujuan")
    assert owed(opened, DutyKind.CONFIRM_BREACH) == {"maya": "open", "rina": "open"}
    assert "Baca dan setujui" not in kepala.screen
    await maya.opens("personal.breach_confirm/1", vault)
    await rina.opens("personal.breach_confirm/1", vault)
    assert await confirms(opened, "rina")
    told = told_at(opened)
    opened.sari.office.clock.moment += timedelta(minutes=5)
    await maya.taps("Setujui dan kirim")
    assert told_at(opened) == told
    assert told[1] == opened.ids["rina"]


async def test_what_was_changed_meanwhile_is_not_confirmed_unread(opened: Cast) -> None:
    maya, kepala, vault = opened.maya, opened.kepala, opened.database.vault
    await records_breach(opened)
    await maya.taps("Minta persetujuan")
    await kepala.opens("personal.breach_confirm/1", vault)
    await maya.opens("personal.breach_mend_word/1/handling", vault)
    await maya.says(MENDED)
    assert owed(opened, DutyKind.CONFIRM_BREACH) == {"kepala": "back"}
    await maya.opens("personal.breach/1", vault)
    await maya.taps("Minta persetujuan")
    await kepala.taps("Setujui dan kirim")
    assert told_at(opened) == (None, None)
    assert kepala.sees(MENDED)  # the new words, to be read first
    assert await confirms(opened)


async def test_a_breach_is_of_those_whose_role_covers_all_concerned(opened: Cast) -> None:
    """HR of one unit neither reads nor records what concerns others."""
    budi, maya, vault = opened.budi, opened.maya, opened.database.vault
    with opened.database.transaction() as session:
        session.add(Grant(employee_id=opened.ids["budi"], role=Role.HR,
                          unit_id=opened.units["Layanan"], since=date(2026, 1, 1)))  # fmt: skip
    await maya.opens("personal.breach_word/data", vault)
    for field, said in (("data", DATA), ("how", HOW), ("handling", HANDLING)):
        await maya.opens(f"personal.breach_word/{field}", vault)
        await maya.says(said)
    await maya.taps("Catat")  # of everybody
    assert owed(opened, DutyKind.TELL_BREACH) == {"maya": "open", "rina": "open"}
    await budi.says("/data_saya")
    await budi.taps("Kebocoran data")
    assert budi.sees("Belum ada yang tercatat")
    for where in ("breach", "breach_mend", "authority_sure"):
        await budi.opens(f"personal.{where}/1", vault)
        assert budi.sees("tidak tersedia untuk Anda")
    for field, said in (("data", DATA), ("how", HOW), ("handling", HANDLING)):
        await budi.opens(f"personal.breach_word/{field}", vault)
        await budi.says(said)
    assert budi.sees("Yang terdampak: Layanan")
    await budi.taps("Hanya satu unit")
    await budi.says("jayapura")
    assert budi.sees("Tidak ada unit")
    await budi.opens("personal.breach_draft", vault)
    await budi.taps("Catat")
    assert budi.sees("Layanan, 3 orang")
    await maya.opens("personal.breach/2", vault)
    assert maya.sees("Layanan, 3 orang")


async def test_the_inspectorate_reads_the_record_and_changes_nothing(opened: Cast) -> None:
    yosef = opened.yosef
    with opened.database.transaction() as session:
        session.add(Grant(employee_id=opened.ids["yosef"], role=Role.INSPECTORATE,
                          since=date(2026, 1, 1)))  # fmt: skip
    await records_breach(opened)
    assert owed(opened, DutyKind.TELL_BREACH) == {"maya": "open", "rina": "open"}
    await yosef.says("/data_saya")
    await yosef.taps("Kebocoran data")
    assert "Catat kebocoran" not in yosef.screen
    await yosef.taps("1")
    assert yosef.sees("Dicatat: Rabu, 12 Agustus 2026")
    labels = [label for row in yosef.card.keyboard for label, _ in row]
    assert len(labels) == 3, labels  # the letter to the authority, back, menu
