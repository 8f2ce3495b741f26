"""Filling in an achievement, one answer at a time; every answer is saved at once."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import grounds
from bot.actions.achievements.owned import answered, mine
from bot.actions.me import Me
from bot.actions.refusals import BUTTON_WANTED, Refused
from bot.rules.achievements import (
    MOST_INDICATORS,
    OPEN,
    STORY_LENGTH,
    TITLE_LENGTH,
    UNIT_LENGTH,
    State,
    Step,
    following,
    missing,
)
from bot.rules.typed import read_measure
from bot.screens import Place, Went, place
from bot.texts import achievements as texts
from bot.texts import words
from storage import achievement_lists, achievements, audit, contributions, evidence, turns
from storage.achievements import Achievement


def begin(session: Session, me: Me) -> Place:
    """Start an achievement; an unfinished one is offered first."""
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    draft = achievement_lists.newest_draft(session, me.employee_id)
    if draft is not None and draft.id is not None:
        return place("achievements.resume", draft.id)
    return create(session, me)


def create(session: Session, me: Me) -> Place:
    """Start a new achievement, whatever else lies unfinished."""
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    return place(
        "achievements.fill", achievements.start(session, me.employee_id, me.now), Step.TITLE
    )


def put_title(session: Session, me: Me, achievement_id: int, text: str) -> Place:
    title = _short(text, TITLE_LENGTH, least=3)
    return put(session, me, achievement_id, Step.TITLE, title=title)


def put_story(session: Session, me: Me, achievement_id: int, text: str) -> Place:
    story = _fits(text.strip(), STORY_LENGTH, least=10)
    return put(session, me, achievement_id, Step.STORY, story=story)


def put_category(session: Session, me: Me, achievement_id: int, key: str) -> Place:
    scheme = grounds.scheme_on(session, me.today)
    if key not in {category.key for category in scheme.categories}:
        raise Refused(words.not_available(), "unknown_category")
    return put(session, me, achievement_id, Step.CATEGORY, category=key)


def toggle_indicator(session: Session, me: Me, achievement_id: int, key: str) -> Went:
    """Claim an indicator, or claim it no longer."""
    row = mine(session, me, "achievements.edit", achievement_id)
    scheme = grounds.scheme_of(session, row, me.today)
    if key not in {indicator.key for indicator in grounds.claimable(scheme)}:
        raise Refused(words.not_available(), "unknown_indicator")
    claimed = [one for one in row.claimed if one != key]
    here = place("achievements.fill", achievement_id, Step.INDICATOR)
    if key not in row.claimed:
        if len(claimed) >= MOST_INDICATORS:
            return Went(here, texts.enough_indicators(MOST_INDICATORS))
        claimed.append(key)
    achievements.change(session, achievement_id, me.now, indicators=",".join(claimed))
    return Went(here)


def put_before(session: Session, me: Me, achievement_id: int, text: str) -> Place:
    return _put_measure(session, me, achievement_id, Step.BEFORE, text)


def put_after(session: Session, me: Me, achievement_id: int, text: str) -> Place:
    return _put_measure(session, me, achievement_id, Step.AFTER, text)


def put_unit(session: Session, me: Me, achievement_id: int, text: str) -> Place:
    unit = _short(text, UNIT_LENGTH, least=1)
    return put(session, me, achievement_id, Step.UNIT, unit=unit)


def clear_effect(session: Session, me: Me, achievement_id: int) -> Place:
    """Say nothing about a measurable effect."""
    mine(session, me, "achievements.edit", achievement_id)
    achievements.change(session, achievement_id, me.now, before="", after="", unit="")
    return go_on(session, me, achievement_id, Step.BEFORE)


def go_on(session: Session, me: Me, achievement_id: int, step: str) -> Place:
    """Leave a step as it is: keep its answer, or skip it where that is allowed."""
    row = mine(session, me, "achievements.edit", achievement_id)
    here, given = Step(step), answered(row)
    if here in missing(given):
        raise Refused(texts.needed(here), "needed")
    skipped = here is Step.BEFORE and not row.before
    to = following(Step.UNIT if skipped else here, Step(row.step), given)
    achievements.change(session, achievement_id, me.now, step=_farther(row, to))
    return _at(achievement_id, to)


def choose_button(session: Session, me: Me, achievement_id: int, _: str) -> Place:
    """Text where a button is wanted: nothing is changed, and it is said."""
    mine(session, me, "achievements.edit", achievement_id)
    raise Refused(words.choose_button(), BUTTON_WANTED)


def delete(session: Session, me: Me, achievement_id: int, version: int = 0) -> Went:
    """Throw a draft away; what had been sent once is only put aside, its history stays.

    From a card of an older `version` (0: of any) it is only shown as it is now.
    """
    row = mine(session, me, "achievements.delete", achievement_id)
    if version not in (0, row.version):
        return Went(place("achievements.card", achievement_id), words.changed_since())
    drop(session, me, achievement_id)
    return Went(place("achievements.mine"), texts.deleted())


def drop(session: Session, me: Me, achievement_id: int) -> None:
    """Throw away a draft, on which the right was asked."""
    if turns.last_of(session, achievement_id) is None:
        evidence.remove(session, [e.id for e in evidence.of(session, achievement_id) if e.id])
        contributions.untie(session, achievement_id)
        achievements.drop(session, achievement_id)
    else:
        achievements.move(session, achievement_id, OPEN, State.WITHDRAWN, me.now)
    about = f"achievement/{achievement_id}"
    audit.record(session, me.now, me.employee_id, "achievements.delete", about)


def _put_measure(session: Session, me: Me, achievement_id: int, step: Step, text: str) -> Place:
    read = read_measure(text)
    if read is None:
        raise Refused(texts.not_a_number(), "not_a_number")
    number, unit = read
    values = {step.value: words.number(number)}
    if unit:
        values["unit"] = _short(unit, UNIT_LENGTH, least=1)
    led = put(session, me, achievement_id, step, **values)
    row = achievements.get(session, achievement_id)
    if step is Step.AFTER and row is not None and row.unit:
        return go_on(session, me, achievement_id, Step.UNIT)
    return led


def put(session: Session, me: Me, achievement_id: int, step: Step, **values: Any) -> Place:
    """Save the answer to one step, and go where it leads."""
    row = mine(session, me, "achievements.edit", achievement_id)
    to = following(step, Step(row.step), answered(row) | {step})
    achievements.change(session, achievement_id, me.now, step=_farther(row, to), **values)
    return _at(achievement_id, to)


def _farther(row: Achievement, to: Step) -> Step:
    """A draft that was complete stays so while one of its lines is changed."""
    return Step.SUMMARY if row.step == Step.SUMMARY else to


def _at(achievement_id: int, step: Step) -> Place:
    if step is Step.SUMMARY:
        return place("achievements.card", achievement_id)
    return place("achievements.fill", achievement_id, step)


def _short(text: str, limit: int, least: int) -> str:
    return _fits(" ".join(text.split()), limit, least)


def _fits(text: str, limit: int, least: int) -> str:
    """The text, when it says something and is not too long. Raises Refused."""
    if len(text) > limit:
        raise Refused(words.too_long(limit, len(text)), "too_long")
    if sum(letter.isalnum() for letter in text) < least:
        raise Refused(texts.too_short(), "too_short")
    return text
