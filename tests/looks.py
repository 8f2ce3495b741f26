"""Who is written down as having looked at whose data."""

from __future__ import annotations

from sqlmodel import select

from bot.rules.personal import Look
from storage.personal import LookedAt
from tests.cast import Cast


def looked(cast: Cast, viewer: str, about: str, what: Look) -> bool:
    """Whether somebody is noted as a reader of that matter of a person."""
    found = select(LookedAt).where(
        LookedAt.viewer_id == cast.ids[viewer],
        LookedAt.about_id == cast.ids[about],
        LookedAt.what == what,
    )
    with cast.database.transaction() as session:
        return session.exec(found).first() is not None
