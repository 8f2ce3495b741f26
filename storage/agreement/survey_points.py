"""Improvements of services: what was promised by whom until when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, LargeBinary, select, type_coerce
from sqlmodel import col

from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened
from storage.audit import Reader
from storage.surveys.points import SurveyPoint
from storage.vault import Vault

IMPROVE, FINISH, CALL_OFF = "surveys.improve", "surveys.finish", "surveys.call_off"
ABOUT = "improvement"


def of_survey_points(reader: Reader) -> Iterator[Finding]:
    """Every one that is owed, with unit, owner, day and element; done by its owner; called off."""
    number, kind = col(SurveyPoint.id), Kind.SURVEY_POINT
    promised = rows(
        number, ABOUT, NOTHING, col(SurveyPoint.made_by), col(SurveyPoint.settled_at),
        text(col(SurveyPoint.unit_id), col(SurveyPoint.owner_id), col(SurveyPoint.due_on),
             col(SurveyPoint.element)),
    ).where(col(SurveyPoint.settled_at).is_not(None))  # fmt: skip
    told = text(said("unit"), said("owner"), said("due"), said("element"))
    yield from disagreements(reader, kind, promised, Entries((IMPROVE,), told))
    ends = (FINISH, CALL_OFF)
    done = rows(
        number, ABOUT, NOTHING, col(SurveyPoint.owner_id), col(SurveyPoint.done_at), NOTHING
    ).where(col(SurveyPoint.done_at).is_not(None))
    yield from disagreements(reader, kind, done, Entries(ends, NOTHING, counting=(FINISH,)))
    off = rows(number, ABOUT, NOTHING, NOTHING, col(SurveyPoint.cancelled_at), NOTHING).where(
        col(SurveyPoint.cancelled_at).is_not(None)
    )
    called = Entries(ends, NOTHING, counting=(CALL_OFF,))
    yield from disagreements(reader, kind, off, called, who=False)


def of_words_of_points(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What shall change, and what was changed, as a citizen was told.

    Entries of before words were marked say nothing of either.
    """
    found = entries(connection, (IMPROVE, FINISH))
    told = {(one.action, one.about): one for one in found}
    columns: list[Any] = [
        col(SurveyPoint.id), type_coerce(col(SurveyPoint.what), LargeBinary),
        type_coerce(col(SurveyPoint.changed), LargeBinary),
    ]  # fmt: skip
    for number, what, changed in connection.execute(select(*columns)):
        for action, key, raw in ((IMPROVE, "what", what), (FINISH, "changed", changed)):
            entry = told.get((action, str(number)))
            marked = (entry.facts or {}).get("said") if entry else None
            if entry and marked and marked != mark(vault, opened(vault, raw or b"")):
                yield Finding(Kind.SURVEY_POINT, Fault.DIFFERS, str(number), key, entry.number)
