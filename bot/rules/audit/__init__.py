"""The law of the audit trail: how entries hang together, and how anybody can check them."""

from __future__ import annotations

from bot.rules.audit.chain import (
    ANCHOR,
    ERASE,
    SALT,
    START,
    canonical,
    commit,
    read_moment,
    sealing,
    written,
)
from bot.rules.audit.codes import BadCode, code_of, read_code
from bot.rules.audit.holders import Candidate, holders
from bot.rules.audit.walk import Fault, Row, Verdict, walk

__all__ = [
    "ANCHOR",
    "ERASE",
    "SALT",
    "START",
    "BadCode",
    "Candidate",
    "Fault",
    "Row",
    "Verdict",
    "canonical",
    "code_of",
    "commit",
    "holders",
    "read_code",
    "read_moment",
    "sealing",
    "walk",
    "written",
]
