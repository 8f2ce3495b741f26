"""Practising in an invented unit: all of it there, nothing of it in the office."""

from __future__ import annotations

import pytest
from sqlmodel import col, func, select

from bot.actions.me import read_me
from bot.actions.refusals import Refused
from bot.office import practice as unit
from bot.office import rehearsal
from storage import practice
from storage.accounts import Account
from storage.achievements import Achievement
from storage.audit.entries import AuditEntry
from storage.outbox import Letter
from storage.practice import Practice
from storage.vault import Vault
from tests.cast import Cast
from tests.conftest import SECRET

SENT = (
    "!Melayani 40 pemohon lansia di loket prioritas", "Jadikan prestasi",
    "!Menjemput berkas ke kursi tunggu bagi pemohon lanjut usia.", "Hari ini", "Layanan publik",
    "Kualitas", "Lanjut", "Lewati", "Lewati", "Kirim",
)  # fmt: skip


def counted(cast: Cast) -> list[int]:
    """What stands in the office: achievements, letters, entries of the trail."""
    with cast.database.transaction(reading=True) as session:
        return [
            session.exec(select(func.count()).select_from(table)).one()
            for table in (Achievement, Letter, AuditEntry)
        ]


def practises(cast: Cast) -> bool:
    with cast.database.transaction(reading=True) as session:
        mine = select(Account.practising).where(col(Account.telegram_id) == 101)
        return session.exec(mine).one()


async def begin(cast: Cast) -> None:
    await cast.sari.says("/bantuan")
    await cast.sari.taps("Berlatih")
    await cast.sari.taps("Mulai berlatih")


async def test_what_is_sent_is_rated_there_and_nothing_reaches_the_office(cast: Cast) -> None:
    before, sari = counted(cast), cast.sari
    await begin(cast)
    for step in SENT:
        await (sari.says(step[1:]) if step.startswith("!") else sari.taps(step))
        assert sari.card.text.startswith("<b>LATIHAN</b> · Anda Ayu Latihan")
    assert sari.sees("Surya Latihan, S.Sos.")
    await sari.taps("Langkah latihan")
    assert "kirim prestasi (selesai)" in await sari.taps("Jadi Surya, atasan")
    assert "Anda Surya Latihan" in sari.screen
    await sari.taps("Penilaian prestasi")
    assert sari.sees("lanjut usia")
    assert counted(cast) == before


async def test_it_ends_with_one_tap_and_goes_on_where_it_was_left(cast: Cast) -> None:
    await begin(cast)
    await cast.sari.taps("Jadi Surya, atasan")
    assert "LATIHAN" not in await cast.sari.taps("Selesai latihan")
    assert not practises(cast)
    await cast.sari.says("/bantuan")
    await cast.sari.taps("Berlatih")
    assert "Anda Surya Latihan" in await cast.sari.taps("Lanjutkan latihan")
    assert "Anda Ayu Latihan" in await cast.sari.taps("Ulangi dari awal")


async def test_a_button_of_the_office_leads_out(cast: Cast) -> None:
    await begin(cast)
    await cast.sari.opens("results.mine", cast.database.vault)
    assert "LATIHAN" not in cast.sari.screen
    assert not practises(cast)


async def test_a_button_of_the_practice_is_worth_nothing_in_the_office(cast: Cast) -> None:
    await begin(cast)
    data = cast.sari.button("Ke prestasi saya")
    await cast.sari.taps("Selesai latihan")
    before = cast.sari.screen
    await cast.sari.taps("", data=data)
    assert cast.sari.screen == before


async def test_what_is_not_part_of_it_is_refused(cast: Cast) -> None:
    await begin(cast)
    await cast.sari.says("/data_saya")
    assert cast.sari.sees(
        "Itu tidak ada di latihan. Untuk layar yang sesungguhnya, tekan Selesai latihan."
    )
    assert "LATIHAN" in cast.sari.screen


async def test_what_nobody_uses_for_a_week_goes(cast: Cast) -> None:
    await begin(cast)
    with cast.database.transaction() as session:
        assert practice.forget_older(session, cast.sari.office.clock.now()) == 0
        cast.sari.office.clock.advance(days=8)
        assert practice.forget_older(session, cast.sari.office.clock.now()) == 1
        assert session.exec(select(Practice.account_id)).first() is None
    assert not practises(cast)


def test_the_quarter_is_rated_and_published_there() -> None:
    vault = Vault(SECRET)
    state = practice.new(vault, unit.furnish)
    with practice.opened(vault, state) as world:
        practice.wear(world.session, 1, unit.account_of(world.session, unit.SUPERIOR))
        me = read_me(world.session, 1, unit.now_of(world.session))
        assert me is not None
        rehearsal.move_on(world.session, me)
        with pytest.raises(Refused, match="not_rated"):
            rehearsal.move_on(world.session, me)
        unit.publish(world.session)
        assert rehearsal.home(world.session, me).done == (False, False, True, False, True, False)
    assert len(world.state) < 200_000


def test_outside_of_a_unit_there_are_no_hats(cast: Cast) -> None:
    with cast.database.transaction() as session:
        me = read_me(session, 101, cast.sari.office.clock.now())
        assert me is not None
        with pytest.raises(Refused):
            rehearsal.wear(session, me, unit.SUPERIOR)
