"""/skor: my results with every part, why they are so, and what is outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import results
from bot.screens import Button, Place, Screen, place
from bot.texts import results as texts
from bot.texts import words
from bot.texts.schemes import reading as schemes
from handlers.table import Recipient, Shown, Table
from storage import periods

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_mine(found: results.Card | results.Pending | None) -> Screen:
    if found is None:
        return Screen(texts.none_yet(), [[HOME]])
    return draw_card(found) if isinstance(found, results.Card) else draw_pending(found)


def draw_card(card: results.Card) -> Screen:
    name = None if card.mine else card.name
    blocks = [
        texts.heading(name, card.year, card.quarter) + "\n" + texts.verdict(card.score),
        texts.parts(card.score, card.names),
    ]
    if card.trend:
        blocks.append(texts.trend(card.trend))
    here = (card.period_id, card.employee_id)
    row = [Button(texts.WHY, opens=place("results.why", *here))]
    if card.note:
        row.append(Button(texts.FEEDBACK, opens=place("results.feedback", *here)))
    return Screen("\n\n".join(blocks), [row, [HOME]])


def draw_why(card: results.Card) -> Screen:
    met, above = card.thresholds.met, card.thresholds.above
    blocks = [texts.why_heading(card.year, card.quarter), texts.why_levels()]
    blocks += [texts.why_axis(axis, met, above) for axis in card.score.axes]
    blocks += [texts.why_sum(card.score) + " " + texts.why_predikat(card.score)]
    if card.left_out:
        blocks.append(texts.why_left_out(card.left_out))
    elif card.without_peers:
        blocks.append(texts.why_no_peers())
    how = Button(schemes.TITLE, opens=place("schemes.home", card.scheme_id))
    return Screen("\n\n".join(blocks), [[how], [_back(card), HOME]])


def draw_feedback(card: results.Card) -> Screen:
    """What the superior says beside the levels; a screen of its own, for it may be long."""
    text = texts.feedback(card.year, card.quarter, card.note or "")
    return Screen(text, [[_back(card), HOME]])


def _back(card: results.Card) -> Button:
    return Button(words.BACK, opens=place("results.card", card.period_id, card.employee_id))


def draw_pending(pending: results.Pending) -> Screen:
    lines = [
        texts.pending_heading(pending.year, pending.quarter),
        texts.pending_report(pending.reported, pending.submit_until),
        texts.pending_rating(pending.superior, pending.state, pending.rate_until),
    ]
    if pending.state == "sent" or pending.rated:
        lines.append(texts.pending_unit(pending.rated, pending.owed, pending.rate_until))
    rows = []
    if pending.earlier is not None:
        earlier = place("results.card", pending.earlier[0], pending.employee_id)
        rows.append([Button(texts.EARLIER, opens=earlier)])
    return Screen("\n".join(lines), [*rows, [HOME]])


def write_ready(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    period = periods.get(session, facts["period"])
    if period is None:
        return None
    see = Button(texts.SEE, opens=place("results.card", facts["period"], facts["employee"]))
    return Screen(texts.ready(period.year, period.quarter), [[see]])


def routes() -> Table:
    return Table(
        places={
            "results.mine": Shown(results.mine, draw_mine),
            "results.card": Shown(results.card, draw_card),
            "results.why": Shown(results.card, draw_why),
            "results.feedback": Shown(results.card, draw_feedback),
        },
        commands={"skor": Place("results.mine")},
        letters={"results.ready": write_ready},
    )
