"""The distribution beside its pattern, the organisation's predikat, and the reason to keep it."""

from __future__ import annotations

from bot.actions import panel
from bot.rules.schemes import Organisation
from bot.screens import Button, Screen, place
from bot.texts import panel as panel_texts
from bot.texts import words
from bot.texts.panel import distribution as texts
from handlers.lists import turns
from handlers.panel.home import HOME, PANEL


def draw_spread(at: panel.Spread) -> Screen:
    people = sum(at.counts.values())
    blocks = [
        texts.heading(at.year, at.quarter, at.scope),
        texts.organisation(at.organisation, at.basis, at.setter),
        texts.counts(at.counts),
    ]
    if at.organisation is not None and people:
        blocks.append(texts.departures(at.departures, people))
    if at.departures:
        blocks.append(texts.reason(at.reason, working=at.working))
    here = (at.period_id, at.scope_id)
    rows = []
    if at.departures and at.may_keep:
        rows.append([Button(texts.KEEP, opens=place("panel.keeping", *here))])
    if at.may_set:
        rows.append([Button(texts.SET, opens=place("panel.organisation", *here))])
    if people:
        rows.append([Button(panel_texts.MINUTES, opens=place("panel.minutes", *here))])
    others = [
        Button(
            words.called(texts.scope_name(name)),
            opens=place("panel.distribution", at.period_id, scope),
        )
        for scope, name in at.scopes
    ]
    turn = turns(at.page, at.pages, 1, lambda page: place("panel.distribution", *here, page))
    beside = [row for row in (others, turn) if row]
    return Screen("\n\n".join(blocks), [*rows, *beside, [PANEL, HOME]])


def draw_organisation(asked: tuple[panel.Spread, str]) -> Screen:
    at, predikat = asked
    here = (at.period_id, at.scope_id)
    back = Button(words.BACK, opens=place("panel.distribution", *here))
    head = texts.heading(at.year, at.quarter, at.scope)
    if not predikat:
        rows = [
            [Button(name, opens=place("panel.organisation", *here, one))]
            for one, name in texts.ORGANISATION.items()
        ]
        return Screen(f"{head}\n\n{texts.ask_predikat()}", [*rows, [back]])
    typing = place("panel.basis_text", *here, predikat)
    return Screen(f"{head}\n\n{texts.ask_basis(Organisation(predikat))}", [[back]], typing=typing)


def draw_keeping(at: panel.Spread) -> Screen:
    here = (at.period_id, at.scope_id)
    blocks = [
        texts.heading(at.year, at.quarter, at.scope),
        texts.departures(at.departures, sum(at.counts.values())),
        texts.ask_reason(),
    ]
    back = Button(words.BACK, opens=place("panel.distribution", *here))
    return Screen("\n\n".join(blocks), [[back]], typing=place("panel.keep_text", *here))
