"""The form beside its levels: the note to the person, and all indicators to change one of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.appraisals.forms import open_form, open_superior_form
from bot.actions.appraisals.rating import sentence, take
from bot.actions.lines import Lines, lines_of
from bot.actions.me import Me
from bot.screens import Place, place


@dataclass(frozen=True, slots=True)
class Feedback:
    number: int
    name: str
    note: str | None


def ask_feedback(session: Session, me: Me, appraisal_id: int) -> Feedback:
    """The note to the person as it stands."""
    form = open_superior_form(session, me, appraisal_id)
    return Feedback(appraisal_id, form.person.name, form.appraisal.note)


def advise(session: Session, me: Me, appraisal_id: int, text: str) -> Place:
    """Keep my feedback to the person."""
    form = open_superior_form(session, me, appraisal_id)
    take(session, me, form, sentence(text))
    return place("appraisals.summary", appraisal_id)


def lines(session: Session, me: Me, appraisal_id: int, page: int = 0) -> Lines:
    """All indicators, to change any one of them."""
    form = open_form(session, me, appraisal_id)
    asked = [
        (step, i.name, form.ratings[i.key].level if i.key in form.ratings else None)
        for step, i in enumerate(form.asked, 1)
    ]
    return lines_of(appraisal_id, form.person.name, asked, page)
