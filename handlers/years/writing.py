"""/laporan, Yearly report: my year in sections, and my signature."""

from __future__ import annotations

from decimal import Decimal

from bot.actions import years
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import certificates, words
from bot.texts import years as texts
from bot.texts.years import judging, papers
from handlers.lists import MOST_BUTTONS, closed
from storage.years import DRAFT, FINAL

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_card(card: years.Card | years.Beside) -> Screen:
    if isinstance(card, years.Beside):
        return Screen(texts.none_yet(), closed([], *_of_others(card)))
    report, composed = card.report, card.composed
    blocks = [
        _top(card),
        texts.returned(report.reason) if report.reason else "",
        texts.quarters(composed.quarters, composed.result),
        texts.total(composed.result),
        _end(card),
        texts.deeds(len(composed.deeds)),
        texts.sections(_said(card)),
    ]
    rows = _edits(composed.year)
    if card.may_sign:
        rows.append([Button(texts.SIGN, opens=place("years.confirm", composed.year))])
    if report.state == FINAL:
        rows.append([Button(papers.PRINT, opens=place("years.page", report.id or 0))])
    elif card.former is not None:
        rows.append([Button(papers.FORMER, opens=place("years.page", card.former.id or 0))])
    row = [Button(str(other), opens=place("years.card", other)) for other in card.others]
    row.append(Button(certificates.CHECK, opens=Place("certificates.check")))
    beside = _of_others(card.beside)
    room = MOST_BUTTONS - sum(map(len, rows)) - len(beside)
    return Screen("\n\n".join(filter(None, blocks)), closed([*rows, row[:room]], *beside))


def _top(card: years.Card) -> str:
    """How far it is, and what became of it since."""
    report, former = card.report, card.former
    lines = [texts.heading(report.year), texts.state(report.state)]
    if former is not None and report.state != FINAL:
        number = papers.number_line(former.number or 0, former.year)
        was, predikat = former.total, former.predikat
        lines.append(texts.edition(report.edition, number, was, predikat))
    if card.changed:
        lines.append(texts.reopened() if report.state == DRAFT else texts.changed())
    return "\n".join(lines)


def _of_others(at: years.Beside) -> list[Button]:
    """What waits for me as a superior, and the sheet for the national system."""
    row = []
    if at.waiting:
        row.append(Button(f"{judging.QUEUE} ({at.waiting})", opens=Place("years.queue")))
    if at.exports:
        row.append(Button(papers.EXPORT, opens=place("years.export", at.year)))
    return row


def _end(card: years.Card) -> str:
    """What was judged, else the angka kredit that the proposal would give."""
    report, composed = card.report, card.composed
    if report.state == FINAL:
        final = texts.judged(report.predikat, report.number or 0, report.code)
        credit = Decimal(report.credit) if report.credit else None
        told = texts.credit(credit, report.months, proposed=False)
        return "\n".join(filter(None, (final, told)))
    predikat = composed.result.predikat
    credit = composed.credit(predikat) if predikat else None
    return texts.credit(credit, len(composed.months), proposed=True)


def _said(card: years.Card) -> dict[str, str]:
    return {name: getattr(card.report, name) for name in texts.SECTIONS}


def _edits(year: int) -> list[list[Button]]:
    buttons = [
        Button(label, opens=place("years.section", year, name))
        for name, label in texts.SECTIONS.items()
    ]
    return [buttons[:2], buttons[2:]]


def draw_section(at: years.Section) -> Screen:
    back = Button(words.BACK, opens=place("years.card", at.year))
    if not at.editable:
        return Screen(texts.passage(at.year, at.name, at.text), [[back, HOME]])
    typing = place("years.text", at.year, at.name)
    return Screen(texts.ask(at.year, at.name, at.text), [[back, HOME]], typing=typing)


def draw_confirm(card: years.Card) -> Screen:
    year = card.composed.year
    blocks = [
        texts.heading(year),
        texts.confirm(year, card.superior),
        texts.total(card.composed.result),
        texts.sections(_said(card)),
    ]
    sign = Button(texts.REALLY, does=place("years.sign", year, card.report.turn), style=Style.GOOD)
    return Screen("\n\n".join(blocks), [[sign], [_back(year), HOME]])


def _back(year: int) -> Button:
    return Button(words.BACK, opens=place("years.card", year))
