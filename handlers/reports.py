"""/laporan: my achievements of the quarter, one to three sentences, summary, sending."""

from __future__ import annotations

from bot.actions import reports
from bot.rules.stamps import stamp
from bot.screens import Button, Place, Screen, place
from bot.texts import reports as texts
from bot.texts import words
from handlers.table import Shown, Table

CARD = Place("reports.card")
HOME = [Button(words.MENU, opens=Place("home.menu"))]


def draw_card(card: reports.Card | None) -> Screen:
    if card is None:
        return Screen(texts.none_opened(), [HOME])
    lines = [texts.heading(card.year, card.quarter), texts.deeds(card.deeds)]
    if card.sent_at is not None and card.draft is None:
        lines.append(texts.sent(card.text, card.sent_at))
    if not card.writable:
        return Screen("\n\n".join([*lines, texts.fixed(rated=card.rated)]), [HOME])
    if card.draft is not None:
        return _draft(card, card.draft, lines)
    if card.sent_at is not None:
        change = [Button(words.CHANGE, opens=place("reports.write", card.period_id))]
        return Screen("\n\n".join([*lines, texts.may_change(card.due)]), [change, HOME])
    return _asking(card, [*lines, texts.due(card.due, card.today), texts.question()])


def _draft(card: reports.Card, draft: str, lines: list[str]) -> Screen:
    text, seen = "\n\n".join([*lines, texts.draft(draft), texts.check_draft()]), stamp(draft)
    rows = [
        [
            Button(words.SEND, does=place("reports.send", card.period_id, seen)),
            Button(words.CHANGE, opens=place("reports.write", card.period_id)),
        ],
        [Button(texts.DISCARD, does=place("reports.discard", card.period_id, seen)), *HOME],
    ]
    return Screen(text, rows)


def _asking(card: reports.Card, lines: list[str]) -> Screen:
    return Screen("\n\n".join(lines), [HOME], typing=place("reports.text", card.period_id))


def draw_write(card: reports.Card | None) -> Screen:
    if card is None or not card.writable:
        return draw_card(card)
    lines = [texts.heading(card.year, card.quarter)]
    if card.draft:
        lines.append(texts.draft(card.draft))
    elif card.sent_at:
        lines.append(texts.sent(card.text, card.sent_at))
    text = "\n\n".join([*lines, texts.question()])
    back = [Button(words.BACK, opens=place("reports.card", card.period_id)), *HOME]
    return Screen(text, [back], typing=place("reports.text", card.period_id))


def routes() -> Table:
    return Table(
        places={
            "reports.card": Shown(reports.card, draw_card),
            "reports.write": Shown(reports.card, draw_write),
        },
        acts={"reports.send": reports.send, "reports.discard": reports.discard},
        typed={"reports.text": reports.write},
        commands={"laporan": CARD},
    )
