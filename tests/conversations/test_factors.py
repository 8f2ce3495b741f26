"""The second factor in the chat: put in, asked for, never skipped, leaving no trace."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from aiogram.methods import DeleteMessage, SendPhoto
from sqlmodel import select

from storage import factors, proposals, updates
from storage.accounts import active_of
from storage.audit import AuditEntry
from storage.awards import Award
from storage.database import Database
from storage.proposals import Proposal
from tests.beginnings import played
from tests.cast import Cast
from tests.factors import code, types_code
from tests.kit import Office, Person

KEY = re.compile(r"<code>([A-Z2-7 ]{39})</code>")
LABEL, SCREEN = 24, 900


@pytest.fixture
@played
async def proposed(nominee: Cast) -> Cast:
    """Sari is proposed; the head looks at the last question before the award."""
    await nominee.kepala.says("/penghargaan")
    for go in ("Putuskan: Sari", "Setujui"):
        await nominee.kepala.taps(go)
    return nominee


def given(cast: Cast) -> int:
    with cast.database.transaction() as session:
        return len(session.exec(select(Award)).all())


def fits(person: Person) -> None:
    assert len(person.card.text) <= SCREEN, person.card.text
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert all(len(label) <= LABEL for label in labels), labels


def forget(cast: Cast, key: str) -> None:
    """As if this person had never put one in."""
    with cast.database.transaction() as session:
        factors.end(session, [cast.ids[key]], factors.DROPPED, cast.sari.office.clock.now())


def typed(office: Office, person: Person) -> list[str]:
    """Messages of this person that are still in the chat, as far as the bot deleted the rest."""
    gone = {call.message_id for call in office.telegram.calls if isinstance(call, DeleteMessage)}
    last = office.last_update
    assert last is not None
    assert last.message is not None
    return [] if last.message.message_id in gone else [last.message.text or ""]


async def test_a_press_waits_for_its_code_and_then_goes_on(proposed: Cast, office: Office) -> None:
    kepala = proposed.kepala
    await kepala.taps("Ya, tetapkan")
    fits(kepala)
    assert given(proposed) == 0
    await types_code(kepala)
    assert given(proposed) == 1
    assert kepala.sees("Nomor 1/2026")
    assert typed(office, kepala) == []
    await kepala.office.feeds_again()
    assert given(proposed) == 1


async def test_the_press_is_spent_by_the_code_not_by_asking(proposed: Cast) -> None:
    kepala = proposed.kepala
    data = kepala.button("Ya, tetapkan")
    for _ in range(2):
        await kepala.taps("", data=data, bubble=kepala.card)
        assert kepala.sees("ketik enam angka")
    await types_code(kepala)
    await kepala.taps("", data=data)
    assert "Sudah tercatat pukul" in kepala.toasts[-1]
    assert given(proposed) == 1


async def test_wrong_codes_keep_the_press_and_are_taken_away(
    proposed: Cast, office: Office
) -> None:
    kepala, now = proposed.kepala, office.clock.now()
    await kepala.taps("Ya, tetapkan")
    for wrong in (code(now, later=-7), "halo", code(now, later=5)):
        await kepala.says(wrong)
        assert given(proposed) == 0
        assert typed(office, kepala) == []
    assert kepala.sees("Sisa percobaan sebelum jeda: 3")
    await types_code(kepala)
    assert given(proposed) == 1


async def test_too_many_wrong_codes_bring_a_pause(proposed: Cast, office: Office) -> None:
    kepala = proposed.kepala
    await kepala.taps("Ya, tetapkan")
    for _ in range(5):
        await kepala.says(code(office.clock.now(), later=-7))
    assert kepala.sees("Mari kita jeda sejenak")
    assert kepala.sees("coba lagi setelah pukul 10.01")
    fits(kepala)
    await types_code(kepala)
    assert given(proposed) == 0
    office.clock.advance(minutes=2)
    await kepala.opens("awards.approving/1", proposed.database.vault)
    await kepala.taps("Ya, tetapkan")
    await types_code(kepala)
    assert given(proposed) == 1


async def test_an_object_that_changed_refuses_after_the_code(proposed: Cast) -> None:
    """Somebody else rejected it while the code was typed; the code counts all the same."""
    kepala = proposed.kepala
    await kepala.taps("Ya, tetapkan")
    with proposed.database.transaction() as session:
        number = session.exec(select(Proposal.id)).one() or 0
        proposals.decide(
            session, number, proposals.REJECTED, proposed.ids["maya"], kepala.office.clock.now(),
            "Lain kali",
        )  # fmt: skip
    await types_code(kepala)
    assert kepala.sees("Kodenya benar, tetapi: Usulan ini sudah diputus.")
    assert given(proposed) == 0
    with proposed.database.transaction() as session:
        factor = factors.in_use(session, proposed.ids["kepala"])
        assert factor is not None
        assert factor.proven_at == kepala.office.clock.now()


async def test_a_reason_that_changed_is_shown_again_after_the_code(proposed: Cast) -> None:
    kepala = proposed.kepala
    await kepala.taps("Kembali")
    await kepala.taps("Tolak")
    await kepala.says("Bukti dampaknya belum terukur, mohon dilengkapi.")
    await kepala.taps("Ya, tolak")
    with proposed.database.transaction() as session:
        number = session.exec(select(Proposal.id)).one() or 0
        other = "Alasan lain yang belum pernah dilihat."
        proposals.draft_rejection(session, number, proposed.ids["kepala"], other)
    await types_code(kepala)
    assert kepala.sees("Alasan lain yang belum pernah dilihat.")
    with proposed.database.transaction() as session:
        assert session.exec(select(Proposal.state)).one() == proposals.WAITING


async def test_whoever_has_none_puts_one_in_and_goes_on(proposed: Cast, office: Office) -> None:
    kepala, now = proposed.kepala, office.clock.now()
    forget(proposed, "kepala")
    await kepala.taps("Ya, tetapkan")
    assert kepala.sees("Anda belum memasangnya")
    await kepala.says("/menu")
    assert kepala.sees("Pasang kode pengaman")
    await kepala.opens("factors.home", proposed.database.vault)
    assert kepala.sees("Google Authenticator")
    fits(kepala)
    await kepala.taps("Pasang sekarang")
    fits(kepala)
    key = KEY.search(kepala.card.text)
    assert key is not None
    secret = key[1].replace(" ", "")
    assert [one.kind for one in kepala.bubbles if one.kind == "photo"] == ["photo"]
    await kepala.says(code(now, later=-7, secret=secret))
    assert kepala.sees("tidak cocok dengan kunci ini")
    assert [one.kind for one in kepala.bubbles].count("photo") == 1
    await kepala.says(code(now, secret=secret))
    fits(kepala)
    assert typed(office, kepala) == []
    shown = re.findall(r"<code>([0-9A-Z]{5}-[0-9A-Z]{5})</code>", kepala.card.text)
    assert len(set(shown)) == 10
    left = "\n".join(one.text for one in kepala.bubbles)
    assert key[1] not in left
    assert "photo" not in [one.kind for one in kepala.bubbles]
    await kepala.taps("Sudah saya catat")
    left = "\n".join(one.text for one in kepala.bubbles)
    assert not any(one in left for one in shown)
    await kepala.opens("awards.approving/1", proposed.database.vault)
    await kepala.taps("Ya, tetapkan")
    assert given(proposed) == 1


async def test_hr_resets_a_lost_code_and_the_owner_waits_a_day(
    proposed: Cast, office: Office
) -> None:
    kepala, maya, vault = proposed.kepala, proposed.maya, proposed.database.vault
    await kepala.taps("Ya, tetapkan")
    old = kepala.card
    await maya.opens(f"desk.suspend/{proposed.ids['kepala']}", vault)
    fits(maya)
    await maya.taps("Atur ulang kode")
    fits(maya)
    await maya.taps("Ya, atur ulang")
    await types_code(maya)
    assert maya.sees("Kode pengaman sudah diatur ulang.")
    await types_code(kepala)  # of the authenticator that is lost
    assert given(proposed) == 0
    assert old.text
    await kepala.opens("factors.home", vault)
    await kepala.taps("Pasang sekarang")
    key = KEY.search(kepala.card.text)
    assert key is not None
    secret = key[1].replace(" ", "")
    await kepala.says(code(office.clock.now(), secret=secret))
    await kepala.taps("Sudah saya catat")
    assert kepala.sees("berlaku mulai")
    await kepala.opens("awards.approving/1", vault)
    await kepala.taps("Ya, tetapkan")
    assert given(proposed) == 0
    office.clock.advance(hours=24)
    await kepala.opens("awards.approving/1", vault)
    await kepala.taps("Ya, tetapkan")
    await kepala.says(code(office.clock.now(), secret=secret))
    assert given(proposed) == 1


async def test_a_code_that_nobody_asked_for_goes_and_is_no_achievement(
    cast: Cast, office: Office
) -> None:
    await cast.sari.says("123 456")
    assert cast.sari.sees("Saat ini tidak ada kode yang diminta")
    assert typed(office, cast.sari) == []
    assert "prestasi?" not in cast.sari.screen


async def test_somebody_elses_code_and_press_are_of_no_use(proposed: Cast) -> None:
    kepala, rina = proposed.kepala, proposed.rina
    data = kepala.button("Ya, tetapkan")
    await kepala.taps("Ya, tetapkan")
    await rina.taps("", data=data)
    assert rina.sees("tidak tersedia")
    with proposed.database.transaction() as session:
        account = active_of(session, proposed.ids["rina"])
        assert account is not None
        account.typing = data.replace("a.", "factors.code/", 1).replace(".", "/")
        session.add(account)
    await types_code(rina)
    assert given(proposed) == 0


async def test_no_code_or_key_reaches_the_log_or_the_disk(
    proposed: Cast, office: Office, sqlite: Database, caplog: pytest.LogCaptureFixture
) -> None:
    kepala, now = proposed.kepala, office.clock.now()
    forget(proposed, "kepala")
    with caplog.at_level(logging.DEBUG):
        await kepala.opens("factors.home", sqlite.vault)
        await kepala.taps("Pasang sekarang")
        key = KEY.search(kepala.card.text)
        assert key is not None
        secret = key[1].replace(" ", "")
        await kepala.says(code(now, secret=secret))
        shown = re.findall(r"<code>([0-9A-Z]{5}-[0-9A-Z]{5})</code>", kepala.card.text)
        office.clock.advance(hours=13)
        await kepala.opens("awards.approving/1", sqlite.vault)
        await kepala.taps("Ya, tetapkan")
        await kepala.says(shown[0])
    assert given(proposed) == 1
    canaries = [secret, key[1], *shown, *(one.replace("-", "") for one in shown)]
    file = Path(str(sqlite.engine.url.database))
    written = b"".join(
        one.read_bytes() for one in (file, file.with_name(f"{file.name}-wal")) if one.exists()
    )
    assert [one for one in canaries if one in caplog.text or one.encode() in written] == []
    uri = [call for call in office.telegram.calls if isinstance(call, SendPhoto)]
    assert len(uri) == 1
    assert uri[0].caption is None
    with sqlite.transaction() as session:
        actions = [one.action for one in session.exec(select(AuditEntry))]
        assert {"factors.enrol", "factors.recover"} <= set(actions)
        updates.park(session, 9, now, "R", "")
