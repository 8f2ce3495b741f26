"""Sentences about achievements: notices and refusals here, screens in the modules beside."""

from __future__ import annotations

from datetime import date

from bot.rules.achievements import Step, Verdict
from bot.texts import words
from bot.texts.language import _, ngettext

MEGABYTE = 1024 * 1024
DOOR = _("My achievements")
HELP = _("tell what you did well, with evidence, and see how it was rated")


def changed_since() -> str:
    return _("This has changed in the meantime. Please look at it once more.")


def still_missing() -> str:
    return _("This part is still missing; then it can be sent.")


def nobody_rates() -> str:
    return _(
        "Your superior is not recorded yet, so nobody could rate this. The draft is kept. "
        "Please ask the staff office to complete your data."
    )


def sent_notice() -> str:
    return _("Sent.")


def already_rated() -> str:
    return _("This has already been decided, so it cannot be withdrawn.")


def withdrawn_notice() -> str:
    return _("Withdrawn. It is a draft again.")


def nudge_later(rest: int) -> str:
    """`rest`: the days that have to pass."""
    return ngettext(
        "A reminder is possible {days} day after sending, and {days} day after the last one.",
        "A reminder is possible {days} days after sending, and {days} days after the last one.",
        rest,
    ).format(days=rest)


def nudged_notice() -> str:
    return _("A polite reminder is on its way.")


def deleted() -> str:
    return _("The draft has been deleted.")


def buttons_alone() -> str:
    return _(
        "Please press one of the buttons above. To record an achievement of your own, "
        "open /prestasi first."
    )


def note_kept() -> str:
    return _("Kept as your note. It goes out together with your decision.")


def words_dropped() -> str:
    return _("Discarded.")


def too_short() -> str:
    return _("That is too short. Please write a little more, so that it can be understood.")


def note_too_short() -> str:
    return _("Please write in a few words what the employee should know.")


def needed(step: Step) -> str:
    if step is Step.INDICATOR:
        return _("Please choose at least one indicator first.")
    return _("This part cannot be left empty. Please fill it in first.")


def not_a_number() -> str:
    return _(
        "Please write a number, for example <b>12</b>, <b>3,5</b> or <b>3 days</b>. "
        "If there is nothing to measure, press Skip."
    )


def enough_indicators(most: int) -> str:
    return _("At most {most} indicators. Take one off first.").format(most=most)


def enough_evidence(most: int) -> str:
    return _(
        "There are already {most} items of evidence, which is the most. "
        "Please take one off before you add another."
    ).format(most=most)


def day_in_future(day: date) -> str:
    return _("{day} is still to come. Please give the day on which it was done.").format(
        day=words.day(day)
    )


def day_too_old(day: date) -> str:
    return _(
        "{day} is more than a year ago. Please check the year; older achievements "
        "belong to earlier appraisals."
    ).format(day=words.day(day))


def day_not_understood() -> str:
    return _(
        "I could not read a date in that. Please write it for example as "
        "<b>12 August 2026</b>, <b>12/8</b> or <b>last Monday</b>."
    )


def evidence_wanted() -> str:
    return _("Please send a photo, file, voice note, place or link here, or press Next.")


def attached(elsewhere: bool) -> str:
    """Said when a file came while another thing was asked."""
    if elsewhere:
        return _("Kept as evidence. Now please answer the question below.")
    return ""


def attached_before() -> str:
    return _("This is already among the evidence.")


def file_too_large(size: int, most: int) -> str:
    return _(
        "The file is too large: {size} MB, at most {most} MB. "
        "Please send a smaller version; nothing else is lost."
    ).format(size=-(-size // MEGABYTE), most=most // MEGABYTE)


def quota_passed(used: int, size: int, most: int) -> str:
    return _(
        "There is no room for this file ({size} MB): {used} of the {most} MB of evidence that you "
        "may keep in a quarter are used. Please take off what is not needed, or send a smaller "
        "file or a link; nothing is lost."
    ).format(used=used // MEGABYTE, most=most // MEGABYTE, size=-(-size // MEGABYTE))


def file_kind() -> str:
    return _(
        "This kind of file cannot be used as evidence. "
        "Please send a photo, PDF, Word or Excel file, voice note or MP4 video."
    )


def voice_wanted() -> str:
    return _("Please send the note as text or as a voice message.")


def decided_already() -> str:
    return _("This has already been decided.")


def taken_back() -> str:
    return _("The employee has withdrawn this. Please open the queue for the others.")


def level_needed() -> str:
    return _("Please give a level for every indicator first.")


def reason_needed() -> str:
    return _("A reason is needed first.")


def decided_notice(verdict: Verdict) -> str:
    return {
        Verdict.APPROVE: _("Approved. The employee will be told."),
        Verdict.RETURN: _("Returned. The employee will be told what to mend."),
        Verdict.REJECT: _("Rejected. The employee will be told why."),
    }[verdict]


def returned_waits() -> str:
    return _("Correct an achievement")
