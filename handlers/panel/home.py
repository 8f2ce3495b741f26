"""The first screen of the team's desk, the mirror, and the raters side by side."""

from __future__ import annotations

from bot.actions import panel
from bot.rules.periods import PeriodState
from bot.screens import Button, Place, Screen, place
from bot.texts import drills, words
from bot.texts import panel as texts
from bot.texts.panel import looking
from handlers.lists import turns

HOME = Button(words.MENU, opens=Place("home.menu"))
PANEL = Button(words.BACK, opens=Place("panel.home"))
MOST_TO_SIGN = 3
BEFORE = (PeriodState.PLANNED, PeriodState.OPEN, PeriodState.RATING)


def draw_home(at: panel.Home) -> Screen:
    text = texts.home(at.year, at.quarter, at.state, at.calibrate_until, at.today)
    rows = []
    calibrated = at.state not in BEFORE
    if at.member:
        text += "\n\n" + texts.member()
        rows.append([Button(texts.RATE, opens=place("appraisals.team", at.period_id))])
        if calibrated:
            rows.append([Button(texts.CALIBRATION, opens=place("panel.list", at.period_id))])
    else:
        text += "\n\n" + texts.head(len(at.to_sign))
        rows += [
            [Button(texts.to_sign(name), opens=place("panel.case", number))]
            for number, name in at.to_sign[:MOST_TO_SIGN]
        ]
    if calibrated:
        spread = Button(texts.DISTRIBUTION, opens=place("panel.distribution", at.period_id))
        who = Button(texts.RATERS, opens=place("panel.raters", at.period_id, 0))
        rows.append([spread, who] if at.member else [spread])
    elif at.before:
        number, quarter = at.before
        rows.append(
            [Button(texts.distribution_of(quarter), opens=place("panel.distribution", number))]
        )
    if at.member:
        rows.append([Button(texts.RANKING, opens=Place("awards.panel"))])
    if at.rated:
        rows.append([Button(texts.MIRROR, opens=Place("panel.mirror"))])
    return Screen(text, [*rows, [HOME]])


def draw_mirror(at: panel.Looking) -> Screen:
    blocks = [
        looking.heading(at.year, at.quarter, at.source),
        looking.figures(at.mine, at.moved, at.agency),
        *([drills.own(at.drill)] if at.drill.answers else []),
        *([looking.way(at.across)] if at.across is not None else []),
        looking.meaning(),
    ]
    names = {"superior": looking.AS_SUPERIOR, "team": looking.AS_TEAM}
    others = [
        Button(names[one], opens=place("panel.mirror", at.period_id, one))
        for one in at.sources
        if one != at.source
    ]
    back = PANEL if at.member else Button(words.BACK, opens=Place("appraisals.list"))
    return Screen("\n\n".join(blocks), [others, [back, HOME]])


def draw_raters(at: panel.Raters) -> Screen:
    head = looking.raters(at.year, at.quarter, at.at, at.enough, at.contrasts)
    lines = [
        looking.rater(one.name, one.estimate, one.low, one.high, one.ratings, one.shared)
        for one in at.people
    ]
    row = turns(
        at.page, at.total, panel.RATERS_PAGE, lambda n: place("panel.raters", at.period_id, n)
    )
    return Screen("\n\n".join([head, "\n".join(lines)]), [row, [PANEL, HOME]])
