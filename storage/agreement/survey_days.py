"""The public's answers, day by day, as they were sealed; and what was decided about suspicions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import col

from bot.rules.surveys.elements import ELEMENTS
from bot.rules.surveys.sealing import digest
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.audit import Reader
from storage.surveys import CaseState, SurveyAnswer, SurveyCase
from storage.surveys.answers import SEALED


def of_survey_days(connection: Connection) -> Iterator[Finding]:
    """Every day that was sealed has the answers it had; a day between sealed ones is sealed."""
    newest = {one.about: one for one in entries(connection, (SEALED,)) if one.facts is not None}
    last = max(newest, default="")
    there = dict(_days(connection))
    for day in sorted({*newest, *(one for one in there if one <= last)}):
        entry, found = newest.get(day), there.get(day, digest(()))
        if entry is None:
            yield Finding(Kind.SURVEY_DAY, Fault.UNRECORDED, day, "", None)
        elif (entry.facts or {}).get("mark") != found:
            fault = Fault.DIFFERS if day in there else Fault.GONE
            yield Finding(Kind.SURVEY_DAY, fault, day, "", entry.number)


def of_survey_cases(reader: Reader) -> Iterator[Finding]:
    """Every decision on a suspicion: whose, when, whether the answers count."""
    stored = rows(
        col(SurveyCase.id), "surveycase", NOTHING, col(SurveyCase.decided_by),
        col(SurveyCase.decided_at), col(SurveyCase.state),
    ).where(col(SurveyCase.state) != CaseState.OPEN)  # fmt: skip
    return disagreements(
        reader, Kind.SURVEY_CASE, stored, Entries(("surveys.judge",), said("state"))
    )


def _days(connection: Connection) -> Iterator[tuple[str, str]]:
    day: Any = col(SurveyAnswer.answered_on)
    columns: list[Any] = [
        day, col(SurveyAnswer.answer_id), col(SurveyAnswer.unit_id), col(SurveyAnswer.service_id),
        col(SurveyAnswer.counter_id), col(SurveyAnswer.origin), col(SurveyAnswer.ticketed),
        *(col(getattr(SurveyAnswer, one.value)) for one in ELEMENTS),
    ]  # fmt: skip
    found = connection.execute(select(*columns).order_by(day, col(SurveyAnswer.answer_id)))
    for when, those in groupby(found, key=_when):
        yield when.isoformat(), digest(tuple(row[1:]) for row in those)


def _when(row: Sequence[Any]) -> date:
    when: date = row[0]
    return when
