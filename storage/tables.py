"""Every table, imported once so that the metadata is whole."""

from __future__ import annotations

from sqlmodel import SQLModel

from storage import (
    absences,
    accounts,
    achievements,
    appraisals,
    audit,
    awards,
    duties,
    employees,
    entry_codes,
    evidence,
    forums,
    grants,
    invitations,
    keyboards,
    leases,
    outbox,
    pauses,
    periods,
    profile,
    proposals,
    reports,
    results,
    superior_reports,
    turns,
    units,
    updates,
)

MODULES = (
    absences,
    accounts,
    achievements,
    appraisals,
    audit,
    awards,
    duties,
    employees,
    evidence,
    entry_codes,
    forums,
    grants,
    invitations,
    keyboards,
    leases,
    outbox,
    pauses,
    periods,
    profile,
    proposals,
    reports,
    results,
    superior_reports,
    turns,
    units,
    updates,
)
METADATA = SQLModel.metadata
