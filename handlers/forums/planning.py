"""Screens of a draft: one question each, then the summary."""

from __future__ import annotations

from bot.actions.forums.choosing import Choosing
from bot.actions.forums.drafts import Asked
from bot.actions.forums.repeating import Planned, Repeating
from bot.actions.forums.summaries import Summary
from bot.actions.refusals import Refused
from bot.rules.forums import STEPS, Audience, ForumKind, Hint
from bot.screens import Button, Place, Rows, Screen, Style, place
from bot.texts import forums, words
from bot.texts.forums import drafts as texts
from bot.texts.forums import series
from bot.texts.forums.cards import BACK, FORTH
from handlers.forums.changing import warnings as against

LIST = place("forums.list")
LENGTHS = (30, 60, 90, 120, 180, 240)


def only_text(*_: object) -> Place:
    """A file came where a text was asked for. Raises Refused."""
    raise Refused(words.only_text(), "not_text")


def draw_draft(shown: Asked | Summary) -> Screen:
    return _draw_summary(shown) if isinstance(shown, Summary) else draw_step(shown)


def draw_step(asked: Asked) -> Screen:
    """One question; what is typed fills it."""
    rows: list[list[Button]] = []
    typing = place("forums.say", asked.id, asked.step)
    if asked.step == "start" and asked.said_start is not None:
        text = texts.echo(asked.said_start)
        rows = [
            [
                Button(words.YES, does=place("forums.confirm", asked.id), style=Style.GOOD),
                Button(words.CHANGE, does=place("forums.retype", asked.id)),
            ]
        ]
    else:
        zone = words.zone_name(asked.now.tzinfo)
        text = texts.question(asked.step, _now_is(asked), zone)
        rows = [list(row) for row in _choices(asked)]
    return Screen(text, [*rows, _ways_out(asked)], typing=typing)


def _now_is(asked: Asked) -> str:
    match asked.step:
        case "kind" if asked.value:
            return forums.kind(asked.value)
        case "start" if asked.start:
            return words.moment(asked.start)
        case "length" if asked.minutes:
            return forums.length(asked.minutes)
        case "capacity" if asked.capacity is not None:
            return forums.seats(asked.capacity)
        case "topic" | "place":
            return asked.value
    return ""


def _choices(asked: Asked) -> Rows:
    def chosen(label: str, value: str | int) -> Button:
        return Button(label, does=place("forums.choose", asked.id, asked.step, value))

    match asked.step:
        case "kind":
            return _pairs([chosen(forums.kind(one), one.value) for one in ForumKind])
        case "audience":
            return _pairs(
                [
                    Button(
                        texts.AUDIENCES[one], does=place("forums.audience", asked.id, one.value)
                    )
                    for one in Audience
                ]
            )
        case "length":
            return _pairs([chosen(forums.length(one), one) for one in LENGTHS])
        case "capacity":
            return [[chosen(words.SKIP, 0)]]
    return []


def _ways_out(asked: Asked) -> list[Button]:
    if asked.whole:
        back = place("forums.lines", asked.id)
    elif asked.first:
        return [Button(words.CANCEL, opens=LIST)]
    else:
        back = place("forums.draft", asked.id, STEPS[STEPS.index(asked.step) - 1])
    return [Button(words.BACK, opens=back), Button(words.CANCEL, opens=LIST)]


def draw_lines(shown: Asked | int) -> Screen:
    """Every line of the summary with its own Ubah."""
    if isinstance(shown, Asked):
        return draw_step(shown)
    lines = [
        Button(label, opens=place("forums.draft", shown, step))
        for step, label in texts.LINE_LABELS.items()
    ]
    back = Button(words.BACK, opens=place("forums.draft", shown))
    return Screen(texts.which_line(), _pairs([*lines, back]))


def draw_units(shown: Choosing) -> Screen:
    rows = [
        [Button(texts.unit(name, on), does=place("forums.toggle", shown.id, unit, shown.page))]
        for unit, name, on in shown.lines
    ]
    pager = []
    if shown.page > 0:
        pager.append(Button(BACK, opens=place("forums.units", shown.id, shown.page - 1)))
    if shown.page + 1 < shown.pages:
        pager.append(Button(FORTH, opens=place("forums.units", shown.id, shown.page + 1)))
    out = [Button(words.BACK, opens=place("forums.draft", shown.id, "audience"))]
    if shown.chosen:
        out.append(Button(words.NEXT, opens=place("forums.draft", shown.id)))
    text = texts.units(shown.chosen, shown.page + 1, shown.pages)
    typing = place("forums.say_unit", shown.id, shown.page)
    return Screen(text, [*rows, *([pager] if pager else []), out], typing=typing)


def draw_roles(forum_id: int) -> Screen:
    rows = [
        [Button(label, does=place("forums.take_role", forum_id, role))]
        for role, label in texts.ROLES.items()
    ]
    back = Button(words.BACK, opens=place("forums.draft", forum_id, "audience"))
    return Screen(texts.roles(), [*rows, [back]], typing=place("forums.say", forum_id, "audience"))


def _draw_summary(shown: Summary) -> Screen:
    warnings = against(shown.warned)
    if shown.host_busy:
        warnings.append(texts.busy_host())
    if shown.busy:
        warnings.append(texts.busy_guests(shown.busy, shown.people))
    meeting = shown.meeting
    minutes = int((meeting.end - meeting.start).total_seconds()) // 60
    invited = texts.audience(shown.audience, shown.units, shown.role)
    again = ""
    if shown.repeating is not None:
        again = repeats(shown.repeating)
        warnings += against_dates(shown.repeating)
    text = texts.summary(meeting, invited, shown.people, minutes, warnings, again)
    send = place("forums.send", shown.id, shown.seen)
    drop = place("forums.drop", shown.id, shown.seen)
    return Screen(
        text,
        [
            [Button(words.SEND, does=send, style=Style.GOOD)],
            [
                Button(words.CHANGE, opens=place("forums.lines", shown.id)),
                Button(texts.DROP, does=drop, style=Style.BAD),
            ],
            [
                Button(series.REPEAT, opens=place("forums.repeat", shown.id)),
                Button(words.BACK, opens=LIST),
            ],
        ],
    )


def repeats(shown: Repeating) -> str:
    """The line of a summary on the days that follow."""
    held = [one.start for one in shown.planned if one.start is not None]
    return series.summary_line(shown.rhythm.value, shown.start.date(), len(held), held[-1].date())


def against_dates(shown: Repeating) -> list[str]:
    """What speaks against later days, where the host has not said what becomes of them."""
    held = [set(one.hints) for one in shown.planned[1:] if one.start and _as_planned(one)]
    off = sum(bool(hints & {Hint.HOLIDAY, Hint.WEEKEND}) for hints in held)
    clashes = sum(bool(one.busy or one.host_busy) for one in shown.planned[1:])
    return series.noted(off, any(Hint.PRAYER in hints for hints in held), clashes)


def _as_planned(one: Planned) -> bool:
    return one.start is not None and one.start.date() == one.planned


def _pairs(buttons: list[Button]) -> list[list[Button]]:
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
