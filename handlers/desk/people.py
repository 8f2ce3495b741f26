"""Drawing the desk itself, people found, one person, an invitation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from bot.actions import desk
from bot.actions.search import Found
from bot.documents import qr
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import desk as texts
from bot.texts import factors, words
from bot.texts.desk import moving
from handlers.lists import found_text, people_rows
from handlers.table import Recipient
from storage import employees

DESK, MENU, SEARCH = Place("desk.open"), Place("home.menu"), Place("desk.search")
WAYS_OUT = [Button(words.BACK, opens=DESK), Button(words.MENU, opens=MENU)]
SHOWN = 3
MOST_BUTTONS = 8


def draw_search(_: None) -> Screen:
    return Screen(texts.search(), [WAYS_OUT], typing=SEARCH)


def draw_found(people: Sequence[Found]) -> Screen:
    rows = people_rows(people, lambda one: place("desk.person", one))
    return Screen(found_text(people), [*rows, WAYS_OUT], typing=SEARCH)


def draw_person(at: desk.Person) -> Screen:
    lines = [texts.person(at.name, at.nip, at.post, at.unit, at.phone, at.superior, at.state)]
    lines += [
        texts.recorded_line(one.kind, one.holder, one.since, one.until)
        for one in at.recorded[:SHOWN]
    ]
    if (more := len(at.recorded) - SHOWN) > 0:
        lines.append(texts.more_recorded(more))
    if at.state == "suspended":
        lines.append(texts.only_by_invitation())
    number = at.employee_id
    rows = [
        [
            Button(texts.INVITE, does=place("desk.invite", number, at.state)),
            Button(texts.LEAVE, opens=place("desk.leave", number)),
        ],
        [
            Button(texts.PLT, opens=place("desk.holder", number, "plt")),
            Button(texts.PLH, opens=place("desk.holder", number, "plh")),
        ],
    ]
    rows.append([Button(moving.MOVE, opens=place("desk.moving", number))])
    if at.recorded:
        end = texts.counted(texts.END, len(at.recorded))
        rows.append([Button(end, opens=place("desk.on_record", number, 0))])
    if at.state in {"active", "blocked"}:
        rows.append([Button(texts.SUSPEND, opens=place("desk.suspend", number))])
    elif at.has_factor:
        rows.append([_reset(number)])
    back = [Button(words.BACK, opens=SEARCH), Button(words.MENU, opens=MENU)]
    full = sum(map(len, rows)) + len(back) > MOST_BUTTONS
    return Screen("\n\n".join(lines), [*rows, back[:1] if full else back])


def draw_suspend(at: desk.Person) -> Screen:
    suspend = place("desk.suspend", at.employee_id, at.account_id)
    sure = Button(texts.REALLY_SUSPEND, does=suspend, style=Style.BAD)
    cancel = Button(words.CANCEL, opens=place("desk.person", at.employee_id))
    text = texts.confirm_suspend(at.name)
    if not at.has_factor:
        return Screen(text, [[sure], [cancel]])
    text = f"{text}\n\n{factors.only_the_app_lost()}"
    return Screen(text, [[sure], [_reset(at.employee_id)], [cancel]])


def _reset(employee_id: int) -> Button:
    return Button(factors.RESET, opens=place("factors.resetting", employee_id))


def write_roles_changed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen:
    by = employees.get(session, facts.get("by", 0))
    return Screen(texts.roles_changed(facts["people"], by.name if by else ""))


def draw_invited(at: desk.Invited) -> Screen:
    picture = File(
        FileKind.PHOTO, "undangan.png", content=qr.png(at.link or at.code), keepable=True
    )
    back = Button(words.BACK, opens=place("desk.person", at.employee_id))
    return Screen(
        texts.invited(at.name, at.code, at.link, at.until, joined=at.joined),
        [[back, Button(words.MENU, opens=MENU)]],
        files=[picture],
        shared=True,
    )
