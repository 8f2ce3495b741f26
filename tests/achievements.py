"""What tests of achievements share: files of every kind, and a told achievement."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from PIL import Image
from sqlmodel import Session

from bot.actions import evidence as bringing
from bot.actions.achievements import days, drafts, sending
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.me import Me, read_me
from bot.examining.judging import judge
from bot.examining.verdicts import Examined, examined
from bot.rules.evidence import Unfit
from bot.screens import Went
from storage import achievements, evidence, evidence_files, turns
from storage.database import Database
from tests.cast import PEOPLE, employ
from tests.conftest import NOW


def picture(seed: int = 1, size: tuple[int, int] = (320, 240), **how: Any) -> bytes:
    """A JPEG unlike those of other seeds."""
    dice = random.Random(seed)
    coarse = Image.frombytes("L", (12, 9), dice.randbytes(108))
    out = io.BytesIO()
    coarse.resize(size, Image.Resampling.BICUBIC).convert("RGB").save(
        out, "JPEG", **{"quality": 95, **how}
    )
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        for name in names:
            box.writestr(name, b"x")
    return out.getvalue()


def furnish(database: Database, folder: Path) -> dict[str, int]:
    """People, and a place for evidence; numbers of the people by key."""
    evidence_files.hand_over(folder / "evidence", database.engine)
    with database.transaction() as session:
        return employ(session)[1]


def me(session: Session, key: str, now: datetime) -> Me:
    found = read_me(session, PEOPLE[key][0], now)
    assert found is not None
    return found


def tell(session: Session, who: Me, *keys: str, title: str = "Antrean lebih cepat") -> int:
    """A complete draft of this person."""
    number = drafts.create(session, who).args[0]
    assert isinstance(number, int)
    drafts.put_title(session, who, number, title)
    drafts.put_story(session, who, number, "Loket ditata ulang untuk warga.")
    days.put_day(session, who, number, who.today.isoformat())
    drafts.put_category(session, who, number, "inovasi")
    for key in keys or ("inovasi",):
        drafts.toggle_indicator(session, who, number, key)
    drafts.go_on(session, who, number, "indicator")
    drafts.go_on(session, who, number, "before")
    drafts.go_on(session, who, number, "evidence")
    return number


def submit(session: Session, who: Me, *keys: str, title: str = "Antrean lebih cepat") -> int:
    """A told achievement that waits for its rater; the number of its turn."""
    number = tell(session, who, *keys, title=title)
    send(session, who, number)
    turn = turns.last_of(session, number)
    assert turn is not None
    assert turn.id is not None
    return turn.id


def send(session: Session, who: Me, number: int) -> Went:
    row = achievements.get(session, number)
    assert row is not None
    led = sending.send(session, who, number, row.version)
    assert isinstance(led, Went)
    return led


def examine(content: bytes) -> Examined:
    """What the child would say. Raises Unfit."""
    return examined(content, judge(content))


def bring(session: Session, number: int, content: bytes) -> None:
    """A file comes, as the courier would bring it."""
    try:
        bringing.keep(session, number, examine(content), NOW)
    except Unfit as unfit:
        bringing.refuse(session, number, unfit.fault, NOW)


def come(database: Database, now: datetime, content: bytes) -> None:
    """Everything that waits is fetched, examined, and kept or refused."""
    with database.transaction() as session:
        for file in bringing.next_to_fetch(session, now, 9):
            try:
                found = examine(content)
            except Unfit as unfit:
                bringing.missed(session, file, unfit.fault, now, final=True)
            else:
                bringing.came(session, file, found, now)


def photo(unique: str = "p1", **how: Any) -> Attachment:
    return Attachment(AttachmentKind.PHOTO, f"f-{unique}", unique, mime="image/jpeg", **how)


def state(session: Session, number: int) -> str:
    row = achievements.lock(session, number)
    assert row is not None
    return row.state


def items(session: Session, number: int) -> list[evidence.Evidence]:
    return list(evidence.of(session, number))
