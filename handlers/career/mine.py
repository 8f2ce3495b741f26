"""One person's career: the next step, the nine boxes, the rules, what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import career
from bot.documents import pictures as drawings
from bot.documents.pictures import Nine, Spot
from bot.screens import Button, Place, Screen, place
from bot.texts import career as texts
from bot.texts import words
from bot.texts.career import boxes as box_texts
from bot.texts.career import history, office, step
from handlers.pictures import photo
from handlers.table import Recipient
from storage.career import CareerDecision

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_card(card: career.Card) -> Screen:
    blocks = [
        step.heading(None if card.mine else card.name),
        step.step(card.rank, card.jenjang, card.step),
    ]
    blocks += [step.forecasts(card.forecasts, card.today)] if card.forecasts else []
    if card.decisions:
        told = [(one.kind, one.decided_at.date()) for one in card.decisions]
        blocks.append(office.decided(told))
    rows = [
        [
            Button(texts.BOXES, opens=place("career.boxes", card.employee_id)),
            Button(texts.RULES, opens=Place("career.rules")),
        ],
        [Button(history.HISTORY, opens=place("career.history", card.employee_id, 0))],
    ]
    if card.leads:
        rows.append([Button(texts.TEAM, opens=place("career.team", 0))])
    if card.keeps:
        rows.append([Button(texts.KEEP, opens=place("career.kept", card.employee_id))])
    if card.decides:
        rows.append([Button(texts.DECIDE, opens=place("career.choose", card.employee_id))])
    if card.desk:
        rows.append([Button(texts.DESK, opens=place("career.desk", 0))])
    for one in card.decisions[:1]:
        label = words.fitting(office.DECISIONS[one.kind])
        rows.append([Button(label, opens=place("career.decision", one.id or 0))])
    return Screen("\n\n".join(blocks), [*rows, [MENU]])


def draw_rules(_: None) -> Screen:
    back = Button(words.BACK, opens=Place("career.home"))
    return Screen(step.rules(), [[back, MENU]])


def draw_boxes(at: career.Boxes) -> Screen:
    back = Button(words.BACK, opens=place("career.card", at.employee_id))
    name = None if at.mine else at.name
    heading = box_texts.heading(name)
    if at.objects:
        allow = [Button(texts.ALLOW, does=place("career.profile", 1))] if at.mine else []
        text = f"{heading}\n\n{box_texts.objected(mine=at.mine)}"
        return Screen(text, [allow, [back, MENU]] if allow else [[back, MENU]])
    refuse = [Button(texts.OBJECT, does=place("career.profile", 0))] if at.mine else []
    below = [refuse, [back, MENU]] if refuse else [[back, MENU]]
    if not at.points:
        return Screen(f"{heading}\n\n{box_texts.nothing()}", below)
    now = at.points[-1].area
    told = [(words.quarter(one.year, one.quarter), one.area) for one in at.points]
    blocks = [heading, box_texts.where(now, at.parts), box_texts.advice(now)]
    blocks += [box_texts.course(told)] if len(told) > 1 else []
    blocks.append(f"<i>{box_texts.bounds(at.quarters)}</i>")
    picture = photo("kotak.png", partial(drawings.nine, _nine(at)), blocks[1])
    return Screen("\n\n".join(blocks), below, files=[picture])


def _nine(at: career.Boxes) -> Nine:
    """The picture: thresholds, the area, the way from quarter to quarter."""
    rules, limits = at.rules, at.thresholds
    spots = [
        Spot(words.quarter(one.year, one.quarter), x, y)
        for one in at.points
        if (y := one.area.performance.value) is not None
        if (x := one.area.potential.value) is not None
    ]
    now = at.points[-1].area
    return Nine(
        box_texts.TITLE, at.name, box_texts.POTENTIAL, box_texts.PERFORMANCE,
        box_texts.COLUMNS, box_texts.ROWS, (rules.medium_from, rules.high_from),
        (limits.met, limits.above), (now.potential.low, now.potential.high),
        (now.performance.low, now.performance.high), spots, box_texts.legend(),
    )  # fmt: skip


def draw_decision(told: tuple[CareerDecision, str, str]) -> Screen:
    row, name, by = told
    back = Button(words.BACK, opens=place("career.card", row.employee_id))
    text = office.decision(name, row.kind, row.reason, by, row.decided_at.date())
    return Screen(text, [[back, MENU]])


def write_decided(_: Session, __: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """The letter to whom it concerns."""
    opens = place("career.decision", int(facts["decision"]))
    return Screen(texts.letter(), [[Button(words.OPEN, opens=opens)]], stays=True)
