"""The list of one's certificates, one of them, and its PDF."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import certificates
from bot.actions.certificates.reading import Card
from bot.documents import certificates as document
from bot.documents.signing import Stamp
from bot.screens import Button, File, FileKind, Place, Screen, place
from bot.texts import awards, words
from bot.texts import certificates as texts
from bot.texts.certificates import printed, replacing, revoking
from handlers.appraisals import pager
from handlers.table import Recipient
from storage import certificates as given

HOME = Button(words.MENU, opens=Place("home.menu"))
ALL = Button(texts.MINE, opens=Place("certificates.mine"))


def draw_mine(at: certificates.Mine) -> Screen:
    lines = [texts.line(one.number, one.honour, one.revoked_on) for one in at.items]
    rows = [
        [Button(one.number, opens=place("certificates.card", one.certificate_id))]
        for one in at.items
    ]
    turn = pager("certificates.mine", [], at.page, at.pages)
    below = [Button(awards.ALL_AWARDS, opens=Place("awards.list")), HOME]
    text = "\n\n".join([texts.mine(len(lines)), *lines])
    return Screen(text, [*rows, *([turn] if turn else []), below])


def draw_card(at: Card) -> Screen:
    facts = at.facts
    text = texts.card(at.kind, at.number, facts.name, facts.honour, facts.day)
    rows = [[one] for one in download(at)]
    if at.award_id:
        rows.append([Button(awards.THE_AWARD, opens=place("awards.honour", at.award_id))])
    if at.may_revoke:
        revoke = place("certificates.revoking", at.certificate_id)
        rows.append([Button(revoking.REVOKE, opens=revoke)])
    if at.may_replace:
        new = place("certificates.replacing", at.certificate_id)
        rows.append([Button(replacing.REPLACE, opens=new)])
    state = texts.state(at.revoked_on, at.reason)
    return Screen("\n\n".join([text, state]), [*rows, [ALL, HOME] if at.mine else [HOME]])


def draw_replacing(at: certificates.Replacing) -> Screen:
    card, number = at.card, at.card.certificate_id
    same = at.name == card.facts.name
    blocks = [replacing.ask(card.number, card.facts.name, at.name)]
    blocks.append(replacing.same_name() if same else replacing.consequence())
    does = place("certificates.replace", number, at.seen)
    rows = [] if same else [[Button(replacing.DO_REPLACE, does=does)]]
    back = Button(words.BACK, opens=place("certificates.card", number))
    return Screen("\n\n".join(blocks), [*rows, [back, HOME]])


def write_replaced(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = given.get(session, facts["certificate"])
    if row is None or row.state != given.VALID:
        return None
    opens = place("certificates.card", facts["certificate"])
    return Screen(replacing.told_replaced(), [[Button(words.OPEN, opens=opens)]])


def download(at: Card) -> list[Button]:
    """The way to the PDF, where it may be had."""
    if not at.may_print:
        return []
    return [Button(texts.DOWNLOAD[at.kind], opens=place("certificates.sheet", at.certificate_id))]


def draw_sheet(at: certificates.Sheet) -> Screen:
    card = at.card
    stamp = Stamp(at.now, printed.reason(card.kind, card.number, at.code), card.facts.city)
    drawing = partial(document.pdf, said_on(at), at.link, at.issued_at, at.key, stamp)
    name = printed.file_name(card.kind, card.number)
    file = File(FileKind.DOCUMENT, name, drawing=drawing, keepable=True)
    drawn = draw_card(card)
    text = "\n\n".join([drawn.text, texts.attached(signed=at.key is not None)])
    return Screen(text, drawn.rows[1:], files=[file])


def said_on(at: certificates.Sheet) -> Mapping[str, Any]:
    """Every word of the paper, in its place."""
    kind, facts = at.card.kind, at.card.facts
    fixed = printed.fixed(kind) | {"how": printed.how(at.address, at.username)}
    return {
        "title": f"{fixed['title']} {at.card.number}",
        "office": facts.office,
        "number": printed.number(at.card.number, facts.instead_of),
        "name": facts.name,
        "standing": printed.standing(facts.post, facts.rank, facts.unit),
        "honour": facts.honour,
        "given": printed.given(facts.city, facts.day),
        "giver": {
            "post": facts.giver_post,
            "name": facts.giver,
            "rank": printed.ranked(facts.giver_rank),
            "nip": facts.giver_nip,
        },
        "code": at.code,
        "signed": printed.signed() if at.key is not None else "",
        "words": fixed,
    }
