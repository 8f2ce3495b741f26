"""The minutes of a decision as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.actions.objections import Minutes
from bot.documents import official
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import words
from bot.texts.certificates import printed
from bot.texts.objections import minutes as texts

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_minutes(at: Minutes) -> Screen:
    drawing = partial(official.pdf, said_in(at), at.link, at.at)
    name = texts.file_name(at.number)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    back = Button(words.BACK, opens=place("objections.card", at.card.objection_id))
    return Screen(texts.attached(at.number), [[back, HOME]], files=[file])


def said_in(at: Minutes) -> Mapping[str, Any]:
    """Every word of the paper, in its place."""
    card, facts, told = at.card, at.facts, at.card.verdict
    assert told is not None
    return {
        "title": texts.TITLE,
        "about": texts.ABOUT,
        "office": facts.office,
        "number": printed.number(at.number),
        "opening": texts.opening(told.at.date()),
        "person": [
            [texts.NAME, facts.name],
            [texts.POST, facts.post],
            [texts.UNIT, facts.unit],
            [texts.QUARTER, words.quarter(card.year, card.quarter)],
        ],
        "parts": _parts(at),
        "closing": texts.closing(),
        "given": printed.given(facts.city, facts.day),
        "signer": {
            "role": texts.ROLE + (f", {facts.giver_post}" if facts.giver_post else ""),
            "signed": texts.SIGNED,
            "name": facts.giver,
            "rank": printed.ranked(facts.giver_rank),
            "nip": facts.giver_nip,
        },
        "code": at.code,
        "how": printed.how(at.address, at.username),
    }


def _parts(at: Minutes) -> list[dict[str, Any]]:
    card, told = at.card, at.card.verdict
    assert told is not None
    filed = [[texts.FILED, words.moment(card.filed_at)]]
    if card.indicators:
        filed.append([texts.AGAINST, ", ".join(card.indicators)])
    heard = [texts.said(one.name, one.party, one.text) for one in card.words]
    rows = [[texts.BEFORE, texts.scored(*told.before)]]
    if told.after is not None:
        rows.append([texts.AFTER, texts.scored(*told.after)])
        changes = [texts.level(*one) for one in told.changes]
        rows.append([texts.CHANGED, "\n".join(changes)])
    rows.append([texts.REASON, told.reason])
    heads = texts.PARTS
    return [
        {"head": heads[0], "rows": filed, "said": card.reasons},
        {"head": heads[1], "rows": heard, "said": "" if heard else texts.nobody_spoke()},
        {"head": heads[2], "rows": rows, "said": texts.verdict(told.after is not None)},
    ]
