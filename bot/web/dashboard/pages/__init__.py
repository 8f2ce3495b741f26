"""Every page, by the name of the screen of the chat that shows the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.actions import career, dashboard, overview, panel, participation, trainings
from bot.actions.surveys import likes, reading
from bot.actions.surveys.scope import chooser
from bot.screens import place
from bot.web.dashboard.markup import Link, Sheet
from bot.web.dashboard.pages import alike, careers, learning, mine, people, units, voices

HOME = place("overview.home", 0)


@dataclass(frozen=True, slots=True)
class Page:
    """`read(session, me, *args)` as a screen's: it asks for the right; `draw` makes HTML."""

    read: Callable[..., Any]
    draw: Callable[[Any, Link], Sheet]


PAGES: Mapping[str, Page] = {
    "overview.home": Page(dashboard.home, mine.draw_home),
    "overview.owing": Page(dashboard.glance, units.draw_glance),
    "overview.proposed": Page(overview.proposed, units.draw_proposed),
    "panel.distribution": Page(panel.distribution, units.draw_pattern),
    "participation.silent": Page(participation.silent, people.draw_silent),
    "participation.overlooked": Page(participation.overlooked, people.draw_overlooked),
    "participation.honoured": Page(participation.honoured, people.draw_honoured),
    "participation.access": Page(participation.access, people.draw_access),
    "results.mine": Page(dashboard.mine, mine.draw_mine),
    "results.card": Page(dashboard.result, mine.draw_mine),
    "career.card": Page(career.card, careers.draw_card),
    "career.boxes": Page(career.boxes, careers.draw_boxes),
    "career.team": Page(career.team, careers.draw_team),
    "career.desk": Page(career.desk, careers.draw_desk),
    "surveys.units": Page(chooser, voices.draw_units),
    "surveys.results": Page(reading.glance, voices.draw_glance),
    "surveys.course": Page(reading.course, voices.draw_course),
    "surveys.services": Page(reading.services, voices.draw_services),
    "surveys.kinds": Page(likes.kinds, alike.draw_kinds),
    "surveys.likes": Page(likes.likes, alike.draw_likes),
    "trainings.ledger": Page(trainings.my_ledger, learning.draw_ledger),
    "trainings.catalogue": Page(trainings.catalogue, learning.draw_catalogue),
}

__all__ = ["HOME", "PAGES", "Page"]
