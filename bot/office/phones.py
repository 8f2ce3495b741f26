"""The phones on the page: who holds them, and what each is good for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.office.hiring import NOT_JOINED, invitation_code, telegram_id
from bot.office.people import ZONES, Member
from bot.rules.people import strip_titles
from bot.rules.roster import ZONES as IANA

LINK = "t.me/teladan_contoh_bot?start="
CAPTIONS: Mapping[str, str] = {
    "sari": "Petugas loket, Semarang",
    "budi": "Atasan Sari, Semarang",
    "wayan": "Tim evaluasi, Semarang",
    "kepala": "Kepala Badan, Semarang",
    "maya": "Kepegawaian, Semarang",
    "rina": "Kepegawaian, Semarang",
    "tenri": "Plh. Kepala Kantor, Makassar",
    "irwan": "Pranata komputer, Makassar",
    "yosef": "Kepala Kantor, Jayapura",
    "marice": "Penyuluh, Jayapura",
    "putri": "Pegawai baru, Semarang",
    NOT_JOINED: "Belum bergabung",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone of the sandbox; `zone` is an IANA name."""

    key: str
    telegram_id: int
    first_name: str
    last_name: str
    role: str
    zone: str
    number: str
    joined: bool


def phones(members: Mapping[str, Member]) -> Sequence[Phone]:
    """The four of the story first; who has not joined carries the invitation in the caption."""
    return [_phone(members[key], caption) for key, caption in CAPTIONS.items()]


def _phone(member: Member, caption: str) -> Phone:
    first, _, last = strip_titles(member.name).partition(" ")
    joined = member.key != NOT_JOINED
    said = caption if joined else f"{caption}: {LINK}{invitation_code()}"
    return Phone(
        member.key, telegram_id(member), first, last, said, IANA[ZONES[member.unit]],
        member.phone, joined,
    )  # fmt: skip
