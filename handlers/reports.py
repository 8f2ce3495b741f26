"""/laporan: what was realised, one to three sentences, summary, sending."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import reports
from bot.actions.reports.parts import Parts, ResultLine
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import reports as texts
from bot.texts import words, years
from bot.texts.expectations import telling
from handlers.expectations.mine import around
from handlers.table import Shown, Table

CARD = Place("reports.card")
HOME = [
    Button(years.OPEN, opens=Place("years.card")),
    Button(words.MENU, opens=Place("home.menu")),
]
Row = Sequence[Button]


def draw_card(card: reports.Card | None) -> Screen:
    if card is None:
        return Screen(texts.none_opened(), [HOME])
    lines = [texts.heading(card.year, card.quarter), _done(card)]
    if card.sent_at is not None and card.draft is None:
        lines.append(texts.sent(card.text, card.sent_at))
    if not card.writable:
        return Screen("\n\n".join([*lines, texts.fixed(rated=card.rated)]), [HOME])
    if card.parts:
        return _prefilled(card, lines)
    if card.draft is not None:
        return _draft(card, card.draft, lines)
    if card.sent_at is not None:
        change = [Button(words.CHANGE, opens=place("reports.write", card.period_id))]
        return Screen("\n\n".join([*lines, texts.may_change(card.due)]), [change, HOME])
    return _asking(card, [*lines, texts.due(card.due, card.today), texts.question()])


def _done(card: reports.Card) -> str:
    """Planned results with their figures; the achievements of whoever has none."""
    return parts_text(card.parts) if card.parts else texts.deeds(card.deeds)


def parts_text(parts: Parts) -> str:
    blocks = []
    if parts.results:
        blocks.append(texts.results([_line(one) for one in parts.results]))
    if parts.helped or parts.hindered:
        blocks.append(texts.questions(parts.helped, parts.hindered))
    return "\n\n".join(blocks)


def _line(one: ResultLine) -> str:
    said = one.planned.shown
    figure = telling.stated(said, one.figure)
    return texts.result(one.planned.position, said.text, figure, one.remark, own=one.own)


def _prefilled(card: reports.Card, lines: list[str]) -> Screen:
    """One press sends it; everything in it can be changed before."""
    if card.draft is not None:
        lines.append(texts.draft(card.draft))
    if card.sent_at is None:
        lines += [texts.due(card.due, card.today), texts.prefilled()]
    else:
        lines.append(texts.changed_parts() if card.sendable else texts.may_change(card.due))
    send = Button(
        words.SEND, does=place("reports.send", card.period_id, card.seen), style=Style.GOOD
    )
    change = Button(words.CHANGE, opens=place("reports.lines", card.period_id))
    rows: list[Row] = [[send, change] if card.sendable else [change]]
    if card.draft is not None or card.parts.drafted:
        gone = place("reports.discard", card.period_id, card.seen)
        rows.append([Button(texts.DISCARD, does=gone)])
    typing = place("reports.text", card.period_id)
    return Screen("\n\n".join(line for line in lines if line), [*rows, HOME], typing=typing)


def _draft(card: reports.Card, draft: str, lines: list[str]) -> Screen:
    text, seen = "\n\n".join([*lines, texts.draft(draft), texts.check_draft()]), card.seen
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


def draw_duty(card: reports.Card | None) -> Screen:
    """Where the duty leads: to the question, or to what is filled in already."""
    return draw_card(card) if card is None or card.parts else draw_write(card)


def draw_write(card: reports.Card | None) -> Screen:
    if card is None or not card.writable:
        return draw_card(card)
    lines = [texts.heading(card.year, card.quarter)]
    if card.draft:
        lines.append(texts.draft(card.draft))
    elif card.sent_at:
        lines.append(texts.sent(card.text, card.sent_at))
    text = "\n\n".join([*lines, texts.question()])
    return Screen(text, [_back(card)], typing=place("reports.text", card.period_id))


def _back(card: reports.Card) -> Row:
    return [Button(words.BACK, opens=place("reports.card", card.period_id)), *HOME]


def draw_lines(shown: reports.Lines) -> Screen:
    """Everything that can be said in it."""
    card = shown.card
    if not card.writable:
        return draw_card(card)
    here = card.period_id
    some = card.parts.results[shown.page * 3 : shown.page * 3 + 3]
    rows: list[Row] = [
        [Button(texts.SENTENCE, opens=place("reports.sentence", here))],
        [
            Button(texts.HELPED, opens=place("reports.helped", here)),
            Button(texts.HINDERED, opens=place("reports.hindered", here)),
        ],
    ]
    rows += [
        [
            Button(
                telling.label(one.planned.position, one.planned.shown.text),
                opens=place("reports.result", here, one.planned.number),
            )
        ]
        for one in some
    ]
    turn = around("reports.lines", [here], shown.page, shown.pages)
    text = "\n\n".join([texts.heading(card.year, card.quarter), texts.ask_line()])
    return Screen(text, [*rows, [*turn, _back(card)[0]]])


def draw_result(asked: reports.Asked) -> Screen:
    card, one = asked.card, asked.line.planned
    if not card.writable:
        return draw_card(card)
    figure = telling.figure(one.shown, one.progress)
    typing = place("reports.result", card.period_id, one.number)
    return Screen(texts.ask_result(one.shown.text, figure), [_back(card)], typing=typing)


def draw_helped(card: reports.Card | None) -> Screen:
    if card is None or not card.writable:
        return draw_card(card)
    typing = place("reports.helped", card.period_id)
    return Screen(texts.ask_helped(card.parts.helped), [_back(card)], typing=typing)


def draw_hindered(card: reports.Card | None) -> Screen:
    if card is None or not card.writable:
        return draw_card(card)
    typing = place("reports.hindered", card.period_id)
    return Screen(texts.ask_hindered(card.parts.hindered), [_back(card)], typing=typing)


def routes() -> Table:
    return Table(
        places={
            "reports.card": Shown(reports.card, draw_card),
            "reports.write": Shown(reports.card, draw_duty),
            "reports.sentence": Shown(reports.card, draw_write),
            "reports.lines": Shown(reports.lines, draw_lines),
            "reports.result": Shown(reports.ask_result, draw_result),
            "reports.helped": Shown(reports.card, draw_helped),
            "reports.hindered": Shown(reports.card, draw_hindered),
        },
        acts={"reports.send": reports.send, "reports.discard": reports.discard},
        typed={
            "reports.text": reports.write,
            "reports.result": reports.put_result,
            "reports.helped": reports.put_helped,
            "reports.hindered": reports.put_hindered,
        },
        commands={"laporan": CARD},
    )
