"""Drawing how people are judged."""

from __future__ import annotations

from bot.actions import schemes
from bot.rules.schemes import Axis
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.schemes import guides, honours, rules
from bot.texts.schemes import reading as texts
from handlers.table import Shown

HOME, MENU = Place("schemes.home"), Place("home.menu")
LONGEST = 900


def draw_home(at: schemes.Explained) -> Screen:
    number, scheme = at.version.scheme_id, at.scheme
    following = at.following[1] if at.following else None
    rows = [
        [
            Button(texts.axis_label(axis, scheme), opens=place("schemes.axis", number, axis))
            for axis in Axis
        ],
        [
            Button(texts.RATERS, opens=place("schemes.raters", number)),
            Button(texts.PREDIKAT, opens=place("schemes.predikat", number)),
        ],
        [
            Button(texts.CALENDAR, opens=place("schemes.calendar", number)),
            Button(texts.AWARDS, opens=place("schemes.awards", number)),
        ],
        [
            Button(texts.VERSIONS, opens=place("schemes.versions", 0)),
            Button(words.MENU, opens=MENU),
        ],
    ]
    return Screen(texts.overview(scheme, at.version.since, following), rows, shared=True)


def draw_axis(at: schemes.AxisPage) -> Screen:
    first = at.page * at.size
    shown = at.indicators[first : first + at.size]
    text = texts.axis(at.axis, at.weight, shown, first + 1, len(at.indicators))
    here = (at.scheme_id, at.axis)
    rows = [
        [Button(words.fitting(one.name), opens=place("schemes.indicator", at.scheme_id, one.key))]
        for one in shown
    ]
    turn = []
    if at.page:
        turn.append(Button("◀", opens=place("schemes.axis", *here, at.page - 1)))
    if first + at.size < len(at.indicators):
        turn.append(Button("▶", opens=place("schemes.axis", *here, at.page + 1)))
    return Screen(text, [*rows, [*turn, _back(at.scheme_id)]], shared=True)


def draw_indicator(at: schemes.OneIndicator) -> Screen:
    one, number = at.indicator, at.scheme_id
    text = texts.indicator(one)
    whole = f"{text}\n\n{texts.levels(one)}"
    rows = []
    if len(whole) <= LONGEST:
        text = whole
    else:
        levels = place("schemes.levels", number, one.key)
        rows.append([Button(texts.ANCHORS_LABEL, opens=levels)])
    turn = [
        Button(mark, opens=place("schemes.indicator", number, key))
        for mark, key in (("◀", at.before), ("▶", at.after))
        if key
    ]
    up = Button(words.BACK, opens=place("schemes.axis", number, one.axis))
    return Screen(text, [*rows, turn, [up, Button(words.MENU, opens=MENU)]], shared=True)


def draw_levels(at: schemes.OneIndicator) -> Screen:
    back = Button(words.BACK, opens=place("schemes.indicator", at.scheme_id, at.indicator.key))
    text = texts.levels_alone(at.indicator)
    return Screen(text, [[back, Button(words.MENU, opens=MENU)]], shared=True)


def draw_raters(at: schemes.Explained) -> Screen:
    return _leaf(rules.raters(at.scheme), at)


def draw_predikat(at: schemes.Explained) -> Screen:
    patterns = place("schemes.patterns", at.version.scheme_id)
    return _leaf(rules.predikat(at.scheme), at, [Button(texts.PATTERNS, opens=patterns)])


def draw_patterns(at: schemes.Explained) -> Screen:
    return _leaf(guides.patterns(at.scheme), at)


def draw_calendar(at: schemes.Explained) -> Screen:
    return _leaf(rules.calendar(at.scheme, at.quarter, at.milestones), at)


def draw_awards(at: schemes.Explained) -> Screen:
    if not at.scheme.award:
        return _leaf(honours.awards(at.scheme), at)
    number = at.version.scheme_id
    buttons = [
        Button(honours.kind_label(kind), opens=place("schemes.award", number, kind.key))
        for kind in at.scheme.award
    ]
    pairs = [buttons[first : first + 2] for first in range(0, len(buttons), 2)]
    return _leaf(honours.kinds(at.scheme), at, *pairs)


def draw_award(at: schemes.OneAward) -> Screen:
    up = (
        place("awards.round", at.round_id)
        if at.round_id
        else place("schemes.awards", at.scheme_id)
    )
    text = honours.kind(at.kind, at.scheme)
    back = Button(words.BACK, opens=up)
    return Screen(text, [[back, Button(words.MENU, opens=MENU)]], shared=True)


def draw_versions(at: schemes.Versions) -> Screen:
    blocks = [texts.versions(at.total)]
    rows = []
    for one in at.items:
        given = one.approval
        approval = (given.author, given.approver, given.at) if given else None
        blocks.append(texts.version(one.version, one.name, one.since, one.until, approval))
        opens = place("schemes.home", one.scheme_id)
        rows.append([Button(texts.version_label(one.version), opens=opens)])
    turn = []
    if at.page:
        turn.append(Button("◀", opens=place("schemes.versions", at.page - 1)))
    if (at.page + 1) * schemes.PAGE < at.total:
        turn.append(Button("▶", opens=place("schemes.versions", at.page + 1)))
    back = Button(words.BACK, opens=HOME)
    return Screen("\n\n".join(blocks), [*rows, [*turn, back]], shared=True)


def _leaf(text: str, at: schemes.Explained, *rows: list[Button]) -> Screen:
    back = [_back(at.version.scheme_id), Button(words.MENU, opens=MENU)]
    return Screen(text, [*rows, back], shared=True)


def _back(scheme_id: int) -> Button:
    return Button(words.BACK, opens=place("schemes.home", scheme_id))


PLACES = {
    "schemes.home": Shown(schemes.explain, draw_home),
    "schemes.axis": Shown(schemes.axis, draw_axis),
    "schemes.indicator": Shown(schemes.indicator, draw_indicator),
    "schemes.levels": Shown(schemes.indicator, draw_levels),
    "schemes.raters": Shown(schemes.explain, draw_raters),
    "schemes.predikat": Shown(schemes.explain, draw_predikat),
    "schemes.patterns": Shown(schemes.explain, draw_patterns),
    "schemes.calendar": Shown(schemes.explain, draw_calendar),
    "schemes.awards": Shown(schemes.explain, draw_awards),
    "schemes.award": Shown(schemes.award, draw_award),
    "schemes.versions": Shown(schemes.versions, draw_versions),
}
