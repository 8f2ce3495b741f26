"""Sentences of filling in one appraisal."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts import reports, words
from bot.texts.language import _

SUMMARY = _("Summary")
LEVELS = (_("Far below"), _("Below"), _("Nearly as expected"), _("As expected"), _("Above"))
ANCHOR, SHORT_ANCHOR = 105, 80
PLANNED_SHOWN = 2


def indicator(
    name: str, title: str, meaning: str, anchors: Sequence[str], step: int, steps: int,
    planned: Sequence[str] = (),
) -> str:  # fmt: skip
    lines = [f"{words.step(step, steps)} · {words.safe(words.called(name))}", words.bold(title)]
    if meaning:
        lines.append(words.safe(meaning))
    lines.append("")
    most = SHORT_ANCHOR if planned else ANCHOR
    lines += [
        f"{level}. {words.safe(words.fitting(anchor, most))}"
        for level, anchor in enumerate(anchors, 1)
    ]
    if planned:
        lines += ["", *planned[:PLANNED_SHOWN]]
    if len(planned) > PLANNED_SHOWN:
        lines.append(_("and {count} more").format(count=len(planned) - PLANNED_SHOWN))
    return "\n".join(lines)


def planned(text: str, figure: str, stated: str) -> str:
    """`Rencana: Berkas selesai: 12 dari 40 berkas (30%)`, and what the report states else."""
    told = _("Planned: {text}: <b>{figure}</b>").format(
        text=words.safe(words.fitting(text, 45)), figure=figure
    )
    return told + " · " + _("report: {figure}").format(figure=stated) if stated else told


def proposal(titles: Sequence[tuple[str, int]], proposed: int | None, level: int | None) -> str:
    lines = []
    if proposed is None:
        lines.append(_("No rated achievement supports this indicator, so no level is proposed."))
    else:
        first = ", ".join(f"{words.safe(reports.short(t))} ({given})" for t, given in titles[:2])
        more = len(titles) - 2
        if more > 0:
            first += " " + _("and {count} more").format(count=more)
        lines.append(
            _("Proposed from the achievements: <b>{level}</b>. {titles}").format(
                level=proposed, titles=first
            )
        )
    if level is not None:
        lines.append(_("Your choice so far: <b>{level}</b>.").format(level=level))
    lines.append(_("Choose a level."))
    return "\n".join(lines)


def level(number: int, proposed: int | None, chosen: int | None) -> str:
    """`4 Sesuai (usulan)`; begins with the digit, at most 24 characters."""
    mark = ""
    if number == proposed:
        mark = " " + _("(proposed)")
    if number == chosen:
        mark = " ✓"
    return f"{number} {LEVELS[number - 1]}{mark}"


def reason(name: str, indicator_: str, level_: int, proposed: int, given: str | None) -> str:
    lines = [
        f"{words.bold(indicator_)} · {words.safe(words.called(name))}",
        _(
            "You chose level {level}; the achievements propose {proposed}. "
            "Please type in a sentence why, so that it can be understood later."
        ).format(level=level_, proposed=proposed),
    ]
    if given:
        lines.append(_("So far: <i>{text}</i>").format(text=words.safe(given)))
    return "\n\n".join(lines)


def feedback(name: str, note: str | None) -> str:
    lines = [
        _("Feedback to {name}").format(name=words.bold(words.called(name))),
        _(
            "Type one to three sentences: what went well, what should become better, and how you "
            "will help. The person reads this with the result."
        ),
    ]
    if note:
        lines.append(_("So far: <i>{text}</i>").format(text=words.safe(note)))
    return "\n\n".join(lines)


def summary(name: str, year: int, quarter: int) -> str:
    title = _("Summary: {name}").format(name=words.called(name))
    return f"{words.bold(title)}\n{words.quarter(year, quarter)}"


def summary_line(title: str, level_: int | None, reasoned: bool) -> str:
    given = str(level_) if level_ else _("not yet")
    why = " " + _("(with a reason)") if reasoned else ""
    return f"{words.safe(title)}: <b>{given}</b>{why}"


def shared(names: Sequence[str]) -> str:
    return _("Not rated by you, the weight is shared among the others: {names}.").format(
        names=", ".join(words.safe(name) for name in names)
    )


def note(text: str) -> str:
    return _("Feedback: <i>{text}</i>").format(text=words.safe(text[:150]))


def lacks(levels: int, reasons: Sequence[str], feedback_: bool) -> str:
    lines = []
    if levels:
        lines.append(_("Still without a level: {count}.").format(count=levels))
    if reasons:
        named = ", ".join(words.safe(name) for name in reasons)
        lines.append(_("A reason is still missing for: {names}.").format(names=named))
    if feedback_:
        lines.append(_("The result is below expectations, so feedback to the person is needed."))
    return "\n".join(lines)


def final() -> str:
    return _(
        "After {send} it is final: a later change needs two people. Press {send} if it is right."
    ).format(send=words.SEND)


def lines(name: str) -> str:
    return _("Which line of {name} do you want to change?").format(
        name=words.bold(words.called(name))
    )


def line_label(title: str, level_: int | None) -> str:
    given = str(level_) if level_ else "-"
    return f"{words.fitting(title, words.LABEL - len(given) - 2)}: {given}"
