"""What colleagues and subordinates said, as it is told after publication, and the reply to it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.outbox import Letter
from tests.actions.test_peers_secret import BLAME, MILD, PRAISE, play
from tests.beginnings import played
from tests.cast import Cast
from tests.conftest import NOW
from tests.conversations.test_peers import fits, go
from tests.kit import Person
from tests.quarter import CALIBRATION, moves_to, publishes

WHY = "Pegawai lain dinilai pada triwulan berikutnya."
ANSWER = "Terima kasih. Bahan rapat akan saya kirim dua hari sebelumnya."


@pytest.fixture
@played
async def published(cast: Cast) -> Cast:
    await play(cast, (PRAISE, BLAME, MILD))
    for key, level in (("sari", "3 "), ("dedi", "4 "), ("yosef", "5 ")):
        await upward(cast.people[key], level)
    moves_to(cast, CALIBRATION, peers=True)
    moves_to(cast, CALIBRATION.replace(day=21), peers=True)
    await publishes(cast.kepala, WHY)
    moves_to(cast, CALIBRATION.replace(day=21), peers=True)
    return cast


async def upward(person: Person, level: str) -> None:
    await person.says("/rekan")
    await go(person, "Jawab tentang rekan", "Budi Santoso", "Lanjut", *[level] * 4, "Kirim")


async def test_nothing_is_told_before_publication(cast: Cast) -> None:
    await play(cast, (PRAISE, BLAME, MILD))
    moves_to(cast, CALIBRATION, peers=True)
    for who in (cast.budi, cast.kepala, cast.wayan):
        await who.opens(f"peers.feedback/1/{cast.ids['budi']}/0", cast.database.vault)
        assert who.sees("tidak tersedia")
    await cast.kepala.opens(f"results.card/1/{cast.ids['budi']}", cast.database.vault)
    assert "Masukan rekan" not in cast.kepala.screen
    assert NOW.year == 2026


async def test_the_person_reads_means_and_shuffled_sentences(published: Cast) -> None:
    budi = published.budi
    await budi.says("/skor")
    await go(budi, "Masukan rekan")
    assert budi.sees("Jawaban: 3.")
    assert budi.sees("Kolaborasi: <b>86,67</b>")
    for sentence in ("Selalu hadir lebih awal.", "Rapat ditinggalkan."):
        assert budi.sees(f"<i>{sentence}</i>")
    assert "wayan" not in budi.screen.casefold()
    await go(budi, "Masukan bawahan")
    assert budi.sees("Akuntabel: <b>100,00</b>")
    assert budi.sees("Tidak masuk dalam nilai apa pun.")


async def test_feedback_of_subordinates_is_no_colleague_s_business(published: Cast) -> None:
    here = f"peers.upward/1/{published.ids['budi']}/0"
    await published.kepala.opens(here, published.database.vault)
    assert published.kepala.sees("Akuntabel: <b>100,00</b>")
    for who in (published.wayan, published.sari, published.maya):
        await who.opens(here, published.database.vault)
        assert who.sees("tidak tersedia")


async def test_a_reply_is_given_once_and_read_up_the_line(published: Cast) -> None:
    budi, kepala, wayan = published.budi, published.kepala, published.wayan
    await budi.says("/skor")
    await go(budi, "Masukan rekan", "Tanggapan saya")
    await budi.says("ok")
    assert budi.sees("Terlalu pendek")
    await budi.says(ANSWER)
    fits(budi)
    await kepala.opens(f"peers.reply/1/{published.ids['budi']}", published.database.vault)
    assert kepala.sees("Tidak ada tanggapan.")
    await go(budi, "Kirim tanggapan")
    assert budi.sees("Dikirim pada Rabu, 21 Oktober 2026")
    assert "[Kirim tanggapan]" not in budi.screen
    with published.database.transaction() as session:
        letters = session.exec(select(Letter).where(Letter.template == "peers.replied")).all()
        assert [one.employee_id for one in letters] == [published.ids["kepala"]]
    for who in (kepala, wayan):
        await who.opens(f"peers.feedback/1/{published.ids['budi']}/0", published.database.vault)
        await go(who, "Tanggapan pegawai")
        assert who.sees(ANSWER)
    await published.sari.opens(f"peers.reply/1/{published.ids['budi']}", published.database.vault)
    assert published.sari.sees("tidak tersedia")


async def test_what_stays_secret_is_said_openly(published: Cast) -> None:
    sari = published.sari
    await sari.says("/rekan")
    await sari.taps("Apa yang dirahasiakan?")
    assert sari.sees("Batasnya: selama masa penilaian")
    fits(sari)
