"""What of the survey entered results: kept sums that come out again as every unit's index."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select
from sqlmodel import col

from bot.rules.surveys.entering import entered
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.audit import Reader
from storage.periods import Period, SchemeVersion
from storage.scheme_files import read_kept
from storage.surveys import pins
from storage.surveys.releases import SurveyRelease

PIN, PUBLISH = "surveys.pin", "surveys.publish"


def of_surveys(connection: Connection) -> Iterator[Finding]:
    """Sums and units as they were when rating closed, and by the scheme each unit's index."""
    told = {entry.about: entry for entry in entries(connection, (PIN,))}
    columns = (col(Period.id), col(Period.year), col(Period.quarter), col(SchemeVersion.body))
    found = select(*columns).join(SchemeVersion, col(SchemeVersion.id) == col(Period.scheme_id))
    known = {row[0]: (f"{row[1]}-{row[2]}", row[3]) for row in connection.execute(found)}
    for period_id in pins.periods(connection):
        quarter, body = known[period_id]
        entry = told.pop(quarter, None)
        if entry is None:
            yield Finding(Kind.SURVEY, Fault.UNRECORDED, quarter, "", None)
            continue
        facts = entry.facts or {}
        if facts.get("kept") not in (None, pins.digest(connection, period_id)):
            yield Finding(Kind.SURVEY, Fault.DIFFERS, quarter, "", entry.number)
            continue
        kept = pins.indices_of(connection, period_id)
        parents = {one.unit_id: one.parent_id for one in kept}
        again = entered(read_kept(body), parents, pins.tallies_of(connection, period_id))
        for one, other in zip(kept, again, strict=True):
            if one != other:
                yield Finding(Kind.SURVEY, Fault.DIFFERS, quarter, str(one.unit_id), entry.number)
    for quarter, entry in told.items():
        yield Finding(Kind.SURVEY, Fault.GONE, quarter, "", entry.number)


def of_survey_releases(reader: Reader) -> Iterator[Finding]:
    """What was published of a unit and month: the sums that make the figure, and the setting."""
    stored = rows(
        col(SurveyRelease.id), "survey_release", NOTHING, col(SurveyRelease.published_by),
        col(SurveyRelease.published_at),
        text(col(SurveyRelease.unit_id), col(SurveyRelease.sums), col(SurveyRelease.answers),
             col(SurveyRelease.weight)),
    )  # fmt: skip
    told = text(said("unit"), said("sums"), said("answers"), said("weight"))
    return disagreements(reader, Kind.SURVEY_RELEASE, stored, Entries((PUBLISH,), told))
