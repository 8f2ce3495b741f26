"""How people in conversations tell an achievement."""

from __future__ import annotations

from aiogram.types import Location, PhotoSize, Voice

from bot.actions import evidence
from storage.database import Database
from tests.achievements import bring, picture
from tests.cast import Cast
from tests.conftest import NOW
from tests.kit import Person

STORY = "Loket ditata ulang sehingga warga tidak menunggu lama."


async def begins(person: Person) -> None:
    await person.says("/prestasi")
    await person.taps("Buat baru")


async def tells(person: Person, title: str = "Antrean lebih cepat", upto: str = "") -> None:
    """All answers up to the summary, or up to the step before `upto` is answered."""
    await begins(person)
    for step, answer in (("title", title), ("story", STORY)):
        if step == upto:
            return
        await person.says(answer)
    for step, label in (("date", "Hari ini"), ("category", "Inovasi"), ("indicator", "Inovasi")):
        if step == upto:
            return
        await person.taps(label)
    await person.taps("Lanjut")
    if upto != "before":
        await person.taps("Lewati")
        if upto != "evidence":
            await person.taps("Lewati")


async def sends(cast: Cast) -> None:
    """Sari sends an achievement that Budi can rate at once."""
    await tells(cast.sari)
    await cast.sari.taps("Kirim")


async def sends_of_album(person: Person, album: str, unique: str) -> str:
    size = PhotoSize(file_id=f"f-{unique}", file_unique_id=unique, width=9, height=9)
    return await person._sends(photo=[size], media_group_id=album)


async def speaks(person: Person, unique: str = "v1") -> str:
    voice = Voice(file_id=f"f-{unique}", file_unique_id=unique, duration=3, mime_type="audio/ogg")
    return await person._sends(voice=voice)


async def shows_place(person: Person) -> str:
    return await person._sends(location=Location(latitude=-6.98, longitude=110.41))


def brings(database: Database, content: bytes | None = None) -> None:
    """The courier brings everything that is waiting."""
    with database.transaction() as session:
        waiting = evidence.next_to_fetch(session, NOW, 50)
    for one in waiting:
        with database.transaction() as session:
            bring(session, one.evidence_id, content or picture(one.evidence_id))


def rows(database: Database, table: str, where: str = "1 = 1") -> int:
    with database.transaction() as session:
        found = session.connection().exec_driver_sql(f"select count(*) from {table} where {where}")
        return int(found.scalar_one())
