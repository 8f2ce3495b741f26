"""Citizens answer in the chat; staff keep counters, hand out tickets, look at what came."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from aiogram.methods import SendDocument
from sqlalchemy import text
from sqlmodel import select

from bot.actions.surveys import sealing, wishes
from bot.rules.surveys import codes
from handlers.conversations import whole_table
from handlers.letters import renderer
from storage import outbox, surveys
from storage.agreement import Fault, Kind
from storage.agreement.survey_days import of_survey_cases, of_survey_days
from storage.audit import Reader
from storage.outbox import Letter
from storage.surveys import Standing, SurveyAnswer
from storage.surveys.tables import SurveyComment, SurveyDraft, SurveyWish
from tests.cast import Cast
from tests.citizens import CODE, answers, citizen, found, kept, ticket
from tests.documents.pdf import has, pages

COMMENT = "Kursi tunggu kurang, antre sampai di luar."


async def test_a_citizen_answers_without_any_account(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast)
    await warga.says(f"/survei {CODE.lower()}")
    assert warga.sees("Legalisasi")
    assert warga.sees("dihitung terpisah")
    await warga.taps("Mulai")
    for at in range(9):
        assert warga.sees(f"Langkah {at + 1} dari 9")
        await warga.taps("2 " if at == 3 else "4 ")
    await warga.taps("Lewati")
    assert warga.sees("biaya: <b>2 Cukup mahal")
    await warga.taps("Kirim")
    assert warga.sees("Terima kasih")
    (row,) = kept(cast)
    assert (row.biaya, row.waktu, row.ticketed, row.standing) == (2, 4, False, "counts")
    assert row.answered_on == datetime(2026, 8, 12, tzinfo=UTC).date()


async def test_what_was_tapped_is_kept_and_may_be_changed(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast)
    await warga.says(f"/start {codes.argument(CODE)}")
    await warga.taps("Mulai")
    await warga.taps("1 ")
    await warga.says(f"/survei {CODE}")
    assert warga.sees("Langkah 2 dari 9"), "it goes on where it stopped"
    await warga.taps("Kembali")
    assert warga.sees("Jawaban Anda: 1 Tidak sesuai")
    await warga.says("sesuai sekali")
    assert warga.sees("Mohon pilih salah satu tombol")
    assert warga.sees("Langkah 2 dari 9")
    await warga.taps("Kembali")
    await warga.taps("3 ")
    for _ in range(8):
        await warga.taps("4 ")
    await warga.says("x" * 1001)
    await warga.says(COMMENT)
    assert warga.sees("persyaratan: <b>3 Sesuai")
    await warga.taps("Ubah jawaban")
    await warga.taps("4 ")
    assert warga.sees("persyaratan: <b>4 Sangat sesuai")
    await warga.taps("Ubah komentar")
    await warga.taps("Hapus")
    await warga.taps("Kirim")
    assert kept(cast)[0].persyaratan == 4
    with cast.database.transaction() as session:
        assert session.exec(select(SurveyComment)).all() == []


async def test_nothing_leads_from_an_answer_to_its_chat(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast, 987_650_123)
    await answers(warga, CODE, comment=COMMENT)
    await warga.taps("Kirim")
    with cast.database.transaction() as session:
        assert session.exec(select(SurveyDraft)).all() == []
        for table in ("surveyanswer", "surveycomment", "surveyrecent", "surveyseen", "auditentry"):
            for row in session.connection().execute(text(f"SELECT * FROM {table}")):
                assert not any("987650123" in str(cell) for cell in row), table
                assert not any(str(COMMENT) in str(cell) for cell in row), table
        left = session.connection().execute(
            text("SELECT acts FROM keyboard WHERE owner = 987650123")
        )
        assert not any("surveys.mark" in row[0] for row in left)
        later = cast.sari.office.clock.now() + timedelta(days=2)
        sealing.tick(session, later)
        left = session.connection().execute(
            text("SELECT acts FROM keyboard WHERE owner = 987650123")
        )
        assert not any("surveys." in row[0] for row in left)
        gone = session.connection().execute(text("SELECT count(*) FROM surveyrecent"))
        assert gone.scalar_one() == 0


async def test_a_ticket_is_for_one_answer(cast: Cast) -> None:
    code = ticket(cast, found(cast))
    warga, other = citizen(cast), citizen(cast, 9002)
    await answers(warga, code)
    await answers(other, code, 3)
    await warga.taps("Kirim")
    await other.taps("Kirim")
    assert other.sees("sudah dipakai")
    assert other.sees("Tanpa tiket kunjungan: dihitung terpisah")
    await other.taps("Kirim")
    assert sorted(row.ticketed for row in kept(cast)) == [False, True]
    await citizen(cast, 9003).says(f"/start {codes.argument(code)}")
    assert citizen(cast, 9003).sees("sudah dipakai")


async def test_without_a_ticket_once_a_day_at_a_counter(cast: Cast) -> None:
    at = found(cast)
    warga = citizen(cast)
    await answers(warga, CODE)
    await warga.taps("Kirim")
    await warga.says(f"/survei {CODE}")
    assert warga.sees("sudah menjawab untuk loket ini hari ini")
    await answers(warga, ticket(cast, at))
    await warga.taps("Kirim")
    assert len(kept(cast)) == 2


async def test_wrong_codes_are_told_so(cast: Cast) -> None:
    at = found(cast)
    warga = citizen(cast)
    late = ticket(cast, at, days=-1)
    for said, told in (
        ("/survei", "Pindai kode QR"),
        ("/survei halo", "bukan nomor survei"),
        ("/survei 2222222", "tidak dikenal"),
        ("/start skm-0001000000A1", "tidak dikenal"),
        (f"/survei {late}", "tidak berlaku lagi"),
    ):
        await warga.says(said)
        assert warga.sees(told), said


async def test_staff_who_answer_are_looked_at_by_a_person(cast: Cast) -> None:
    found(cast)
    await answers(cast.sari, CODE)
    assert "Kirim" in str(cast.sari.card.keyboard)
    await cast.sari.taps("Kirim")
    assert kept(cast)[0].standing == Standing.HELD
    await cast.maya.says("/survei")
    await cast.maya.taps("Perlu diperiksa (1)")
    await cast.maya.taps("12 Agu")
    assert cast.maya.sees("Siapa orangnya tidak disimpan")
    assert "Sari" not in cast.maya.screen
    await cast.maya.taps("Jangan dihitung")
    await cast.maya.says("Pegawai unit itu sendiri.")
    assert kept(cast)[0].standing == Standing.OUT
    with cast.database.transaction() as session:
        reader = Reader(session.connection())
        assert list(of_survey_cases(reader)) == []
        session.connection().execute(text("UPDATE surveycase SET state = 'counts'"))
        (wrong,) = of_survey_cases(reader)
        assert (wrong.kind, wrong.fault) == (Kind.SURVEY_CASE, Fault.DIFFERS)


async def test_many_at_once_wait_for_a_person(cast: Cast) -> None:
    found(cast)
    for number in range(10):
        warga = citizen(cast, 9100 + number)
        await answers(warga, CODE, 4 if number % 2 else 3)
        await warga.taps("Kirim")
    assert {row.standing for row in kept(cast)} == {Standing.HELD}
    await cast.maya.says("/survei")
    await cast.maya.taps("Perlu diperiksa")
    await cast.maya.taps("12 Agu")
    assert cast.maya.sees("10 jawaban, 0 di antaranya dengan tiket")
    await cast.maya.taps("Hitung")
    await cast.maya.says("Rombongan dari satu desa, saya hadir.")
    assert {row.standing for row in kept(cast)} == {Standing.COUNTS}
    warga = citizen(cast, 9200)
    await answers(warga, CODE, 2)
    await warga.taps("Kirim")
    assert {row.standing for row in kept(cast)} == {Standing.COUNTS}, "one more is no flood"


async def test_names_are_blanked_before_others_read(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast)
    await answers(warga, CODE, 2, "Pak Joko Widodo di loket 2 lambat. joko  widodo!")
    await warga.taps("Kirim")
    await cast.maya.says("/survei")
    await cast.maya.taps("Komentar (1)")
    await cast.maya.taps("Tutup nama")
    await cast.maya.says("Siti")
    assert cast.maya.sees("tidak ada dalam komentar")
    await cast.maya.says("Joko Widodo")
    assert cast.maya.sees("Pak ▇▇▇ di loket 2 lambat. ▇▇▇!")
    await cast.maya.taps("Boleh dibaca")
    with cast.database.transaction() as session:
        (row,) = surveys.comments.cleared(session, None, 0, 9)
        assert "Joko" not in row.text
        trail = session.connection().execute(text("SELECT action FROM auditentry")).scalars().all()
        assert {"surveys.blank", "surveys.clear"} <= set(trail)


async def test_who_asked_is_told_and_then_forgotten(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast)
    await answers(warga, CODE, 2, COMMENT)
    await warga.taps("Kabari saya")
    assert warga.sees("disimpan terenkripsi")
    await warga.taps("Ya, kabari saya")
    await warga.taps("Kirim")
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        (wish,) = session.exec(select(SurveyWish)).all()
        assert wishes.tell(session, [wish.answer_id], "Kursi ditambah 20.", now) == 1
        assert wishes.tell(session, [wish.answer_id], "Kursi ditambah 20.", now) == 0
        (letter,) = session.exec(select(Letter).where(Letter.template == wishes.NEWS)).all()
        out = renderer(whole_table())(session, letter, now)
        assert out is not None
        assert out.chat_id == 9001
        assert "Kursi ditambah 20." in out.drawn.text
        assert session.exec(select(SurveyWish)).one().contact is None
        letter.state = outbox.State.SENT
        session.add(letter)
        session.flush()
        outbox.forget_chats(session, wishes.NEWS)
        session.expire_all()
        assert session.exec(select(Letter.chat_id).where(Letter.id == letter.id)).one() is None


async def test_a_contact_is_erased_on_demand(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast)
    await answers(warga, CODE, 2, COMMENT)
    await warga.taps("Kabari saya")
    await warga.taps("Ya, kabari saya")
    await warga.taps("Kirim")
    await warga.says("/survei")
    await warga.taps("Hapus kontak saya")
    with cast.database.transaction() as session:
        assert session.exec(select(SurveyWish)).all() == []


async def test_hr_keeps_services_counters_and_tickets(cast: Cast) -> None:
    found(cast, "Jayapura")
    maya = cast.maya
    await maya.says("/survei")
    await maya.taps("Layanan dan loket")
    await maya.taps("Layanan baru")
    await maya.taps("Layanan", bubble=maya.card)
    await maya.taps("Layanan pengaduan")
    await maya.says("ab")
    assert maya.sees("3 sampai 60")
    await maya.says("Pengaduan warga")
    await maya.taps("Loket baru")
    await maya.says("Loket A")
    assert maya.sees("Nomor:")
    await maya.taps("Petugas")
    await maya.says("Sari Lestari")
    await maya.taps("1. Sari")
    assert maya.sees("Petugas: Sari Lestari")
    await maya.taps("Lembar kode QR")
    calls = [call for call in maya.office.telegram.calls if isinstance(call, SendDocument)]
    page = calls[-1].document.data  # type: ignore[union-attr]
    assert pages(page) == 1
    assert has(page, "Loket A")
    await maya.taps("Kembali")
    await maya.taps("Cetak tiket")
    await maya.says("12")
    calls = [call for call in maya.office.telegram.calls if isinstance(call, SendDocument)]
    assert pages(calls[-1].document.data) == 2  # type: ignore[union-attr]
    await maya.taps("Tarik yang tersisa")
    await maya.taps("12 Agu 2026: 0/12")
    assert maya.sees("Tidak ada lagi tiket yang berlaku")
    sari = cast.sari
    await sari.says("/survei")
    await sari.taps("Loket A")
    assert "Ganti nama" not in str(sari.card.keyboard)
    await sari.taps("Beri satu tiket")
    assert sari.sees("Untuk satu jawaban")


async def test_a_changed_answer_is_found(cast: Cast) -> None:
    found(cast)
    warga = citizen(cast)
    await answers(warga, CODE)
    await warga.taps("Kirim")
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        sealing.tick(session, now + timedelta(days=2))
    with cast.database.transaction() as session:
        connection = session.connection()
        assert list(of_survey_days(connection)) == []
        connection.execute(text("UPDATE surveyanswer SET waktu = 1"))
        (wrong,) = of_survey_days(connection)
        assert (wrong.kind, wrong.fault, wrong.about) == (
            Kind.SURVEY_DAY, Fault.DIFFERS, "2026-08-12",
        )  # fmt: skip
        connection.execute(SurveyAnswer.__table__.delete())  # type: ignore[attr-defined]
        (gone,) = of_survey_days(connection)
        assert gone.fault == Fault.GONE
