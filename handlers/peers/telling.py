"""What colleagues and subordinates said, and the reply to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import peers
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.peers import telling as texts
from handlers.appraisals import pager
from handlers.table import Recipient
from storage import periods

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_feedback(told: peers.Feedback) -> Screen:
    here = (told.period_id, told.employee_id)
    rows = [pager("peers.feedback", here, told.page, told.pages)]
    reply = texts.REPLY if told.mine else texts.READ_REPLY
    if told.mine or told.replied:
        rows.append([Button(reply, opens=place("peers.reply", *here))])
    if told.upward:
        rows.append([Button(texts.UPWARD, opens=place("peers.upward", *here, 0))])
    rows.append([Button(words.BACK, opens=place("results.card", *here)), MENU])
    return Screen(_said(told, upward=False), [row for row in rows if row])


def draw_upward(told: peers.Feedback) -> Screen:
    here = (told.period_id, told.employee_id)
    turn = pager("peers.upward", here, told.page, told.pages)
    return Screen(_said(told, upward=True), [*([turn] if turn else []), [MENU]])


def _said(told: peers.Feedback, *, upward: bool) -> str:
    name = None if told.mine else told.name
    blocks = [texts.heading(name, told.year, told.quarter, upward=upward)]
    if told.answers is None:
        blocks.append(texts.not_asked())
    elif not told.figures:
        blocks.append(texts.too_few(told.shown_from))
    else:
        listed = [texts.figure(*one) for one in told.figures]
        blocks.append("\n".join([texts.answers(told.answers), texts.figures(), *listed]))
        if told.withheld:
            blocks.append(texts.withheld(told.withheld))
    if told.sentences:
        blocks.append(texts.said(told.sentences, told.page, told.pages))
    if upward:
        blocks.append(texts.not_scored())
    return "\n\n".join(blocks)


def draw_reply(said: peers.Reply) -> Screen:
    here = (said.period_id, said.employee_id)
    head = texts.reply(None if said.mine else said.name, said.year, said.quarter)
    rows = [[Button(words.BACK, opens=place("results.card", *here)), MENU]]
    if said.sent:
        return Screen(f"{head}\n\n{texts.reply_sent(said.sent, said.sent_at)}", rows)
    if not said.mine:
        return Screen(f"{head}\n\n{texts.no_reply()}", rows)
    if said.draft:
        send = place("peers.send_reply", said.period_id, said.seen)
        rows.insert(0, [Button(texts.SEND_REPLY, does=send, style=Style.GOOD)])
    typing = place("peers.write_reply", said.period_id)
    return Screen(f"{head}\n\n{texts.reply_asked(said.draft)}", rows, typing=typing)


def write_replied(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    period = periods.get(session, facts["period"])
    if period is None:
        return None
    read = place("peers.reply", facts["period"], facts["employee"])
    text = texts.replied(period.year, period.quarter)
    return Screen(text, [[Button(texts.READ_REPLY, opens=read)]])
