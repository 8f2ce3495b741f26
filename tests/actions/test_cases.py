"""How far a role granted for units reaches."""

from __future__ import annotations

import pytest

from bot.actions.cases import reaches
from bot.rules.proposals import AGENCY
from storage.database import Database
from tests.cast import employ


@pytest.mark.parametrize(
    ("granted", "scope", "covers"),
    [
        (None, AGENCY, True),
        (None, "Layanan", True),
        ("Pusat", AGENCY, True),
        ("Pusat", "Layanan", True),
        ("Layanan", AGENCY, False),
        ("Layanan", "Layanan", True),
        ("Layanan", "Pusat", False),
    ],
)
def test_a_role_reaches_what_lies_below_its_unit(
    database: Database, granted: str | None, scope: str | int, covers: bool
) -> None:
    with database.transaction() as session:
        unit_ids, _ = employ(session)
        where = unit_ids[scope] if isinstance(scope, str) else scope
        assert reaches(session, where, [unit_ids[granted] if granted else None]) is covers
