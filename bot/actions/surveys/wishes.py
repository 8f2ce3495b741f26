"""Who asked to be told: the contact is kept apart, sealed, and erased once the letter is owed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.surveys.rules import chat_of, mark_of, rules_of
from bot.rules.audit.codes import LETTERS, LOOKALIKES, NOISE
from storage import audit, outbox, surveys
from storage.outbox import Kind
from storage.surveys import SurveyWish

WEST = ZoneInfo("Asia/Jakarta")
SECRET = 16
NEWS = "surveys.news"


@dataclass(frozen=True, slots=True)
class News:
    """What has become of it; empty: nothing yet."""

    asked_on: date
    told_on: date | None
    said: str


def ask_in_chat(session: Session, who: Me | Guest, answer_id: int) -> None:
    """Remember this chat for this answer, as it agreed to."""
    surveys.wishes.add(
        session,
        SurveyWish(
            answer_id=answer_id, contact=str(who.telegram_id), mark=chat_of(session, who),
            asked_on=who.now.date(),
        ),
    )  # fmt: skip


def secret_of(random: bytes) -> str:
    """`7KQ2-M9XD-4TRW-0HZB`: 80 bits, as a citizen can copy them."""
    signs = "".join(LETTERS[one % 32] for one in random[:SECRET])
    return "-".join(signs[at : at + 4] for at in range(0, SECRET, 4))


def ask_on_web(session: Session, answer_id: int, secret: str, now: datetime) -> None:
    """Whoever has the secret reads the news; nothing about the person is kept."""
    day = now.astimezone(WEST).date()
    row = SurveyWish(answer_id=answer_id, secret=_known(session, secret), asked_on=day)
    surveys.wishes.add(session, row)


def news(session: Session, typed: str) -> News | None:
    """What there is to read under a secret; None for one that nobody has."""
    row = surveys.wishes.by_secret(session, _known(session, typed))
    return None if row is None else News(row.asked_on, row.told_on, row.news or "")


def erase_on_web(session: Session, typed: str) -> bool:
    return bool(surveys.wishes.erase_secret(session, _known(session, typed)))


def tell(session: Session, answer_ids: Collection[int], said: str, now: datetime) -> int:
    """Owe the news to whoever asked for it with one of these answers; how many. Once for each.

    A chat is forgotten here as soon as its letter is owed; of the web the news wait to be read.
    """
    waiting = surveys.wishes.of_answers(session, answer_ids)
    for row in waiting:
        row.told_on, row.news = now.astimezone(WEST).date(), said
        chat, row.contact, row.mark = row.contact, None, None
        session.add(row)
        if chat is not None:
            outbox.put(
                session, f"{NEWS}/{row.id}", Kind.DECISION, NEWS, now, chat_id=int(chat),
                facts={"wish": row.id},
            )  # fmt: skip
    if waiting:
        facts = {"many": len(waiting)}
        audit.record(session, now, None, "surveys.tell", f"surveywish/{waiting[0].id}", facts)
    return len(waiting)


def forget(session: Session, now: datetime) -> None:
    """Erase what was asked longer ago than the scheme lets it be kept."""
    day = now.astimezone(WEST).date()
    surveys.wishes.erase_before(session, _months_before(day, rules_of(session, day).wish_months))


def _months_before(day: date, months: int) -> date:
    at = day.year * 12 + day.month - 1 - months
    return date(at // 12, at % 12 + 1, min(day.day, 28))


def _known(session: Session, typed: str) -> bytes:
    return mark_of(session, "news", NOISE.sub("", typed[:64]).upper().translate(LOOKALIKES))
