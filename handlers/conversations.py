"""All capabilities in one table, and the dispatcher that serves them."""

from __future__ import annotations

from aiogram import Dispatcher

from bot.clock import Clock
from handlers import (
    achievements,
    appraisals,
    audit,
    awards,
    broadcasts,
    career,
    certificates,
    corrections,
    desk,
    drills,
    entering,
    errors,
    expectations,
    exports,
    factors,
    forums,
    glossary,
    groups,
    handovers,
    holidays,
    home,
    joining,
    letters,
    lifts,
    mentoring,
    needs,
    objections,
    overview,
    panel,
    participation,
    peers,
    people,
    personal,
    pictures,
    practice,
    preferences,
    publication,
    receipts,
    reminders,
    reports,
    results,
    roster,
    schemes,
    service,
    stories,
    strangers,
    supplements,
    surveys,
    talks,
    thanks,
    tour,
    trainings,
    years,
)
from handlers.cards import Cards
from handlers.middleware import Bind
from handlers.needs import declared
from handlers.table import Table, join
from storage.database import Database


def whole_table() -> Table:
    """Everything people can reach, each with the right that it demands."""
    every = join(
        [
            home.routes(),
            glossary.routes(),
            tour.routes(),
            practice.routes(),
            joining.routes(),
            desk.routes(),
            holidays.routes(),
            roster.routes(),
            groups.routes(),
            exports.routes(),
            drills.routes(),
            factors.routes(),
            achievements.routes(),
            forums.routes(),
            broadcasts.routes(),
            letters.routes(),
            lifts.routes(),
            preferences.routes(),
            objections.routes(),
            reminders.routes(),
            appraisals.routes(),
            panel.routes(),
            expectations.routes(),
            entering.routes(),
            awards.routes(),
            service.routes(),
            stories.routes(),
            talks.routes(),
            certificates.routes(),
            mentoring.routes(),
            career.routes(),
            personal.routes(),
            thanks.routes(),
            corrections.routes(),
            reports.routes(),
            results.routes(),
            pictures.routes(),
            overview.routes(),
            participation.routes(),
            years.routes(),
            schemes.routes(),
            publication.routes(),
            supplements.routes(),
            surveys.routes(),
            receipts.routes(),
            handovers.routes(),
            peers.routes(),
            trainings.routes(),
            audit.routes(),
        ]
    )
    return declared(every, needs.PEOPLE)


def guest_table() -> Table:
    """Everything that anybody without an active account can see, press and type."""
    capabilities = (joining, certificates, personal, surveys)
    return declared(join([one.guest_routes() for one in capabilities]), needs.GUESTS)


def build_dispatcher(
    database: Database, clock: Clock, table: Table | None = None, cards: Cards | None = None
) -> Dispatcher:
    """A dispatcher with fresh routers: people first, then whoever is left, then errors."""
    table, cards = table or whole_table(), cards or Cards()
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(Bind(database, table, guest_table(), clock, cards))
    dispatcher.include_routers(people.routes(table), strangers.routes(), errors.routes())
    return dispatcher
