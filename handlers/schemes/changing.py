"""Drawing a change of the scheme: the desk, the file, the differences, the decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import schemes
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.schemes import changes as texts
from bot.texts.schemes import differing, faults
from handlers.lists import turns
from handlers.table import Recipient, Shown, Table
from storage import scheme_changes

DESK, MENU, FILE = Place("schemes.desk"), Place("home.menu"), Place("schemes.file")
FAULTS = 600


def draw_desk(at: schemes.Desk) -> Screen:
    rows = [
        [Button(texts.DOWNLOAD, opens=Place("schemes.export"))],
        [Button(texts.UPLOAD, opens=FILE)],
    ]
    if at.draft:
        rows.append([Button(texts.MY_DRAFT, opens=place("schemes.change", at.draft, 0))])
    if at.waiting:
        rows.append([Button(texts.TO_CHANGE, opens=place("schemes.change", at.waiting[0], 0))])
    rows.append([Button(texts.READ, opens=Place("schemes.home"))])
    rows.append([Button(words.BACK, opens=Place("desk.open")), Button(words.MENU, opens=MENU)])
    name = at.waiting[1] if at.waiting else ""
    return Screen(texts.desk(at.version, at.since, at.following, name), rows)


def draw_export(at: tuple[int, str]) -> Screen:
    version, body = at
    file = File(FileKind.DOCUMENT, f"skema-{version}.toml", content=body.encode(), keepable=True)
    rows = [[Button(texts.UPLOAD, opens=FILE)], [Button(words.BACK, opens=DESK)]]
    return Screen(texts.exported(version), rows, files=[file])


def draw_file(at: schemes.Desk) -> Screen:
    text = texts.upload(at.next_version, at.earliest)
    return Screen(text, [[Button(words.BACK, opens=DESK)]], typing=FILE)


def draw_change(at: schemes.Change) -> Screen:
    if at.faults and at.state == scheme_changes.DRAFT:
        return _draw_faults(at)
    pages = differing.pages(at.found)
    page = max(0, min(at.page, len(pages) - 1))
    text = texts.card(
        at.version, at.since, at.author, at.state, pages[page], len(at.found), page, len(pages),
        at.decider, at.answer,
    )  # fmt: skip
    number = at.change_id
    turn = turns(page, len(pages), 1, lambda to: place("schemes.change", number, to))
    rows = [turn] if turn else []
    if at.may_decide:
        approve = Button(words.APPROVE, opens=place("schemes.approving", number), style=Style.GOOD)
        refuse = Button(words.REJECT, opens=place("schemes.refusal", number), style=Style.BAD)
        rows.append([approve, refuse])
    if at.mine and at.state == scheme_changes.DRAFT:
        give = place("schemes.give", number, at.seen)
        rows.append([Button(texts.GIVE, does=give, style=Style.GOOD)])
        rows.append([Button(texts.UPLOAD, opens=FILE)])
        rows.append([Button(texts.DISCARD, does=place("schemes.withdraw", number))])
    if at.mine and at.state == scheme_changes.WAITING:
        rows.append([Button(texts.WITHDRAW, does=place("schemes.withdraw", number))])
    more = FILE if at.mine and at.state == scheme_changes.DRAFT else None
    return Screen(text, [*rows, [Button(words.MENU, opens=MENU)]], typing=more)


def _draw_faults(at: schemes.Change) -> Screen:
    said = [faults.fault(one) for one in at.faults]
    pages: list[list[str]] = [[]]
    for one in said:
        if pages[-1] and sum(map(len, pages[-1])) + len(one) > FAULTS:
            pages.append([])
        pages[-1].append(one)
    page = max(0, min(at.page, len(pages) - 1))
    turn = turns(page, len(pages), 1, lambda to: place("schemes.change", at.change_id, to))
    back = [Button(words.BACK, opens=DESK), Button(words.MENU, opens=MENU)]
    text = texts.faults(len(said), pages[page])
    return Screen(text, [*([turn] if turn else []), back], typing=FILE)


def draw_approving(at: schemes.Deciding) -> Screen:
    approve = place("schemes.approve", at.change_id, at.seen)
    rows = [
        [Button(texts.REALLY_APPROVE, does=approve, style=Style.GOOD)],
        [_back(at)],
    ]
    return Screen(texts.confirm_approval(at.version, at.since), rows)


def draw_refusal(at: schemes.Deciding) -> Screen:
    return Screen(texts.ask_reason(), [[_back(at)]], typing=place("schemes.reason", at.change_id))


def draw_refusing(at: schemes.Deciding) -> Screen:
    refuse = place("schemes.refuse", at.change_id, at.seen)
    rows = [
        [Button(texts.REALLY_REFUSE, does=refuse, style=Style.BAD)],
        [Button(words.CHANGE, opens=place("schemes.refusal", at.change_id)), _back(at)],
    ]
    return Screen(texts.confirm_refusal(at.reason), rows)


def _back(at: schemes.Deciding) -> Button:
    return Button(words.BACK, opens=place("schemes.change", at.change_id, 0))


def write_given(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = scheme_changes.get(session, facts["change"])
    if row is None or row.state != scheme_changes.WAITING:
        return None
    return _letter(texts.letter_given(), facts)


def write_decided(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen:
    return _letter(texts.letter_decided(), facts)


def write_withdrawn(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen:
    return _letter(texts.letter_withdrawn(), facts)


def write_news(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    version = schemes.version_of(session, facts["change"])
    if version is None:
        return None
    number, since = version
    opens = Button(texts.READ, opens=place("schemes.home", number))
    return Screen(texts.letter_news(since), [[opens]])


def _letter(text: str, facts: Mapping[str, Any]) -> Screen:
    opens = place("schemes.change", facts["change"], 0)
    return Screen(text, [[Button(words.OPEN, opens=opens)]])


TABLE = Table(
    places={
        "schemes.desk": Shown(schemes.desk, draw_desk),
        "schemes.export": Shown(schemes.export, draw_export),
        "schemes.file": Shown(schemes.desk, draw_file),
        "schemes.change": Shown(schemes.change, draw_change),
        "schemes.approving": Shown(schemes.deciding, draw_approving),
        "schemes.refusal": Shown(schemes.deciding, draw_refusal),
        "schemes.refusing": Shown(schemes.deciding, draw_refusing),
    },
    acts={
        "schemes.give": schemes.give,
        "schemes.withdraw": schemes.withdraw,
        "schemes.approve": schemes.approve,
        "schemes.refuse": schemes.refuse,
    },
    typed={"schemes.reason": schemes.write_reason},
    sent={"schemes.file": schemes.file},
    letters={
        "schemes.given": write_given,
        "schemes.decided": write_decided,
        "schemes.withdrawn": write_withdrawn,
        "schemes.news": write_news,
    },
)
