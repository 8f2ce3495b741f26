"""Rounds of awards: one long decided and announced, two that are voted on, nominations of now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.actions import awards
from bot.actions.awards import turning
from bot.actions.awards.kinds import kind_of
from bot.actions.days import agency_days
from bot.actions.me import Me, read_me
from bot.actions.stories import judging, writing
from bot.actions.stories.judging import judge
from bot.office.desk import NOW, Office, wib
from bot.office.hiring import telegram_id
from bot.office.honours import give, propose
from bot.office.people import AGENCY, MAKASSAR
from bot.rules.certificates import CertificateKind
from storage import certificates, outbox
from storage.awards import AwardRound, rounds, tellings
from storage.periods import Period

TEAM, HR = "wayan", "maya"
PAST, INNOVATION, TOGETHER = "pelayanan_terbaik", "inovator", "kolaborator"
# Whom colleagues put forward in the round of the past, and what made the panel sure.
WINNER, NOMINATOR = "marice", "yosef"
PUT_FORWARD = (
    "Menjemput pemohon di dermaga sebelum perahu berangkat, sehingga nelayan tidak lagi "
    "kehilangan satu hari kerja."
)
STORY = (
    "Para nelayan Kampung Enggros tidak pernah sempat datang pada jam kantor. Saya mencoba "
    "membuka meja layanan di dermaga pukul 04.30, dua kali sepekan. Dalam tiga bulan 71 "
    "permohonan selesai, dan kini perahu singgah sendiri untuk bertanya. Buktinya buku "
    "register dermaga."
)
SENT = ("stories.waits", "stories.judged")
INNOVATOR = ("budi", "sari", "Mencoba kartu antrean braille bersama komunitas tunanetra Semarang.")
COLLABORATOR = ("irwan", "hasnia", "Menyatukan jadwal penyuluhan dengan enam kelurahan di Tallo.")
NOW_FORWARD = (
    "sari",
    "irwan",
    "Membantu loket Semarang memulihkan aplikasi antrean dari Makassar.",
)


def look_back(office: Office, period: Period) -> None:
    """A round of a quarter in calibration, from the first nomination to a story told to all."""
    one = _opened(office, period, PAST, AGENCY)
    _nominates(office, one, NOMINATOR, WINNER, PUT_FORWARD, wib(period.submit_until, 9))
    at = wib(period.rate_until + timedelta(1), 9)
    turning.advance(office.session, one, at, agency_days(office.session, at))
    _votes(office, one, TEAM, wib(period.rate_until + timedelta(2), 10), best=WINNER)
    at = wib(period.rate_until + timedelta(7), 10)
    proposed = propose(office, period, AGENCY, TEAM, PAST, office.ids[WINNER], at)
    award = give(office, proposed, at + timedelta(days=1))
    winner = _me(office, WINNER, at + timedelta(days=2))
    awards.consent(office.session, winner, award, 1)
    tellings.finish(office.session, award, at + timedelta(days=2))
    _tells(office, award, at + timedelta(days=4))


def vote_now(office: Office, period: Period) -> None:
    """The quarter in calibration: Wayan has to vote; in Makassar her colleague has done so."""
    innovation = _opened(office, period, INNOVATION, AGENCY)
    together = _opened(office, period, TOGETHER, MAKASSAR)
    for one, those in ((innovation, INNOVATOR), (together, COLLABORATOR)):
        _nominates(office, one, *those, wib(period.submit_until, 10))
        at, kind = wib(date(2026, 11, 9), 8), kind_of(office.session, period, one.kind)
        today = agency_days(office.session, at)
        turning.begin_vote(office.session, one, period, kind, at, today)
    _votes(office, together, "rahma", wib(date(2026, 11, 9), 14))


def nominate_now(office: Office) -> None:
    """Rounds of the running quarter are open, and somebody has been put forward in one."""
    awards.turn(office.session, NOW - timedelta(minutes=6))
    who, about, why = NOW_FORWARD
    mine = _me(office, who, wib(date(2026, 11, 9), 15))
    one = next(
        each
        for each in rounds.under_way(office.session)
        if (each.kind, each.state, each.scope_id)
        == (TOGETHER, rounds.NOMINATING, office.units[AGENCY])
    )
    _says(office, one, mine, about, why)


def _opened(office: Office, period: Period, key: str, unit: str) -> AwardRound:
    kind = kind_of(office.session, period, key)
    at = wib(period.opens_on + timedelta(1), 7)
    one = turning.open_round(office.session, period, kind, office.units[unit], at)
    assert one is not None
    return one


def _nominates(
    office: Office, one: AwardRound, who: str, about: str, why: str, at: datetime
) -> None:
    _says(office, one, _me(office, who, at), about, why)


def _says(office: Office, one: AwardRound, mine: Me, about: str, why: str) -> None:
    number, person = one.id or 0, office.ids[about]
    awards.write_ground(office.session, mine, number, person, why)
    awards.nominate(office.session, mine, number, person)


def _votes(office: Office, one: AwardRound, who: str, at: datetime, best: str = "") -> None:
    me, number = _me(office, who, at), one.id or 0
    for place, (person, *_) in enumerate(awards.ballot(office.session, me, number).people):
        level = 5 if person == office.ids.get(best) else 3 if best else 3 + place % 2
        awards.vote(office.session, me, number, person, level)


def _tells(office: Office, award: int, at: datetime) -> None:
    """The winner's story, read by HR, then told; its letters went long ago."""
    session = office.session
    row = certificates.of_object(session, CertificateKind.AWARD, award)
    assert row is not None
    number = row.id or 0
    mine, hr = _me(office, WINNER, at), _me(office, HR, at + timedelta(days=1))
    writing.write(session, mine, number, STORY)
    writing.send(session, mine, number)
    judging.approve(session, hr, number, judge(session, hr, number).seen)
    forget(office, SENT, tuple(office.ids))


def forget(office: Office, templates: Sequence[str], keys: Sequence[str]) -> None:
    """Letters of long ago that these people have had."""
    for template in templates:
        for key in keys:
            while letter := outbox.newest(office.session, office.ids[key], template):
                office.session.delete(letter)
                office.session.flush()


def _me(office: Office, key: str, at: datetime) -> Me:
    me = read_me(office.session, telegram_id(office.members[key]), min(at, NOW))
    assert me is not None
    return me
