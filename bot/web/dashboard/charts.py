"""Pictures as SVG in the page: colours come from its style, so both themes and paper fit.

Bars stand in the rows of the table that says their numbers; every other picture has its table
below it and a sentence for who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from math import cos, pi, sin

from bot.documents.pictures import Nine

LOWEST, HIGHEST = 20, 120
WIDE = 360
COLOURS = {"hasil_kerja": "first", "perilaku": "second"}
"""Of the axes; anything else, as the total, has the third."""


def bar(share: Decimal | float, kind: str = "first", limit: Decimal | float | None = None) -> str:
    """A bar of this share (0 to 1) of its cell, and a line at `limit`."""
    line = ""
    if limit is not None:
        at = _percent(limit)
        line = f'<line class="limit" x1="{at}" x2="{at}" y1="0" y2="100%"/>'
    return (
        '<svg class="bar" aria-hidden="true" focusable="false">'
        '<rect class="track" width="100%" height="100%"/>'
        f'<rect class="{kind}" width="{_percent(share)}" height="100%"/>{line}</svg>'
    )


def radar(said: str, values: Sequence[tuple[str, Decimal]], expected: int) -> str:
    """Spokes from 20 in the middle to 120, numbered as the table; `values` are axis and value."""
    count, middle, reach = len(values), WIDE / 2, 140.0

    def point(at: int, value: float, more: float = 0.0) -> tuple[float, float]:
        away = reach * (value - LOWEST) / (HIGHEST - LOWEST) + more
        turn = -pi / 2 + 2 * pi * at / count
        return middle + away * cos(turn), middle + away * sin(turn)

    def ring(value: float, kind: str) -> str:
        return _polygon([point(at, value) for at in range(count)], kind)

    drawn = [ring(value, "grid") for value in (40, 60, 80, 120)]
    drawn += [_line((middle, middle), point(at, HIGHEST), "grid") for at in range(count)]
    drawn.append(_polygon([point(at, float(v)) for at, (_, v) in enumerate(values)], "area"))
    drawn.append(ring(expected, "limit"))
    for at, (axis, value) in enumerate(values):
        x, y = point(at, float(value))
        drawn.append(mark(axis, x, y))
        x, y = point(at, HIGHEST, 18)
        drawn.append(_text(x, y + 5, str(at + 1)))
    return _picture(said, WIDE, WIDE, drawn)


def keys(axes: Sequence[tuple[str, str]], expected: str) -> str:
    """What marks and the dashed line mean."""
    each = "".join(
        f"<span>{_small(mark(axis, 11, 7))}{escape(name)}</span>" for axis, name in axes
    )
    line = _small(_line((0, 7), (22, 7), "limit"))
    return f'<p class="keys">{each}<span>{line}{escape(expected)}</span></p>'


def _small(drawn: str) -> str:
    return f'<svg viewBox="0 0 22 14" aria-hidden="true" focusable="false">{drawn}</svg>'


def mark(axis: str, x: float, y: float) -> str:
    """Round for results of work, square for behaviour, a triangle for any other."""
    if axis == "hasil_kerja":
        return f'<circle class="first" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    if axis == "perilaku":
        return f'<rect class="second" x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9"/>'
    corners = f"{x:.1f},{y - 6:.1f} {x + 6:.1f},{y + 5:.1f} {x - 6:.1f},{y + 5:.1f}"
    return f'<polygon class="third" points="{corners}"/>'


def trend(
    said: str, quarters: Sequence[str], lines: Sequence[tuple[str, Sequence[Decimal]]],
    expected: int,
) -> str:  # fmt: skip
    """Up to three lines (mark and values) over the quarters, the first one thick."""
    every = [float(one) for _, values in lines for one in values]
    low = min(90, 10 * int((min(every) - 3) // 10))
    high = max(110, 10 * int(-(-(max(every) + 3) // 10)))
    left, top, tall = 40.0, 12.0, 190.0
    step = (WIDE - left) / len(quarters)

    def at(number: int, value: float) -> tuple[float, float]:
        return left + step * (number + 0.5), top + tall * (high - value) / (high - low)

    drawn = []
    for value in range(low, high + 1, 10 if high - low <= 50 else 20):
        y = at(0, value)[1]
        drawn += [
            _line((left, y), (WIDE, y), "grid"),
            _text(left - 18, y + 4, str(value), "small"),
        ]
    y = at(0, expected)[1]
    drawn.append(_line((left, y), (WIDE, y), "limit"))
    for axis, values in reversed(lines):
        kind = COLOURS.get(axis, "third")
        points = [at(number, float(value)) for number, value in enumerate(values)]
        told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        drawn.append(f'<polyline class="line-{kind}" points="{told}"/>')
        drawn += [mark(axis, x, y) for x, y in points]
    drawn += [
        _text(at(number, low)[0], top + tall + 22, name, "small")
        for number, name in enumerate(quarters)
    ]
    return _picture(said, WIDE, int(top + tall + 32), drawn)


def nine(said: str, at: Nine) -> str:
    """The nine boxes: the area in which the true value lies, and the way there."""
    edge, cell = 74.0, 94.0
    boxes = ((1, 3, 6), (2, 5, 8), (4, 7, 9))

    def along(value: Decimal, limits: tuple[Decimal, Decimal], most: int) -> float:
        first, second = limits
        if value < first:
            return cell * float(value / first)
        if value < second:
            return cell * float(1 + (value - first) / (second - first))
        return cell * (2 + min(1.0, float((value - second) / (most - second))))

    def x(value: Decimal) -> float:
        return edge + along(value, at.x_limits, 100)

    def y(value: Decimal) -> float:
        return 3 * cell - along(value, at.y_limits, 120)

    drawn, named = [], []
    for row in range(3):
        for column in range(3):
            left, top = edge + column * cell, (2 - row) * cell
            odd = " odd" if (row + column) % 2 == 0 else ""
            drawn.append(_rect(left, top, cell, cell, f"box{odd}"))
            named.append(_text(left + 14, top + 20, str(boxes[row][column])))
        for number, word in enumerate(at.rows[row].split(" ", 1)):
            drawn.append(_text(edge / 2, (2.5 - row) * cell + 14 * number, word, "small"))
        drawn.append(_text(edge + (row + 0.5) * cell, 3 * cell + 18, at.columns[row], "small"))
    (west, east), (south, north) = at.wide, at.tall
    wide, tall = max(3.0, x(east) - x(west)), max(3.0, y(south) - y(north))
    drawn += [_rect(x(west), y(north), wide, tall, "area"), *named]
    spots = [(x(one.x), y(one.y)) for one in at.spots]
    if len(spots) > 1:
        drawn.append(f'<polyline class="way" points="{_points(spots)}"/>')
    drawn += [_rect(left - 4, top - 4, 8, 8, "was") for left, top in spots[:-1]]
    drawn += [f'<circle class="now" cx="{a:.1f}" cy="{b:.1f}" r="8"/>' for a, b in spots[-1:]]
    return _picture(said, WIDE, int(3 * cell + 26), drawn)


def _picture(said: str, wide: int, tall: int, drawn: Sequence[str]) -> str:
    return (
        f'<svg class="picture" role="img" viewBox="0 0 {wide} {tall}" aria-label="{escape(said)}">'
        f"{''.join(drawn)}</svg>"
    )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _polygon(points: Sequence[tuple[float, float]], kind: str) -> str:
    return f'<polygon class="{kind}" points="{_points(points)}"/>'


def _line(start: tuple[float, float], end: tuple[float, float], kind: str) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _rect(x: float, y: float, wide: float, tall: float, kind: str) -> str:
    return f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>'


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    shown = f' class="{kind}"' if kind else ""
    return f'<text{shown} x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{escape(words)}</text>'


def _percent(share: Decimal | float) -> str:
    return f"{100 * min(1.0, max(0.0, float(share))):.1f}%"
