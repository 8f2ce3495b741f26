"""Sentences for those who rate, and for letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.achievements import Verdict
from bot.texts import words
from bot.texts.achievements.filling import shorten
from bot.texts.achievements.items import FAULTS, KINDS
from bot.texts.language import _

RATE = _("Rate")
NOTE = _("Note")
NO_NOTE = _("Delete note")
QUEUE = _("Queue")


def nothing_waits() -> str:
    return _("<b>Queue of achievements</b>\n\nNothing is waiting for your rating. Thank you.")


def head(position: int, of: int) -> str:
    return _("Rate achievements · {position} of {of}").format(position=position, of=of)


def owner(name: str, unit: str, since: datetime, due: date, today: date) -> str:
    return _("{name}, {unit}\nSent {since}, due {left}").format(
        name=words.safe(name),
        unit=words.safe(unit),
        since=words.short_day(since.date()),
        left=words.days_left(due, today),
    )


def returned(at: datetime, by: str, note: str, *, mine: bool) -> str:
    """`note` only for who wrote it."""
    day = words.short_day(at.date())
    if not mine:
        return _("Sent again. {name} returned it on {day}.").format(name=words.safe(by), day=day)
    return _("Sent again. You returned it on {day}: {note}").format(
        day=day, note=words.safe(shorten(note, 200))
    )


def doubtful(name: str, done_on: date | None, same: bool) -> str:
    day = words.short_day(done_on) if done_on else "-"
    if same:
        return _("⚠ The same evidence is also in an achievement of {name} ({day}).").format(
            name=words.safe(name), day=day
        )
    return _("⚠ Nearly the same picture is also in an achievement of {name} ({day}).").format(
        name=words.safe(name), day=day
    )


def review(parts: Sequence[str], levels_missing: bool) -> str:
    ask = (
        _("Press Rate, or return or reject it with a reason.")
        if levels_missing
        else _("All levels are given. Press Rate to look at them and decide.")
    )
    return "\n\n".join([*(part for part in parts if part), ask])


def decided(title: str) -> str:
    return _("Rate achievements\n\n{title}\n\nThis has already been decided.").format(
        title=words.bold(title)
    )


def marking(
    title: str, name: str, meaning: str, number: int, of: int, anchors: Sequence[str]
) -> str:
    step = words.step(number, of)
    lines = [
        _("Rate achievements · {step}").format(step=step),
        words.bold(shorten(title, 80)),
        f"<b>{words.safe(name)}</b>\n{words.safe(shorten(meaning, 120))}",
        "\n".join(f"<b>{level}</b> {words.safe(said)}" for level, said in enumerate(anchors, 1)),
        _("Choose the sentence that fits best."),
    ]
    return "\n\n".join(lines)


def level(number: int, anchor: str, chosen: bool) -> str:
    """A label that begins with the digit."""
    return words.fitting(f"{number}{' ✓' if chosen else ''} {anchor}")


def verdict(
    meant: Verdict,
    title: str,
    owner_name: str,
    marks: Sequence[tuple[str, int, str]],
    note: str,
    has_voice: bool,
) -> str:
    heads = {
        Verdict.APPROVE: _("Rate achievements · approve?"),
        Verdict.RETURN: _("Rate achievements · return?"),
        Verdict.REJECT: _("Rate achievements · reject?"),
    }
    lines = [heads[meant], f"{words.bold(shorten(title, 80))}\n{words.safe(owner_name)}"]
    if meant is Verdict.APPROVE:
        lines.extend(
            f"{words.safe(name)}: <b>{level}</b>\n{words.safe(said)}"
            for name, level, said in marks
        )
    if note:
        lines.append(_("Note: {note}").format(note=words.safe(note)))
    if has_voice:
        lines.append(_("There is a spoken note."))
    lines.append(
        {
            Verdict.APPROVE: _("The employee reads the levels and the note. This is final."),
            Verdict.RETURN: _("The employee reads the reason and can send it again."),
            Verdict.REJECT: _("The employee reads the reason. This is final."),
        }[meant]
    )
    return "\n\n".join(lines)


def why(meant: Verdict, title: str, note: str = "") -> str:
    """Asks for the reason; `note` is what was written before and can be used as it is."""
    if meant is Verdict.RETURN:
        ask = _("<b>What should be mended?</b> Write it for the employee.")
    else:
        ask = _("<b>Why is it rejected?</b> Write the reason for the employee.")
    parts = [_("Rate achievements"), words.bold(shorten(title, 80)), ask]
    if note:
        parts.append(_("Now: {answer}").format(answer=words.safe(note)))
        parts.append(_("Write a new answer, or press Next to keep it."))
    return "\n\n".join(parts)


def ask_note(title: str) -> str:
    return "\n\n".join(
        [
            _("Rate achievements"),
            words.bold(shorten(title, 80)),
            _("<b>A note for the employee?</b> Write it or speak it."),
        ]
    )


def letter_waiting(count: int) -> str:
    return _("Achievements waiting for your rating: <b>{count}</b>.").format(count=count)


def letter_nudged() -> str:
    return _("A polite reminder: an achievement is still waiting for your rating.")


def letter_decided() -> str:
    return _("One of your achievements has been decided. Please open it to read the result.")


def letter_no_rater() -> str:
    return _(
        "Your achievement could not be handed over: your superior is not recorded. "
        "It is a draft again; please ask the staff office to complete your data."
    )


def letter_refused(kind: str, name: str, fault: str) -> str:
    shown = f"{KINDS.get(kind, kind)} {words.safe(shorten(name, 60))}".strip()
    return _(
        "A piece of evidence could not be kept: {shown}, because {why}. "
        "Nothing else of the achievement is lost."
    ).format(shown=shown, why=FAULTS.get(fault, fault))
