"""Forums that were held, with who came, and one that is a week ahead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot.office.desk import NOW, Office, wib
from bot.office.people import JAYAPURA, LATE, SEMARANG
from bot.rules.forums import Audience, ForumKind
from bot.rules.series import Rhythm, days
from storage import audiences, forums, invitations, series
from storage.forums import Forum
from storage.invitations import Invitation

UNANSWERED = ("sari", "kepala", "wayan", "irwan", "marice", "putri", "bagas", "yosef")
COMES, STAYS_AWAY, FORGETS = 0.75, 0.9, 0.15
LENGTH = timedelta(minutes=120)


@dataclass(frozen=True, slots=True)
class Held:
    host: str
    kind: ForumKind
    topic: str
    place: str
    start: datetime
    unit: str = ""  # the agency when empty
    zone: str = "Asia/Jakarta"


PAST: Sequence[Held] = (
    Held("maya", ForumKind.INFORMATION, "Mengajukan prestasi lewat ponsel dengan Teladan",
         "Daring, tautan dikirim kepegawaian", wib(date(2026, 1, 22), 9)),
    Held("wayan", ForumKind.WORKSHOP, "Menulis prestasi yang terukur: sebelum dan sesudah",
         "Aula lantai 2, Semarang, dan daring", wib(date(2026, 4, 15), 9)),
    Held("sri", ForumKind.FORUM, "Berbagi pengalaman: loket yang ramah difabel",
         "Aula lantai 2, Semarang, dan daring", wib(date(2026, 7, 21), 10)),
    Held("budi", ForumKind.CLINIC, "Menjawab pemohon yang marah dengan tenang",
         "Ruang rapat Kantor Semarang", wib(date(2026, 10, 14), 13), SEMARANG),
)  # fmt: skip
RUNNING = Held(
    "yosef", ForumKind.FORUM, "Melayani di loket saat jaringan padam",
    "Ruang rapat Kantor Jayapura", wib(date(2026, 11, 10), 8, 30), JAYAPURA, "Asia/Jayapura",
)  # fmt: skip
AHEAD = Held(
    "maya", ForumKind.FORUM, "Praktik baik triwulan ini: memangkas waktu tunggu loket",
    "Aula lantai 2, Semarang, dan daring", wib(date(2026, 11, 17), 10),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meetings:
    """The one ahead, the clinic that was held with who was there, and the one that goes on."""

    ahead: Forum
    clinic: Forum
    present: Sequence[str]
    running: Forum


def hold(office: Office) -> Meetings:
    """All of them; the one ahead comes back. The unanswered are asked on their phones."""
    clinic, there = [_past(office, held) for held in PAST][-1]
    forum = _forum(office, AHEAD, NOW - timedelta(days=4))
    answers = {key: "" for key in _asked(office, AHEAD) if key in UNANSWERED}
    _invite(office, forum, AHEAD, answers)
    office.session.flush()
    _again(office, forum)
    return Meetings(forum, clinic, there, _run(office))


def _run(office: Office) -> Forum:
    """One that has begun half an hour ago; not from the dice either."""
    sent = NOW - timedelta(days=5)
    known = [sha256(f"{RUNNING.topic}/{what}".encode()).hexdigest() for what in "us"]
    forum = _put(office, RUNNING, sent, known[0][:32], known[1])
    asked = _asked(office, RUNNING)
    for key in asked:
        answer = invitations.NONE if key in UNANSWERED else invitations.SEATED
        at = None if answer == invitations.NONE else sent + timedelta(hours=3)
        one = Invitation(
            forum_id=forum.id or 0, employee_id=office.ids[key], answer=answer, answered_at=at,
            day_told_at=NOW - timedelta(days=1), hour_told_at=NOW - timedelta(hours=1),
        )  # fmt: skip
        office.session.add(one)
    forum.seats = forum.queue = sum(key not in UNANSWERED for key in asked)
    office.session.flush()
    return forum


def _again(office: Office, first: Forum) -> None:
    """It comes again on the same weekday of the two months that follow."""
    first.rhythm, first.times, first.series_id = Rhythm.MONTHLY, 3, first.id
    office.session.flush()
    for day in days(AHEAD.start.date(), Rhythm.MONTHLY, 3)[1:]:
        start = datetime.combine(day, AHEAD.start.timetz())
        # not from the dice, which would fall otherwise for all that comes later
        known = [sha256(f"{first.uid}/{day}/{what}".encode()).hexdigest() for what in "us"]
        one = series.copy(
            office.session, first, state=forums.OPEN, starts_at=start, ends_at=start + LENGTH,
            uid=f"{known[0][:32]}@teladan", secret=known[1], sent_at=first.sent_at,
            changed_at=first.changed_at,
        )  # fmt: skip
        audiences.invite_like(office.session, one.id or 0, first.id or 0)


def _past(office: Office, held: Held) -> tuple[Forum, Sequence[str]]:
    """The forum, and who was there."""
    forum = _forum(office, held, held.start - timedelta(days=9))
    known = [key for key in _asked(office, held) if key not in LATE]
    made = _invite(office, forum, held, {}, known)
    for one in made:
        if one.answer == invitations.SEATED and office.dice.random() > FORGETS:
            minutes = office.dice.randint(-10, 12)
            one.attended_at = held.start + timedelta(minutes=minutes)
        one.day_told_at = held.start - timedelta(days=1)
        one.hour_told_at = held.start - timedelta(hours=1)
    office.session.flush()
    there = [key for key, one in zip(known, made, strict=True) if one.attended_at is not None]
    return forum, there


def _forum(office: Office, held: Held, sent: datetime) -> Forum:
    uid, secret = f"{office.dice.getrandbits(128):032x}", f"{office.dice.getrandbits(256):064x}"
    return _put(office, held, sent, uid, secret)


def _put(office: Office, held: Held, sent: datetime, uid: str, secret: str) -> Forum:
    forum = Forum(
        host_id=office.ids[held.host], state=forums.OPEN, kind=held.kind, topic=held.topic,
        audience=Audience.UNITS if held.unit else Audience.EVERYBODY,
        units=str(office.units[held.unit]) if held.unit else "", zone=held.zone,
        starts_at=held.start, ends_at=held.start + LENGTH,
        minutes=int(LENGTH.total_seconds()) // 60, place=held.place, capacity=0,
        uid=f"{uid}@teladan",
        secret=secret, created_at=sent, sent_at=sent,
        changed_at=sent,
    )  # fmt: skip
    office.session.add(forum)
    office.session.flush()
    return forum


def _asked(office: Office, held: Held) -> list[str]:
    return [
        key
        for key, one in office.members.items()
        if key != held.host and held.unit in ("", one.unit)
    ]


def _invite(
    office: Office,
    forum: Forum,
    held: Held,
    fixed: Collection[str],
    keys: Sequence[str] | None = None,
) -> list[Invitation]:
    assert forum.id is not None
    assert forum.sent_at is not None
    made = []
    for key in _asked(office, held) if keys is None else keys:
        answer = invitations.NONE if key in fixed else _answer(office.dice.random())
        at = forum.sent_at + timedelta(hours=office.dice.randint(1, 60))
        made.append(
            Invitation(
                forum_id=forum.id, employee_id=office.ids[key], answer=answer,
                answered_at=None if answer == invitations.NONE else at,
            )
        )  # fmt: skip
    office.session.add_all(made)
    forum.seats = sum(one.answer == invitations.SEATED for one in made)
    forum.queue = sum(one.answer != invitations.NONE for one in made)
    return made


def _answer(chance: float) -> str:
    if chance < COMES:
        return invitations.SEATED
    return invitations.DECLINED if chance < STAYS_AWAY else invitations.NONE
