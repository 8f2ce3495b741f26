"""Screens that use a hard word carry a button that says what it means and leads back to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.actions.buttons import fits
from bot.screens import Button, Place, Screen, place
from bot.texts import glossary as texts
from bot.texts import practice
from handlers import tour

MOST_BUTTONS = 8
MOST_IN_ROW = 2
# The term that a screen's button opens; from there terms beside it are one tap away.
TERMS: Mapping[str, str] = {
    "results.mine": "predikat",
    "results.card": "predikat",
    "results.why": "nilai",
    "pictures.radar": "indikator",
    "reports.card": "laporan",
    "expectations.enter": "skp",
    "expectations.mine": "skp",
    "expectations.one": "rencana",
    "appraisals.list": "tingkat",
    "achievements.mine": "prestasi",
    "panel.home": "kalibrasi",
    "panel.list": "kalibrasi",
    "panel.distribution": "pola",
    "panel.raters": "condong",
    "panel.mirror": "cermin",
    "publication.card": "terbit",
    "objections.home": "keberatan",
    "corrections.history": "koreksi",
    "peers.home": "rekan",
    "peers.feedback": "anonim",
    "years.card": "tahunan",
    "schemes.home": "skema",
    "schemes.predikat": "tabel",
    "career.home": "akredit",
    "career.card": "akredit",
    "career.boxes": "kotak",
    "career.team": "kotak",
    "service.person": "satya",
    "service.watch": "satya",
    "awards.list": "putaran",
    "trainings.home": "jp",
    "talks.home": "dialog",
    "mentoring.home": "mentoring",
    "thanks.home": "apresiasi",
    "surveys.home": "skm",
    "surveys.why": "ikm",
    "overview.home": "predikat",
    "desk.away": "mandat",
    "desk.holder": "mandat",
    "drills.home": "latih",
    "factors.home": "kodeaman",
}
HELP = "home.help"
WAYS = (
    (Button(texts.OPEN, opens=place("glossary.home", 0)), tour.FIRST),
    (Button(practice.DOOR, opens=place("practice.about")),),
)


def explained(screen: Screen, at: Place) -> Screen:
    """The screen with its button to the glossary, where there is room for one."""
    if at.name == HELP:
        return replace(screen, rows=[*screen.rows, *WAYS])
    key = TERMS.get(at.name)
    if key is None or sum(map(len, screen.rows)) >= MOST_BUTTONS:
        return screen
    term = place("glossary.term", key, at.name, *at.args)
    if not fits(term):
        return screen
    button = Button(texts.OPEN, opens=term)
    rows = [row for row in screen.rows if row]
    if rows and len(rows[-1]) < MOST_IN_ROW:
        return replace(screen, rows=[*rows[:-1], [button, *rows[-1]]])
    return replace(screen, rows=[*rows, [button]])
