"""Screens of mentoring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from bot.rules.mentoring import Comparison, Reason, State
from bot.rules.people import strip_titles
from bot.texts import mentoring, words
from bot.texts.language import _
from bot.texts.talks import LEVELS

# To the mentee alone.
KINDLY = {
    Reason.STRUGGLING: _(
        "Some indicators of your last result can still grow. A colleague who is good at them "
        "gladly shares how it is done. It is an offer; you decide."
    ),
    Reason.NEW: _(
        "You are new here. A colleague who knows the office makes the first months easier. "
        "It is an offer; you decide."
    ),
    Reason.ASKED: _("You asked for a mentor."),
}
COUNTED = {
    Reason.STRUGGLING: _("with room to grow: {count}"),
    Reason.NEW: _("new: {count}"),
    Reason.ASKED: _("who asked: {count}"),
}
STATES = {
    State.PROPOSED: _("proposed"),
    State.ACTIVE: _("running"),
    State.ENDED: _("ended"),
    State.DECLINED: _("not come about"),
    State.LAPSED: _("not continued"),
}


def home() -> str:
    return "\n".join(
        [
            words.bold(_("Mentoring")),
            _("Experienced colleagues help others grow. Only those two read what they write."),
        ]
    )


def pair(name: str, state: State, *, mentor: bool, waits: bool) -> str:
    who = mentoring.with_(name, mentor=mentor)
    told = str(_("waits for your answer") if waits else STATES[state])
    return f"• {words.safe(who)} ({told})"


def suggestion(reason: Reason) -> str:
    return f"💡 {KINDLY[reason]}"


def offer(text: str, chosen: Sequence[str], *, active: bool) -> str:
    lines = [
        words.bold(_("I can be a mentor")),
        _(
            "Choose what you are good at, and how many people at most you can take care of at "
            "once."
        ),
        _("You may also type in your own words what you can share, at most 200 characters."),
    ]
    return "\n\n".join([*lines, *_chosen(chosen), *_own(text, active=active)])


def room() -> str:
    return "\n\n".join(
        [
            words.bold(_("I can be a mentor")),
            _("How many people at most can you take care of at once?"),
        ]
    )


def _chosen(names: Sequence[str]) -> list[str]:
    return [_("Chosen: {names}.").format(names=words.safe(", ".join(names)))] if names else []


def wish(text: str, chosen: Sequence[str], *, active: bool) -> str:
    lines = [
        words.bold(_("I want a mentor")),
        _("Choose what you want to learn. Your superior is not told that you ask."),
        _("You may also type it in your own words, at most 200 characters."),
    ]
    return "\n\n".join([*lines, *_chosen(chosen), *_own(text, active=active)])


def _own(text: str, *, active: bool) -> list[str]:
    found = [f"<i>{words.safe(text)}</i>"] if text else []
    return [*found, _("You are in the list.") if active else _("You are not in the list yet.")]


def bars(names: Sequence[str]) -> str:
    lines = [
        words.bold(_("Not with …")),
        _(
            "With whom would you rather not be paired? Type a name. No reason is asked and nobody "
            "is told. Your superiors are never proposed anyway."
        ),
    ]
    return "\n\n".join(
        [*lines, "\n".join(f"• {words.safe(strip_titles(n))}" for n in names)]
    ).strip()


def card(name: str, post: str, *, mentor: bool) -> str:
    head = _("Your mentee: {name}") if mentor else _("Your mentor: {name}")
    return words.bold(head.format(name=strip_titles(name))) + f"\n{words.safe(post)}"


def goals(found: Sequence[str]) -> str:
    if not found:
        return _("About: the ways of the office, and whatever comes up.")
    return _("About: {goals}.").format(goals=words.safe(", ".join(found)))


def about(text: str, *, mentor: bool) -> str:
    said = _("In the mentee's words:") if mentor else _("In the mentor's words:")
    return f"{said} <i>{words.safe(text)}</i>"


def own(name: str, text: str, *, writable: bool, over: bool) -> str:
    lines = [
        words.bold(_("My own notes on mentoring with {name}").format(name=strip_titles(name))),
        _("You alone can read them: neither the other one nor HR."),
    ]
    if text:
        lines.append(f"<i>{words.safe(text)}</i>")
    if over and text:
        lines.append(_("The mentoring is over. Keep them, or erase them for good."))
    if writable:
        said = (
            _("Type to put others in their place.") if text else _("Type what you want to keep.")
        )
        lines.append(said + " " + _("At most 600 characters."))
    return "\n\n".join(lines)


def notes_left() -> str:
    return _("You still have notes of your own on it; keep them or erase them.")


def shares() -> str:
    return _("If you say yes your mentor is told what it is about, never your result.")


def waiting() -> str:
    return _("You have said yes; the other one is still to answer.")


def asked() -> str:
    return _("Do you want this? Either of you may say no without a reason.")


def declined() -> str:
    return _("This pair has not come about.")


def lapsed() -> str:
    return _(
        "This pair is not continued: it was not answered in time, or one of both has left the "
        "office."
    )


def meetings(count: int, jp: Decimal) -> str:
    if not count:
        return _("No meeting noted yet. Once or twice a month is usual.")
    return _("Meetings: {count}; confirmed learning {jp} JP.").format(
        count=count, jp=words.number(jp)
    )


def meeting_line(day: date, minutes: int, *, confirmed: bool) -> str:
    state = "✓" if confirmed else _("to be confirmed")
    return f"• {words.short_day(day)}, {mentoring.minutes(minutes)} ({state})"


def ended(outcome: str, result: str, level: int) -> str:
    lines = [_("Ended: {outcome}.").format(outcome=mentoring.OUTCOMES[outcome].lower())]
    if result:
        lines.append(f"<i>{words.safe(result)}</i>")
    if level:
        lines.append(_("Your answer: {level}.").format(level=LEVELS[level]))
    else:
        lines.append(_("How useful was it to you? Answers are told only five or more at a time."))
    return "\n".join(lines)


def ask_day(name: str) -> str:
    return _("On which day did you meet {name}? Choose, or type it: kemarin, Senin lalu.").format(
        name=words.bold(strip_titles(name))
    )


def ask_minutes(day: date) -> str:
    return _("{day}: how long? Choose, or type it, for example: 1 jam 15 menit.").format(
        day=words.day(day)
    )


def meeting(name: str, day: date, minutes: int, text: str, *, confirmed: bool, mine: bool) -> str:
    lines = [
        words.bold(_("Meeting with {name}").format(name=strip_titles(name))),
        f"{words.day(day)}, {mentoring.minutes(minutes)}",
    ]
    if text:
        lines.append(f"<i>{words.safe(text)}</i>")
    lines.append(
        _("Confirmed by both.") if confirmed else _("Still to be confirmed by the other.")
    )
    if mine:
        lines.append(_("You may type what it was about, for both to read."))
    return "\n\n".join(lines)


def ask_end(name: str) -> str:
    return _("What has come of the mentoring with {name}?").format(
        name=words.bold(strip_titles(name))
    )


def desk(needs: Mapping[Reason, int], mentors: int, places: int, living: int, waiting: int) -> str:
    total = sum(needs.values())
    lines = [
        words.bold(_("Mentoring: propose pairs")),
        _("May want a mentor: {total}").format(total=words.number(total)),
        *(
            f"• {COUNTED[reason].format(count=words.number(n))}"
            for reason, n in needs.items()
            if n
        ),
        _("Mentors who offer: {mentors}, free places: {places}").format(
            mentors=words.number(mentors), places=words.number(places)
        ),
        _("Running: {living}; waiting for answers: {waiting}").format(
            living=words.number(living), waiting=words.number(waiting)
        ),
    ]
    why = _(
        "Pairs follow goals and strengths, then nearness. Nobody gets their own superior or "
        "somebody they do not want, nobody more mentees than they offered, and no two would "
        "rather have one another."
    )
    return "\n".join(lines) + "\n\n" + why


def preview(pairs: int, left: int) -> str:
    lines = [words.bold(_("Proposed pairs: {pairs}").format(pairs=pairs))]
    if left:
        lines.append(_("For {left} nobody fits yet.").format(left=left))
    lines.append(_("Mentors are not told why somebody was thought of."))
    return "\n".join(lines)


def preview_line(mentor: str, mentee: str, found: Sequence[str]) -> str:
    about = f" ({words.safe(', '.join(found))})" if found else ""
    return f"• {words.safe(strip_titles(mentor))} → {words.safe(strip_titles(mentee))}{about}"


def effect(
    found: Comparison | None, begun: int, mentees: Decimal | None, mentors: Decimal | None
) -> str:
    lines = [
        words.bold(_("What came of mentoring")),
        _("Begun so far: {begun}").format(begun=begun),
    ]
    lines += [too_few()] if found is None else [_compared(found), no_proof()]
    for said, value in ((_("mentees"), mentees), (_("mentors"), mentors)):
        if value is not None:
            lines.append(
                _("Usefulness to {whom}: {value} of 5.").format(
                    whom=said, value=words.number(value)
                )
            )
    return "\n\n".join(lines)


def too_few() -> str:
    return _(
        "There are not five people yet whose results before and after can be compared. "
        "With fewer, chance would speak."
    )


def _compared(found: Comparison) -> str:
    return _(
        "Of {people} mentored people the result changed by {mentored} on average, from the "
        "quarter before to the one after. Of colleagues who began alike and had no mentor "
        "by {alike}. Difference: <b>{difference}</b>."
    ).format(
        people=found.people, mentored=words.number(found.mentored),
        alike=words.number(found.alike), difference=words.number(found.difference),
    )  # fmt: skip


def no_proof() -> str:
    return _(
        "This is no proof: nobody was chosen by lot, raters know who is mentored, and with "
        "few people one of them moves the mean. It says nothing about any single person."
    )
