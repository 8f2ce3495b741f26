"""Drawing a division of seats, before HR and the second person."""

from __future__ import annotations

from functools import partial

from sqlmodel import Session

from bot.actions import trainings
from bot.actions.trainings.exporting import COURSES, GROUPS, LINES, MONEY
from bot.documents import sheet
from bot.rules.trainings import needs
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.trainings import dividing as texts
from bot.texts.trainings import lines, said
from handlers.lists import turns
from handlers.trainings.mine import MENU
from storage.trainings import allocation

DESK = Button(words.BACK, opens=Place("trainings.desk"))


def draw_division(at: trainings.Division) -> Screen:
    row, number = at.row, at.row.id or 0
    blocks = [
        texts.division(
            texts.STATES[row.state], at.maker, row.made_at, at.figures, at.given, at.benefit,
            at.changed, at.groups, at.unit_names,
        )
    ]  # fmt: skip
    if row.state == allocation.REFUSED:
        blocks.append(texts.answered(at.decider, row.answer or ""))
    if row.state == allocation.SIGNED:
        blocks.append(texts.signed_by(at.decider))
    rows = [
        [
            Button(
                words.fitting(f"{given}/{asked} {course.name}"),
                opens=place("trainings.course_lines", number, course.id or 0, 0),
            )
        ]
        for course, given, asked in at.courses
    ]
    rows.append(_acts(at))
    if at.courses and not at.page:
        rows.append([Button(texts.TABLE, opens=place("trainings.export", number))])
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.division", number, to))
    way = DESK if at.mine else MENU
    return Screen("\n\n".join(blocks), [*rows, [*turn, way]])


def _acts(at: trainings.Division) -> list[Button]:
    state, number = at.row.state, at.row.id or 0
    row = []
    if at.may_sign:
        row.append(Button(texts.SIGN, opens=place("trainings.signing", number), style=Style.GOOD))
        row.append(
            Button(texts.SEND_BACK, opens=place("trainings.unsign", number), style=Style.BAD)
        )
    if at.mine and state == allocation.DRAFT:
        give = place("trainings.give", number, at.seen)
        row.append(Button(texts.GIVE, does=give, style=Style.GOOD))
    if at.mine and state in allocation.LIVING:
        row.append(Button(texts.CALL_OFF, does=place("trainings.call_off", number)))
    return row


def draw_export(at: trainings.Exported) -> Screen:
    sheets = [
        (texts.SHEETS[0], LINES, at.lines),
        (texts.SHEETS[1], GROUPS, at.groups),
        (texts.SHEETS[2], COURSES, at.courses),
        (texts.SHEETS[3], MONEY, at.money),
    ]
    number = at.division.row.id or 0
    drawing = partial(sheet.workbook, sheets)
    file = File(FileKind.DOCUMENT, texts.table_name(number), drawing=drawing, keepable=True)
    return Screen(texts.table(len(at.lines)), [[_back(at.division), MENU]], files=[file])


def draw_lines(at: trainings.Lines) -> Screen:
    told = [lines.line_label(name, one.benefit, seat=one.given) for one, name in at.lines]
    rows = [
        [Button(words.called(name), opens=place("trainings.line", one.id or 0))]
        for one, name in at.lines
    ]
    here = (at.allocation_id, at.course.id or 0)
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.course_lines", *here, to))
    back = Button(words.BACK, opens=place("trainings.division", at.allocation_id, 0))
    text = lines.lines(at.course.name, told, at.page, at.pages)
    return Screen(text, [*rows, [*turn, back, MENU]])


def draw_line(at: trainings.Line) -> Screen:
    one = at.line
    cause = one.cause if one.changed is None else ""
    parts = needs.read(one.parts)
    text = lines.line(at.name, at.course.name, at.request.why, parts, cause, seat=one.given)
    if one.why:
        text += "\n\n" + lines.changed_by(at.changer, one.why)
    if at.warns:
        text += "\n\n" + said.warning()
    rows = []
    if at.may_change:
        label = lines.TAKE_SEAT if one.given else lines.GIVE_SEAT
        rows.append([Button(label, opens=place("trainings.change", one.id or 0))])
    back = place("trainings.course_lines", one.allocation_id, at.course.id or 0, 0)
    return Screen(text, [*rows, [Button(words.BACK, opens=back), MENU]])


def draw_change(at: trainings.Line) -> Screen:
    number = at.line.id or 0
    back = Button(words.BACK, opens=place("trainings.line", number))
    text = lines.ask_change(at.name, gives=not at.line.given)
    return Screen(text, [[back, MENU]], typing=place("trainings.change_text", number))


def _back(at: trainings.Division) -> Button:
    return Button(words.BACK, opens=place("trainings.division", at.row.id or 0, 0))


def draw_signing(at: trainings.Division) -> Screen:
    sign = place("trainings.sign", at.row.id or 0, at.seen)
    rows = [[Button(texts.REALLY_SIGN, does=sign, style=Style.GOOD)], [_back(at), MENU]]
    return Screen(texts.signing(at.given, at.figures.get("asked", 0), at.removed), rows)


def draw_unsign(at: trainings.Division) -> Screen:
    typing = place("trainings.unsign_text", at.row.id or 0)
    return Screen(texts.ask_send_back(), [[_back(at), MENU]], typing=typing)


def draw_unsigning(at: trainings.Division) -> Screen:
    refuse = place("trainings.send_back", at.row.id or 0, at.seen)
    rows = [
        [Button(texts.REALLY_SEND_BACK, does=refuse, style=Style.BAD)],
        [
            Button(words.CHANGE, opens=place("trainings.unsign", at.row.id or 0)),
            _back(at),
        ],
    ]
    return Screen(texts.sending_back(at.refusal), rows)


def still_waits(session: Session, number: int) -> bool:
    row = allocation.get(session, number)
    return row is not None and row.state == allocation.WAITING
