"""Taking a certificate back, before both persons; and the letters about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.certificates.revoking import Case
from bot.rules.certificates import numbered
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.certificates import revoking as texts
from handlers.table import Recipient
from storage import certificates, revocations
from storage.certificates import Certificate

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_reason(row: Certificate) -> Screen:
    here = row.id or 0
    text = texts.ask(row.kind, numbered(row.kind, row.number, row.year))
    back = Button(words.BACK, opens=place("certificates.card", here))
    return Screen(text, [[back, HOME]], typing=place("certificates.reason", here))


def draw_case(at: Case) -> Screen:
    text = texts.case(
        at.kind, at.number, at.name, at.honour, at.proposer, at.proposed_at, at.reason
    )
    rows = [*_acts(at), [HOME]]
    return Screen("\n\n".join([text, texts.state(at.state, at.decider)]), rows)


def _acts(at: Case) -> list[list[Button]]:
    number = at.revocation_id
    if at.state == revocations.DRAFT:
        hand = place("certificates.propose", number, at.seen)
        change = place("certificates.revoking", at.certificate_id)
        return [[Button(texts.HAND_OVER, does=hand)], [Button(words.CHANGE, opens=change)]]
    if at.may_decide:
        yes = place("certificates.confirm", number, at.seen)
        no = place("certificates.refuse", number)
        return [[Button(texts.CONFIRM, does=yes, style=Style.BAD), Button(texts.REFUSE, does=no)]]
    if at.mine and at.state == revocations.WAITING:
        return [[Button(texts.WITHDRAW, does=place("certificates.withdraw", number))]]
    return []


def _on_revocation(text: Callable[[], str], *, waiting: bool) -> Callable[..., Screen | None]:
    def write(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        row = revocations.get(session, facts["revocation"])
        if row is None or (waiting and row.state != revocations.WAITING):
            return None
        see = place("certificates.revocation", facts["revocation"])
        return Screen(text(), [[Button(texts.SEE, opens=see)]])

    return write


def write_revoked(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if certificates.get(session, facts["certificate"]) is None:
        return None
    opens = place("certificates.card", facts["certificate"])
    return Screen(texts.told_revoked(), [[Button(words.OPEN, opens=opens)]])


LETTERS = {
    "certificates.proposed": _on_revocation(texts.told_proposed, waiting=True),
    "certificates.decided": _on_revocation(texts.told_decided, waiting=False),
    "certificates.revoked": write_revoked,
}
