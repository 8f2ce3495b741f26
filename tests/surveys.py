"""Answers of the public, put straight into the database."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, select

from bot.rules.surveys.elements import ELEMENTS
from storage.surveys import places
from storage.surveys.tables import SurveyAnswer
from storage.units import Unit


def serve(session: Session, unit: str | int, name: str, kind: str = "jasa") -> int:
    """A service of a unit, by its name or number; its number."""
    number = unit
    if isinstance(unit, str):
        number = session.exec(select(Unit.id).where(Unit.name == unit)).one() or 0
    assert isinstance(number, int)
    return places.add_service(session, number, name, kind)


def answer(
    session: Session,
    service_id: int,
    day: date,
    levels: Iterable[int],
    *,
    ticketed: bool = True,
    standing: str = "counts",
) -> int:
    """One answer for each level, the same to every element; the number of the last."""
    service = places.service(session, service_id)
    assert service is not None
    number = 0
    for level in levels:
        number = secrets.randbits(53)
        session.add(
            SurveyAnswer(
                answer_id=number, unit_id=service.unit_id, service_id=service_id,
                answered_on=day, origin="chat", ticketed=ticketed, standing=standing,
                **dict.fromkeys(map(str, ELEMENTS), level),
            )
        )  # fmt: skip
    session.flush()
    return number
