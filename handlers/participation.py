"""Participation, from `/tim`: numbers, lists with an invitation, equal access as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import participation
from bot.documents import pictures as drawings
from bot.documents.pictures import Access, Rate
from bot.rules.numbers import half_up
from bot.rules.trainings.equality import Trait
from bot.screens import Button, Place, Screen, place
from bot.texts import awards, words
from bot.texts import participation as texts
from bot.texts.trainings.dividing import TRAITS
from handlers.appraisals import pager
from handlers.pictures import photo
from handlers.table import Recipient, Shown, Table

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_home(at: participation.Home) -> Screen:
    text = texts.home(
        texts.scope_of(at.scope, at.name), words.quarter(at.quarter.year, at.quarter.number),
        at.people, at.sent, at.silent, at.honoured, at.overlooked, at.learned,
    )  # fmt: skip
    lists = [
        Button(label.format(count=count), opens=place(f"participation.{name}", at.scope, 0))
        for name, label, count in (
            ("silent", texts.SILENT, at.silent),
            ("overlooked", texts.OVERLOOKED, at.overlooked),
            ("honoured", texts.HONOURED, at.honoured),
        )
    ]
    shared = Button(texts.ACCESS, opens=place("participation.access", at.scope))
    back = Button(words.BACK, opens=place("overview.owing", at.scope))
    return Screen(text, [*([one] for one in lists), [shared], [back, MENU]])


def draw_silent(at: participation.Listed) -> Screen:
    lines = [texts.line(number, one.name, one.post) for number, one in enumerate(at.rows, 1)]
    rows = [
        [
            Button(
                texts.invite(one.name),
                does=place("participation.invite", at.scope, one.employee_id),
            )
        ]
        for one in at.rows
        if one.employee_id != at.mine
    ]
    return _listed("silent", at, texts.silent(_scope(at), at.total), lines, rows)


def draw_overlooked(at: participation.Listed) -> Screen:
    lines = [
        texts.line(number, one.name, one.post, texts.deeds(one.many))
        for number, one in enumerate(at.rows, 1)
    ]
    rows = [[Button(awards.ROUNDS, opens=Place("awards.rounds"))]] if at.rows else []
    return _listed("overlooked", at, texts.overlooked(_scope(at), at.total), lines, rows)


def draw_honoured(at: participation.Listed) -> Screen:
    lines = [
        texts.line(number, one.name, one.post, words.short_day(one.day.date()) if one.day else "")
        for number, one in enumerate(at.rows, 1)
    ]
    return _listed("honoured", at, texts.honoured(_scope(at), at.total), lines, [])


def _listed(
    name: str, at: participation.Listed, head: str, lines: list[str], rows: list[list[Button]]
) -> Screen:
    turn = pager(f"participation.{name}", [at.scope], at.page, at.pages)
    back = Button(words.BACK, opens=place("participation.home", at.scope))
    text = "\n\n".join(filter(None, [head, "\n".join(lines)]))
    return Screen(text, [*rows, [*turn, back]])


def draw_access(at: participation.Access) -> Screen:
    scope = texts.scope_of(at.scope, at.name)
    some = texts.chosen(at.groups)
    parts = [
        (
            TRAITS[trait],
            [
                Rate(
                    texts.group_name(one, at.units), texts.shown(one),
                    half_up(one.rate, 4), one.short,
                )
                for one in some
                if one.trait is trait
            ],
        )
        for trait in (Trait.SEX, Trait.RANK, Trait.UNIT)
        if any(one.trait is trait for one in some)
    ]  # fmt: skip
    picture = Access(texts.TITLE, f"{scope} · {at.year}", parts, texts.limit())
    text = texts.access(scope, at.year, at.groups, at.units)
    caption = f"{texts.TITLE}: {scope}"
    back = Button(words.BACK, opens=place("participation.home", at.scope))
    files = [photo("akses.png", partial(drawings.access, picture), caption)] if parts else []
    return Screen(text, [[back, MENU]], files=files)


def _scope(at: participation.Listed) -> str:
    return texts.scope_of(at.scope, at.name)


def write_invited(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Gone when they sent something meanwhile."""
    if not participation.still_silent(session, to.employee_id, str(facts["since"])):
        return None
    by = participation.inviter(session, int(facts["by"]))
    opens = Place("achievements.mine")
    return Screen(texts.letter(by), [[Button(words.OPEN, opens=opens)]], stays=True)


def routes() -> Table:
    return Table(
        places={
            "participation.home": Shown(participation.home, draw_home),
            "participation.silent": Shown(participation.silent, draw_silent),
            "participation.overlooked": Shown(participation.overlooked, draw_overlooked),
            "participation.honoured": Shown(participation.honoured, draw_honoured),
            "participation.access": Shown(participation.access, draw_access),
        },
        acts={"participation.invite": participation.invite},
        letters={"participation.invited": write_invited},
    )
