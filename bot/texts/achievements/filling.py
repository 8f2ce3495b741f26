"""Sentences of the steps in which an achievement is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.achievements import EFFECT, NUMBERED, STORY_LENGTH, Step, number_of
from bot.texts import words
from bot.texts.language import _

CREATE = _("New achievement")
START_ANEW = _("Start again")
MAKE_ONE = _("Record as achievement")
NOT_NOW = _("No, delete")
TODAY = _("Today")
YESTERDAY = _("Yesterday")
RIGHT = _("Yes, correct")
OTHER_DAY = _("Another day")
ITEMS = _("Arrange evidence")
NO_EFFECT = _("Leave out effect")
MINE = _("My achievements")
GO_ON = _("Continue filling in")
CHECKED = "✓"
EXCERPT = 300


def prompt(step: Step, title: str, answer: str, complete: bool) -> str:
    """The whole screen of a step: where I am, what is asked, what stands there now."""
    head = _("Achievement · {step}").format(step=words.step(number_of(step), len(NUMBERED)))
    lines = [head if not complete else _("Achievement · change")]
    if title and step is not Step.TITLE:
        lines.append(words.bold(title))
    lines.append(_question(step))
    if answer:
        lines.append(_("Now: {answer}").format(answer=words.safe(shorten(answer))))
    lines.append(_hint(step, bool(answer)))
    return "\n\n".join(lines)


def _question(step: Step) -> str:
    return {
        Step.TITLE: _("<b>What is the title of your achievement?</b>"),
        Step.STORY: _("<b>What did you do, and for whom?</b>"),
        Step.DATE: _("<b>When was it done?</b>"),
        Step.CATEGORY: _("<b>Which category fits best?</b>"),
        Step.INDICATOR: _("<b>Which indicator does it support?</b> One to three."),
        Step.BEFORE: _("<b>Can the effect be measured?</b> What was the number before?"),
        Step.AFTER: _("<b>And what is the number now?</b>"),
        Step.UNIT: _("<b>In which unit?</b> For example days, files, percent."),
        Step.EVIDENCE: _("<b>Evidence</b>"),
    }[step]


def _hint(step: Step, has_answer: bool) -> str:
    if step is Step.STORY:
        return _(
            "Write it in your own words, at most {most} characters. Two sentences are enough."
        ).format(most=words.number(STORY_LENGTH))
    if step in (Step.CATEGORY, Step.INDICATOR):
        return _("Choose with the buttons.")
    if step is Step.DATE:
        return _("Choose a button or write the date, for example <b>12 August</b>.")
    if step in EFFECT and not has_answer:
        return _("Write the answer, or press Skip.")
    if has_answer:
        return _("Write a new answer, or press Next to keep it.")
    return _("Write one short sentence.")


def evidence(title: str, lines: Sequence[str], most: int, complete: bool) -> str:
    head = _("Achievement · {step}").format(
        step=words.step(number_of(Step.EVIDENCE), len(NUMBERED))
    )
    parts = [_("Achievement · change") if complete else head, words.bold(title)]
    counted = _("<b>Evidence: {count} of {most}</b>").format(count=len(lines), most=most)
    parts.append("\n".join([counted, *lines]))
    if lines:
        parts.append(_("Send another photo, file, voice note, place or link, or press Next."))
    else:
        parts.append(
            _(
                "Send photos, files, voice notes, a place or a link; at most 10 MB each. "
                "Without evidence, press Skip."
            )
        )
    return "\n\n".join(parts)


def items(page: int, pages: int) -> str:
    return _(
        "Achievement · evidence · page {page} of {pages}\n\n"
        "Press an item to take it off. The others stay."
    ).format(page=page + 1, pages=pages)


def days_asked(days: Sequence[date], outside_quarter: bool) -> str:
    step = words.step(number_of(Step.DATE), len(NUMBERED))
    lines = [_("Achievement · {step}").format(step=step)]
    if len(days) == 1:
        lines.append(_("<b>{day}</b>. Is that right?").format(day=words.day(days[0])))
    else:
        lines.append(_("That can mean more than one day. Which one?"))
    if outside_quarter:
        lines.append(outside())
    lines.append(_("Press a button, or write the date again."))
    return "\n\n".join(lines)


def outside() -> str:
    return _(
        "⚠ That lies before the running quarter. It is kept in your record, "
        "but no longer counts in an appraisal that is closed."
    )


def resume(title: str, at: datetime) -> str:
    named = words.bold(title) if title else _("(without a title yet)")
    return _(
        "<b>Continue the draft?</b>\n\n{title}\nLast changed {at}.\n\n"
        "Continue where you stopped, or start anew; the draft stays until you delete it."
    ).format(title=named, at=words.moment(at))


def offer(title: str, story: str, lines: Sequence[str]) -> str:
    parts = [_("<b>Shall this become an achievement?</b>")]
    if story:
        parts.append(words.safe(shorten(story)))
    elif title:
        parts.append(words.safe(title))
    if lines:
        parts.append("\n".join([_("Evidence: {count}").format(count=len(lines)), *lines]))
    parts.append(_("It is kept as a draft. A few questions are left; more pictures are welcome."))
    return "\n\n".join(parts)


def left() -> str:
    return _("The draft is kept. You can go on any time with /prestasi.")


def today(day: date) -> str:
    return f"{TODAY} ({day.day}/{day.month})"


def yesterday(day: date) -> str:
    return f"{YESTERDAY} ({day.day}/{day.month})"


def shorten(text: str, most: int = EXCERPT) -> str:
    """At most so many characters, cut at a word."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0] if " " in text[:most] else text[:most]
    return f"{cut}…"
