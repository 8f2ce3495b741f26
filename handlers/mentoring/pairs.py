"""Drawing one pair and its meetings."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import mentoring
from bot.actions.spans import packed, unpacked
from bot.rules.mentoring import MINUTES, Outcome, Reason, State
from bot.screens import Button, Screen, Style, place
from bot.texts import mentoring as texts
from bot.texts import talks, words
from bot.texts.mentoring import meetings, pairs
from handlers.lists import closed
from handlers.mentoring.profiles import HOME, MENU

LINES = 4


def draw_card(at: mentoring.Card) -> Screen:
    blocks = [pairs.card(at.name, at.post, mentor=at.mentor), pairs.goals(at.goals)]
    if at.about:
        blocks.append(pairs.about(at.about, mentor=at.mentor))
    if at.state is State.PROPOSED and at.reason is not None:
        blocks.append(pairs.KINDLY[at.reason])
    if at.answerable and at.reason is Reason.STRUGGLING:
        blocks.append(pairs.shares())
    blocks += _standing(at)
    return Screen("\n\n".join(blocks), closed(_doings(at), HOME))


def _standing(at: mentoring.Card) -> list[str]:
    if at.state is State.PROPOSED:
        return [pairs.asked() if at.answerable else pairs.waiting()]
    if at.state is State.DECLINED:
        return [pairs.declined()]
    if at.state is State.LAPSED and not at.meetings:
        return [pairs.lapsed()]
    lines = [meetings.meetings(len(at.meetings), at.jp)]
    lines += [
        meetings.meeting_line(one.held_on, one.minutes, confirmed=one.confirmed)
        for one in at.meetings[:LINES]
    ]
    found = ["\n".join(lines)]
    if at.state is State.LAPSED:
        found.append(pairs.lapsed())
    if at.state is State.ENDED:
        found.append(pairs.ended(at.outcome, at.result, at.level))
    if at.noted and at.state is not State.ACTIVE:
        found.append(pairs.notes_left())
    return found


def _doings(at: mentoring.Card) -> list[list[Button]]:
    number = at.number
    if at.answerable:
        yes = Button(texts.AGREE, does=place("mentoring.agree", number), style=Style.GOOD)
        return [[yes, Button(texts.DECLINE, does=place("mentoring.decline", number))]]
    rows = [
        [Button(texts.CONFIRM, opens=place("mentoring.meeting", one.number))]
        for one in at.meetings
        if one.confirmable
    ]
    if at.state is State.ENDED:
        del rows[1:]
        if not rows:
            rows.append([Button(texts.RESULT, opens=place("mentoring.result", number))])
        levels = [
            Button(str(level), does=place("mentoring.value", number, level))
            for level in talks.LEVELS
        ]
        return [levels, *rows, *_own(at)]
    del rows[2:]
    if at.state is State.ACTIVE:
        rows.append([Button(texts.MEET, opens=place("mentoring.meet", number))])
        rows.append([Button(texts.END, opens=place("mentoring.end", number))])
    return [*rows, *_own(at)]


def _own(at: mentoring.Card) -> list[list[Button]]:
    if at.noted or at.state in (State.ACTIVE, State.ENDED):
        return [[Button(texts.OWN, opens=place("mentoring.own", at.number))]]
    return []


def draw_own(at: mentoring.Own) -> Screen:
    erase = Button(texts.ERASE, does=place("mentoring.erase_own", at.number), style=Style.BAD)
    text = pairs.own(at.name, at.text, writable=at.writable, over=at.over)
    typing = place("mentoring.own", at.number) if at.writable else None
    return Screen(text, [[erase] if at.text else [], [_card(at.number), MENU]], typing=typing)


def draw_end(at: mentoring.Card) -> Screen:
    rows = [
        [Button(texts.OUTCOMES[one], does=place("mentoring.finish", at.number, one.value))]
        for one in Outcome
    ]
    return Screen(pairs.ask_end(at.name), [*rows, [_card(at.number), MENU]])


def draw_result(at: mentoring.Card) -> Screen:
    typing = place("mentoring.result", at.number)
    text = pairs.ask_result(at.name, at.result)
    return Screen(text, [[_card(at.number), MENU]], typing=typing)


def draw_day(at: mentoring.Asked) -> Screen:
    days = [(talks.TODAY, at.today), (talks.YESTERDAY, at.today - timedelta(1))]
    rows = [
        Button(label, opens=place("mentoring.minutes", at.number, packed(day)))
        for label, day in days
    ]
    typing = place("mentoring.meet", at.number)
    return Screen(meetings.ask_day(at.name), [rows, [_card(at.number), MENU]], typing=typing)


def draw_minutes(at: mentoring.Asked) -> Screen:
    choices = [
        Button(texts.minutes(many), does=place("mentoring.note", at.number, at.day, many))
        for many in MINUTES
    ]
    typing = place("mentoring.minutes", at.number, at.day)
    rows = [choices[:2], choices[2:], [_card(at.number), MENU]]
    return Screen(meetings.ask_minutes(unpacked(at.day)), rows, typing=typing)


def draw_meeting(at: mentoring.Held) -> Screen:
    text = meetings.meeting(
        at.name, at.held_on, at.minutes, at.text, confirmed=at.confirmed, mine=at.mine
    )
    yes = Button(texts.CONFIRM, does=place("mentoring.confirm", at.number), style=Style.GOOD)
    no = Button(texts.RETRACT, does=place("mentoring.retract", at.number))
    typing = place("mentoring.meeting", at.number) if at.mine else None
    answers = [yes, no] if at.confirmable else [no] if not at.confirmed else []
    return Screen(text, [answers, [_card(at.mentoring_id), MENU]], typing=typing)


def _card(number: int) -> Button:
    return Button(words.BACK, opens=place("mentoring.card", number))
