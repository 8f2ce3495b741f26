"""Sentences of the quarterly report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.texts import words
from bot.texts.language import _

WRITE = _("Write my report")
DISCARD = _("Discard the draft")
SENTENCE = _("Sentence")
HELPED, HINDERED = _("What helped"), _("What hindered")
FULL = _("Full report")
RATED, WAITING = _("rated"), _("waiting")
DEEDS_SHOWN = 4
TITLE_LENGTH = 40
RESULTS_SHOWN = 6


def none_opened() -> str:
    return _("No quarter has opened yet. You will be told as soon as there is a report to write.")


def heading(year: int, quarter: int) -> str:
    title = _("Report of {quarter}").format(quarter=words.quarter(year, quarter))
    return words.bold(title)


def deeds(listed: Sequence[tuple[str, bool]]) -> str:
    """Titles with whether each is rated; the rest is counted."""
    if not listed:
        return _("No achievements are recorded for this quarter yet. /prestasi records one.")
    lines = [_("Your achievements of this quarter:")]
    lines += deed_lines(listed)
    return "\n".join(lines)


def deed_lines(listed: Sequence[tuple[str, bool]]) -> list[str]:
    lines = [
        f"• {words.safe(short(title))} ({RATED if rated else WAITING})"
        for title, rated in listed[:DEEDS_SHOWN]
    ]
    if len(listed) > DEEDS_SHOWN:
        lines.append(_("and {count} more").format(count=len(listed) - DEEDS_SHOWN))
    return lines


def short(title: str) -> str:
    return title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rstrip() + "…"


def question() -> str:
    return _("What mattered most this quarter? Type one to three sentences and send them here.")


def draft(text: str) -> str:
    return _("Your draft, not sent yet:") + f"\n<i>{words.safe(text)}</i>"


def check_draft() -> str:
    return _("Press {send} if it is right, or {change} to write it anew.").format(
        send=words.SEND, change=words.CHANGE
    )


def sent(text: str, at: datetime) -> str:
    when = _("Sent on {moment}:").format(moment=words.moment(at))
    return f"{when}\n<i>{words.safe(text)}</i>" if text else when.rstrip(":") + "."


def may_change(due: date) -> str:
    return _("Your superior can read it. You may change it until {day}.").format(
        day=words.day(due)
    )


def due(day: date, today: date) -> str:
    return _("To be sent by {day} ({left}).").format(
        day=words.day(day), left=words.days_left(day, today)
    )


def fixed(*, rated: bool) -> str:
    if rated:
        return _("Your superior has rated this quarter, so the report stays as it is.")
    return _("The report can no longer be changed.")


def closed(*, rated: bool, due: date) -> str:
    if rated:
        return fixed(rated=True)
    return _(
        "The report could be changed until {day}. Open /laporan to read what you sent."
    ).format(day=words.day(due))


def too_short() -> str:
    return _("That is too short to say what mattered. Please write one to three sentences.")


def nothing_to_send() -> str:
    return _("There is no draft to send. Open /laporan to see your report.")


def sent_notice() -> str:
    return _("Your report has been sent.")


def results(lines: Sequence[str]) -> str:
    """Realised figures of planned results, each in one line; the rest is counted."""
    shown = [_("Planned results and what was realised:"), *lines[:RESULTS_SHOWN]]
    if len(lines) > RESULTS_SHOWN:
        shown.append(_("and {count} more").format(count=len(lines) - RESULTS_SHOWN))
    return "\n".join(shown)


def result(position: int, text: str, figure: str, remark: str, *, own: bool) -> str:
    """`1. Berkas selesai: 42 dari 40 berkas (menurut saya) · catatan`."""
    said = _(" (own figure)") if own else ""
    noted = f" · <i>{words.safe(words.fitting(remark, 60))}</i>" if remark else ""
    return f"{position}. {words.safe(words.fitting(text, 45))}: {figure}{said}{noted}"


def questions(helped: str, hindered: str) -> str:
    """What helped and what hindered, as far as it was said."""
    lines = []
    if helped:
        lines.append(_("Helped: {text}").format(text=words.safe(words.fitting(helped, 90))))
    if hindered:
        lines.append(_("Hindered: {text}").format(text=words.safe(words.fitting(hindered, 90))))
    return "\n".join(lines)


def prefilled() -> str:
    return _(
        "The figures come from your achievements. Press {send} if they are right, or type one to "
        "three sentences about the quarter first."
    ).format(send=words.SEND)


def changed_parts() -> str:
    return _("Changed and not sent yet. Press {send} if it is right.").format(send=words.SEND)


def ask_line() -> str:
    return _("What do you want to add or change?")


def ask_result(text: str, figure: str) -> str:
    return "\n\n".join(
        [
            f"{words.bold(text)}\n{figure}",
            _(
                "Type what was realised, a remark, or both with a semicolon between, for example "
                "<b>18; two wait for a signature</b>."
            ),
        ]
    )


def ask_helped(said: str) -> str:
    return _so_far(_("<b>What helped you this quarter?</b> One or two sentences."), said)


def ask_hindered(said: str) -> str:
    return _so_far(_("<b>What hindered you this quarter?</b> One or two sentences."), said)


def _so_far(asked: str, said: str) -> str:
    if not said:
        return asked
    return asked + "\n\n" + _("So far: <i>{text}</i>").format(text=words.safe(said))
