"""From a comment to what was changed, and the figure of a month to the office's channel."""

from __future__ import annotations

from datetime import date

import pytest
from aiogram.methods import SendDocument
from sqlalchemy import update
from sqlmodel import col, select

from bot.rules.surveys.elements import Element
from storage import agreement, printing
from storage.agreement import Finding, Kind
from storage.audit import Reader
from storage.duties import Duty, DutyKind
from storage.employees import Employee
from storage.outbox import Letter
from storage.printing import Printing
from storage.surveys import SurveyAnswer, SurveyComment, SurveyWish
from storage.surveys.releases import SurveyRelease
from tests.cast import Cast
from tests.documents.pdf import has, pages
from tests.factors import types_code
from tests.post import deliver
from tests.quarter import moves_to
from tests.surveys import answer, serve

DAY, TODAY = date(2026, 7, 20), date(2026, 8, 25)
SAID = "Antrean di loket dua terlalu lama dan tidak ada kursi."
WHAT = "Menambah kursi dan satu petugas di loket dua."
DONE = "Di loket dua kini ada dua belas kursi dan dua petugas."
BOARD, CITIZEN = -1001234567890, 987654


@pytest.fixture
def heard(cast: Cast) -> Cast:
    """Forty answered in July; one wrote a comment and asked to hear what became of it."""
    with cast.database.transaction() as session:
        unit = session.get_one(Employee, cast.ids["sari"]).unit_id
        answer(session, serve(session, unit, "Loket kartu"), DAY, [4, 3] * 20)
        session.execute(update(SurveyAnswer).values(waktu=2))
        number = session.exec(select(SurveyAnswer.answer_id)).first() or 0
        session.add(SurveyComment(answer_id=number, unit_id=unit, text=SAID, cleared_on=DAY))
        session.add(SurveyWish(answer_id=number, contact=str(CITIZEN), mark=b"m", asked_on=DAY))
    moves_to(cast, TODAY)
    return cast


def unit_of(cast: Cast) -> int:
    with cast.database.transaction() as session:
        return session.get_one(Employee, cast.ids["sari"]).unit_id


def letters(cast: Cast, template: str) -> list[Letter]:
    with cast.database.transaction() as session:
        return list(session.exec(select(Letter).where(Letter.template == template)).all())


def owed(cast: Cast) -> list[Duty]:
    with cast.database.transaction() as session:
        return list(session.exec(select(Duty).where(col(Duty.kind) == DutyKind.IMPROVE)))


def findings(cast: Cast) -> list[Finding]:
    with cast.database.transaction() as session:
        found = agreement.findings(Reader(session.connection()), cast.database.vault, TODAY)
        return [one for one in found if one.kind is Kind.SURVEY_RELEASE]


async def makes_a_point(cast: Cast) -> None:
    kepala = cast.kepala
    await kepala.opens(f"surveys.results/{unit_of(cast)}/20263", cast.database.vault)
    await kepala.taps("Komentar")
    assert kepala.sees(f"1. {SAID}")
    await kepala.taps("1")
    await kepala.taps("Jadikan perbaikan")
    await kepala.says("kursi")
    assert kepala.sees("Mohon tulis sedikitnya 10 huruf.")
    await kepala.says(WHAT)
    await kepala.says("tidak ada orangnya")
    assert kepala.sees("Tidak ada pegawai di unit Anda dengan nama itu.")
    await kepala.says("sari lestari")
    await kepala.taps("1. Sari")
    await kepala.taps("4 minggu lagi")


async def test_a_comment_becomes_a_point_and_the_citizen_hears_once(heard: Cast) -> None:
    kepala, sari = heard.kepala, heard.sari
    await makes_a_point(heard)
    assert kepala.sees("Sari Lestari, A.Md. mengerjakannya sampai Selasa, 22 September 2026.")
    (duty,) = owed(heard)
    assert (duty.owner_id, duty.due_on, duty.done_at) == (
        heard.ids["sari"], date(2026, 9, 22), None,
    )  # fmt: skip
    assert [one.employee_id for one in letters(heard, "surveys.owed")] == [heard.ids["sari"]]
    await deliver(heard)
    assert sari.sees("Ada perbaikan layanan yang menjadi tugas Anda.")
    await sari.opens("surveys.point/1", heard.database.vault)
    assert sari.sees(WHAT)
    assert "Batalkan" not in sari.screen
    await sari.taps("Sudah diperbaiki")
    assert sari.sees("dikirim kepadanya satu kali")
    await sari.says(DONE)
    assert sari.sees("Warga yang minta dikabari diberi tahu.")
    assert owed(heard)[0].done_at is not None
    (news,) = letters(heard, "surveys.news")
    assert (news.chat_id, news.employee_id) == (CITIZEN, None)
    with heard.database.transaction() as session:
        wish = session.exec(select(SurveyWish)).one()
        assert (wish.contact, wish.told_on is not None) == (None, True)
    assert [one.employee_id for one in letters(heard, "surveys.finished")] == [heard.ids["kepala"]]
    await sari.opens("surveys.changed/1", heard.database.vault)
    assert sari.sees("Perbaikan ini sudah ditutup.")
    await kepala.opens(f"surveys.points/{unit_of(heard)}/0", heard.database.vault)
    assert kepala.sees("diperbaiki Selasa, 25 Agustus 2026")


