"""Drawing a draft: the desk of broadcasts, text, audience, time, the last look."""

from __future__ import annotations

from bot.actions.broadcasts.cards import Draft
from bot.actions.broadcasts.choosing import ROLES, Choice
from bot.actions.broadcasts.desk import Desk
from bot.actions.broadcasts.previewing import Preview
from bot.rules.broadcasts import Audience, Staff
from bot.rules.evidence import EvidenceState
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.broadcasts import MISSING, audiences, sending
from bot.texts.broadcasts import writing as texts
from handlers.lists import turns
from storage.broadcasts import BroadcastFile

DESK = place("broadcasts.desk", 0)
MENU = Button(words.MENU, opens=Place("home.menu"))
PER_MINUTE = 1_200


def draw_desk(at: Desk) -> Screen:
    rows = [
        [Button(words.fitting(f"★ {title}"), opens=place("broadcasts.judge", number))]
        for number, title in at.asked
    ]
    rows += [
        [Button(words.fitting(f"✎ {title}" if title else "✎ …"),
                opens=place("broadcasts.draft" if title else "broadcasts.text", number))]
        for number, title in at.drafts
    ]  # fmt: skip
    shown = at.sent[: max(0, 5 - len(rows))]
    rows += [[Button(words.fitting(title), opens=where)] for where, title, _ in shown]
    rows.append([Button(texts.NEW, does=Place("broadcasts.begin"), style=Style.GOOD)])
    turn = turns(at.page, at.pages, 1, lambda page: place("broadcasts.desk", page))
    back = Button(words.BACK, opens=Place("desk.reach"))
    text = texts.desk(
        len(at.drafts), len(at.asked), [one[1:] for one in at.sent], at.page, at.pages
    )
    return Screen(text, [*rows, [*turn, back]])


def draw_text(at: Draft) -> Screen:
    number = at.row.id or 0
    back = place("broadcasts.draft", number) if at.row.text else DESK
    buttons = [Button(words.BACK, opens=back)]
    if at.file is not None:
        buttons.insert(0, Button(texts.NO_FILE, does=place("broadcasts.detach", number)))
    typing = place("broadcasts.text", number)
    return Screen(texts.ask_text(at.row.text), [buttons], typing=typing)


def draw_draft(at: Draft) -> Screen:
    number = at.row.id or 0

    def opens(label: str, name: str) -> Button:
        return Button(label, opens=place(f"broadcasts.{name}", number))

    text = texts.draft(
        at.row.text, at.whom, at.starts, at.file.state if at.file else "", at.questions,
        at.row.reason, duty=at.row.duty,
    )  # fmt: skip
    preview = place("broadcasts.preview", number)
    drop = Button(words.DELETE, does=place("broadcasts.drop", number), style=Style.BAD)
    return Screen(
        text,
        [
            [opens(texts.TEXT, "text"), opens(texts.AUDIENCE, "audience")],
            [opens(texts.TIME, "time"), opens(texts.QUIZ, "quiz")],
            [Button(texts.PREVIEW, opens=preview, style=Style.GOOD)],
            [drop, Button(words.BACK, opens=DESK)],
        ],
    )


def draw_audience(at: Choice) -> Screen:
    number = at.row.id or 0

    def chooses(label: str, audience: str, *which: str | int) -> Button:
        return Button(label, does=place("broadcasts.choose", number, audience, *which))

    rows = [
        [chooses(audiences.WHOLE, Audience.EVERYBODY)],
        [
            Button(audiences.A_UNIT, opens=place("broadcasts.unit", number)),
            Button(audiences.A_ROLE, opens=place("broadcasts.role", number)),
        ],
        [chooses(audiences.STAFF[one], Audience.STAFF, one) for one in Staff],
    ]
    if at.options:
        rows.append([Button(audiences.EARLIER_QUIZ, opens=place("broadcasts.failed", number))])
    return Screen(audiences.ask_audience(), [*rows, [_back(number)]])


