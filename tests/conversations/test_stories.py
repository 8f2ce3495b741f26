"""Stories of achievement: the winner writes, a second person approves, all may read."""

from __future__ import annotations

from datetime import date

import pytest

from storage import agreement, stories
from storage.agreement import Fault, Finding, Kind
from storage.audit import Reader
from tests.beginnings import played
from tests.cast import Cast
from tests.factors import types_code

SAID = (
    "Antrean loket pagi saya bagi dua agar warga lanjut usia dilayani lebih dahulu. Waktu tunggu "
    "turun dari satu jam menjadi dua puluh menit; catatannya ada di mesin antrean."
)
WHY = "Sebutkan juga rekan yang membantu."


@pytest.fixture
@played
async def winner(nominee: Cast) -> Cast:
    """Sari is honoured."""
    await nominee.kepala.says("/penghargaan")
    for label in ("Putuskan: Sari", "Setujui", "Ya, tetapkan"):
        await nominee.kepala.taps(label)
    await types_code(nominee.kepala)
    return nominee


def findings(cast: Cast) -> list[Finding]:
    with cast.database.transaction() as session:
        reader = Reader(session.connection())
        found = agreement.findings(reader, cast.database.vault, date(2026, 12, 31))
        return [one for one in found if one.kind is Kind.STORY]


async def test_a_story_is_told_once_a_second_person_has_read_it(winner: Cast) -> None:
    sari, maya, dedi = winner.sari, winner.maya, winner.dedi
    await sari.opens("awards.honour/1", winner.database.vault)
    await sari.taps("Kisah saya")
    await sari.says("Terima kasih.")
    assert sari.sees("setidaknya 80 huruf")
    await sari.says(SAID)
    await dedi.opens("stories.read/1", winner.database.vault)
    assert dedi.sees("tidak tersedia untuk Anda")
    await maya.opens("stories.judge/1", winner.database.vault)
    assert SAID not in maya.screen
    await sari.taps("Kirim untuk disetujui")
    await maya.opens("awards.honour/1", winner.database.vault)
    await maya.taps("Periksa kisahnya")
    await maya.taps("Minta perbaikan")
    await maya.says(WHY)
    await sari.opens("stories.mine/1", winner.database.vault)
    assert sari.sees(WHY)
    await sari.taps("Ubah")
    await sari.says(SAID + " Rekan-rekan loket membantu.")
    await sari.taps("Kirim untuk disetujui")
    await maya.opens("stories.judge/1", winner.database.vault)
    await maya.taps("Setujui, terbitkan")
    await dedi.says("/penghargaan")
    await dedi.taps("Kisah prestasi")
    await dedi.taps("1. Sari")
    assert dedi.sees("Rekan-rekan loket membantu.")
    assert findings(winner) == []
    await sari.opens("stories.mine/1", winner.database.vault)
    await sari.taps("Tarik kisah ini")
    await dedi.opens("stories.read/1", winner.database.vault)
    assert "Antrean loket" not in dedi.screen
    assert findings(winner) == []


async def test_words_changed_after_the_approval_was_shown_are_not_approved(winner: Cast) -> None:
    sari, maya = winner.sari, winner.maya
    await sari.opens("stories.mine/1", winner.database.vault)
    await sari.says(SAID)
    await sari.taps("Kirim untuk disetujui")
    await maya.opens("stories.judge/1", winner.database.vault)
    await sari.taps("Ubah")
    await sari.says(SAID + " Nomor telepon warga itu 0812.")
    await sari.taps("Kirim untuk disetujui")
    await maya.taps("Setujui, terbitkan")
    with winner.database.transaction() as session:
        assert stories.count_told(session) == 0


async def test_a_story_told_past_the_trail_is_found(winner: Cast) -> None:
    now = winner.sari.office.clock.now()
    with winner.database.transaction() as session:
        stories.write(session, 1, SAID)
        stories.send(session, 1, now)
        assert stories.judge(session, 1, winner.ids["maya"], now, None)
    assert [one.fault for one in findings(winner)] == [Fault.UNRECORDED]
