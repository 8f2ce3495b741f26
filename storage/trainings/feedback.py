"""How useful courses were: each answer until there are three, then only what all said together."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, update
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import sealed
from storage.trainings.request import TrainingRequest
from storage.upsert import insert_new


class TrainingRating(SQLModel, table=True):
    """A participant's word on a course; gone as soon as it is told with those of others."""

    request_id: int = Field(primary_key=True, foreign_key="trainingrequest.id")
    training_id: int = Field(foreign_key="training.id", index=True)
    level: int
    word: str = sealed("")
    sent: bool = False


class TrainingUse(SQLModel, table=True):
    """What three participants or more said together: how many, the sum of levels, their words."""

    id: int | None = Field(default=None, primary_key=True)
    training_id: int = Field(foreign_key="training.id", index=True)
    people: int
    total: int
    words: str = sealed("")


def draft(session: Session, request_id: int) -> TrainingRating | None:
    """What a participant is about to send, or has sent while too few have."""
    return session.get(TrainingRating, request_id, populate_existing=True)


def put(session: Session, row: TrainingRequest, level: int) -> None:
    """Keep the level chosen so far."""
    values = {
        "request_id": row.id, "training_id": row.training_id, "level": level, "word": "",
        "sent": False,
    }  # fmt: skip
    if not insert_new(session, TrainingRating, values):
        unsent = (col(TrainingRating.request_id) == row.id, col(TrainingRating.sent).is_(False))
        session.exec(update(TrainingRating).where(*unsent).values(level=level))


def put_word(session: Session, request_id: int, word: str) -> bool:
    """Keep a word beside the level; False when no level was chosen or all was sent."""
    unsent = (col(TrainingRating.request_id) == request_id, col(TrainingRating.sent).is_(False))
    return session.exec(update(TrainingRating).where(*unsent).values(word=word)).rowcount == 1


def send(session: Session, request_id: int) -> bool:
    """Hand it in; False when it was, or there is none."""
    unsent = (col(TrainingRating.request_id) == request_id, col(TrainingRating.sent).is_(False))
    if session.exec(update(TrainingRating).where(*unsent).values(sent=True)).rowcount != 1:
        return False
    mine = update(TrainingRequest).where(col(TrainingRequest.id) == request_id)
    session.exec(mine.values(rated=True))
    return True


def waiting(session: Session, training_id: int) -> Sequence[TrainingRating]:
    """What was handed in about a course and not told yet; held until the end."""
    found = select(TrainingRating).where(
        TrainingRating.training_id == training_id, col(TrainingRating.sent).is_(True)
    )
    return session.exec(
        found.order_by(col(TrainingRating.request_id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def tell(session: Session, rows: Sequence[TrainingRating], people: int, total: int) -> None:
    """Keep what they said together; who said what is nowhere any more."""
    words = "\n".join(sorted(row.word for row in rows if row.word))
    number = rows[0].training_id
    session.add(TrainingUse(training_id=number, people=people, total=total, words=words))
    those = col(TrainingRating.request_id).in_([row.request_id for row in rows])
    session.exec(delete(TrainingRating).where(those))
    session.flush()


def told(session: Session, training_id: int) -> Sequence[TrainingUse]:
    """Everything told about a course, oldest first."""
    found = select(TrainingUse).where(TrainingUse.training_id == training_id)
    return session.exec(found.order_by(col(TrainingUse.id))).all()
