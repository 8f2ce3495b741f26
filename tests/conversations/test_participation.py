"""Participation: who sends, is silent, is overlooked, learns; a personal invitation."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from aiogram.methods import SendPhoto
from sqlmodel import Session

from bot.rules.achievements import State
from storage.achievements import Achievement
from storage.trainings.learning import CONFIRMED, Learning
from tests.cast import Cast
from tests.conversations.test_exports import PURPOSE, asks, file_of, lines_of
from tests.fairness import rates
from tests.kit import Person
from tests.post import deliver
from tests.quarter import moves_to

TODAY = date(2026, 8, 12)


@pytest.fixture
def opened(cast: Cast) -> Cast:
    """Sari has three approved achievements, Dedi sent one long ago, Yosef learned something."""
    moves_to(cast, TODAY)
    now = cast.sari.office.clock.now()
    with cast.database.transaction() as session:
        for days in (3, 40, 80):
            _achieve(session, cast.ids["sari"], State.APPROVED, now - timedelta(days))
        _achieve(session, cast.ids["dedi"], State.APPROVED, now - timedelta(400))
        session.add(
            Learning(
                employee_id=cast.ids["yosef"], source="forum", object_id=1, minutes=90,
                part="social",
                ended_on=TODAY - timedelta(9), state=CONFIRMED, written_at=now,
            )
        )  # fmt: skip
    return cast


def _achieve(session: Session, employee_id: int, state: State, at: datetime) -> None:
    session.add(
        Achievement(employee_id=employee_id, state=state, sent_at=at, created_at=at, changed_at=at)
    )


async def looks(person: Person, scope: str) -> None:
    await person.says("/tim")
    await person.taps(scope)
    await person.taps("Partisipasi")


async def test_a_superior_sees_who_takes_part_and_invites_by_one_press(opened: Cast) -> None:
    budi, dedi = opened.budi, opened.dedi
    await looks(budi, "Bawahan saya")
    assert budi.sees("Mengirim prestasi pada Triwulan III 2026: 1 dari 3 (33%).")
    assert budi.sees("Setahun belum mengirim: 2.")
    assert budi.sees("Sudah belajar tahun ini: 1 dari 3 (33%).")
    await budi.taps("Belum mengirim (2)")
    assert budi.sees("1. Dedi Pratama, Analis")
    assert "Sari" not in budi.screen
    await budi.taps("Ajak Dedi Pratama")
    assert budi.sees("Ajakan Anda dikirim kepada Dedi Pratama.")
    await deliver(opened)
    assert dedi.sees("Budi Santoso mengajak Anda menceritakan")
    await budi.taps("Ajak Dedi Pratama")
    assert budi.sees("Dedi Pratama sudah diajak pada triwulan ini.")


async def test_who_is_overlooked_and_who_was_honoured(opened: Cast) -> None:
    kepala = opened.kepala
    await looks(kepala, "Seluruh instansi")
    assert kepala.sees("Berbukti baik, tetapi belum pernah diusulkan: 1.")
    await kepala.taps("Terlewat (1)")
    assert kepala.sees("1. Sari Lestari, Analis: 3 prestasi disetujui")
    assert "[Putaran penghargaan]" in kepala.screen
    await kepala.taps("Kembali")
    await kepala.taps("Penerima (0)")
    assert kepala.sees("Belum ada.")


async def test_nobody_finds_themselves_overlooked_or_invites_themselves(opened: Cast) -> None:
    kepala, maya = opened.kepala, opened.maya
    now = kepala.office.clock.now()
    with opened.database.transaction() as session:
        for days in (3, 40, 80):
            _achieve(session, opened.ids["kepala"], State.APPROVED, now - timedelta(days))
    for person, found in ((kepala, 1), (maya, 2)):
        await looks(person, "Seluruh instansi")
        await person.taps(f"Terlewat ({found})")
        assert ("Hendra" in person.screen, "Sari" in person.screen) == (found == 2, True)
    await maya.says("/menu")
    await looks(maya, "Seluruh instansi")
    await maya.taps("Belum mengirim")
    while not maya.sees("Maya"):
        await maya.taps("Berikutnya")
    assert "Ajak Maya" not in maya.screen


async def test_equal_access_is_one_picture_with_its_numbers(opened: Cast) -> None:
    maya = opened.maya
    await looks(maya, "Seluruh instansi")
    await maya.taps("Kesetaraan akses")
    assert maya.sees("laki-laki: 1 dari")
    assert maya.sees("perempuan: 0 dari")
    assert [one for one in maya.office.telegram.calls if isinstance(one, SendPhoto)]


async def test_equal_access_and_hours_are_recomputed_from_what_is_handed_out(opened: Cast) -> None:
    maya = opened.maya
    await looks(maya, "Seluruh instansi")
    await maya.taps("Kesetaraan akses")
    screen = maya.screen
    await asks(maya, "Jam pelatihan")
    await maya.says(PURPOSE)
    await maya.taps("CSV")
    head, *lines = lines_of(file_of(maya))
    people = [dict(zip(head, line, strict=True)) for line in lines]
    for column, called in (
        ("Jenis kelamin", {"L": "laki-laki", "P": "perempuan"}),
        ("Unit kerja", {one["Unit kerja"]: one["Unit kerja"] for one in people}),
    ):
        found = rates((one[column], int(one["Menit"]) > 0) for one in people)
        for key, (asked, got, rate, _, short) in found.items():
            told = f"{called[key]}: {got} dari {asked} ({int(100 * rate + Fraction(1, 2))}%)"
            assert f"{'⚠' if short else '•'} {told}" in screen
    (learner,) = [one for one in people if int(one["Menit"])]
    await opened.yosef.says("/diklat")
    assert opened.yosef.sees("<b>2 dari 20 JP</b>")
    assert learner["JP"] == "2,00"
    assert int(learner["Menit"]) == 2 * 45


async def test_it_is_for_leaders_alone(opened: Cast) -> None:
    for key, where in (
        ("sari", "participation.home/0"),
        ("wayan", "participation.silent/0/0"),
        ("budi", f"participation.home/{opened.units['Pusat']}"),
    ):
        await opened.people[key].opens(where, opened.database.vault)
        assert opened.people[key].sees("tidak tersedia untuk Anda"), key
