"""/terbit: what is complete, the head's signature, and how far the letters are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import publication
from bot.rules.publication import Obstacle
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import corrections, receipts, supplements, words
from bot.texts import decree as decree_texts
from bot.texts import publication as texts
from handlers import decree
from handlers.lists import turns
from handlers.table import Recipient, Shown, Table
from storage import periods
from storage import publication as stored

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_card(at: publication.Card) -> Screen:
    return _draw_signed(at, at.signed) if at.signed else _draw_open(at)


def _draw_open(at: publication.Card) -> Screen:
    ready = at.ready
    blocks = [
        texts.heading(at.year, at.quarter) + "\n" + texts.planned(at.publish_on, ready.today),
        texts.counts(ready),
        texts.warnings(ready, at.without_superior, at.unreached, at.undecided),
    ]
    if ready.obstacle is not None:
        blocks.append(texts.obstacle(ready.obstacle, at.rate_until, ready.computing))
    elif not at.may_sign:
        blocks.append(texts.who_signs())
    elif ready.wants_reason:
        blocks.append(texts.reason_line(ready.reason) if ready.reason else texts.reason_needed())
    rows = [_missing(at)] if ready.missing else []
    if ready.obstacle is Obstacle.COMPUTING:
        rows.append([Button(texts.REFRESH, opens=place("publication.card", at.period_id))])
    if at.may_sign and ready.obstacle is None:
        rows += _to_sign(at)
    if at.may_sign and ready.complete:
        rows.append(_decree(at))
    return Screen("\n\n".join(filter(None, blocks)), [*rows, *_before(at), [HOME]])


def _before(at: publication.Card) -> list[list[Button]]:
    """To what waits from an earlier quarter."""
    if at.before is None:
        return []
    number, quarter = at.before
    return [[Button(supplements.door(quarter), opens=place("supplements.list", number, 0))]]


def _missing(at: publication.Card) -> list[Button]:
    return [Button(texts.MISSING, opens=place("publication.missing", at.period_id, 0))]


def _decree(at: publication.Card) -> list[Button]:
    return [Button(decree_texts.DOOR, opens=place("publication.decree", at.period_id))]


def _to_sign(at: publication.Card) -> list[list[Button]]:
    """A reason first where one is wanted."""
    write = place("publication.reason", at.period_id)
    publish = Button(texts.PUBLISH, opens=place("publication.confirm", at.period_id))
    if not at.ready.wants_reason:
        return [[publish]]
    if not at.ready.reason:
        return [[Button(texts.REASON, opens=write)]]
    return [[publish], [Button(texts.OTHER_REASON, opens=write)]]


def _draw_signed(at: publication.Card, signed: publication.Signed) -> Screen:
    blocks = [
        texts.heading(at.year, at.quarter),
        texts.signed(signed.name, signed.at),
        texts.progress(signed.told, signed.results, signed.taken, finished=signed.finished),
    ]
    if left := supplements.left_out(at.ready.missing, at.late[0]):
        blocks.append(left)
    rows = [[Button(texts.REFRESH, opens=place("publication.card", at.period_id))]]
    if at.ready.missing:
        rows.append(_missing(at))
    if at.may_sign:
        rows.append(_decree(at))
    if at.late[1]:
        late = place("supplements.list", at.period_id, 0)
        rows.append([Button(supplements.DOOR, opens=late)])
    if at.lists_receipts:
        rows.append([Button(receipts.WAITING, opens=place("receipts.list", at.period_id, 0))])
    if at.lists_receipts or at.may_sign:
        rows.append([Button(corrections.DOOR, opens=Place("corrections.home"))])
    return Screen("\n\n".join(blocks), [*rows, *_before(at), [HOME]])


def draw_missing(at: publication.Gaps) -> Screen:
    people = [(one.name, one.superior, one.begun, one.away) for one in at.items]
    row = turns(
        at.page,
        at.total,
        publication.PAGE,
        lambda page: place("publication.missing", at.period_id, page),
    )
    text = texts.gaps(at.year, at.quarter, at.total, people)
    return Screen(text, [*([row] if row else []), [_back(at.period_id), HOME]])


def draw_reason(at: publication.Card) -> Screen:
    return Screen(
        texts.ask_reason(at.year, at.quarter),
        [[_back(at.period_id)]],
        typing=place("publication.reason_text", at.period_id),
    )


def draw_confirm(at: publication.Card) -> Screen:
    sign = place("publication.sign", at.period_id, at.ready.mark)
    rows = [[Button(texts.REALLY, does=sign, style=Style.GOOD)], [_back(at.period_id), HOME]]
    return Screen(texts.confirm(at.year, at.quarter, at.ready), rows)


def _back(period_id: int) -> Button:
    return Button(words.BACK, opens=place("publication.card", period_id))


def write_finished(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    period, one = periods.get(session, facts["period"]), stored.of_period(session, facts["period"])
    if period is None or one is None:
        return None
    see = Button(texts.STATUS, opens=place("publication.card", facts["period"]))
    return Screen(texts.finished(period.year, period.quarter, one.told), [[see]])


def routes() -> Table:
    return Table(
        places={
            "publication.card": Shown(publication.card, draw_card),
            "publication.missing": Shown(publication.missing, draw_missing),
            "publication.confirm": Shown(publication.confirm, draw_confirm),
            "publication.reason": Shown(publication.ask_reason, draw_reason),
            "publication.decree": Shown(publication.decree, decree.draw_decree),
            "publication.annexes": Shown(publication.annexes, decree.draw_annexes),
            "publication.annex": Shown(publication.annex, decree.draw_annex),
        },
        acts={"publication.sign": publication.sign},
        typed={"publication.reason_text": publication.write_reason},
        commands={"terbit": Place("publication.card")},
        letters={"publication.finished": write_finished},
    )
