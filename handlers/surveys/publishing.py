"""Drawing the figure of a month: to be published, published, on paper, in the channel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions.spans import packed
from bot.actions.surveys import publishing
from bot.actions.surveys.months import Months
from bot.actions.surveys.publishing import Card
from bot.documents import pictures as drawings
from bot.documents import surveys as papers
from bot.documents.pictures import Poster, PosterBar
from bot.rules.surveys.elements import Element
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.groups import whose
from bot.texts.surveys import figures
from bot.texts.surveys import publishing as texts
from handlers.pictures import photo
from handlers.table import Recipient

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_months(at: Months) -> Screen:
    rows = [
        [Button(
            texts.month_label(first, done=done),
            opens=place("surveys.month", at.unit_id, packed(first)),
        )]
        for first, done in at.items
    ]  # fmt: skip
    back = Button(words.BACK, opens=place("surveys.results", at.unit_id, 0))
    return Screen(texts.months(at.unit), [*rows, [back, HOME]])


def draw_month(at: Card) -> Screen:
    said = texts.said(at.unit, at.month, at.figure)
    picture = photo("ikm.png", partial(drawings.poster, _poster(at)), said)
    return Screen(_text(at), _rows(at), files=[picture])


def draw_paper(at: Card) -> Screen:
    stamp = datetime.combine(at.month, time(12))
    said = texts.paper(at.office, at.figure, at.published_on)
    drawing = partial(papers.month, _poster(at), said, stamp)
    file = File(FileKind.DOCUMENT, texts.file_name(at.month), drawing=drawing, keepable=True)
    return Screen(f"{_text(at)}\n\n{texts.attached()}", [_rows(at)[-1]], files=[file])


def _text(at: Card) -> str:
    told = texts.card(at.unit, at.month, at.figure, at.interval, at.sample)
    if at.published_on is not None:
        return f"{told}\n\n{texts.standing(at.published_on)}"
    return f"{told}\n\n{texts.proposal(None if at.board is None else whose(at.board))}"


def _rows(at: Card) -> list[list[Button]]:
    here = (at.unit_id, packed(at.month))
    rows = []
    if at.may_publish:
        does = place("surveys.publish", *here, at.seen)
        rows.append([Button(texts.PUBLISH, does=does, style=Style.GOOD)])
    rows.append([Button(texts.PAPER, opens=place("surveys.paper", *here))])
    return [*rows, [Button(words.BACK, opens=place("surveys.months", at.unit_id)), HOME]]


def _poster(at: Card) -> Poster:
    found = at.figure
    bars = [
        PosterBar(
            figures.ELEMENTS[Element(one.key)], texts.share(one.index), words.number(one.index),
            one.grade.value,
        )
        for one in found.elements
    ]  # fmt: skip
    return Poster(
        texts.CARD_TITLE, at.unit, texts.month(at.month), words.number(found.index),
        found.grade.value, figures.GRADES[found.grade], figures.answers(found.count), bars,
        texts.notes(found, at.interval, at.sample),
    )  # fmt: skip


def write_published(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    at = publishing.released(session, facts["release"])
    if at is None:
        return None
    text = texts.card(at.unit, at.month, at.figure, at.interval, at.sample)
    if to.employee_id:
        return Screen(text, [[Button(texts.SEE, opens=place("surveys.results", at.unit_id, 0))]])
    picture = partial(drawings.poster, _poster(at))
    card = File(FileKind.PHOTO, "ikm.png", drawing=picture, keepable=True)
    return Screen(text, files=[card])  # one picture a month, for the channel alone
