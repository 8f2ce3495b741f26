"""Certificates in the chat: downloaded by the winner, checked by anybody, whatever they send."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.methods import SendDocument
from sqlalchemy import text
from sqlmodel import select

from bot.documents.signing import Soundness, examine, sign
from bot.documents.signing.key import Stamp
from storage import printing, profile, signing_keys
from storage.agreement.certificates import of_certificates, of_replaced, of_revocations
from storage.agreement.words import of_certificates as of_words
from storage.audit import Reader
from storage.certificates import Certificate, FormerCertificate
from storage.employees import Employee
from storage.outbox import Letter
from storage.printing import Printing
from storage.revocations import Revocation
from tests.beginnings import played
from tests.cast import Cast
from tests.documents.pdf import has, pages
from tests.factors import types_code
from tests.kit import Person
from tests.signing import NOW, key

DAY = datetime(2026, 8, 12, 3, tzinfo=UTC).date()
CHECKS = (of_certificates, of_replaced, of_revocations)
ADDRESS = "https://teladan.contoh.go.id"


@pytest.fixture
@played
async def honoured(nominee: Cast) -> Cast:
    """Sari is honoured; the office has a key of its own."""
    with nominee.database.transaction() as session:
        signing_keys.know(session, key().fingerprint, "", NOW)
        profile.remember(session, "teladan_contoh_bot")
    prints(nominee)
    await nominee.kepala.says("/penghargaan")
    for label in ("Putuskan: Sari", "Setujui", "Ya, tetapkan"):
        await nominee.kepala.taps(label)
    await types_code(nominee.kepala)
    return nominee


@pytest.fixture
def winner(honoured: Cast) -> Cast:
    prints(honoured)
    return honoured


def prints(cast: Cast) -> None:
    printing.hand_over(Printing(ADDRESS, "Semarang", key()), cast.database.engine)


def certificate(cast: Cast) -> Certificate:
    with cast.database.transaction() as session:
        return session.exec(select(Certificate)).one()


def document(person: Person) -> bytes:
    calls: list[Any] = person.office.telegram.calls
    sent = [c for c in calls if isinstance(c, SendDocument) and c.chat_id == person.telegram_id]
    content: bytes = sent[-1].document.data  # type: ignore[union-attr]
    return content


async def downloads(cast: Cast) -> bytes:
    await cast.sari.says("/penghargaan")
    await cast.sari.taps("Piagam dan sertifikat")
    await cast.sari.taps("001/PGM/2026")
    await cast.sari.taps("Unduh piagam")
    return document(cast.sari)


async def test_the_winner_gets_a_signed_paper(winner: Cast) -> None:
    page, row = await downloads(winner), certificate(winner)
    assert pages(page) == 1
    for said in (
        "PIAGAM PENGHARGAAN", "Nomor: 001/PGM/2026", "Sari Lestari, A.Md.", "golongan III/a",
        "Pegawai Teladan Triwulan III 2026", "Ditetapkan di Semarang, 14 Oktober 2026",
        "Drs. Hendra Wijaya, M.Si.", "1970********1001", row.code, "teladan.contoh.go.id/cek",
    ):  # fmt: skip
        assert has(page, said), said
    assert not has(page, "197001011995011001")
    seal = examine(page)
    assert (seal.soundness, seal.fingerprint) == (Soundness.WHOLE, key().fingerprint)
    assert row.code in seal.reason


async def test_the_head_gets_it_from_the_award_and_others_do_not(winner: Cast) -> None:
    await winner.kepala.opens("awards.honour/1", winner.database.vault)
    await winner.kepala.taps("Unduh piagam")
    assert document(winner.kepala).startswith(b"%PDF")
    await winner.dedi.opens("awards.honour/1", winner.database.vault)
    assert "Unduh piagam" not in winner.dedi.screen
    await winner.dedi.opens("certificates.sheet/1", winner.database.vault)
    assert winner.dedi.sees("tidak tersedia")


async def test_anybody_may_ask_without_an_account(winner: Cast) -> None:
    row = certificate(winner)
    citizen = winner.sari.office.person(999, "Warga")
    await citizen.says(f"/start cek-{row.code}")
    assert citizen.sees("<b>Asli dan berlaku</b>\nNomor 001/PGM/2026\nSari Lestari, A.Md.")
    await citizen.says("001/pgm/2026")
    assert citizen.sees("Baru nomornya yang diperiksa.")
    assert "Sari" not in citizen.screen
    await citizen.says("9/PGM/2026")
    assert citizen.sees("<b>Tidak dikenal</b>")
    forged = row.code[:-1] + ("2" if row.code[-1] != "2" else "3")
    for typed in (forged, f"/start cek-{forged}", f"/cek {forged}"):
        await citizen.says(typed)
        assert citizen.sees("<b>Tidak dikenal</b>"), typed
        await citizen.says("halo")
        assert "Tidak dikenal" not in citizen.screen
    await winner.dedi.says(f"/start cek-{forged}")
    assert winner.dedi.sees("<b>Tidak dikenal</b>")
    for anybody in (citizen, winner.dedi):
        for asks in ("/cek", "/Cek", "/cek saya tidak tahu"):
            await anybody.says("/batal")
            await anybody.says(asks)
            assert anybody.sees("Ketik kode atau nomor"), asks
        await anybody.says(row.code.lower())
        assert anybody.sees("<b>Asli dan berlaku</b>")
        await anybody.says(f"/cek {row.code}")
        assert anybody.sees("<b>Asli dan berlaku</b>")


async def test_colleagues_ask_by_link_by_typing_and_anywhere(winner: Cast) -> None:
    row, dedi = certificate(winner), winner.dedi
    await dedi.says(f"/start cek-{row.code}")
    assert dedi.sees("<b>Asli dan berlaku</b>")
    await dedi.says("/menu")
    await dedi.says(row.code.lower())
    assert dedi.sees("<b>Asli dan berlaku</b>")
    await dedi.taps("Periksa yang lain")
    await dedi.says("entah")
    assert dedi.sees("Itu bukan kode atau nomor dokumen")


async def test_a_file_is_judged_by_its_signature(winner: Cast) -> None:
    page = await downloads(winner)
    seal = examine(page)
    citizen = winner.sari.office.person(999, "Warga")
    await citizen.sends_file("piagam.pdf", page)
    assert citizen.sees("<b>Tanda tangan kantor cocok.</b>")
    assert citizen.sees("<b>Asli dan berlaku</b>\nNomor 001/PGM/2026")
    altered = page.replace(b"/Reason (Piagam", b"/Reason (Piagan")
    assert altered != page
    await citizen.sends_file("piagam.pdf", altered)
    assert citizen.sees("Berkas ini berubah setelah ditandatangani")
    before = page[: page.index(b"%%EOF") + 6]
    forged = await asyncio.to_thread(sign, before, key("Palsu"), Stamp(NOW, seal.reason))
    await citizen.sends_file("piagam.pdf", forged)
    assert citizen.sees("Bukan tanda tangan kantor ini")
    await citizen.sends_file("piagam.pdf", b"%PDF-1.7 kosong")
    assert citizen.sees("Berkas ini tidak bertanda tangan elektronik")


async def test_colleagues_send_a_file_where_it_is_asked_for(winner: Cast) -> None:
    page = await downloads(winner)
    await winner.dedi.says("/penghargaan")
    await winner.dedi.taps("Periksa kode")
    await winner.dedi.sends_file("catatan.txt", b"x")
    assert winner.dedi.sees("Mohon kirim dokumennya sebagai PDF")
    await winner.dedi.sends_file("piagam.pdf", page)
    assert winner.dedi.sees("<b>Tanda tangan kantor cocok.</b>")
    await winner.dedi.says("/menu")
    await winner.dedi.says("999/PGM/2026")
    assert winner.dedi.sees("Tidak dikenal")
    await winner.dedi.says("001/PGM/2026")
    assert winner.dedi.sees("Asli dan berlaku")
    assert "Buka dokumennya" not in winner.dedi.screen


async def test_without_a_key_the_paper_is_not_signed_and_says_so(winner: Cast) -> None:
    printing.hand_over(Printing(), winner.database.engine)
    page = await downloads(winner)
    assert examine(page).soundness is Soundness.UNSIGNED
    assert winner.sari.sees("belum bertanda tangan elektronik")
    assert has(page, "@teladan_contoh_bot")


async def test_two_people_take_it_back_and_everybody_is_told(winner: Cast) -> None:
    row, maya, kepala = certificate(winner), winner.maya, winner.kepala
    reason = "Nilai triwulan ternyata memakai bukti orang lain."
    await maya.says("001/PGM/2026")  # how HR gets to an award of long ago
    await maya.taps("Buka dokumennya")
    await maya.taps("Cabut …")
    await maya.says("keliru")
    assert maya.sees("sedikitnya 20 karakter")
    await maya.says(reason)
    await maya.taps("Serahkan ke orang kedua")
    assert maya.sees("Menunggu orang kedua.")
    assert "Ya, cabut" not in maya.screen
    await kepala.says("/menu")
    await kepala.taps("Pencabutan piagam Sari")
    await kepala.taps("Ya, cabut")
    assert kepala.sees("Piagamnya dicabut")
    assert certificate(winner).state == "revoked"
    await winner.sari.opens(f"certificates.card/{row.id}", winner.database.vault)
    assert winner.sari.sees(reason)
    assert "Unduh" not in winner.sari.screen
    await winner.sari.taps("Ke penghargaannya")
    assert winner.sari.sees("Ditetapkan")
    citizen = winner.sari.office.person(999, "Warga")
    await citizen.says(row.code)
    assert citizen.sees("<b>Dicabut sejak Rabu, 14 Oktober 2026</b>")
    assert reason not in citizen.screen
    with winner.database.transaction() as session:
        told = session.exec(select(Letter).where(Letter.template == "certificates.revoked")).one()
        assert told.employee_id == winner.ids["sari"]
        reader = Reader(session.connection())
        assert [one for check in CHECKS for one in check(reader)] == []
        assert list(of_words(session.connection(), winner.database.vault)) == []
        session.connection().execute(text("UPDATE certificate SET number = 9, state = 'valid'"))
        found = [one.fault for check in CHECKS for one in check(reader)]
        assert sorted(found) == ["differs", "gone"]


async def test_what_is_refused_or_withdrawn_stays_in_force(winner: Cast) -> None:
    row, maya = certificate(winner), winner.maya
    for end, who in (("Tidak, tetap berlaku", winner.kepala), ("Tarik kembali", maya)):
        await maya.opens(f"certificates.revoking/{row.id}", winner.database.vault)
        await maya.says("Alasan yang cukup panjang untuk diputuskan.")
        await maya.taps("Serahkan ke orang kedua")
        await maya.opens(f"certificates.revoking/{row.id}", winner.database.vault)
        assert maya.sees("sudah menunggu keputusan")
        with winner.database.transaction() as session:
            number = session.exec(select(Revocation.id).where(Revocation.state == "waiting")).one()
        await who.opens(f"certificates.revocation/{number}", winner.database.vault)
        await who.taps(end)
    assert certificate(winner).state == "valid"


async def test_a_misspelled_name_is_corrected_and_the_paper_of_before_says_so(
    winner: Cast,
) -> None:
    maya, before, vault = winner.maya, certificate(winner), winner.database.vault
    await maya.opens(f"certificates.card/{before.id}", vault)
    await maya.taps("Betulkan nama …")
    assert maya.sees("Kedua nama itu sama.")
    assert "Ya, terbitkan" not in maya.screen
    with winner.database.transaction() as session:
        person = session.get(Employee, winner.ids["sari"])
        assert person is not None
        person.name = "Sari Lestariningsih, A.Md."
    await maya.opens(f"certificates.replacing/{before.id}", vault)
    assert maya.sees("Di daftar pegawai: <b>Sari Lestariningsih, A.Md.</b>")
    await maya.taps("Ya, terbitkan ulang")
    await types_code(maya)
    assert maya.sees("Sudah diterbitkan ulang.")
    after = certificate(winner)
    assert (after.number, after.state) == (2, "valid")
    assert after.code != before.code
    citizen = winner.sari.office.person(999, "Warga")
    await citizen.says(before.code)
    assert citizen.sees(
        "<b>Asli, tetapi sudah diganti dengan nomor 002/PGM/2026</b>\nNomor 001/PGM/2026"
    )
    assert "Lestariningsih" not in citizen.screen
    await citizen.says("001/PGM/2026")
    assert citizen.sees("diganti dengan nomor 002/PGM/2026")
    assert "Sari" not in citizen.screen
    await citizen.says(after.code)
    assert citizen.sees("<b>Asli dan berlaku</b>\nNomor 002/PGM/2026\nSari Lestariningsih, A.Md.")
    await winner.sari.opens(f"certificates.card/{after.id}", vault)
    await winner.sari.taps("Unduh piagam")
    assert has(document(winner.sari), "Nomor: 002/PGM/2026 (pengganti nomor 001/PGM/2026)")
    with winner.database.transaction() as session:
        told = session.exec(select(Letter).where(Letter.template == "certificates.replaced")).one()
        assert told.employee_id == winner.ids["sari"]
        reader = Reader(session.connection())
        assert [one for check in CHECKS for one in check(reader)] == []
        assert list(of_words(session.connection(), vault)) == []
        session.connection().execute(text("UPDATE formercertificate SET number = 9"))
        assert [one.fault for check in CHECKS for one in check(reader)] == ["differs"]


async def test_two_officers_at_once_replace_it_once(winner: Cast) -> None:
    row, vault = certificate(winner), winner.database.vault
    with winner.database.transaction() as session:
        person = session.get(Employee, winner.ids["sari"])
        assert person is not None
        person.name = "Sari Lestariningsih, A.Md."
    for officer in (winner.maya, winner.rina):
        await officer.opens(f"certificates.replacing/{row.id}", vault)
    await winner.maya.taps("Ya, terbitkan ulang")
    await types_code(winner.maya)
    await winner.rina.taps("Ya, terbitkan ulang")
    assert winner.rina.sees("sudah berubah") or winner.rina.sees("Kedua nama itu sama.")
    with winner.database.transaction() as session:
        assert len(session.exec(select(FormerCertificate)).all()) == 1


async def test_what_replaced_it_being_revoked_revokes_both(winner: Cast) -> None:
    before, vault = certificate(winner), winner.database.vault
    with winner.database.transaction() as session:
        person = session.get(Employee, winner.ids["sari"])
        assert person is not None
        person.name = "Sari Lestariningsih, A.Md."
    await winner.maya.opens(f"certificates.replacing/{before.id}", vault)
    await winner.maya.taps("Ya, terbitkan ulang")
    await types_code(winner.maya)
    await winner.maya.opens(f"certificates.revoking/{before.id}", vault)
    await winner.maya.says("Penghargaan ini diberikan atas data yang keliru.")
    await winner.maya.taps("Serahkan ke orang kedua")
    await winner.kepala.opens("certificates.revocation/1", vault)
    await winner.kepala.taps("Ya, cabut")
    citizen = winner.sari.office.person(999, "Warga")
    await citizen.says(before.code)
    assert citizen.sees("<b>Dicabut sejak Rabu, 14 Oktober 2026</b>\nNomor 001/PGM/2026")
