"""Screens of a broadcast on its way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules import broadcasts as rules
from bot.rules.broadcasts import State
from bot.texts import words
from bot.texts.broadcasts.writing import STATES, when
from bot.texts.language import _

PROGRESS = _("How far it came")
STOP = _("Stop it")
REALLY_STOP = _("Yes, stop it")
CORRECT = _("Correct the text")
REMIND = _("Remind of the quiz")
ANSWERS = _("Results of the quiz")
BY_UNIT = _("Unit by unit")
LOOK_AGAIN = _("See again")
KEYS = (_("read"), _("delivered"), _("not delivered yet"), _("not reached"))
UNDER = _("Whom the broadcast reached, unit by unit")
ALL = _("All units")


def progress(
    title: str, state: str, author: str, approver: str, starts: datetime | None,
    at: Sequence[int], *, duty: bool,
) -> str:  # fmt: skip
    """`at`: people, out, sent, seen, failed, unknown, stopped, waiting."""
    people, out, sent, seen, failed, unknown, stopped, waits = map(words.number, at)
    lines = [
        words.bold(words.fitting(title, 80)),
        _("State: {state}").format(state=STATES[State(state)]),
        _("Written by: {name}").format(name=words.safe(author)),
    ]
    if approver:
        lines.append(_("Agreed by: {name}").format(name=words.safe(approver)))
    if state == State.PLANNED:
        return "\n".join([*lines, when(starts, duty=duty)])
    counts = [
        _("For: {count} people").format(count=people),
        _("Delivered: {count}, of them read: {seen}").format(count=sent, seen=seen),
    ]
    for said, many in (
        (_("On the way: {count}"), waits),
        (_("Not delivered: {count}"), failed),
        (_("Unknown whether it arrived: {count}"), unknown),
        (_("Stopped before it went out: {count}"), stopped),
        (_("Out of reach: {count}"), out),
    ):
        if many != "0":
            counts.append(said.format(count=many))
    return "\n".join([*lines, "", *counts])


def corrected(moment: datetime, edition: int) -> str:
    return _("Corrected on {moment} (edition {edition}).").format(
        moment=words.moment(moment), edition=words.number(edition)
    )


def correcting() -> str:
    return _("A correction waits for the second person.")


def quiz(answered: int, passed: int, until: date | None) -> str:
    said = _("Quiz: {answered} have answered, {passed} have passed.").format(
        answered=words.number(answered), passed=words.number(passed)
    )
    if until is None:
        return said
    return said + " " + _("It is open until {day}.").format(day=words.day(until))


def sure_to_stop(waits: int) -> str:
    return _(
        "<b>Stop this broadcast?</b>\n\nStill to go: {count}. They will not get it. Copies that "
        "have arrived cannot be taken back, but their text can be corrected."
    ).format(count=words.number(waits))


def ask_correction(text: str, sent: int) -> str:
    return (
        _(
            "<b>Correct the text</b>\n\nType the whole text as it should read. It is edited in "
            "the {count} chats where it has arrived; nobody gets a new message."
        ).format(count=words.number(sent))
        + f"\n\n<i>{words.safe(words.fitting(text, 500))}</i>"
    )


def shown(seen: int, sent: int, people: int) -> str:
    """`7 dari 9`: to whom it was delivered."""
    return _("{part} of {whole}").format(
        part=words.number(seen + sent), whole=words.number(people)
    )


def said(parts: Sequence[int]) -> str:
    told = [f"{name} {words.number(n)}" for name, n in zip(KEYS, parts, strict=True) if n]
    return ", ".join(told)


def by_unit(
    title: str, rows: Sequence[tuple[str, Sequence[int], int, int, int]], page: int, pages: int,
    *, quiz: bool,
) -> str:  # fmt: skip
    """Name, parts, people, answered, passed of each line, all units first."""
    head = words.bold(words.fitting(title, 60))
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    lines = []
    for name, parts, people, answered, passed in rows:
        line = (
            f"<b>{words.safe(words.fitting(name, 60))}</b>: "
            f"{shown(parts[0], parts[1], people)}\n{said(parts)}"
        )
        if quiz and answered >= rules.SHOWN_FROM:
            line += "\n" + _("quiz: {answered} answered, {passed} passed").format(
                answered=words.number(answered), passed=words.number(passed)
            )
        lines.append(line)
    return "\n\n".join([head, *lines])


def answers(
    title: str, answered: int, passed: int, lines: Sequence[tuple[str, int | None]]
) -> str:
    """Question and share of right first answers of each line, in percent."""
    head = words.bold(_("Results of the quiz"))
    counts = _("{answered} have answered, {passed} have passed.").format(
        answered=words.number(answered), passed=words.number(passed)
    )
    told = []
    for at, (text, share) in enumerate(lines, 1):
        line = f"{at}. {words.safe(words.fitting(text, 60))}"
        if share is not None:
            line += "\n" + _("right at the first try: {share}%").format(share=share)
        told.append(line)
    blocks = [f"{head}\n{words.safe(words.fitting(title, 60))}", counts, "\n".join(told)]
    if answered < rules.SHOWN_FROM:
        blocks.append(
            _("Shares are shown once {count} people have answered.").format(count=rules.SHOWN_FROM)
        )
    blocks.append(_("Nobody is told who answered what; it is no part of anybody's score."))
    return "\n\n".join(blocks)
