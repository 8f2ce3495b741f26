"""A round of an award in the chat: criteria, nominations, an unseen vote, two by two, the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.actions import awards
from bot.rules.authority import Role
from bot.rules.personal import Look
from storage.awards import AwardRound, AwardVote, Nomination, rounds
from storage.duties import DutyKind, open_ones
from storage.grants import Grant
from storage.proposals import Proposal
from tests.beginnings import played
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.looks import looked
from tests.quarter import CALIBRATION, RATING, moves_to, rates

LABEL, SCREEN, BUTTONS = 24, 900, 8
AGAINST = "Dampaknya belum dirasakan pemohon di loket."
WHY = "Memangkas waktu layanan dari tiga hari menjadi satu hari bagi pemohon."


def fits(person: Person) -> None:
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= SCREEN, person.card.text
    assert len(labels) <= BUTTONS, labels
    assert all(len(label) <= LABEL for label in labels), labels


async def walks(person: Person, *labels: str) -> str:
    for label in labels:
        await person.taps(label)
        fits(person)
    return person.screen


def turns(cast: Cast, day: date) -> None:
    moves_to(cast, day)
    with cast.database.transaction() as session:
        awards.turn(session, cast.sari.office.clock.now())


def round_of(session: Session, kind: str = "pegawai_teladan") -> AwardRound:
    """The first that was opened."""
    found = select(AwardRound).where(AwardRound.kind == kind).order_by(col(AwardRound.id))
    one = session.exec(found).first()
    assert one is not None
    return one


@pytest.fixture
@played
async def opened(cast: Cast) -> Cast:
    """Wayan and Maya are the panel; Sari and Dedi will be rated alike."""
    with cast.database.transaction() as session:
        grant = Grant(
            employee_id=cast.ids["maya"], role=Role.EVALUATION_TEAM, since=date(2026, 1, 1)
        )
        session.add(grant)
    turns(cast, date(2026, 8, 12))
    return cast


@pytest.fixture
@played
async def voting(opened: Cast) -> Cast:
    turns(opened, RATING)
    for name in ("Sari Lestari", "Dedi Pratama"):
        await rates(opened.budi, name, 5)
    turns(opened, CALIBRATION)
    return opened


async def test_everybody_sees_the_criteria_and_their_own_standing_before_it_begins(
    opened: Cast,
) -> None:
    sari = opened.sari
    await sari.says("/penghargaan")
    await walks(sari, "Putaran penghargaan", "1. Pegawai")
    assert sari.sees("Pengusulan sampai 12 Okt 2026")
    assert sari.sees("Sejauh ini tidak ada halangan bagi Anda")
    await walks(sari, "Kriteria")
    assert sari.sees("suara tim evaluasi 30%")
    await walks(sari, "Kembali")
    assert sari.sees("Pengusulan sampai 12 Okt 2026")  # the round, not the list of kinds
    await opened.kepala.says("/penghargaan")
    await walks(opened.kepala, "Putaran penghargaan", "1. Pegawai")
    assert opened.kepala.sees("jabatan dikecualikan")


async def test_a_nomination_needs_a_reason_and_can_be_withdrawn(opened: Cast) -> None:
    dedi = opened.dedi
    await dedi.says("/penghargaan")
    await walks(dedi, "Putaran penghargaan", "1. Pegawai", "Usulkan rekan")
    await dedi.says("Dedi Pratama")
    assert dedi.sees("Tidak ditemukan")
    await dedi.says("Sari Lestari")
    fits(dedi)
    await walks(dedi, "1. Sari")
    await dedi.says("bagus")
    assert dedi.sees("sedikitnya 20 karakter")
    await dedi.says(WHY)
    fits(dedi)
    await walks(dedi, "Ya, usulkan")
    assert dedi.sees("Anda mengusulkan <b>Sari Lestari, A.Md.</b>")
    assert "Usulkan rekan" not in dedi.screen
    await walks(dedi, "Tarik usulan saya", "Usulkan rekan")
    with opened.database.transaction() as session:
        assert session.exec(select(Nomination.state)).one() == "withdrawn"


async def test_votes_stay_unseen_and_the_first_alone_is_proposed(voting: Cast) -> None:
    wayan, maya = voting.wayan, voting.maya
    with voting.database.transaction() as session:
        one = round_of(session)
        assert one.state == rounds.VOTING
        assert set(rounds.entries(session, one.id or 0)) == {
            voting.ids["sari"], voting.ids["dedi"],
        }  # fmt: skip
        owed = open_ones(session, (voting.ids["maya"],), (DutyKind.VOTE_AWARD,), CALIBRATION)
        assert owed
    await wayan.says("/penghargaan")
    await walks(wayan, "Putaran penghargaan", "1. Pegawai", "Beri suara", "… Sari", "5")
    await walks(wayan, "2")
    assert wayan.sees("Anda sudah memberi suara atas 2 dari 2 calon")
    assert looked(voting, "wayan", "dedi", Look.AWARD)
    await voting.sari.says("/penghargaan")
    await walks(voting.sari, "Putaran penghargaan", "1. Pegawai")
    assert "Peringkat pertama" not in voting.sari.screen
    await maya.says("/penghargaan")
    await walks(maya, "Putaran penghargaan", "1. Pegawai", "Beri suara", "… Sari", "5", "4")
    assert maya.sees("Peringkat pertama sudah jelas menurut nilai")
    assert maya.sees("Peringkat pertama: <b>Sari Lestari, A.Md.</b>")
    await voting.sari.says("/penghargaan")
    await walks(voting.sari, "Putaran penghargaan", "4. Pegawai")
    assert voting.sari.sees("Selisih nilai")
    assert "Sari Lestari" not in voting.sari.screen
    await walks(maya, "Peringkat dan usulan", "2. Dedi")
    assert maya.sees("peringkat pertama pegawai lain")
    await walks(maya, "Peringkat", "1. Sari", "Usulkan penghargaan")
    await maya.says(WHY)
    await walks(maya, "Ya, usulkan")
    with voting.database.transaction() as session:
        assert session.exec(select(Proposal.employee_id)).one() == voting.ids["sari"]


async def test_nearly_equal_ones_are_compared_two_by_two(voting: Cast) -> None:
    for person in (voting.wayan, voting.maya):
        await person.says("/penghargaan")
        await walks(person, "Putaran penghargaan", "1. Pegawai", "Beri suara", "… Sari")
        await walks(person, "4", "4")
    with voting.database.transaction() as session:
        assert round_of(session).state == rounds.COMPARING
    await voting.wayan.says("/penghargaan")
    await walks(
        voting.wayan,
        "Putaran penghargaan",
        "1. Pegawai",
        "Bandingkan dua per dua",
        "Dedi",
    )
    await voting.maya.says("/menu")
    await walks(voting.maya, "Bandingkan calon", "Dedi")
    assert voting.maya.sees("diunggulkan atas semua yang lain")
    assert voting.maya.sees("Peringkat pertama: <b>Dedi Pratama</b>")


async def test_what_somebody_said_who_left_the_panel_counts_no_more(voting: Cast) -> None:
    """Two by two, too: else one answer each would leave it to the stated order."""
    for person in (voting.wayan, voting.maya):
        await person.says("/penghargaan")
        await walks(person, *ROUND, "Beri suara", "… Sari")
        await walks(person, "4", "4")
    await voting.wayan.says("/penghargaan")
    await walks(voting.wayan, *ROUND, "Bandingkan dua per dua", "Dedi")
    with voting.database.transaction() as session:
        held = select(Grant).where(
            Grant.employee_id == voting.ids["wayan"], Grant.role == Role.EVALUATION_TEAM
        )
        for grant in session.exec(held):
            session.delete(grant)
    await voting.maya.says("/penghargaan")
    await walks(voting.maya, *ROUND, "Bandingkan dua per dua", "Sari")
    assert voting.maya.sees("diunggulkan atas semua yang lain")
    assert voting.maya.sees("Peringkat pertama: <b>Sari Lestari, A.Md.</b>")


async def test_a_vote_without_its_quorum_waits_and_says_so(voting: Cast) -> None:
    with voting.database.transaction() as session:
        over = round_of(session).vote_until + timedelta(1)
    await voting.wayan.says("/penghargaan")
    await walks(voting.wayan, *ROUND, "Beri suara", "… Sari", "5", "2")
    turns(voting, over)
    await voting.sari.says("/penghargaan")
    await walks(voting.sari, *ROUND)
    assert voting.sari.sees("belum cukup anggota yang memberi suara")
    assert voting.sari.sees("60%")
    await voting.maya.says("/penghargaan")
    await walks(voting.maya, *ROUND, "Beri suara", "… Sari", "5")
    assert voting.maya.sees("Dedi")
    await walks(voting.maya, "2")
    assert voting.maya.sees("Peringkat pertama: <b>Sari Lestari, A.Md.</b>")


async def test_a_nomination_confirmed_after_the_last_day_is_none(opened: Cast) -> None:
    dedi = opened.dedi
    await dedi.says("/penghargaan")
    await walks(dedi, *ROUND, "Usulkan rekan")
    await dedi.says("Sari Lestari")
    await walks(dedi, "1. Sari")
    await dedi.says(WHY)
    with opened.database.transaction() as session:
        over = round_of(session).nominate_until + timedelta(1)
    moves_to(opened, over)  # the clock did not turn the round yet
    await dedi.taps("Ya, usulkan")
    assert "Anda mengusulkan" not in dedi.screen
    with opened.database.transaction() as session:
        assert not session.exec(select(Nomination).where(Nomination.state == "sent")).all()


async def test_a_vote_repeated_or_stolen_after_the_end_changes_nothing(voting: Cast) -> None:
    wayan, maya = voting.wayan, voting.maya
    await wayan.says("/penghargaan")
    await walks(wayan, *ROUND, "Beri suara", "… Dedi")
    old = wayan.button("5")
    await walks(wayan, "2", "5")
    await maya.says("/penghargaan")
    await walks(maya, *ROUND, "Beri suara", "… Dedi")
    hers = maya.button("5")
    await maya.taps("2", data=old)  # a button of somebody else
    with voting.database.transaction() as session:
        mine = AwardVote.member_id == voting.ids["maya"]
        assert not session.exec(select(AwardVote).where(mine)).all()
    await maya.says("/penghargaan")
    await walks(maya, *ROUND, "Beri suara", "… Dedi", "2", "5")
    with voting.database.transaction() as session:
        one = round_of(session)
        assert one.state == rounds.CLOSED
        told, number = one.outcome, one.id
    for person, data in ((wayan, old), (maya, hers)):
        await person.taps("5", data=data)
    with voting.database.transaction() as session:
        assert round_of(session).outcome == told
        levels = select(AwardVote.level).where(
            AwardVote.round_id == number, AwardVote.employee_id == voting.ids["dedi"]
        )
        assert session.exec(levels).all() == [2, 2]


async def test_a_superior_or_candidate_on_the_panel_judges_nobody_of_theirs(voting: Cast) -> None:
    with voting.database.transaction() as session:
        for key in ("budi", "sari"):
            since = date(2026, 1, 1)
            row = Grant(employee_id=voting.ids[key], role=Role.EVALUATION_TEAM, since=since)
            session.add(row)
        number = round_of(session).id
    for key, others in (("budi", ("sari", "dedi")), ("sari", ("sari",))):
        for other in others:
            await voting.people[key].opens(
                f"awards.paper/{number}/{voting.ids[other]}", voting.database.vault
            )
            assert "[5]" not in voting.people[key].screen
            assert "Seberapa pantas" not in voting.people[key].screen


async def test_who_nominated_or_is_bound_does_not_vote(opened: Cast) -> None:
    await opened.maya.says("/penghargaan")
    await walks(opened.maya, "Putaran penghargaan", "1. Pegawai", "Usulkan rekan")
    await opened.maya.says("Sari Lestari")
    await walks(opened.maya, "1. Sari")
    await opened.maya.says(WHY)
    await walks(opened.maya, "Ya, usulkan")
    turns(opened, RATING)
    for name in ("Sari Lestari", "Dedi Pratama"):
        await rates(opened.budi, name, 5)
    turns(opened, CALIBRATION)
    await opened.maya.says("/penghargaan")
    await walks(opened.maya, "Putaran penghargaan", "1. Pegawai", "Beri suara")
    assert opened.maya.sees("1 calon tidak Anda nilai")
    await walks(opened.maya, "… Dedi", "Ada benturan kepentingan")
    assert opened.maya.sees("tidak dapat ditarik")
    await walks(opened.maya, "Ya, saya tidak menilai")
    assert "Beri suara" not in opened.maya.screen or opened.maya.sees("Dicatat")
    await opened.wayan.says("/penghargaan")
    await walks(opened.wayan, "Putaran penghargaan", "1. Pegawai", "Beri suara", "… Sari")
    assert opened.wayan.sees("Memangkas waktu layanan")
    assert "Maya" not in opened.wayan.screen
    await walks(opened.wayan, "4", "3")
    with opened.database.transaction() as session:
        one = round_of(session)
        assert one.state in (rounds.CLOSED, rounds.COMPARING)
        of_round = select(AwardVote.member_id).where(AwardVote.round_id == one.id)
        assert set(session.exec(of_round)) == {opened.ids["wayan"]}


ROUND = ("Putaran penghargaan", "1. Pegawai")
OVER = ("Putaran penghargaan", "4. Pegawai")


async def refuses_the_first(voting: Cast) -> None:
    """Both vote, the panel proposes Sari, and the head refuses her with a reason and a code."""
    wayan, kepala = voting.wayan, voting.kepala
    for person in (wayan, voting.maya):
        await person.says("/penghargaan")
        await walks(person, *ROUND, "Beri suara", "… Sari", "5", "2")
    await wayan.says("/penghargaan")
    await walks(wayan, *OVER, "Usulkan: Sari")
    await wayan.says(WHY)
    await walks(wayan, "Ya, usulkan")
    await kepala.says("/penghargaan")
    await walks(kepala, "Putuskan: Sari", "Hasil putarannya")
    assert kepala.sees("Selisih nilai dari peringkat")
    await kepala.says("/penghargaan")
    await walks(kepala, "Putuskan: Sari", "Tolak")
    await kepala.says(AGAINST)
    await walks(kepala, "Ya, tolak")
    await types_code(kepala)


async def test_a_round_from_the_votes_to_a_certificate_that_is_taken_back(voting: Cast) -> None:
    """The head refuses the first, the next one wins, all may hear of it, and it is revoked."""
    wayan, maya, kepala, dedi = voting.wayan, voting.maya, voting.kepala, voting.dedi
    await refuses_the_first(voting)
    assert kepala.sees("Ditolak oleh")
    await voting.sari.says("/penghargaan")
    await walks(voting.sari, *OVER)
    assert voting.sari.sees("kali ini penghargaannya tidak diberikan kepada Anda")
    assert AGAINST not in voting.sari.screen
    await wayan.says("/penghargaan")
    await walks(wayan, *OVER)
    assert wayan.sees(AGAINST)
    await walks(wayan, "Usulkan: Dedi")
    await wayan.says(WHY)
    await walks(wayan, "Ya, usulkan")
    await kepala.says("/penghargaan")
    await walks(kepala, "Putuskan: Dedi", "Setujui", "Ya, tetapkan")
    assert kepala.sees("Nomor 1/2026")
    await dedi.says("/penghargaan")
    await dedi.opens("awards.honour/1", voting.database.vault)
    await walks(dedi, "Ya, umumkan", "Lihat piagam")
    assert dedi.sees("001/PGM/2026")
    await maya.opens("certificates.revoking/1", voting.database.vault)
    await maya.says("Penghargaan ini diberikan atas data yang keliru.")
    await walks(maya, "Serahkan ke orang kedua")
    await kepala.opens("certificates.revocation/1", voting.database.vault)
    await walks(kepala, "Ya, cabut")
    await voting.sari.says("/penghargaan")
    await walks(voting.sari, "Periksa kode")
    await voting.sari.says("001/PGM/2026")
    assert voting.sari.sees("Dicabut")


async def test_the_panel_ends_a_round_without_a_winner(voting: Cast) -> None:
    maya = voting.maya
    await refuses_the_first(voting)
    await maya.says("/penghargaan")
    await walks(maya, *OVER, "Akhiri tanpa pemenang")
    await maya.says("tidak")
    assert maya.sees("sedikitnya 20 karakter")
    await maya.says("Tidak ada calon lain yang sepadan tahun ini.")
    await walks(maya, "Ya, akhiri putaran")
    assert maya.sees("Diakhiri tanpa pemenang oleh")
    await voting.dedi.says("/penghargaan")
    await walks(voting.dedi, *OVER)
    assert voting.dedi.sees("Putaran ini berakhir tanpa pemenang")
    assert "sepadan" not in voting.dedi.screen
