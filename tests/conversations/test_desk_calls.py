"""HR works through the call list in the chat."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from storage import entry_codes, outbox
from storage.employees import Employee
from storage.outbox import Kind, Letter, State
from tests.cast import Cast
from tests.conftest import NOW
from tests.conversations.test_desk import finds, rows, tidy
from tests.conversations.test_desk_days import fits
from tests.conversations.test_joining import claims, invite, newcomer
from tests.kit import Office


def hangs(cast: Cast, *keys: str) -> None:
    """A decision of two days ago that never arrived."""
    with cast.database.transaction() as session:
        for key in keys:
            before = NOW - timedelta(days=2)
            outbox.put(session, key, Kind.DECISION, "x.y", before, to=cast.ids[key])
        for letter in session.exec(select(Letter)):
            letter.state = State.UNKNOWN
            session.add(letter)


async def test_the_call_list_says_who_and_why(cast: Cast) -> None:
    newcomer(cast, "dedi")
    await cast.sari.blocks()
    await cast.maya.says("/admin")
    await cast.maya.taps("Undangan")
    await cast.maya.taps("Belum bergabung (1)")
    assert cast.maya.sees("Belum bergabung: 1")
    assert cast.maya.sees("Dedi Pratama</b>, Layanan, +6281234567890")
    await cast.maya.taps("Kembali")
    await cast.maya.taps("Memblokir bot (1)")
    assert cast.maya.sees("Sari Lestari, A.Md.</b>, Layanan, -")
    await cast.maya.taps("Kembali")
    await cast.maya.taps("Pesan tak sampai (0)")
    assert cast.maya.sees("Tidak ada.")


async def test_who_was_called_leaves_the_list(cast: Cast, office: Office) -> None:
    hangs(cast, "sari", "dedi")
    await cast.maya.says("/admin")
    await cast.maya.taps("Undangan")
    await cast.maya.taps("Pesan tak sampai (2)")
    await cast.maya.taps("Sari Lestari")
    assert cast.maya.sees("<b>Sari Lestari, A.Md.</b>\nLayanan\nTelepon: -")
    assert cast.maya.sees("sejak Senin, 10 Agustus 2026 pukul 10.00 WIB")
    assert "Undang" not in cast.maya.screen
    fits(cast.maya)
    done, card = cast.maya.button("Sudah dihubungi"), cast.maya.card
    await cast.dedi.taps("x", data=done)
    assert [one.called_at for one in rows(cast, Letter)] == [None, None]
    await cast.maya.taps("Sudah dihubungi")
    await office.feeds_again()
    assert cast.maya.sees("Tercatat: 1 pesan")
    assert cast.maya.sees("Pesan tak sampai: 1")
    assert "Sari" not in cast.maya.screen
    await cast.maya.taps("x", data=done, bubble=card)
    assert cast.maya.sees("Sudah tercatat pukul 10.00")
    assert sum(one.called_at is not None for one in rows(cast, Letter)) == 1


async def test_a_colleague_was_quicker(cast: Cast) -> None:
    hangs(cast, "sari")
    for officer in (cast.maya, cast.rina):
        await officer.opens(f"desk.call/undelivered/{cast.ids['sari']}", cast.database.vault)
    await cast.maya.taps("Sudah dihubungi")
    await cast.rina.taps("Sudah dihubungi")
    assert cast.rina.sees("rekan Anda sudah mencatatnya")


async def test_who_never_joined_is_invited_from_the_list(cast: Cast) -> None:
    newcomer(cast, "dedi")
    await cast.maya.says("/admin")
    await cast.maya.taps("Undangan")
    await cast.maya.taps("Belum bergabung (1)")
    await cast.maya.taps("Dedi Pratama")
    assert cast.maya.sees("belum bergabung, sejak Rabu, 12 Agustus 2026 pukul 10.00 WIB")
    assert "Sudah dihubungi" not in cast.maya.screen
    await cast.maya.taps("Undang")
    assert cast.maya.sees("Undangan untuk Dedi Pratama")
    issuers = [one.issued_by for one in rows(cast, entry_codes.EntryCode)]
    assert issuers == [None, cast.ids["maya"]]


async def test_what_to_do_about_a_blocked_bot(cast: Cast) -> None:
    await cast.sari.blocks()
    await cast.maya.says("/admin")
    await cast.maya.taps("Undangan")
    await cast.maya.taps("Memblokir bot (1)")
    await cast.maya.taps("Sari")
    assert cast.maya.sees("memblokir bot, sejak Rabu, 12 Agustus 2026 pukul 10.00 WIB")
    assert cast.maya.sees("Buka Blokir")
    assert cast.maya.button("Undang")
    fits(cast.maya)
    await cast.sari.unblocks()
    await cast.maya.opens(f"desk.call/blocked/{cast.ids['sari']}", cast.database.vault)
    assert cast.maya.sees("sudah dapat dihubungi lagi")
    assert "Undang" not in cast.maya.screen


async def test_a_suspended_account_says_how_it_comes_back(cast: Cast) -> None:
    tidy(cast)
    await finds(cast.maya, "Sari", "1. Sari")
    await cast.maya.taps("Tangguhkan akun")
    assert cast.maya.sees("Hanya undangan baru")
    await cast.maya.taps("Ya, tangguhkan")
    assert cast.maya.sees("Akun: ditangguhkan")
    assert cast.maya.sees("Hanya undangan baru beserta bukti keduanya")
    fits(cast.maya)
    await cast.maya.opens(f"desk.call/never/{cast.ids['sari']}", cast.database.vault)
    assert cast.maya.sees("Akunnya ditangguhkan")
    await claims(cast.sari, invite(cast, "sari"))
    await cast.maya.opens(f"desk.call/never/{cast.ids['sari']}", cast.database.vault)
    assert cast.maya.sees("Akunnya menunggu persetujuan")


async def test_a_long_list_has_pages_that_fit(cast: Cast) -> None:
    with cast.database.transaction() as session:
        for person in session.exec(select(Employee)):
            person.name = f"{person.name} {'x' * 150}"
            session.add(person)
        for number in range(11):
            session.add(
                Employee(
                    name=f"Pegawai {number:02d}", search_key="pegawai", sex=1,
                    nip_index=bytes([number]), post="", post_level="", rank="",
                    unit_id=cast.units["Layanan"],
                )
            )  # fmt: skip
    await cast.maya.says("/admin")
    fits(cast.maya)
    await cast.maya.taps("Undangan & jangkauan")
    fits(cast.maya)
    await cast.maya.taps("Belum bergabung (11)")
    seen: list[str] = []
    while True:
        fits(cast.maya)
        seen += [line for line in cast.maya.screen.split("\n") if line.startswith("• ")]
        if "▶" not in cast.maya.screen:
            break
        await cast.maya.taps("▶")
    assert len(seen) == len(set(seen)) == 11
