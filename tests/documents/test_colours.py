"""The colours of pictures stay apart for people who see red and green, or blue, otherwise."""

from __future__ import annotations

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

PICTURES = Path(__file__).parents[2] / "bot" / "documents" / "pictures"
SERIES = ("blue", "sky", "green", "orange", "vermilion")
APART = 12.0  # CIELAB; 2.3 is what an eye just tells apart side by side
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear sRGB.
SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Matrix = tuple[tuple[float, ...], ...]
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def colours() -> dict[str, str]:
    said = (PICTURES / "common.typ").read_text(encoding="utf-8")
    return dict(re.findall(r'#let (\w+) = rgb\("#(\w{6})"\)', said))


def times(matrix: Matrix, colour: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix]


def lab(code: str, seen: Matrix) -> tuple[float, float, float]:
    parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    shown = [min(1.0, max(0.0, one)) for one in times(seen, linear)]
    ratios = [one / white for one, white in zip(times(XYZ, shown), WHITE, strict=True)]
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, seen: Matrix) -> float:
    return math.dist(lab(one, seen), lab(other, seen))


@pytest.mark.parametrize("eye", SEEN)
def test_colours_of_series_stay_apart(eye: str) -> None:
    known = colours()
    near = {
        (one, other): distance(known[one], known[other], SEEN[eye])
        for one, other in combinations(SERIES, 2)
    }
    assert min(near.values()) >= APART, near


def test_red_beside_green_would_be_found() -> None:
    assert (
        distance("c03030", "5c7a20", SEEN["deuteranopia"])
        < APART
        < distance("c03030", "5c7a20", SEEN["all cones"])
    )


def test_pictures_take_their_colours_from_one_place() -> None:
    others = [file for file in PICTURES.glob("*.typ") if file.name != "common.typ"]
    assert len(others) > 5
    assert [file.name for file in others if "rgb(" in file.read_text(encoding="utf-8")] == []
