"""The minutes of calibration as PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.actions import panel
from bot.documents import official
from bot.screens import Button, File, FileKind, Screen, place
from bot.texts import words
from bot.texts.panel import minutes as texts
from handlers.panel.home import HOME


def draw_minutes(at: panel.Minutes) -> Screen:
    spread = at.spread
    quarter, where = words.quarter(spread.year, spread.quarter), texts.scope(spread.scope)
    drawing = partial(official.minutes, said_in(at), at.at)
    name = texts.file_name(spread.year, spread.quarter)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    back = place("panel.distribution", spread.period_id, spread.scope_id)
    text = texts.attached(quarter, where, draft=at.draft)
    return Screen(text, [[Button(words.BACK, opens=back), HOME]], files=[file])


def said_in(at: panel.Minutes) -> Mapping[str, Any]:
    """Every word of the paper, in its place."""
    spread = at.spread
    quarter, where = words.quarter(spread.year, spread.quarter), texts.scope(spread.scope)
    since = min((one.first_at for _, one in at.discussed), default=None)
    bodies = (_pattern(at), _units(at), _views(at), _changed(at), _given_back(at))
    return {
        "title": texts.TITLE,
        "about": texts.ABOUT,
        "office": at.office,
        "number": texts.BLANK,
        "draft": texts.DRAFT if at.draft else "",
        "footer": texts.footer(at.at),
        "opening": texts.opening(at.day, quarter, where, since and since.astimezone(at.at.tzinfo)),
        "parts": [
            {"head": head, "said": "", "rows": [], "table": None} | body
            for head, body in zip(texts.PARTS, bodies, strict=True)
        ],
        "closing": " ".join(
            [texts.closing(at.draft), *([texts.withheld(at.withheld)] if at.withheld else [])]
        ),
        "signers": [
            {"role": role, "people": [_signer(one) for one in people]}
            for role, people in ((texts.TEAM, at.team), (texts.HEADS, at.heads))
        ],
    }


def _signer(one: Any) -> dict[str, str]:
    return {"name": one.name, "post": one.post, "nip": one.nip}


def _pattern(at: panel.Minutes) -> dict[str, Any]:
    spread = at.spread
    compared = spread.organisation is not None
    rows = [[texts.SET, texts.organisation(spread.organisation)]]
    if spread.basis:
        rows.append([texts.BASIS, spread.basis])
    rows.append([texts.PATTERN, texts.pattern(spread.departures, compared=compared)])
    if spread.departures:
        rows.append([texts.REASON, texts.reason(spread.reason)])
    return {"rows": rows}


def _units(at: panel.Minutes) -> dict[str, Any]:
    rows = [[name, *texts.counts(counts)] for name, counts in at.units]
    rows.append([texts.ALL, *texts.counts(at.spread.counts)])
    return {"table": _table(texts.predikat_heads(), rows, [3, 1, 1, 1.4, 1, 1.2, 1], text=1)}


def _views(at: panel.Minutes) -> dict[str, Any]:
    rows = [
        [name, *map(words.number, (one.closed, one.second, one.keep, one.high, one.low))]
        for name, one in at.discussed
        if one.closed
    ]
    waiting = sum(one.open for _, one in at.discussed)
    open_ones = texts.still_open(waiting) if waiting else ""
    if not rows:
        return {"said": open_ones or texts.nothing_discussed()}
    table = _table(texts.VIEWS_HEAD, rows, [3, 1.3, 1.2, 1, 1.2, 1.2], text=1)
    return {"said": f"{texts.unseen()} {open_ones}".rstrip(), "table": table}


def _changed(at: panel.Minutes) -> dict[str, Any]:
    rows = [
        [
            f"{one.name}\n{one.unit}", texts.scored(*one.before), texts.scored(*one.after),
            texts.tally(one.views),
            texts.ended(one.reason, applied=one.applied, answer=one.answer),
        ]
        for one in at.changed
    ]  # fmt: skip
    if not rows:
        return {"said": texts.nothing_changed()}
    return {"table": _table(texts.CHANGED_HEAD, rows, [2.4, 1.3, 1.3, 1.4, 3], text=5)}


def _given_back(at: panel.Minutes) -> dict[str, Any]:
    rows = [[f"{one.name}\n{one.unit}", one.reason] for one in at.given_back]
    if not rows:
        return {"said": texts.nothing_back()}
    return {"table": _table(texts.BACK_HEAD, rows, [1, 2], text=2)}


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], text: int
) -> dict[str, Any]:
    """The first `text` columns hold words, the others numbers."""
    numeric = [at >= text for at in range(len(head))]
    return {"head": list(head), "rows": rows, "widths": widths, "numeric": numeric}
