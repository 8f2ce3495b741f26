"""Coming in: the conversation with guests, and what an active person sees of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.actions import joining
from bot.actions.reach import reach_of
from bot.screens import Ask, Button, Place, Screen, Style, place
from bot.texts import joining as texts
from bot.texts import words
from bot.texts.personal import guests
from handlers import tour
from handlers.table import Recipient, Shown, Table
from storage import accounts, claims, pending_claims, superior_reports

DOOR, MENU = Place("joining.door"), Place("home.menu")
DATA = Button(guests.DOOR, opens=Place("personal.guest"))
WELCOME, SUPERIOR = Place("joining.welcome"), Place("joining.superior")


def draw_door(door: joining.Door) -> Screen:
    if door.state == accounts.SUSPENDED:
        return Screen(texts.suspended())
    if door.until is None:
        return Screen(
            texts.greeting(), [[Button(texts.SURVEY, opens=Place("surveys.code"))], [DATA]]
        )
    if door.active_from is not None:
        return Screen(texts.waits(door.masked, door.active_from))
    text = texts.second_proof(
        door.masked, door.unit, door.until, door.number, contact=door.contact
    )
    return Screen(text, ask=Ask.CONTACT if door.contact else Ask.NOTHING)


def draw_claim(claim: joining.Claim) -> Screen:
    return Screen(
        texts.claim(claim.masked, claim.unit),
        [
            [
                Button(
                    texts.THAT_IS_ME,
                    does=place("joining.confirm", claim.code_id),
                    style=Style.GOOD,
                ),
                Button(texts.NOT_ME, does=place("joining.not_me")),
            ]
        ],
    )


def draw_welcome(at: joining.Welcome) -> Screen:
    return Screen(
        texts.welcome(at.name, at.sex, at.post, at.unit, at.chain),
        [
            *([[tour.FIRST]] if at.tour else []),
            [Button(texts.WRONG_SUPERIOR, opens=SUPERIOR)],
            [Button(words.MENU, opens=MENU)],
        ],
    )


def draw_superior(reported: joining.Reported) -> Screen:
    back = [Button(words.BACK, opens=WELCOME), Button(words.MENU, opens=MENU)]
    if reported.said is None or reported.since is None:
        return Screen(texts.superior(reported.superior), [back], typing=SUPERIOR)
    withdraw = Button(texts.WITHDRAW, does=place("joining.withdraw", reported.report_id))
    text = texts.reported(reported.superior, reported.said, reported.since)
    return Screen(text, [[withdraw], back])


def draw_change(change: joining.Change) -> Screen:
    if change.settled:
        return Screen(texts.change_stopped())
    text = texts.change_done() if change.active else texts.change_asked()
    deny = place("joining.deny", change.account_id)
    return Screen(text, [[Button(texts.NOT_ME, does=deny, style=Style.BAD)]])


def write_welcome(_: Session, to: Recipient, __: Mapping[str, Any]) -> Screen:
    return Screen(texts.letter_welcome(to.name, to.sex), [[Button(words.OPEN, opens=WELCOME)]])


def write_waiting(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    account = claims.get(session, facts["account"])
    if account is None or account.state != accounts.CLAIMED or account.approved_at is not None:
        return None
    opens = place("desk.claims", 0)
    return Screen(texts.letter_waiting(), [[Button(words.OPEN, opens=opens)]])


def write_joined(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    since = datetime.fromtimestamp(facts["hour"], UTC)
    units = reach_of(session, to.employee_id, to.now.date())
    count = pending_claims.joined_between(session, units, since, since + timedelta(hours=1))
    return Screen(texts.letter_joined(count)) if count else None


def write_changing(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    account = claims.get(session, facts["account"])
    if account is None or account.state != accounts.CLAIMED:
        return None
    return _stop(texts.letter_changing(), facts["account"])


def write_changed(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen:
    return _stop(texts.letter_changed(), facts["account"])


def write_settled(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    report = superior_reports.get(session, facts["report"])
    if report is None:
        return None
    accepted = report.state == superior_reports.ACCEPTED
    text = texts.letter_settled(accepted, report.reason or "")
    return Screen(text, [[Button(words.OPEN, opens=WELCOME)]])


def write_reported(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    report = superior_reports.get(session, facts["report"])
    if report is None or report.state != superior_reports.OPEN:
        return None
    opens = place("desk.report", facts["report"])
    return Screen(texts.letter_reported(), [[Button(words.OPEN, opens=opens)]])


def _about_a_person(text: Callable[[], str]) -> Callable[..., Screen | None]:
    def write(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        account = claims.get(session, facts["account"])
        if account is None:
            return None
        opens = place("desk.person", account.employee_id)
        return Screen(text(), [[Button(words.OPEN, opens=opens)]])

    return write


def _plain(text: Callable[[], str]) -> Callable[..., Screen]:
    return lambda *_: Screen(text())


def _stop(text: str, account_id: int) -> Screen:
    return Screen(text, [[Button(texts.NOT_ME, opens=place("joining.change", account_id))]])


def routes() -> Table:
    """What people with an active account reach."""
    return Table(
        places={
            "joining.welcome": Shown(joining.welcome, draw_welcome),
            "joining.superior": Shown(joining.reported, draw_superior),
            "joining.change": Shown(joining.change, draw_change),
        },
        acts={
            "joining.deny": joining.deny,
            "joining.withdraw": joining.withdraw_report,
        },
        typed={"joining.superior": joining.report_superior},
        letters={
            "joining.welcome": write_welcome,
            "joining.waiting": write_waiting,
            "joining.joined": write_joined,
            "joining.changing": write_changing,
            "joining.changed": write_changed,
            "joining.moved": _about_a_person(texts.letter_moved),
            "joining.denied": _about_a_person(texts.letter_denied),
            "joining.declined": _plain(texts.letter_declined),
            "joining.suspended": _plain(texts.letter_suspended),
            "joining.superior_reported": write_reported,
            "joining.superior_settled": write_settled,
        },
    )


def guest_routes() -> Table:
    """What everybody else reaches: the way in, and the way to object."""
    return Table(
        places={
            "joining.door": Shown(joining.door, draw_door),
            "joining.claim": Shown(joining.claim, draw_claim),
            "joining.welcome": Shown(joining.welcome, draw_welcome),
            "joining.change": Shown(joining.change, draw_change),
        },
        acts={
            "joining.confirm": joining.confirm,
            "joining.not_me": joining.not_me,
            "joining.deny": joining.deny,
        },
    )
