"""Who did what to which object: a chain of entries that is only ever added to."""

from __future__ import annotations

from storage.audit.anchors import Anchor, about, anchor_of, candidates, newest_day
from storage.audit.entries import AuditEntry, AuditFacts
from storage.audit.erasing import erase, erase_of
from storage.audit.recording import record, sign
from storage.audit.since import acts_since, newest
from storage.audit.verifying import Reader, open_reader, reading

__all__ = [
    "Anchor",
    "AuditEntry",
    "AuditFacts",
    "Reader",
    "about",
    "acts_since",
    "anchor_of",
    "candidates",
    "erase",
    "erase_of",
    "newest",
    "newest_day",
    "open_reader",
    "reading",
    "record",
    "sign",
]
