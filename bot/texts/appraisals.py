"""Sentences of the superior's quarterly appraisal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.texts import reports, words
from bot.texts.language import _

BEGIN = _("Begin the appraisal")
GO_ON = _("Go on with the appraisal")
SUMMARY = _("Summary")
FEEDBACK = _("Feedback to the person")
SEE_RESULT = _("See the result")
LEVELS = (_("Far below"), _("Below"), _("Nearly as expected"), _("As expected"), _("Above"))
LABEL = 24
ANCHOR = 105


def nobody_to_rate() -> str:
    return _("Nobody is listed under you, so there is nothing to rate. Open /menu to go on.")


def already_sent() -> str:
    return _(
        "This appraisal has been sent already and stays as it is. Open /nilai to see the list."
    )


def not_open(submit_until: date) -> str:
    return _(
        "Rating begins once the reports are in, after {day}, or earlier when the quarter is over "
        "and the report has been sent. Open /nilai later."
    ).format(day=words.day(submit_until))


def incomplete() -> str:
    return _("The appraisal is not complete yet. The summary names what is missing.")


def too_short() -> str:
    return _("That is too short to be understood later. Please write at least one sentence.")


def sent_notice() -> str:
    return _("The appraisal has been sent.")


def none_opened() -> str:
    return _("No quarter has opened yet. There is nothing to rate.")


def people(year: int, quarter: int, sent: int, total: int, due: date, today: date) -> str:
    title = _("Appraisals of {quarter}").format(quarter=words.quarter(year, quarter))
    lines = [words.bold(title)]
    lines.append(_("{sent} of {total} sent.").format(sent=sent, total=total))
    if sent < total:
        lines.append(
            _("To be finished by {day} ({left}).").format(
                day=words.day(due), left=words.days_left(due, today)
            )
        )
    return "\n".join(lines)


def people_line(name: str, reported: bool, state: str) -> str:
    report = _("report sent") if reported else _("no report yet")
    return f"• {words.safe(name)}: {report}, {state_word(state)}"


def state_word(state: str) -> str:
    words_ = {"": _("not begun"), "draft": _("being filled in"), "sent": _("sent")}
    return words_[state]


def choose() -> str:
    return _("Choose whom to open.")


def label(name: str) -> str:
    """A name without titles that fits on a button."""
    bare = strip_titles(name)
    return bare if len(bare) <= LABEL else bare[: LABEL - 1].rstrip() + "…"


def person(name: str, sex: int, post: str, year: int, quarter: int) -> str:
    who = words.bold(words.addressed(name, sex))
    return f"{who}\n{words.safe(post)}, {words.quarter(year, quarter)}"


def report(text: str, reported: bool) -> str:
    if not reported:
        return _("The report of this quarter has not been sent.")
    return _("Report:") + f"\n<i>{words.safe(text)}</i>"


def deeds(listed: Sequence[tuple[str, bool]]) -> str:
    if not listed:
        return _("No achievements of this quarter.")
    return "\n".join([_("Achievements:"), *reports.deed_lines(listed)])


def person_state(state: str, open_: bool, submit_until: date) -> str:
    if state == "sent":
        return _("The appraisal has been sent and is final.")
    if not open_:
        return not_open(submit_until)
    return _("The appraisal is {state}. Every tap is kept; you may stop at any time.").format(
        state=state_word(state)
    )


def indicator(
    name: str, title: str, meaning: str, anchors: Sequence[str], step: int, steps: int
) -> str:
    lines = [f"{words.step(step, steps)} · {words.safe(label(name))}", words.bold(title)]
    if meaning:
        lines.append(words.safe(meaning))
    lines.append("")
    lines += [f"{level}. {words.safe(_cut(anchor))}" for level, anchor in enumerate(anchors, 1)]
    return "\n".join(lines)


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
        f"{words.bold(indicator_)} · {words.safe(label(name))}",
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
        _("Feedback to {name}").format(name=words.bold(label(name))),
        _(
            "Type one to three sentences: what went well, what should become better, and how you "
            "will help. The person reads this with the result."
        ),
    ]
    if note:
        lines.append(_("So far: <i>{text}</i>").format(text=words.safe(note)))
    return "\n\n".join(lines)


def summary(name: str, year: int, quarter: int) -> str:
    title = _("Summary: {name}").format(name=label(name))
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
    return _("Which line of {name} do you want to change?").format(name=words.bold(label(name)))


def line_label(title: str, level_: int | None) -> str:
    given = str(level_) if level_ else "-"
    room = LABEL - len(given) - 2
    short = title if len(title) <= room else title[: room - 1].rstrip() + "…"
    return f"{short}: {given}"


def _cut(anchor: str) -> str:
    return anchor if len(anchor) <= ANCHOR else anchor[: ANCHOR - 1].rstrip() + "…"
