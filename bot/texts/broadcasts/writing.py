"""Screens of writing a broadcast and of its way out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules import broadcasts as rules
from bot.rules.broadcasts import Audience, Out, Staff, State
from bot.rules.evidence import EvidenceState
from bot.texts import words
from bot.texts.achievements.items import FAULTS as WHY_REFUSED
from bot.texts.achievements.items import KINDS
from bot.texts.language import _, ngettext

TITLE = _("Broadcasts")
NEW = _("New broadcast")
TEXT = _("Text and file")
AUDIENCE = _("For whom")
TIME = _("When")
QUIZ = _("Quiz")
PREVIEW = _("Preview")
NO_FILE = _("Without a file")
TO_ME = _("Send it to me first")
SEND_NOW = _("Yes, send it")
ASK_SECOND = _("Ask the second person")
TAKE_BACK = _("Take it back")
AT_ONCE = _("At once")
DUTY = _("At any hour (duty)")
NO_DUTY = _("Only in office hours")
WHOLE = _("Whole agency")
A_UNIT = _("A unit")
A_ROLE = _("A role")
EARLIER_QUIZ = _("Did not pass a quiz")
UNIT_ALONE = _("This unit alone")
WITH_BELOW = _("With units below it")
OUTSIDE = _("Who is not reached")
AGREE = _("Agree")
ROLES = {
    "atasan": _("Superiors"),
    "kepegawaian": _("HR officers"),
    "pimpinan": _("Heads"),
    "tim_evaluasi": _("Evaluation team"),
    "inspektorat": _("Inspectorate"),
}
STAFF = {Staff.PNS.value: "PNS", Staff.PPPK.value: "PPPK"}
STATES = {
    State.DRAFT: _("draft"),
    State.ASKED: _("waits for the second person"),
    State.PLANNED: _("planned"),
    State.SENDING: _("being sent"),
    State.SENT: _("sent"),
    State.CANCELLED: _("stopped"),
}
WHYS = {
    Out.NEVER.value: _("not joined"),
    Out.BLOCKED.value: _("blocked the bot"),
    "failed": _("could not be delivered"),
    "expired": _("could not be delivered"),
    "unknown": _("unknown whether it arrived"),
}
FILES = {
    EvidenceState.WAITING: _("being checked"),
    EvidenceState.KEPT: _("checked"),
    EvidenceState.REFUSED: _("refused"),
}


def whom(audience: str, which: str, name: str) -> str:
    """The audience in words; `name` of its unit, units, or earlier broadcast."""
    match audience:
        case Audience.UNIT:
            return _("{unit} alone").format(unit=name)
        case Audience.BELOW:
            return _("{unit} with the units below it").format(unit=name)
        case Audience.ROLE:
            return str(ROLES[which])
        case Audience.STAFF:
            return STAFF[which]
        case Audience.FAILED:
            return _("who has not passed the quiz of “{title}”").format(
                title=words.fitting(name, 60)
            )
    return _("everybody in {units}").format(units=name) if name else str(WHOLE)


def desk(drafts: int, asked: int, sent: Sequence[tuple[str, str]], page: int, pages: int) -> str:
    head = words.bold(TITLE)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    blocks = [head]
    if asked:
        blocks.append(_("Waiting for your agreement: {count}").format(count=words.number(asked)))
    if drafts:
        blocks.append(_("Drafts of yours: {count}").format(count=words.number(drafts)))
    lines = [
        f"• <b>{words.safe(words.fitting(title, 60))}</b>\n{STATES[State(state)]}"
        for title, state in sent
    ]
    blocks.append("\n".join(lines) if lines else _("Nothing has been sent so far."))
    blocks.append(
        _(
            "A broadcast reaches many people in their chats, with a picture or PDF and a short "
            "quiz where you want one. You see it before it goes out."
        )
    )
    return "\n\n".join(blocks)


def ask_text(text: str) -> str:
    asked = _(
        "<b>What do you want to say?</b>\n\nType the text, at most {most} characters. You may "
        "also send a picture or a PDF, with the text below it."
    ).format(most=words.number(rules.TEXT_LIMIT))
    return f"{asked}\n\n<i>{words.safe(text)}</i>" if text else asked


def draft(
    text: str, whom_: str, starts: datetime | None, file: str, questions: int, reason: str,
    *, duty: bool,
) -> str:  # fmt: skip
    lines = [_("For: {whom}").format(whom=words.safe(whom_)), when(starts, duty=duty)]
    if file:
        lines.append(_("File: {state}").format(state=FILES[EvidenceState(file)]))
    if questions:
        lines.append(
            ngettext("Quiz: {count} question", "Quiz: {count} questions", questions).format(
                count=words.number(questions)
            )
        )
    head = words.bold(_("Draft of a broadcast"))
    blocks = [head, f"<i>{words.safe(words.fitting(text, 300))}</i>", "\n".join(lines)]
    if reason:
        blocks.append(_("Returned to you: {reason}").format(reason=words.safe(reason)))
    return "\n\n".join(blocks)


def when(starts: datetime | None, *, duty: bool) -> str:
    """`Kapan: Senin, 1 Desember 2026 pukul 09.00 waktu setempat`."""
    if starts is None:
        said = _("When: at once")
    else:
        said = _("When: {day} at {time}, on the clock of each unit").format(
            day=words.day(starts.date()), time=words.clock(starts)
        )
    if duty:
        return said + " " + _("(duty: at any hour, on leave as well)")
    return said


def ask_audience() -> str:
    return _("<b>For whom is it?</b>\n\nWhoever has not joined the bot is counted apart.")


def ask_unit() -> str:
    return _("Which unit? Type part of its name.")


def which_unit() -> str:
    return _("Which of them do you mean?")


def below(name: str) -> str:
    return _("<b>{unit}</b>\n\nWith the units below it?").format(unit=words.safe(name))


def ask_role() -> str:
    return _("Which role?")


def ask_quiz() -> str:
    return _(
        "Whose quiz? Only those are meant who got that broadcast and have not passed. Nobody is "
        "told their names."
    )


def ask_time(starts: datetime | None, *, duty: bool) -> str:
    ask = _(
        "Type a day and hour, for example: besok jam 9. It holds on the clock of each unit: at "
        "9 in Jakarta and at 9 in Jayapura.\n\nQuiet hours, days off and leave are respected: "
        "whoever is on leave gets it afterwards. What is duty comes at any hour, and a second "
        "person must agree."
    )
    return "\n\n".join([words.bold(TIME), when(starts, duty=duty), ask])


def letter(text: str, corrected: datetime | None, *, quiz: bool) -> str:
    """What everybody gets; below a picture there is room for all of it."""
    blocks = [words.safe(text)]
    if corrected is not None:
        mark = _("Corrected on {moment}").format(moment=words.moment(corrected))
        blocks.append(f"<i>{mark}</i>")
    if quiz:
        told = _("With a short quiz, once you have read it.")
        blocks.append(f"<i>{told}</i>")
    return "\n\n".join(blocks)


def reach(people: int, never: int, blocked: int) -> str:
    lines = [_("It reaches: {count}").format(count=words.number(people - never - blocked))]
    if never:
        lines.append(_("Not joined yet: {count}").format(count=words.number(never)))
    if blocked:
        lines.append(_("Blocked the bot: {count}").format(count=words.number(blocked)))
    return "\n".join(lines)


def begins(moments: Sequence[datetime], *, late: bool) -> str:
    if not moments:
        return ""
    said = _("It begins: {moments}").format(moments="; ".join(map(words.moment, moments[:3])))
    if late:
        said += "\n" + _("The hour that was asked for is quiet there, or a day off.")
    return said


def under(blocks: Sequence[str]) -> str:
    """What stands below the preview and is not sent."""
    return "\n\n".join(["―――", *filter(None, blocks)])


def second() -> str:
    return _("A second person must agree before it goes out.")


def duration(minutes: int) -> str:
    return _("All of it takes about {minutes} minutes.").format(minutes=words.number(minutes))


def asked(author: str, whom_: str, starts: datetime | None, *, duty: bool) -> str:
    head = words.bold(_("A broadcast waits for agreement"))
    lines = [
        _("Written by: {name}").format(name=words.safe(author)),
        _("For: {whom}").format(whom=words.safe(whom_)),
        when(starts, duty=duty),
    ]
    return "\n".join([head, "", *lines])


def correction(author: str) -> str:
    head = words.bold(_("A correction waits for agreement"))
    by = _("Written by: {name}").format(name=words.safe(author))
    return f"{head}\n\n{by}\n\n" + _("Copies that have arrived would be edited to say:")


def hours(credit: int) -> str:
    return _("Whoever passes the quiz is credited {count} JP.").format(count=words.number(credit))


def question(number: int, text: str, options: Sequence[str], right: int) -> str:
    """For whoever agrees: `1. Kapan …? → Dalam 14 hari`."""
    chosen = options[right] if options else ""
    return f"{number}. {words.safe(words.fitting(text, 60))}\n→ {words.safe(chosen)}"


def questions(lines: Sequence[str]) -> str:
    head = words.bold(_("Quiz of the broadcast"))
    return "\n".join([head, "", *lines])


def file_refused(kind: str, name: str, fault: str) -> str:
    shown = f"{KINDS.get(kind, kind)} {words.safe(words.fitting(name, 60))}".strip()
    return _("The file of your broadcast could not be kept: {shown}, because {why}.").format(
        shown=shown, why=WHY_REFUSED.get(fault, fault)
    )


def ask_reason() -> str:
    return _("Why do you return it? Type it in a sentence; the author reads it.")


def told_asked() -> str:
    return _("A broadcast, or a correction of one, waits for a second person. Please look at it.")


def told_returned(reason: str) -> str:
    return _("Your broadcast was returned: {reason}").format(reason=words.safe(reason))


def told_done() -> str:
    return _("Your broadcast has gone out to everybody whom it can reach.")


def outside(total: int, lines: Sequence[tuple[str, str, str]], page: int, pages: int) -> str:
    head = words.bold(OUTSIDE)
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not total:
        return f"{head}\n\n" + _("It reaches everybody.")
    told = [
        f"• <b>{words.safe(words.fitting(name, 50))}</b>\n"
        f"{words.safe(words.fitting(unit, 50))}, {WHYS.get(why, why)}"
        for name, unit, why in lines
    ]
    last = _("{count} people. Choose one to see how to call.").format(count=words.number(total))
    return "\n\n".join([head, "\n".join(told), last])
