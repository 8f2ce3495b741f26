"""/nilai in the chat: one indicator a screen, resumed, explained, final."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.achievements import Achievement
from storage.appraisals import Appraisal, Rating
from storage.results import Result
from storage.turns import AchievementOpinion, AchievementTurn
from tests.cast import Cast
from tests.quarter import RATING, STEPS, WHY, moves_to, publishes, rates

LABEL, SCREEN, BUTTONS = 24, 900, 8


@pytest.fixture
async def october(cast: Cast) -> Cast:
    moves_to(cast, RATING.replace(month=8))
    moves_to(cast, RATING)
    return cast


def rows(cast: Cast, table: type) -> list:  # type: ignore[type-arg]
    with cast.database.transaction() as session:
        return list(session.exec(select(table)))


def achieved(cast: Cast, title: str, level: int) -> None:
    """An approved achievement of sari for productivity."""
    clock = cast.sari.office.clock.now()
    day = RATING.replace(month=8)
    with cast.database.transaction() as session:
        one = Achievement(
            employee_id=cast.ids["sari"], state="approved", title=title, done_on=day,
            category="inovasi", indicators="produktivitas", created_at=clock, changed_at=clock,
            sent_at=clock,
        )  # fmt: skip
        session.add(one)
        session.flush()
        turn = AchievementTurn(
            achievement_id=one.id or 0, number=1, state="approved", holder_id=cast.ids["budi"],
            since=clock, due_on=day, decided_by=cast.ids["budi"], decided_at=clock,
        )  # fmt: skip
        session.add(turn)
        session.flush()
        marks = f"produktivitas={level}"
        session.add(
            AchievementOpinion(turn_id=turn.id or 0, rater_id=cast.ids["budi"], marks=marks)
        )


def fits(cast: Cast) -> None:
    """The screen keeps the limits of every screen."""
    card = cast.budi.card
    labels = [label for row in card.keyboard for label, _ in row]
    assert len(card.text) <= SCREEN, card.text
    assert len(labels) <= BUTTONS
    assert all(len(label) <= LABEL for label in labels), labels


async def test_every_screen_fits_a_phone(october: Cast) -> None:
    budi = october.budi
    for go in ("Sari Lestari", "Mulai menilai", *["5 "] * STEPS, "Ubah", "▶", "▶"):
        if go == "Sari Lestari":
            await budi.says("/nilai")
            fits(october)
        await budi.taps(go)
        fits(october)


async def test_it_is_resumed_where_it_stopped(october: Cast) -> None:
    budi = october.budi
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Mulai menilai")
    assert budi.sees("Langkah 1 dari 11")
    await budi.taps("4 ")
    await budi.taps("3 ")
    await budi.says("/batal")
    october.sari.office.clock.advance(days=2)
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Lanjutkan penilaian")
    assert budi.sees("Langkah 3 dari 11")
    assert sorted(rating.level for rating in rows(october, Rating)) == [3, 4]


async def test_a_double_tap_gives_one_level_and_stays_in_step(october: Cast) -> None:
    budi = october.budi
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Mulai menilai")
    data = budi.button("5 ")
    await budi.taps("5 ")
    await budi.taps("5 ", data=data)
    await budi.office.feeds_again()
    assert budi.sees("Langkah 2 dari 11")
    assert len(rows(october, Rating)) == 1


async def test_a_departure_from_the_achievements_needs_a_reason(october: Cast) -> None:
    achieved(october, "Antrean daring", 5)
    achieved(october, "Loket keliling", 5)
    budi = october.budi
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    assert budi.sees("Antrean daring")
    await budi.taps("Mulai menilai")
    assert budi.sees("Usulan dari prestasi: <b>5</b>")
    assert budi.sees("5 Di atas (usulan)")
    await budi.taps("3 ")
    assert budi.sees("Mohon ketik alasannya")
    await budi.says("x")
    assert budi.sees("terlalu pendek")
    await budi.says("Target pokok triwulan ini belum tercapai.")
    assert budi.sees("Langkah 2 dari 11")
    [rating] = rows(october, Rating)
    assert (rating.level, rating.proposed) == (3, 5)
    assert rating.reason == "Target pokok triwulan ini belum tercapai."


async def test_without_the_reason_it_cannot_be_sent(october: Cast) -> None:
    achieved(october, "Antrean daring", 5)
    achieved(october, "Loket keliling", 5)
    await rates(october.budi, "Dedi Pratama")
    budi = october.budi
    await budi.says("/nilai")
    await budi.taps("Sari Lestari")
    await budi.taps("Mulai menilai")
    await budi.taps("3 ")
    await budi.taps("Ringkasan")
    for _ in range(STEPS - 1):
        if "[Lanjut]" in budi.screen:
            await budi.taps("Lanjut")
        await budi.taps("4 ")
    assert budi.sees("Alasan belum diisi untuk: Produktivitas.")
    assert "[Kirim]" not in budi.screen


async def test_a_low_result_asks_for_feedback_that_the_person_reads(october: Cast) -> None:
    budi = october.budi
    await rates(budi, "Sari Lestari", 3, send=False)
    assert budi.sees("umpan balik untuk pegawai wajib diisi")
    assert "[Kirim]" not in budi.screen
    await budi.taps("Umpan balik")
    await budi.says("Mari kita bahas target setiap minggu bersama.")
    await budi.taps("Kirim")
    moves_to(october, RATING.replace(day=14))
    await publishes(october.kepala, WHY)
    await october.sari.says("/skor")
    assert october.sari.sees("Sangat Kurang")
    await october.sari.taps("Umpan balik")
    assert october.sari.sees("Mari kita bahas target setiap minggu bersama.")


async def test_a_line_is_changed_on_its_own(october: Cast) -> None:
    budi = october.budi
    await rates(budi, "Sari Lestari", 4, send=False)
    assert budi.sees("Jumlah: 60,00 + 40,00 = <b>100,00</b>")
    await budi.taps("Ubah")
    await budi.taps("Produktivitas: 4")
    await budi.taps("5 ")
    assert budi.sees("Jumlah: 64,00 + 40,00 = <b>104,00</b>")
    await budi.taps("Kirim")
    assert [row.total for row in rows(october, Result)] == ["104.00"]


async def test_others_and_employees_cannot_rate(october: Cast) -> None:
    await october.sari.says("/nilai")
    assert october.sari.sees("Rencana hasil kerja")
    await october.budi.says("/nilai")
    await october.budi.taps("Sari Lestari")
    for who in (october.sari, october.kepala, october.maya):
        await who.taps("Mulai menilai", data=october.budi.button("Mulai menilai"))
    assert rows(october, Appraisal) == []


async def test_before_rating_begins_it_says_when(cast: Cast) -> None:
    moves_to(cast, RATING.replace(month=8))
    await cast.budi.says("/nilai")
    await cast.budi.taps("Sari Lestari")
    assert cast.budi.sees("sesudah Senin, 5 Oktober 2026")
