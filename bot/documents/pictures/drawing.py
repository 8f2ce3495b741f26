"""From data to a PNG of 1080 pixels' width and less than 100 KB; equal data, equal bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Protocol

from PIL import Image

from bot.documents import typesetting
from bot.documents.pictures.bars import Adoption, Distribution, Tally
from bot.documents.pictures.shapes import (
    Access,
    Nine,
    Owing,
    Radar,
    Trend,
)

COLOURS, FEW = 64, 16  # sixteen fit into half a byte
HEAVY = 90_000


def radar(shown: Radar) -> bytes:
    """One result, indicator by indicator, against what is expected."""
    spokes = [
        {"axis": one.axis, "name": one.name, "value": float(one.value), "shown": one.shown}
        for one in shown.spokes
    ]
    rest = {"expected": float(shown.expected), "keys": dict(shown.keys)}
    return picture("radar", shown, {"spokes": spokes, **rest})


def trend(shown: Trend) -> bytes:
    """Both axes and the total, quarter after quarter, with a table of them."""
    series = [
        {"key": one.key, "name": one.name, "shown": list(one.shown)}
        | {"values": [float(value) for value in one.values]}
        for one in shown.lines
    ]
    rest = {"expected": float(shown.expected), "legend": shown.legend}
    return picture("trend", shown, {"quarters": shown.quarters, "series": series, **rest})


def distribution(shown: Distribution) -> bytes:
    """How many people have each predikat; bars differ in pattern as well as in colour."""
    return picture("distribution", shown, _bars(shown))


def tally(shown: Tally) -> bytes:
    """What a poll came to; the answer that most chose is darker."""
    return picture("tally", shown, _bars(shown))


def _bars(shown: Distribution | Tally) -> dict[str, Any]:
    return {"bars": [asdict(one) for one in shown.bars], "notes": list(shown.notes)}


def owing(shown: Owing) -> bytes:
    """What is done of what is owed, and by whom the rest is owed."""
    rows = [
        {"name": one.name, "what": one.what, "due": one.due, "urgency": one.urgency.value}
        for one in shown.rows
    ]
    rest = {"done": shown.done, "of": shown.of, "summary": shown.summary, "more": shown.more}
    return picture("owing", shown, {"rows": rows, **rest})


def nine(shown: Nine) -> bytes:
    """The nine boxes with an area, and the way there from quarter to quarter."""
    spots = [{"when": one.when, "x": float(one.x), "y": float(one.y)} for one in shown.spots]
    numbers = {
        name: [float(one) for one in getattr(shown, name)]
        for name in ("x_limits", "y_limits", "wide", "tall")
    }
    said = {
        "across": shown.across, "up": shown.up, "columns": list(shown.columns),
        "rows": list(shown.rows), "legend": shown.legend,
    }  # fmt: skip
    return picture("nine", shown, {"spots": spots, **numbers, **said})


def access(shown: Access) -> bytes:
    """How something is shared out, group by group."""
    parts = [
        {
            "name": name,
            "rows": [
                {
                    "name": one.name,
                    "shown": one.shown,
                    "rate": float(one.rate),
                    "short": one.short,
                }
                for one in rows
            ],
        }
        for name, rows in shown.parts
    ]
    return picture("access", shown, {"parts": parts, "legend": shown.legend})


def adoption(shown: Adoption) -> bytes:
    """Bars that are divided in four, each part with its pattern and its number in words."""
    rows = [asdict(one) | {"parts": list(one.parts)} for one in shown.rows]
    return picture("adoption", shown, {"keys": list(shown.keys), "rows": rows})


class Titled(Protocol):
    """What every picture has above it."""

    @property
    def title(self) -> str: ...
    @property
    def under(self) -> str: ...


def picture(kind: str, shown: Titled, data: Mapping[str, Any]) -> bytes:
    """One by the template of its kind."""
    said = {"title": shown.title, "under": shown.under, **data}
    return _light(typesetting.png(f"pictures/{kind}.typ", said))


def _light(picture: bytes) -> bytes:
    """The same in few colours: a third of the bytes, and nothing that an eye would miss."""
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    light = _in(drawn, COLOURS)
    return light if len(light) < HEAVY else _in(drawn, FEW)


def _in(drawn: Image.Image, colours: int) -> bytes:
    few = drawn.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG")
    return out.getvalue()
