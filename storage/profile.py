"""What Telegram says the bot is called, remembered so that links can be written offline."""

from __future__ import annotations

from sqlmodel import Field, Session, SQLModel


class Profile(SQLModel, table=True):
    id: int = Field(default=1, primary_key=True)
    username: str


def remember(session: Session, username: str) -> None:
    """Keep the bot's name, without the @."""
    row = session.get(Profile, 1) or Profile(username=username)
    row.username = username
    session.add(row)


def username(session: Session) -> str | None:
    """The bot's name; None before the first start."""
    row = session.get(Profile, 1)
    return row.username if row else None
