"""Words that count: the trail keeps a mark of them, for it shall not say them itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, LargeBinary, select, type_coerce
from sqlmodel import col

from storage.agreement.expectations import DECIDED
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.certificates import Certificate, FormerCertificate
from storage.expectations import PlannedWording
from storage.report_parts import ReportPart
from storage.reports import Report
from storage.trainings import TrainingCorrection
from storage.vault import CannotOpenError, Vault
from storage.years import YearReport

SEND = ("reports.send",)
Part = tuple[str, int, str, str, str]
"""Kind, planned result, words, figure, and what achievements came to."""
Told = dict[int, tuple[int, str | None]]
"""Number of the newest entry and the mark in it, by what it is about; None where it has none."""


def mark(vault: Vault, *texts: str) -> str:
    """What the trail knows of these texts: nobody without the key can tell what they are."""
    return vault.index("\x1f".join(texts)).hex()


def mark_of_report(vault: Vault, text: str, parts: Sequence[Part]) -> str:
    """The same of a report; a part that says nothing is none."""
    said = [str(one) for part in sorted(parts) if any(part[2:]) for one in part]
    return mark(vault, text, *said)


def of_words(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Wording and unit of every planned result that was agreed or returned."""
    told = _told(connection, tuple(DECIDED))
    columns = (col(PlannedWording.id), raw(PlannedWording.text), raw(PlannedWording.unit))
    decided = col(PlannedWording.state).in_(set(DECIDED.values()))
    for number, text, unit in connection.execute(select(*columns).where(decided)):
        entry, said = told.get(number, (None, None))
        if said and said != mark(vault, opened(vault, text), opened(vault, unit)):
            yield Finding(Kind.WORDING, Fault.DIFFERS, str(number), "", entry)


def of_reports(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Every quarterly report that was sent: its sentences, figures and remarks."""
    told = _told(connection, SEND)
    parts = _parts(connection, vault)
    columns = (col(Report.id), raw(Report.text))
    sent = select(*columns).where(col(Report.sent_at).is_not(None))
    for number, text in connection.execute(sent):
        entry, said = told.pop(number or 0, (None, None))
        if entry is None:
            yield Finding(Kind.REPORT, Fault.UNRECORDED, str(number), "", None)
        elif said and said != mark_of_report(
            vault, opened(vault, text), parts.get(number or 0, ())
        ):
            yield Finding(Kind.REPORT, Fault.DIFFERS, str(number), "", entry)
    for about, (entry, _) in told.items():
        yield Finding(Kind.REPORT, Fault.GONE, str(about), "", entry)


def of_years(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Every signed yearly report: its words, quarters and achievements, and who stands on it."""
    signed, judged = _told(connection, ("years.sign",)), _told(connection, ("years.judge",))
    texts = (YearReport.summary, YearReport.obstacles, YearReport.plans)
    columns: tuple[Any, ...] = (
        col(YearReport.id), *map(raw, texts), raw(YearReport.deeds), raw(YearReport.parties),
        col(YearReport.parts),
    )  # fmt: skip
    found = select(*columns).where(col(YearReport.signed_at).is_not(None))
    for number, *sealed, parts in connection.execute(found):
        *said, deeds, parties = (opened(vault, one) if one else "" for one in sealed)
        for kind, told, texts_of in (
            (Kind.YEAR_SIGNATURE, signed, (*said, parts, deeds)),
            (Kind.YEAR, judged, (parties,)),
        ):
            entry, marked = told.get(number, (None, None))
            if marked and marked != mark(vault, *texts_of):
                yield Finding(kind, Fault.DIFFERS, str(number), "", entry)


def of_certificates(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What stands on every certificate, and why one was taken back."""
    issued = _told(connection, ("certificates.issue",))
    revoked = _told(connection, ("certificates.revoke",))
    columns: tuple[Any, ...] = (
        col(Certificate.id), raw(Certificate.facts), raw(Certificate.reason),
    )  # fmt: skip
    for number, facts, reason in connection.execute(select(*columns)):
        for told, sealed in ((issued, facts), (revoked, reason)):
            entry, marked = told.get(number, (None, None))
            if marked and marked != mark(vault, opened(vault, sealed)):
                yield Finding(Kind.CERTIFICATE, Fault.DIFFERS, str(number), "", entry)
    replaced = _told(connection, ("certificates.replace",))
    columns = (col(FormerCertificate.id), raw(FormerCertificate.facts))
    for number, facts in connection.execute(select(*columns)):
        entry, marked = replaced.get(number, (None, None))
        if marked and marked != mark(vault, opened(vault, facts)):
            yield Finding(Kind.CERTIFICATE, Fault.DIFFERS, str(number), "replaced", entry)


def of_training_corrections(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """Why a training result was to be put right."""
    told = _told(connection, ("trainings.ask_correction",))
    columns: tuple[Any, ...] = (col(TrainingCorrection.id), raw(TrainingCorrection.reason))
    for number, reason in connection.execute(select(*columns)):
        entry, marked = told.get(number, (None, None))
        if marked and marked != mark(vault, opened(vault, reason)):
            yield Finding(Kind.ASKED_TRAINING, Fault.DIFFERS, str(number), "reason", entry)


def _told(connection: Connection, actions: Sequence[str]) -> Told:
    return {
        int(entry.about): (entry.number, (entry.facts or {}).get("said"))
        for entry in entries(connection, actions)
    }


def _parts(connection: Connection, vault: Vault) -> dict[int, list[Part]]:
    columns: tuple[Any, ...] = (
        *(col(ReportPart.report_id), col(ReportPart.kind), col(ReportPart.planned_id)),
        *(raw(ReportPart.text), col(ReportPart.figure), col(ReportPart.proposed)),
    )
    found: dict[int, list[Part]] = {}
    for number, kind, planned, text, *figures in connection.execute(select(*columns)):
        part = (kind, planned, opened(vault, text), figures[0], figures[1])
        found.setdefault(number, []).append(part)
    return found


def raw(column: Any) -> Any:
    """A sealed column as the bytes it is: whoever verifies has the key, the connection none."""
    return type_coerce(column, LargeBinary)


def opened(vault: Vault, sealed: bytes) -> str:
    """The text; what no key of ours sealed is no text of ours."""
    try:
        return vault.open(bytes(sealed))
    except CannotOpenError:
        return "\x00"
