"""Every fault of a scheme has a sentence of its own that names the place."""

from __future__ import annotations

import pytest

from bot.rules.schemes import ChangeFault, FaultKind, FormFault, Problem
from bot.texts.schemes.faults import SENTENCES, fault


@pytest.mark.parametrize("reason", [*FormFault, *FaultKind, *ChangeFault])
def test_no_fault_is_without_a_sentence(reason: FormFault | FaultKind | ChangeFault) -> None:
    problem = Problem(reason, "indicators.2.anchors", 7, "5: 1, 3", "Kerapian")
    said = fault(problem)
    assert said.startswith("Baris 7: ")
    assert said.endswith(".")
    assert "{" not in said
    if "{where}" in SENTENCES[reason]:
        assert "ndikator ke-3 (Kerapian), uraian level (anchors)" in said


def test_long_values_are_cut() -> None:
    assert len(fault(Problem(FaultKind.KEY_FORM, "key", None, "x" * 5000))) < 200
