"""After the decision: the announcement, handing over on paper, the seat that is the prize."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import awards
from bot.actions.awards import Honour, Seats
from bot.screens import Button, Screen, Style, place
from bot.texts import awards as texts
from bot.texts import stories, words
from bot.texts.awards import decree
from handlers.appraisals import pager
from handlers.awards.proposing import HOME
from handlers.table import Recipient
from storage import awards as given
from storage import employees, units


def after(one: Honour, title: str) -> tuple[list[str], list[list[Button]]]:
    """What an honour says further to its winner and to HR, and the buttons for it."""
    blocks, rows = [], []
    if one.prize:
        blocks.append(texts.prize(one.prize))
    if one.seat is not None:
        blocks.append(texts.seat(one.seat.name, one.seat.begins_on))
    if one.mine and one.revoked_on is None:
        number = one.award_id
        yes = Button(texts.TELL_ALL, does=place("awards.consent", number, 1), style=Style.GOOD)
        no = Button(texts.TELL_NOBODY, does=place("awards.consent", number, 0))
        if not one.consent and one.heard is not None:
            heard = one.heard
            blocks.append(
                texts.ask_consent(
                    one.name, one.unit, title, heard.groups, one.scope, everybody=heard.everybody
                )
            )
            rows.append([yes, no])
        else:
            agreed = one.consent == given.AGREED
            blocks.append(texts.consented(given=agreed))
            back = Button(texts.TAKE_BACK, does=place("awards.consent", number, 0))
            rows.append([back if agreed else yes])
    if one.story_of:
        rows += _story(one)
    if one.handed is not None:
        blocks.append(texts.handed(*one.handed))
    if one.certificate_id and one.consent == given.AGREED:
        rows.append([Button(texts.POSTER, opens=place("awards.poster", one.award_id))])
    if one.decree_of:
        rows.append([Button(decree.DOOR, opens=place("awards.decree", one.decree_of))])
    if one.may_hand:
        rows.append([Button(texts.HAND, opens=place("awards.handing", one.award_id))])
    return blocks, rows


def _story(one: Honour) -> list[list[Button]]:
    if one.mine:
        return [[Button(stories.MINE, opens=place("stories.mine", one.story_of))]]
    if one.story == "told":
        return [[Button(stories.READ, opens=place("stories.read", one.story_of))]]
    if one.story == "waiting":
        return [[Button(stories.JUDGE, opens=place("stories.judge", one.story_of))]]
    return []


def draw_handing(one: Honour) -> Screen:
    back = Button(words.BACK, opens=place("awards.honour", one.award_id))
    typing = place("awards.handing", one.award_id)
    return Screen(texts.ask_handing(one.name), [[back, HOME]], typing=typing)


def draw_seats(at: Seats) -> Screen:
    case, items = at.case.proposal_id, at.courses.items
    first = at.courses.page * awards.SEATS
    lines = [
        texts.seat_line(number, one.name, one.begins_on, one.cost, one.source)
        for number, one in enumerate(items, first + 1)
    ]
    rows = [
        [
            Button(
                words.fitting(f"{number}. {one.name}"),
                opens=place("awards.approving", case, one.id or 0),
            )
        ]
        for number, one in enumerate(items, first + 1)
    ]
    back = Button(words.BACK, opens=place("awards.approving", case))
    turn = pager("awards.seats", [case], at.courses.page, at.courses.pages)
    return Screen("\n".join([texts.choose_seat(len(items)), "", *lines]), [*rows, [*turn, back]])


def write_told(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    award = awards.still_told(session, facts["award"])
    if award is None:
        return None
    person = employees.get(session, award.employee_id)
    assert person is not None
    unit = units.names(session, [person.unit_id]).get(person.unit_id, "")
    return Screen(texts.told(person.name, unit, awards.title_of(session, award)))


def write_post(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen:
    """In place of what a group or channel read before."""
    return write_told(session, to, facts) or Screen(texts.taken_back())


def write_unreached(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    award = given.get(session, facts["award"])
    if award is None or award.handed_at is not None:
        return None
    person = employees.get(session, award.employee_id)
    opens = Button(words.OPEN, opens=place("awards.honour", facts["award"]))
    return Screen(texts.unreached(person.name if person else ""), [[opens]])
