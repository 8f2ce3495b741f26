"""What the decree of an award says about the prize."""

from __future__ import annotations

import pytest

from bot.texts.awards import decree


@pytest.mark.parametrize(("prize", "clauses"), [("Piagam.", 3), ("Piagam dan seminar.", 4)])
def test_a_prize_that_is_the_certificate_alone_stands_once(prize: str, clauses: int) -> None:
    said = decree.clauses("Sari", "Inovator", prize, "", "007/PGM/2026")
    assert len(said) == clauses
    assert any(prize in one for one in said) is (clauses == 4)
