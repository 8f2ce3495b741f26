"""The list of awards, and one of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import awards
from bot.actions.pages import Leaf
from bot.screens import Button, Place, Screen, place
from bot.texts import awards as texts
from bot.texts import certificates, stories, words
from bot.texts.service import watching
from handlers.appraisals import pager
from handlers.awards.after import after
from handlers.awards.proposing import HOME


def draw_list(listed: awards.Given) -> Screen:
    lines = [
        texts.list_line(
            one.number, one.award_year, one.name, one.unit,
            texts.award(one.year, one.quarter, one.scope, one.kind), one.revoked_on,
        )
        for one in listed.honours
    ]  # fmt: skip
    rows = _cases(listed.cases)
    if len(listed.cases) > 1:
        label = texts.decide_many(len(listed.cases))
        rows = [[Button(label, opens=place("awards.waiting", 0))]]
    service = Button(watching.WATCH, opens=place("service.watch", 0, 0))
    if not listed.watches:
        service = Button(watching.MINE, opens=Place("service.mine"))
    rows.append([Button(texts.ROUNDS, opens=Place("awards.rounds")), service])
    told = [] if listed.cases else [Button(stories.STORIES, opens=place("stories.list", 0))]
    winners = [Button(texts.WINNERS, opens=place("awards.winners", 0))] if listed.honours else []
    rows.append([*told, *winners])
    own = Button(certificates.MINE, opens=Place("certificates.mine"))
    check = Button(certificates.CHECK, opens=Place("certificates.check"))
    text = "\n\n".join([texts.list_(len(lines)), *lines])
    return Screen(text, [*rows, [own, check], [HOME]])


def draw_winners(listed: awards.Given) -> Screen:
    """A page of them, each to be opened."""
    first = listed.page * awards.GIVEN + 1
    lines = [
        texts.winner_line(
            number, one.name, one.unit, texts.award(one.year, one.quarter, one.scope, one.kind),
            one.revoked_on,
        )
        for number, one in enumerate(listed.honours, first)
    ]  # fmt: skip
    rows = [
        [Button(texts.winner_label(number, one.name), opens=place("awards.honour", one.award_id))]
        for number, one in enumerate(listed.honours, first)
    ]
    turn = pager("awards.winners", [], listed.page, listed.pages)
    back = Button(words.BACK, opens=Place("awards.list"))
    return Screen("\n\n".join([texts.winners(len(lines)), *lines]), [*rows, [*turn, back]])


def _cases(cases: Sequence[tuple[int, str]]) -> list[list[Button]]:
    return [
        [Button(texts.decide_label(name), opens=place("awards.decide", number))]
        for number, name in cases
    ]


def draw_waiting(at: Leaf[tuple[int, str]]) -> Screen:
    turn = pager("awards.waiting", [], at.page, at.pages)
    back = Button(words.BACK, opens=Place("awards.list"))
    return Screen(texts.waiting(len(at.items)), [*_cases(at.items), [*turn, back, HOME]])


def draw_honour(one: awards.Honour) -> Screen:
    title = texts.award(one.year, one.quarter, one.scope, one.kind)
    text = texts.honour(
        one.name, one.unit, title, one.number, one.award_year, one.given_at.date(), one.giver
    )
    if one.revoked_on is not None:
        text += "\n\n" + texts.revoked(one.revoked_on)
    elif one.mine:
        text += "\n\n" + texts.congratulation()
    blocks, more = after(one, title)
    text = "\n\n".join([text, *blocks])
    rows = [*more, [Button(texts.ALL_AWARDS, opens=Place("awards.list")), HOME]]
    if one.certificate_id:
        print_ = place("certificates.sheet", one.certificate_id)
        see = place("certificates.card", one.certificate_id)
        buttons = [Button(certificates.DOWNLOAD["award"], opens=print_)]
        rows.insert(0, [*buttons, Button(certificates.SEE, opens=see)])
    return Screen(text, rows)
