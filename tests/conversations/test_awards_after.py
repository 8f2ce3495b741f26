"""After an award: the announcement and its consent, handing over on paper, the seat as prize."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from aiogram.methods import SendDocument, SendPhoto
from pikepdf import Pdf
from sqlmodel import select

from bot.actions import awards
from bot.actions.awards import telling
from bot.rules.trainings.course import State
from storage import agreement, printing
from storage.accounts import CLAIMED, ENDED, Account
from storage.agreement import Finding, Kind
from storage.audit import Reader
from storage.awards import Award
from storage.database import Database
from storage.groups import UnitGroup
from storage.outbox import Letter
from storage.printing import Printing
from storage.trainings import allocation, request
from tests.beginnings import played
from tests.cast import Cast
from tests.conversations.test_joining import lets_in
from tests.documents.pdf import has, pages
from tests.factors import types_code
from tests.post import deliver
from tests.trainings import offer

NOTE = "Diserahkan Kepala Badan pada apel 5 Oktober 2026."
BOARD = -1001234567890


@pytest.fixture
@played
def proposed(nominee: Cast) -> Cast:
    """Sari is proposed; there is one course with a single seat."""
    with nominee.database.transaction() as session:
        now = nominee.sari.office.clock.now()
        offer(session, now, seats=1)
        allocation.put_budget(session, 2026, "APBN", 3_000_000, nominee.ids["maya"], now)
    return nominee


async def approves(cast: Cast, *, seat: bool = False) -> None:
    await cast.kepala.says("/penghargaan")
    await cast.kepala.taps("Putuskan: Sari")
    await cast.kepala.taps("Setujui")
    if seat:
        await cast.kepala.taps("Dengan kursi pelatihan")
        await cast.kepala.taps("1. Pelayanan Prima")
        assert cast.kepala.sees("langsung disediakan satu kursi: <b>Pelayanan Prima PT-01</b>")
        assert cast.kepala.sees("Dibayar dari anggaran pelatihan: APBN, Rp 1.500.000")
        await cast.kepala.taps("Tanpa kursi pelatihan")
        assert "Dibayar dari" not in cast.kepala.screen
        await cast.kepala.taps("Dengan kursi pelatihan")
        await cast.kepala.taps("1. Pelayanan Prima")
        assert "[Kursi pelatihan lain]" in cast.kepala.screen
    await cast.kepala.taps("Ya, tetapkan")
    await types_code(cast.kepala)


def letters(cast: Cast, template: str) -> list[Letter]:
    with cast.database.transaction() as session:
        return list(session.exec(select(Letter).where(Letter.template == template)).all())


def award(cast: Cast) -> Award | None:
    with cast.database.transaction() as session:
        return session.exec(select(Award)).first()


def tells(cast: Cast) -> None:
    more = True
    while more:
        with cast.database.transaction() as session:
            more = awards.tell(session, cast.sari.office.clock.now())


def dies_in_the_middle(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        awards.tell(session, now)
        raise ZeroDivisionError  # killed before the commit


def findings(cast: Cast) -> list[Finding]:
    with cast.database.transaction() as session:
        reader = Reader(session.connection())
        found = agreement.findings(reader, cast.database.vault, date(2026, 12, 31))
        return [one for one in found if one.kind is Kind.CONSENT]


async def test_all_are_told_only_after_a_yes_and_no_more_than_agreed(proposed: Cast) -> None:
    await approves(proposed)
    assert letters(proposed, "awards.told") == []
    await proposed.dedi.says("/penghargaan")
    await proposed.dedi.taps("Semua penerima")
    await proposed.dedi.taps("1. Sari")
    assert proposed.dedi.sees("Nomor 1/2026")
    assert "Prize" not in proposed.dedi.screen
    sari = proposed.sari
    await sari.opens("awards.honour/1", proposed.database.vault)
    assert sari.sees("Boleh rekan-rekan Anda dikabari?")
    await sari.taps("Ya, umumkan")
    assert sari.sees("Anda setuju penghargaan ini diumumkan.")
    assert letters(proposed, "awards.told") == []  # not in the winner's transaction
    tells(proposed)
    told = letters(proposed, "awards.told")
    assert {one.employee_id for one in told} == set(proposed.ids.values()) - {proposed.ids["sari"]}
    assert findings(proposed) == []
    await proposed.dedi.opens("awards.honour/1", proposed.database.vault)
    assert "Tarik persetujuan" not in proposed.dedi.screen


async def test_what_was_not_sent_when_consent_is_withdrawn_stays_unsent(proposed: Cast) -> None:
    await approves(proposed)
    await proposed.sari.opens("awards.honour/1", proposed.database.vault)
    await proposed.sari.taps("Ya, umumkan")
    tells(proposed)
    assert letters(proposed, "awards.told")
    await proposed.sari.taps("Tarik persetujuan")
    assert proposed.sari.sees("Tidak diumumkan, sesuai keinginan Anda.")
    await deliver(proposed)
    assert "Selamat untuk rekan kita" not in "".join(one.text for one in proposed.dedi.bubbles)
    assert findings(proposed) == []


async def test_who_dies_among_the_letters_is_followed_by_another(
    proposed: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "CHUNK", 2)
    await approves(proposed)
    sari, database = proposed.sari, proposed.database
    await sari.opens("awards.honour/1", database.vault)
    await sari.taps("Ya, umumkan")
    now = sari.office.clock.now()
    for written in (2, 4):
        with database.transaction() as session:
            assert awards.tell(session, now)
        assert len(letters(proposed, "awards.told")) in (written, written - 1)  # less the winner
    with pytest.raises(ZeroDivisionError):
        dies_in_the_middle(database, now)
    await sari.taps("Tarik persetujuan")
    few = len(letters(proposed, "awards.told"))
    tells(proposed)
    assert len(letters(proposed, "awards.told")) == few  # a withdrawal ends it
    await sari.taps("Ya, umumkan")
    tells(proposed)
    told = [one.employee_id or 0 for one in letters(proposed, "awards.told")]
    assert sorted(told) == sorted(set(proposed.ids.values()) - {proposed.ids["sari"]})


async def test_an_award_taken_back_is_told_to_nobody(proposed: Cast) -> None:
    await approves(proposed)
    await proposed.sari.opens("awards.honour/1", proposed.database.vault)
    await proposed.sari.taps("Ya, umumkan")
    tells(proposed)
    await takes_back(proposed)
    await deliver(proposed)
    assert "Selamat untuk rekan kita" not in "".join(one.text for one in proposed.dedi.bubbles)


async def takes_back(cast: Cast) -> None:
    await cast.maya.opens("certificates.revoking/1", cast.database.vault)
    await cast.maya.says("Penghargaan ini diberikan atas data yang keliru.")
    await cast.maya.taps("Serahkan ke orang kedua")
    await cast.kepala.opens("certificates.revocation/1", cast.database.vault)
    await cast.kepala.taps("Ya, cabut")


async def test_a_no_sends_nothing(proposed: Cast) -> None:
    await approves(proposed)
    await proposed.sari.opens("awards.honour/1", proposed.database.vault)
    await proposed.sari.taps("Tidak perlu")
    assert letters(proposed, "awards.told") == []


async def test_where_the_settings_name_a_channel_it_is_told_there_once(proposed: Cast) -> None:
    printing.hand_over(Printing(board=BOARD), proposed.database.engine)
    await approves(proposed)
    await proposed.sari.opens("awards.honour/1", proposed.database.vault)
    for label in ("Ya, umumkan", "Tarik persetujuan", "Ya, umumkan"):
        await proposed.sari.taps(label)
    assert [(one.chat_id, one.employee_id) for one in letters(proposed, "awards.told")] == [
        (BOARD, None)
    ]


async def test_the_group_of_the_winner_s_unit_hears_of_it_as_well(proposed: Cast) -> None:
    printing.hand_over(Printing(board=BOARD), proposed.database.engine)
    with proposed.database.transaction() as session:
        found = UnitGroup(
            chat_id=-77, unit_id=proposed.units["Layanan"], added_by=proposed.ids["maya"],
            added_at=proposed.sari.office.clock.now(),
        )  # fmt: skip
        session.add(found)
    await approves(proposed)
    sari, bubbles = proposed.sari, proposed.sari.office.telegram.bubbles
    await sari.opens("awards.honour/1", proposed.database.vault)
    assert sari.sees("tampil di grup atau kanal kantor, grup Layanan; tamu")
    for label, said in (("Ya, umumkan", "Sari"), ("Tarik persetujuan", "ditarik")):
        await sari.taps(label)
        await deliver(proposed)
        posts = [one.text for one in bubbles.values() if one.chat_id in (BOARD, -77)]
        assert len(posts) == 2
        assert all(said in one for one in posts)
        sari.office.clock.advance(minutes=1)
    await sari.taps("Ya, umumkan")
    assert {one.chat_id for one in letters(proposed, "awards.told")} == {BOARD, -77}
    assert len(letters(proposed, "awards.told")) == 2
    await deliver(proposed)
    assert all("Sari" in one.text for one in bubbles.values() if one.chat_id in (BOARD, -77))
    sari.office.clock.advance(minutes=1)
    await takes_back(proposed)  # what is posted goes with the certificate
    await deliver(proposed)
    posts = [one.text for one in bubbles.values() if one.chat_id in (BOARD, -77)]
    assert [("Sari" in one, "ditarik" in one) for one in posts] == [(False, True)] * 2
    for who in (sari, proposed.dedi):
        await who.says("/penghargaan")
        assert who.sees("(Nomor 1/2026, dicabut ")
        await who.taps("Semua penerima")
        assert who.sees("Pegawai Teladan Triwulan III 2026 (dicabut ")
        await who.taps("1. Sari")
        assert who.sees("Dicabut pada ")
        for gone in ("Selamat, dan terima kasih", "Tarik persetujuan", "Ya, umumkan", "[Poster]"):
            assert gone not in who.screen


async def test_the_seat_is_reserved_with_the_award_and_freed_when_it_is_revoked(
    proposed: Cast,
) -> None:
    await approves(proposed, seat=True)
    with proposed.database.transaction() as session:
        held = request.of_ground(session, "award/1")
    assert [(one.employee_id, one.state) for one in held] == [(proposed.ids["sari"], State.SEATED)]
    for person in (proposed.sari, proposed.maya):
        await person.opens("awards.honour/1", proposed.database.vault)
        assert person.sees("Satu kursi pelatihan sudah disediakan: <b>Pelayanan Prima PT-01</b>")
    await proposed.dedi.opens("awards.honour/1", proposed.database.vault)
    assert "kursi pelatihan" not in proposed.dedi.screen
    await takes_back(proposed)
    with proposed.database.transaction() as session:
        assert request.of_ground(session, "award/1") == []


async def test_without_a_free_seat_nothing_is_given(proposed: Cast) -> None:
    kepala = proposed.kepala
    await kepala.opens("awards.approving/1/1", proposed.database.vault)
    with proposed.database.transaction() as session:
        now = kepala.office.clock.now()
        other = request.begin(session, 1, proposed.ids["dedi"], "own")
        assert request.move(session, other.id or 0, ["draft"], State.SEATED, seated_at=now)
    await kepala.taps("Ya, tetapkan")
    await types_code(kepala)
    assert kepala.sees("Semua kursi pelatihan ini sudah terisi")
    assert award(proposed) is None


async def test_a_seat_that_no_money_pays_is_neither_offered_nor_given(proposed: Cast) -> None:
    kepala, vault = proposed.kepala, proposed.database.vault
    await kepala.opens("awards.approving/1/1", vault)
    with proposed.database.transaction() as session:
        now = kepala.office.clock.now()
        allocation.put_budget(session, 2026, "APBN", 1_499_999, proposed.ids["maya"], now)
    await kepala.taps("Ya, tetapkan")
    await types_code(kepala)
    assert kepala.sees("Anggaran APBN tahun 2026 tidak cukup lagi")
    assert award(proposed) is None
    await kepala.opens("awards.seats/1/0", vault)
    assert kepala.sees("masih dapat dibayar")
    assert "Pelayanan Prima" not in kepala.screen


async def test_who_has_no_account_wins_and_hr_hands_the_paper_over(proposed: Cast) -> None:
    with proposed.database.transaction() as session:
        mine = Account.employee_id == proposed.ids["sari"]
        session.exec(select(Account).where(mine)).one().state = ENDED
    await approves(proposed)
    asked = {one.employee_id for one in letters(proposed, "awards.unreached")}
    assert asked == {proposed.ids["maya"], proposed.ids["rina"]}
    maya = proposed.maya
    await maya.opens("awards.honour/1", proposed.database.vault)
    assert maya.sees("Unduh piagam")
    await maya.taps("Catat penyerahan")
    await maya.says("ya")
    assert maya.sees("setidaknya 10 huruf")
    await maya.says(NOTE)
    assert maya.sees(NOTE)
    assert findings(proposed) == []
    await proposed.dedi.opens("awards.honour/1", proposed.database.vault)
    assert NOTE not in proposed.dedi.screen
    now = maya.office.clock.now()
    with proposed.database.transaction() as session:  # who joins later learns of it then
        new = Account(
            employee_id=proposed.ids["sari"], telegram_id=4711, state=CLAIMED, claimed_at=now
        )
        session.add(new)
        session.flush()
        lets_in(session, "sari", now)
    late = maya.office.person(4711, "Sari")
    await deliver(proposed)
    assert late.sees("kabar baik tentang kerja Anda")
    await late.taps("Buka")
    assert late.sees("Boleh rekan-rekan Anda dikabari?")
    assert late.sees("Unduh piagam")


async def test_the_head_prints_a_draft_of_the_decree_before_and_after_the_award(
    proposed: Cast,
) -> None:
    kepala, vault = proposed.kepala, proposed.database.vault
    await kepala.opens("awards.decide/1", vault)
    await kepala.taps("Konsep keputusan (PDF)")
    assert kepala.sees("belum ditetapkan")
    calls: list[Any] = kepala.office.telegram.calls
    papers: list[Any] = [one.document for one in calls if isinstance(one, SendDocument)]
    title = "PEGAWAI TELADAN TRIWULAN III 2026"
    for said in ("KONSEP", title, "Sari Lestari, A.Md.", "NOMOR", "********2003", "KESATU"):
        assert has(papers[-1].data, said), said
    assert not has(papers[-1].data, "PGM")
    await approves(proposed, seat=True)
    await kepala.opens("awards.honour/1", vault)
    await kepala.taps("Konsep keputusan (PDF)")
    papers = [one.document for one in calls if isinstance(one, SendDocument)]
    for said in ("001/PGM/2026", "Pelayanan Prima PT-01"):
        assert has(papers[-1].data, said), said
    assert not has(papers[-1].data, "KONSEP")
    for other in (proposed.wayan, proposed.maya, proposed.sari):
        await other.opens("awards.decree/1", vault)
        assert other.sees("tidak tersedia untuk Anda")


async def test_the_poster_hangs_only_with_consent(proposed: Cast) -> None:
    await approves(proposed)
    vault, maya = proposed.database.vault, proposed.maya
    await maya.opens("awards.honour/1", vault)
    assert "[Poster]" not in maya.screen
    await maya.opens("awards.poster/1", vault)
    assert maya.sees("selama pemenangnya setuju")
    await proposed.sari.opens("awards.honour/1", vault)
    await proposed.sari.taps("Ya, umumkan")
    await maya.opens("awards.honour/1", vault)
    await maya.taps("Poster")
    calls: list[Any] = maya.office.telegram.calls
    papers: list[Any] = [one.document for one in calls if isinstance(one, SendDocument)]
    pictures: list[Any] = [one.photo for one in calls if isinstance(one, SendPhoto)]
    a4, a3, picture = papers[-2].data, papers[-1].data, pictures[-1].data
    for page, wide in ((a4, 595), (a3, 842)):
        assert pages(page) == 1
        assert has(page, "SELAMAT")
        assert has(page, "Sari Lestari, A.Md.")
        assert has(page, "001/PGM/2026")
        with Pdf.open(BytesIO(page)) as opened:
            assert round(float(opened.pages[0].mediabox[2])) == wide
    assert picture.startswith(b"\x89PNG")
    await proposed.dedi.opens("awards.poster/1", vault)
    assert proposed.dedi.sees("tidak tersedia")
