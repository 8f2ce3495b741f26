"""A counter of Layanan with Dedi as its officer; Sari is about to answer there herself."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from bot.actions.surveys import collecting, forms
from bot.actions.surveys.collecting import Given
from bot.rules.surveys.elements import ELEMENTS
from storage import surveys
from storage.surveys import Origin, SurveyBatch
from tests.authority.world import World
from tests.citizens import CODE, put


def ask_the_public(world: World, session: Session) -> None:
    at, ids, now = world.at, world.cast.ids, world.cast.sari.office.clock.now()
    at["layanan_unit"] = world.cast.units["Layanan"]
    place = put(session, at["layanan_unit"])
    at |= {"survey_code": CODE, "survey_service": place.service_id}
    at["survey_counter"] = place.counter_id
    desk = surveys.places.desk(session, place.counter_id)
    assert desk is not None
    desk.counter.officer_id = ids["dedi"]
    surveys.places.put(session, desk.counter)
    for name, printed in (("survey_batch", True), ("survey_ticket", False)):
        batch = SurveyBatch(
            counter_id=place.counter_id, tickets=3, printed=printed, issued_on=now.date(),
            expires_on=now.date(),
        )  # fmt: skip
        at[name] = surveys.tickets.issue(session, batch)
    marks = dict.fromkeys(ELEMENTS, 3)
    given = Given(marks, Origin.CHAT, "Joko lambat.", staff_unit=at["layanan_unit"])
    at["survey_comment"] = collecting.collect(session, desk, given, now, ticketed=False)
    (row, *_) = surveys.cases.waiting(session, None, 0, 1)
    at["survey_case"] = row[0].id
    sari = world.me(session, "sari")
    at["survey_form"] = forms.begin(session, sari, desk, None)
    form = forms.waiting(session, sari)
    assert form is not None
    forms.keep(session, sari, replace(form, marks=marks, comment="Antreannya panjang."))
