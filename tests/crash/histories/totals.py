"""The total of an appraisal by the scheme's own numbers, computed apart from the product."""

from __future__ import annotations

import tomllib
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

SCHEME = Path(__file__).parents[3] / "storage/schemes/default.toml"


def expected(levels: list[int]) -> Decimal:
    """The total by the scheme's own numbers: 20 + 20 times the level, weighted, half up."""
    scheme = tomllib.loads(SCHEME.read_text(encoding="utf-8"))
    asked = [
        i for i in scheme["indicators"] if any(s["source"] == "superior" for s in i["sources"])
    ]
    parts: dict[str, list[tuple[int, int]]] = {}
    for indicator, level in zip(asked, levels, strict=True):
        parts.setdefault(indicator["axis"], []).append((indicator["weight"], 20 + 20 * level))
    weights = scheme["axis_weights"]
    total = sum(
        Fraction(weights[axis], sum(weights[one] for one in parts))
        * Fraction(sum(w * v for w, v in rows), sum(w for w, _ in rows))
        for axis, rows in parts.items()
    )
    exact = Decimal(total.numerator) / Decimal(total.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
