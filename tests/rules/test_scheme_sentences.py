"""Every fault of a scheme has a sentence of its own that names the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_type_hints

import pytest

from bot.rules.schemes import ChangeFault, FaultKind, FormFault, Problem, Scheme
from bot.texts.schemes.faults import SENTENCES, fault
from bot.texts.schemes.names import field


@pytest.mark.parametrize("reason", [*FormFault, *FaultKind, *ChangeFault])
def test_no_fault_is_without_a_sentence(reason: FormFault | FaultKind | ChangeFault) -> None:
    problem = Problem(reason, "indicators.2.anchors", 7, "5: 1, 3", "Kerapian")
    said = fault(problem)
    assert said.startswith("Baris 7: ")
    assert said.endswith(".")
    assert "{" not in said
    if "{where}" in SENTENCES[reason]:
        assert "ndikator ke-3 (Kerapian), uraian tingkat (anchors)" in said


def test_long_values_are_cut() -> None:
    assert len(fault(Problem(FaultKind.KEY_FORM, "key", None, "x" * 5000))) < 200


def paths(shape: type, before: str = "") -> Iterator[str]:
    """Every field of a scheme that is no list of tables, as its path."""
    hints = get_type_hints(shape)
    for one in fields(shape):
        kind = hints[one.name]
        if is_dataclass(kind) and isinstance(kind, type):
            yield from paths(kind, f"{before}{one.name}.")
        else:
            yield before + one.name


@pytest.mark.parametrize("path", sorted(paths(Scheme)))
def test_every_field_has_a_name_that_people_understand(path: str) -> None:
    assert field(path) != path
