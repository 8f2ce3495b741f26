"""What Telegram says the bot is called, remembered so that links can be written offline."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel

from storage.upsert import insert_new


class Profile(SQLModel, table=True):
    id: int = Field(default=1, primary_key=True)
    username: str


def remember(session: Session, username: str) -> None:
    """Keep the bot's name, without the @. Replicas that start together all say the same."""
    if not insert_new(session, Profile, {"id": 1, "username": username}):
        session.connection().execute(update(Profile).values(username=username))


def username(session: Session) -> str | None:
    """The bot's name; None before the first start."""
    row = session.get(Profile, 1)
    return row.username if row else None