def draw_role(at: Choice) -> Screen:
    number = at.row.id or 0
    buttons = [
        Button(audiences.ROLES[one], does=place("broadcasts.choose", number, Audience.ROLE, one))
        for one in ROLES
    ]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    return Screen(audiences.ask_role(), [*rows, [_whom(number)]])


def draw_failed(at: Choice) -> Screen:
    number = at.row.id or 0
    rows = [
        [
            Button(
                words.fitting(title or str(one)),
                does=place("broadcasts.choose", number, Audience.FAILED, one),
            )
        ]
        for one, title in at.options
    ]
    return Screen(audiences.ask_quiz(), [*rows, [_whom(number)]])


def draw_unit(at: Choice) -> Screen:
    number = at.row.id or 0
    return Screen(audiences.ask_unit(), [[_whom(number)]], typing=place("broadcasts.unit", number))


def draw_units(at: Choice) -> Screen:
    number = at.row.id or 0
    rows = [
        [Button(words.fitting(name), opens=place("broadcasts.below", number, unit))]
        for unit, name in at.options
    ]
    typing = place("broadcasts.unit", number)
    return Screen(audiences.which_unit(), [*rows, [_whom(number)]], typing=typing)


def draw_below(at: Choice) -> Screen:
    number = at.row.id or 0
    rows = [
        [
            Button(audiences.WITH_BELOW, does=place("broadcasts.choose", number, "below", unit)),
            Button(audiences.UNIT_ALONE, does=place("broadcasts.choose", number, "unit", unit)),
        ]
        for unit, _ in at.options
    ]
    name = at.options[0][1] if at.options else ""
    return Screen(audiences.below(name), [*rows, [_whom(number)]])


def draw_time(at: Draft) -> Screen:
    number = at.row.id or 0
    label = texts.NO_DUTY if at.row.duty else texts.DUTY
    duty = Button(label, does=place("broadcasts.duty", number, int(not at.row.duty)))
    rows = [[duty]]
    if at.row.starts:
        rows.append([Button(texts.AT_ONCE, does=place("broadcasts.at_once", number))])
    text = texts.ask_time(at.starts, duty=at.row.duty)
    return Screen(text, [*rows, [_back(number)]], typing=place("broadcasts.time", number))


def draw_preview(at: Preview) -> Screen:
    """As it will come, then a line, then what only its author reads."""
    row, count = at.draft.row, at.sizes.count
    number = row.id or 0
    blocks = [
        sending.reach(count.people, count.never, count.blocked),
        sending.begins(at.sizes.begins, late=at.sizes.late),
        sending.duration(-(-count.reached // PER_MINUTE)) if count.reached > PER_MINUTE else "",
        sending.second() if at.second else "",
        MISSING[at.missing] if at.missing else "",
    ]
    out = count.never + count.blocked
    rows = [[Button(sending.TO_ME, does=place("broadcasts.to_me", number))]]
    if not at.missing:
        act = place("broadcasts.send", number, row.version)
        label = sending.ASK_SECOND if at.second else sending.SEND_NOW
        rows.append([Button(label, does=act, style=Style.GOOD)])
    if out and row.audience != Audience.FAILED:
        rows.append([Button(sending.OUTSIDE, opens=place("broadcasts.outside", number, 0))])
    said = sending.letter(row.text, None, quiz=bool(row.mark))
    text = f"{said}\n\n{sending.under(blocks)}"
    return Screen(text, [*rows, [_back(number)]], files=files(at.draft.file))


def files(file: BroadcastFile | None) -> list[File]:
    """The picture or PDF, once it has passed."""
    if file is None or file.state != EvidenceState.KEPT:
        return []
    return [File(FileKind(file.kind), file.name, file_id=file.file_id, keepable=True)]


def _back(number: int) -> Button:
    return Button(words.BACK, opens=place("broadcasts.draft", number))


def _whom(number: int) -> Button:
    return Button(words.BACK, opens=place("broadcasts.audience", number))
