"""How useful talks were: each answer until there are enough, then only what all said together."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from storage.talks.tables import Talk, TalkRating, TalkUse
from storage.upsert import insert_new


def draft(session: Session, talk_id: int) -> TalkRating | None:
    """What its employee is about to send, or has sent while too few have."""
    return session.get(TalkRating, talk_id, populate_existing=True)


def put(session: Session, talk: Talk, level: int) -> None:
    """Keep the level chosen so far."""
    row = {
        "talk_id": talk.id, "superior_id": talk.superior_id, "employee_id": talk.employee_id,
        "level": level, "word": "", "sent": False,
    }  # fmt: skip
    if not insert_new(session, TalkRating, row):
        unsent = (col(TalkRating.talk_id) == talk.id, col(TalkRating.sent).is_(False))
        session.exec(update(TalkRating).where(*unsent).values(level=level))


def put_word(session: Session, talk_id: int, word: str) -> bool:
    """Keep a word beside the level; False when no level was chosen or all was sent."""
    unsent = (col(TalkRating.talk_id) == talk_id, col(TalkRating.sent).is_(False))
    return session.exec(update(TalkRating).where(*unsent).values(word=word)).rowcount == 1


def send(session: Session, talk_id: int) -> bool:
    """Hand it in; False when it was, or there is none."""
    unsent = (col(TalkRating.talk_id) == talk_id, col(TalkRating.sent).is_(False))
    if session.exec(update(TalkRating).where(*unsent).values(sent=True)).rowcount != 1:
        return False
    session.exec(update(Talk).where(col(Talk.id) == talk_id).values(rated=True))
    return True


def waiting(session: Session, superior_id: int) -> Sequence[TalkRating]:
    """What was handed in about a superior's talks and not told yet; held until the end."""
    found = select(TalkRating).where(
        TalkRating.superior_id == superior_id, col(TalkRating.sent).is_(True)
    )
    return session.exec(
        found.order_by(col(TalkRating.talk_id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def tell(
    session: Session, rows: Sequence[TalkRating], superior_id: int, people: int, total: int
) -> None:
    """Keep what they said together; who said what is nowhere any more."""
    words = "\n".join(sorted(row.word for row in rows if row.word))
    session.add(TalkUse(superior_id=superior_id, people=people, total=total, words=words))
    those = col(TalkRating.talk_id).in_([row.talk_id for row in rows])
    session.exec(delete(TalkRating).where(those))
    session.flush()


def told(session: Session, superior_id: int) -> Sequence[TalkUse]:
    """Everything told about a superior's talks, oldest first."""
    found = select(TalkUse).where(TalkUse.superior_id == superior_id)
    return session.exec(found.order_by(col(TalkUse.id))).all()
