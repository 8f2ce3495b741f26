"""Every table, imported once so that the metadata is whole."""

from __future__ import annotations

from importlib import import_module

from sqlmodel import SQLModel

NAMES = (
    "absences",
    "accounts",
    "achievements",
    "action_items",
    "adjustments",
    "alarms",
    "appraisals",
    "audit",
    "awards",
    "career",
    "certificates",
    "closings",
    "contributions",
    "corrections",
    "drills",
    "duties",
    "editions",
    "employees",
    "entry_codes",
    "evidence",
    "exhibits",
    "expectations",
    "factors",
    "forum_records",
    "forums",
    "grants",
    "handovers",
    "holidays",
    "heartbeats",
    "invitations",
    "keyboards",
    "launches",
    "leases",
    "mentoring",
    "objections",
    "open_screens",
    "organisation",
    "outbox",
    "pauses",
    "peers",
    "periods",
    "personal",
    "postings",
    "profile",
    "proposals",
    "publication",
    "questions",
    "rating_queue",
    "receipts",
    "recovery_codes",
    "reminders",
    "report_parts",
    "replays",
    "reports",
    "results",
    "returns",
    "revocations",
    "rounds",
    "service_notes",
    "scheme_changes",
    "outliers",
    "severities",
    "signing_keys",
    "sittings",
    "stories",
    "superior_reports",
    "supplements",
    "surveys",
    "talks",
    "thanks",
    "trainings",
    "turns",
    "units",
    "updates",
    "years",
)
MODULES = tuple(import_module(f"storage.{name}") for name in NAMES)
METADATA = SQLModel.metadata

# SQLite gives the number of a deleted newest row to the next one; a number in the audit trail or
# on a button means one thing for ever.
for table in METADATA.tables.values():
    if "id" in table.primary_key.columns:
        table.dialect_options["sqlite"]["autoincrement"] = True
