"""Every table, imported once so that the metadata is whole."""

from __future__ import annotations

from sqlmodel import SQLModel

from storage import (
    absences,
    accounts,
    audit,
    duties,
    employees,
    grants,
    invitations,
    keyboards,
    leases,
    outbox,
    pauses,
    periods,
    profile,
    superior_reports,
    units,
    updates,
)

MODULES = (
    absences,
    accounts,
    audit,
    duties,
    employees,
    grants,
    invitations,
    keyboards,
    leases,
    outbox,
    pauses,
    periods,
    profile,
    superior_reports,
    units,
    updates,
)
METADATA = SQLModel.metadata
