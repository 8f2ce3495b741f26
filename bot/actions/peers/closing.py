"""When the window closes: drafts become what may be told, without a writer, and are erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.peers.asking import asked_from
from bot.rules.peers import Answer, Release, release, shuffled
from storage import audit
from storage.peers import Said, Side, draws, releases
from storage.peers import closing as window
from storage.peers.closing import Stretch, Whom
from storage.peers.releases import write_levels
from storage.periods import Period

MOST = 200


def close(session: Session, period: Period, now: datetime, room: int) -> int:
    """Flush the answers about at most `room` people of a window that is over; how many.

    Never so many that taps would wait; 0 once nothing is left. Idempotent: what was flushed has a
    row, and its drafts are gone.
    """
    assert period.id is not None
    known = draws.of_period(session, period.id)
    if known is None or known.closed_at is not None:
        return 0
    those = window.unclosed(session, period.id, min(room, MOST))
    if not those:
        draws.note(session, period.id, closed_at=now, drawn_at=known.drawn_at or now)
        return 0
    _flush(session, period, known.seed, those, now)
    return len(those)


def _flush(
    session: Session, period: Period, seed: str, those: Sequence[Whom], now: datetime
) -> None:
    assert period.id is not None
    scheme = schemes.of_period(session, period)
    asked = {side.value: [one.key for one in asked_from(scheme, side)] for side in Side}
    stretch = Stretch(period.id, those[0], those[-1])
    held = window.tickets_of(session, stretch)
    said = window.said_about(session, stretch)
    answers: dict[Whom, list[Answer]] = defaultdict(list)
    for one in held:
        if one.id in said:
            answers[one.side, one.about_id].append(_answer(said[one.id]))
    rows, spoken = [], []
    for whom in those:
        given = answers[whom]
        let = release(whom[1], given, asked[whom[0]], scheme.peers)
        levels = write_levels({figure.indicator: figure.levels for figure in let.figures})
        rows.append(_row(period.id, whom, let, levels, now))
        spoken += [(part, whom) for part in shuffled(given, let, seed)]
        facts = {"of": f"{period.id}/{whom[0]}", "answers": let.answers, "levels": levels}
        audit.record(session, now, None, "peers.close", f"answers/{whom[1]}", facts)
    releases.put(session, rows, _shuffled(period.id, spoken, seed))
    window.forget(session, stretch)


def _answer(said: Said) -> Answer:
    levels = {key: level for key, level in said.levels.items() if level is not None}
    return Answer(levels, said.comment)


def _row(period_id: int, whom: Whom, let: Release, levels: str, now: datetime) -> dict[str, Any]:
    return {
        "period_id": period_id, "side": whom[0], "employee_id": whom[1],
        "answers": let.answers, "levels": levels, "withheld": " ".join(let.withheld),
        "closed_at": now,
    }  # fmt: skip


def _shuffled(
    period_id: int, spoken: Sequence[tuple[str, Whom]], seed: str
) -> list[dict[str, Any]]:
    """All sentences about all people of the chunk, in an order that only words and seed decide."""
    mixed = sorted(spoken, key=lambda one: (_rank(seed, *one), one))
    return [
        {"period_id": period_id, "side": side, "employee_id": about, "sentence": sentence}
        for sentence, (side, about) in mixed
    ]


def _rank(seed: str, sentence: str, whom: Whom) -> bytes:
    said = "\x1f".join([seed, *map(str, whom), sentence])
    return blake2b(said.encode(), digest_size=16).digest()
