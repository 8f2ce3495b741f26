"""Writing a planned result, one answer at a time; every answer is saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.achievements.grounds import claimable
from bot.actions.expectations.drafting import Draft, my_draft, sentence, superiors, writable
from bot.actions.expectations.reading import of_person
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.refusals import BUTTON_WANTED, Refused
from bot.rules.expectations import (
    NOTE_LEAST,
    NOTE_LENGTH,
    TEXT_LEAST,
    TEXT_LENGTH,
    UNIT_LENGTH,
    State,
    Step,
    Wording,
    missing,
)
from bot.rules.figures import Counting, fits_target, plain
from bot.rules.schemes import Indicator
from bot.rules.typed import read_measure
from bot.screens import Place, place
from bot.texts import expectations as texts
from bot.texts import words
from storage import contributions, expectations
from storage.periods import Period

PAGE = 5


@dataclass(frozen=True, slots=True)
class Fill:
    """One step of a draft. `above` are planned results of my superior to choose from."""

    wording: Wording
    step: Step
    changes: bool
    position: int
    indicators: Sequence[Indicator]
    above: Sequence[tuple[int, str]]
    page: int
    pages: int
    complete: bool


def begin(session: Session, me: Me, period_id: int) -> Place:
    """Start a planned result; one that says nothing yet is gone on with."""
    rights.demand(session, me, "expectations.write", about=me.employee_id)
    period = writable(session, period_id)
    own = of_person(session, period, me.employee_id)
    for one in own:
        if one.force is None and one.hand and one.hand.state is State.DRAFT and not one.hand.text:
            return _first_step(session, me, period, one.hand.number)
    if len(own) >= (most := schemes.of_period(session, period).planned_results):
        raise Refused(texts.enough(most), "enough")
    return _first_step(session, me, period, expectations.begin(
        session, period_id, me.employee_id, me.now
    ))  # fmt: skip


def _first_step(session: Session, me: Me, period: Period, number: int) -> Place:
    step = Step.SUPPORTS if superiors(session, me, period) else Step.TEXT
    return place("expectations.fill", number, step)


def fill(session: Session, me: Me, wording_id: int, step: str, page: int = 0) -> Fill:
    """One step of my draft."""
    draft = my_draft(session, me, wording_id)
    try:
        here = Step(step)
    except ValueError:
        raise Refused(words.not_available(), "unknown_step") from None
    above = superiors(session, me, draft.period) if here is Step.SUPPORTS else []
    lacking = missing(draft.wording, changes=draft.changes)
    return Fill(
        draft.wording, here, draft.changes, draft.position, claimable(draft.scheme),
        *leaf(above, page, PAGE), not lacking,
    )  # fmt: skip


def lines(session: Session, me: Me, wording_id: int) -> Fill:
    """My draft, to change any one of its lines."""
    return fill(session, me, wording_id, Step.TEXT)


def put_supports(session: Session, me: Me, wording_id: int, planned_id: int) -> Place:
    """Which of my superior's planned results it supports; 0 for none."""
    draft = my_draft(session, me, wording_id)
    known = {number for number, _ in superiors(session, me, draft.period)}
    if planned_id and planned_id not in known:
        raise Refused(words.not_available(), "unknown_planned")
    return _put(session, me, draft, supports_id=planned_id or None)


def put_text(session: Session, me: Me, wording_id: int, text: str) -> Place:
    draft = my_draft(session, me, wording_id)
    return _put(session, me, draft, text=sentence(text, TEXT_LEAST, TEXT_LENGTH))


def put_indicator(session: Session, me: Me, wording_id: int, key: str) -> Place:
    draft = my_draft(session, me, wording_id)
    if key not in {one.key for one in claimable(draft.scheme)}:
        raise Refused(words.not_available(), "unknown_indicator")
    return _put(session, me, draft, indicator=key)


def put_target(session: Session, me: Me, wording_id: int, text: str) -> Place:
    """`40 berkas`: the number to be reached and its unit."""
    draft = my_draft(session, me, wording_id)
    read = read_measure(text)
    if read is None or not fits_target(read[0]):
        raise Refused(texts.not_a_target(), "not_a_number")
    number, unit = read[0], " ".join(read[1].split()) or draft.wording.unit
    if not unit:
        raise Refused(texts.unit_wanted(), "unit_wanted")
    if len(unit) > UNIT_LENGTH:
        raise Refused(words.too_long(UNIT_LENGTH, len(unit)), "too_long")
    if unit.casefold() != draft.wording.unit.casefold() and _is_used(session, draft):
        raise Refused(texts.unit_is_used(draft.wording.unit), "unit_is_used")
    values = {"target": str(plain(number)), "unit": unit}
    if draft.wording.counting and not fits_target(number, draft.wording.counting):
        values["counting"] = ""
    return _put(session, me, draft, **values)


def choose_button(session: Session, me: Me, wording_id: int, _: str) -> Place:
    """Text where a button is wanted: nothing is changed, and it is said."""
    my_draft(session, me, wording_id)
    raise Refused(words.choose_button(), BUTTON_WANTED)


def put_counting(session: Session, me: Me, wording_id: int, how: str) -> Place:
    draft = my_draft(session, me, wording_id)
    if how not in set(Counting):
        raise Refused(words.not_available(), "unknown_counting")
    target = draft.wording.target
    if target is not None and not fits_target(target, Counting(how)):
        raise Refused(texts.nought_wants_less(), "nought")
    return _put(session, me, draft, counting=how)


def put_reason(session: Session, me: Me, wording_id: int, text: str) -> Place:
    """Why an agreed planned result is to change."""
    draft = my_draft(session, me, wording_id)
    said = sentence(text, NOTE_LEAST, NOTE_LENGTH)
    return _put(session, me, draft, reason=said)


def _is_used(session: Session, draft: Draft) -> bool:
    return draft.changes and contributions.is_used(session, draft.wording.planned)


def _put(session: Session, me: Me, draft: Draft, **values: Any) -> Place:
    """Save the answer, and go where it leads: to what is missing, else to the summary."""
    if not expectations.fill(session, draft.wording.number, me.now, **values):
        raise Refused(texts.proposed_already(), "proposed")
    found = expectations.wording(session, draft.wording.number)
    assert found is not None
    lacking = missing(found[1], changes=draft.changes)
    if lacking:
        return place("expectations.fill", draft.wording.number, lacking[0])
    return place("expectations.one", draft.wording.planned)
