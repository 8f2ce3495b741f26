"""What people do, step by step, in every capability of the bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlmodel import Session

from bot.actions import joining
from storage import accounts, migrate
from storage.columns import vault_of
from storage.database import Database
from tests.achievements import me, submit
from tests.cast import PEOPLE, employ
from tests.conftest import NOW
from tests.crash.points.playing import Playing
from tests.crash.points.verbs import (
    Step,
    at_ten,
    authenticates,
    claims,
    early,
    enters_code,
    morning,
    moves,
    person_named,
    says,
    sends,
    shares,
    taps,
    tells_number,
)  # fmt: skip
from tests.quarter import CALIBRATION, RATING, STEPS

PHONE = "+6281234567890"
NEW = {"baru": 555, "baru2": 556}
TITLE = "Antrean loket turun"
REASON = "Mohon lampirkan daftar hadir & foto."
DEED = "Memangkas waktu layanan dari tiga hari menjadi satu hari."


@dataclass(frozen=True)
class Story:
    """Steps from an office that `fill` has made, or from where the story `after` ended.

    `past`: what lies behind it, in transactions of its own, until the moment `begins`.
    """

    name: str
    steps: tuple[Step, ...]
    fill: Callable[[Session], None] = lambda _: None
    past: Callable[[Database, Mapping[str, int]], None] = lambda *_: None
    begins: datetime = NOW
    after: Story | None = None
    more: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """People whom `fill` adds: Telegram id and name by key."""


def submitted(session: Session) -> None:
    submit(session, me(session, "sari", NOW))


def invited(session: Session) -> None:
    """Sari and Wayan have no account yet, a number in the roster, and a code."""
    for key in ("sari", "wayan"):
        person = person_named(session, key)
        account = accounts.active_of(session, person.id or 0)
        assert account is not None
        session.delete(account)
        person.phone, person.phone_index = PHONE, vault_of(session).index(PHONE)
        session.add(person)
        maya = person_named(session, "maya")
        joining.invite(session, PEOPLE[key][2], maya.id, NOW)


ACHIEVEMENT = Story(
    "prestasi",
    (
        says("sari", "/prestasi"),
        *taps("sari", "Buat baru"),
        says("sari", TITLE),
        says("sari", "Loket ditata ulang sehingga warga tidak menunggu lama."),
        *taps("sari", "Hari ini", "Inovasi", "Inovasi", "Lanjut"),
        says("sari", "40 menit"),
        says("sari", "15"),
        sends("sari", 7),
        *taps("sari", "Lanjut", "Kirim"),
        *taps("budi", "Buka", "Nilai", "5", "Setujui"),
        *taps("sari", "Buka"),
    ),
)
REASONED = Story("alasan", (*taps("budi", "Buka", "Kembalikan"), says("budi", REASON)), submitted)
RETURNED = Story("pengembalian", taps("budi", "Kembalikan"), after=REASONED)
MENDED = Story(
    "perbaikan",
    (
        *REASONED.steps,
        *RETURNED.steps,
        *taps("sari", "Buka", "Ubah", "Judul"),
        says("sari", f"{TITLE}, dengan foto"),
        *taps("sari", "Kirim"),
    ),
    submitted,
)
QUARTER = Story(
    "triwulan",
    (
        says("sari", "/laporan"),
        says("sari", "Loket saya selesai lebih cepat dari standar."),
        *taps("sari", "Kirim"),
        early(RATING),
        at_ten(RATING),
        says("budi", "/nilai"),
        *taps("budi", "Sari Lestari", "Mulai menilai", *["5 "] * STEPS, "Kirim"),
        says("sari", "/skor"),
        at_ten(CALIBRATION),
    ),
)
AWARD = Story(
    "penghargaan",
    (
        says("wayan", "/panel"),
        *taps("wayan", "Peringkat", "1. Sari", "Usulkan penghargaan"),
        says("wayan", DEED),
        *taps("wayan", "Ya, usulkan"),
        says("kepala", "/penghargaan"),
        *taps("kepala", "Putuskan: Sari", "Setujui", "Ya, tetapkan"),
        authenticates("kepala"),
    ),
    after=QUARTER,
)
PUBLISHED = Story(
    "penerbitan",
    (
        says("kepala", "/terbit"),
        *taps("kepala", "Tulis alasan"),
        says("kepala", DEED),
        *taps("kepala", "Ya, terbitkan"),
        authenticates("kepala"),
        moves(datetime(2026, 10, 14, 3, 2, tzinfo=UTC)),
        *taps("sari", "Lihat hasil saya", "Sudah saya terima"),
        says("maya", "/admin"),
    ),
    after=QUARTER,
)
FORUM = Story(
    "kegiatan",
    (
        says("budi", "/forum"),
        *taps("budi", "Buat kegiatan", "Rapat"),
        says("budi", "Berbagi praktik & ide"),
        *taps("budi", "Unit saya & bawahannya"),
        says("budi", "rabu depan jam 10"),
        *taps("budi", "Ya", "1 jam 30 menit"),
        says("budi", "Ruang Garuda"),
        says("budi", "30"),
        *taps("budi", "Kirim"),
        *taps("sari", "Hadir"),
        moves(datetime(2026, 8, 19, 3, 5, tzinfo=UTC)),
        says("budi", "/forum"),
        *taps("budi", "★ 19 Agu", "Kode hadir"),
        says("sari", "/forum"),
        *taps("sari", "✓ 19 Agu", "Isi kode hadir"),
        enters_code("sari", "budi"),
    ),
)
REMINDED = Story("pengingat", (morning(9, 16), morning(9, 23), morning(9, 28), morning(9, 30)))
JOINED = Story(
    "bergabung",
    (
        claims("baru", "sari"),
        *taps("baru", "Ya, ini saya"),
        shares("baru"),
        *taps("baru", "Menu"),
        claims("baru2", "wayan"),
        *taps("baru2", "Ya, ini saya"),
        says("rina", "/admin"),
        *taps("rina", "Akun", "Ni Wayan"),
        tells_number("rina", "baru2"),
        *taps("rina", "Setujui"),
    ),
    invited,
)
STORIES = (ACHIEVEMENT, MENDED, QUARTER, AWARD, PUBLISHED, FORUM, REMINDED, JOINED)


def furnish(database: Database, story: Story) -> None:
    """The cast, and what has happened before the story begins."""
    migrate.upgrade(database.engine)
    with database.transaction() as session:
        _, ids = employ(session)
        story.fill(session)
    story.past(database, ids)


async def phones(one: Playing, story: Story) -> None:
    """Everybody has opened the bot once."""
    everybody = {key: row[:2] for key, row in PEOPLE.items()} | {**story.more}
    for key, (number, name) in everybody.items():
        await one.telegram.person(key, name, id=number, started=True)
    for key, number in NEW.items():
        await one.telegram.person(key, key, id=number, phone=PHONE)