async def test_a_low_element_becomes_a_point_that_is_called_off(heard: Cast) -> None:
    kepala, unit = heard.kepala, unit_of(heard)
    await kepala.opens(f"surveys.improve/{unit}/0/{Element.WAKTU}", heard.database.vault)
    assert kepala.sees("Waktu penyelesaian")
    await kepala.says(WHAT)
    await kepala.says("dedi pratama")
    await kepala.taps("1. Dedi")
    await kepala.says("besok lusa entah kapan")
    assert kepala.sees("Mohon tulis tanggal")
    await kepala.says("1 Agustus 2026")
    assert kepala.sees("antara hari ini dan satu tahun")
    await kepala.says("1 Oktober 2026")
    assert kepala.sees("Dari unsur yang rendah: Waktu penyelesaian")
    await kepala.taps("Batalkan")
    assert kepala.sees("Dibatalkan.")
    assert [one.cancelled_at is not None for one in owed(heard)] == [True]
    await heard.dedi.opens("surveys.changed/1", heard.database.vault)
    assert heard.dedi.sees("Perbaikan ini sudah ditutup.")


async def test_nobody_else_reads_comments_or_points(heard: Cast) -> None:
    await makes_a_point(heard)
    for place in ("surveys.point/1", f"surveys.comments/{unit_of(heard)}/0", "surveys.changed/1"):
        await heard.dedi.opens(place, heard.database.vault)
        assert heard.dedi.sees("tidak tersedia")


async def test_a_month_is_published_once_and_stays_as_it_was(heard: Cast) -> None:
    kepala, unit = heard.kepala, unit_of(heard)
    printing.hand_over(Printing(board=BOARD), heard.database.engine)
    await kepala.opens(f"surveys.months/{unit}", heard.database.vault)
    await kepala.taps("Juni 2026")
    assert kepala.sees("Tidak ada jawaban yang dihitung pada bulan itu.")
    await kepala.opens(f"surveys.months/{unit}", heard.database.vault)
    await kepala.taps("Juli 2026")
    assert kepala.sees("83,33, mutu B (baik)</b> dari 40 jawaban")
    assert kepala.sees("kartu ini dikirim kepada grup atau kanal kantor")
    await kepala.taps("Terbitkan")
    await types_code(kepala)
    assert kepala.sees("Diterbitkan pada Selasa, 25 Agustus 2026.")
    assert [(one.chat_id, one.employee_id) for one in letters(heard, "surveys.published")] == [
        (BOARD, None)
    ]
    assert findings(heard) == []
    with heard.database.transaction() as session:
        session.execute(update(SurveyAnswer).values(waktu=1))
    await kepala.opens(f"surveys.months/{unit}", heard.database.vault)
    await kepala.taps("✓ Juli 2026")
    assert kepala.sees("83,33")
    assert "Terbitkan" not in kepala.screen
    await kepala.taps("Sebagai PDF")
    assert kepala.sees("Kartu dalam bentuk PDF untuk dicetak")
    calls = [call for call in kepala.office.telegram.calls if isinstance(call, SendDocument)]
    page = calls[-1].document.data  # type: ignore[union-attr]
    assert pages(page) == 1
    for said in (
        "Juli 2026",
        "Tertinggi: Persyaratan",
        "Diterbitkan pada Selasa, 25 Agustus",
    ):
        assert has(page, said), said
    with heard.database.transaction() as session:
        session.execute(update(SurveyRelease).values(sums="160 160 160 160 160 160 160 160 160"))
    assert [one.fault for one in findings(heard)] == [agreement.Fault.DIFFERS]


async def test_what_changed_under_the_hand_is_shown_again(heard: Cast) -> None:
    kepala, unit = heard.kepala, unit_of(heard)
    await kepala.opens(f"surveys.month/{unit}/20260701", heard.database.vault)
    with heard.database.transaction() as session:
        session.execute(update(SurveyAnswer).values(biaya=1))
    await kepala.taps("Terbitkan")
    assert kepala.sees("berubah")
    with heard.database.transaction() as session:
        assert session.exec(select(SurveyRelease)).all() == []
