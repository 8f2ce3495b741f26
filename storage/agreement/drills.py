"""What raters gave in the cases of their drill."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import col

from storage.agreement.comparing import Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.drills import DrillAnswer

ANSWER = "drills.answer"


def of_drills(reader: Reader) -> Iterator[Finding]:
    """Every answer: whose, of which quarter and case, which level beside which gold one."""
    stored = rows(
        col(DrillAnswer.id), "drill", text(col(DrillAnswer.period_id), col(DrillAnswer.case)),
        col(DrillAnswer.employee_id), col(DrillAnswer.at),
        text(col(DrillAnswer.level), col(DrillAnswer.gold)), of=col(DrillAnswer.employee_id),
    )  # fmt: skip
    entries = Entries((ANSWER,), text(said("level"), said("gold")), said("of"))
    return disagreements(reader, Kind.DRILL, stored, entries)
