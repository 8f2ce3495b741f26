"""Screens of talks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.rules.people import strip_titles
from bot.rules.talks import State
from bot.texts import words
from bot.texts.language import _, ngettext
from bot.texts.talks import every

Step = tuple[str, str, date, str]
"""What, who, until when; how it ended, "" while it is to be done."""
HOW = {(True, False): _("done"), (False, True): _("not pursued")}
"""By whether it was done, and whether it was dropped."""


def title() -> str:
    return words.bold(_("Talks"))


def with_superior(name: str) -> str:
    return words.bold(_("With your superior, {name}").format(name=strip_titles(name)))


def with_employee(name: str) -> str:
    return words.bold(_("Talk with {name}").format(name=strip_titles(name)))


def led(people: int, without: int) -> str:
    head = words.bold(_("The people you lead"))
    if not without:
        return f"{head}\n" + _("You have talked with all {people} of them.").format(people=people)
    said = _("{without} of {people} have had no talk yet in these months.")
    return f"{head}\n" + said.format(without=without, people=people)


def what_for() -> str:
    return _(
        "A talk is for what went well, what is in the way and what helps. Nothing of it enters "
        "a score."
    )


def last(day: date | None, today: date) -> str:
    if day is None:
        return _("Last talk: none noted yet.")
    return ngettext(
        "Last talk: {day}, {days} day ago.",
        "Last talk: {day}, {days} days ago.",
        (today - day).days,
    ).format(day=words.day(day), days=(today - day).days)


def owed(until: date, today: date) -> str:
    return _("One is due by {day} ({left}).").format(
        day=words.day(until), left=words.days_left(until, today)
    )


def arranged(state: State, starts: datetime, *, mine: bool) -> str:
    """`mine`: it is for me to answer."""
    if state is State.AGREED:
        said = _("Next talk: <b>{moment}</b>, agreed.")
    elif mine:
        said = _("Proposed to you: <b>{moment}</b>. Does it suit you?")
    else:
        said = _("Proposed: <b>{moment}</b>, waits for an answer.")
    return said.format(moment=words.moment(starts))


SHOWN, SHORT = 3, 60


def steps(found: Sequence[Step], today: date) -> str:
    """The first of them; the rest is counted."""
    lines = [words.bold(_("Next steps")), *(_step(one, today) for one in found[:SHOWN])]
    if len(found) > SHOWN:
        lines.append(_("and {many} more").format(many=len(found) - SHOWN))
    return "\n".join(lines)


def _step(one: Step, today: date) -> str:
    text, owner, due, ended = one
    how = ended or words.days_left(due, today)
    text = words.fitting(text, SHORT)
    return f"• {words.safe(text)} ({words.safe(strip_titles(owner))}, {how})"


def agenda(name: str) -> str:
    head = _("What to talk about with {name}").format(name=strip_titles(name))
    return words.bold(head)


def since(day: date | None) -> str:
    if day is None:
        return _("There was no talk yet; this is from the last three months.")
    return _("Since the last talk, {day}:").format(day=words.day(day))


def rated(titles: Sequence[str], many: int) -> str:
    if not many:
        return _("No achievement has been rated since. What would have deserved one?")
    lines = [words.bold(_("Rated achievements: {many}").format(many=many))]
    lines += [f"• {words.safe(words.fitting(one, 80))}" for one in titles]
    return "\n".join(lines)


def low(quarter: tuple[int, int], found: Sequence[tuple[str, Decimal]]) -> str:
    head = words.bold(_("Below expectations, {quarter}").format(quarter=words.quarter(*quarter)))
    lines = [f"• {words.safe(name)}: {words.number(value)}" for name, value in found]
    return "\n".join([head, *lines])


def behind(gone: Decimal, found: Sequence[tuple[str, Decimal | None]]) -> str:
    head = words.bold(
        _("Planned results that lag ({gone}% of the quarter is over)").format(
            gone=words.number(gone)
        )
    )
    lines = [
        f"• {words.safe(words.fitting(text, 80))}: "
        + (_("nothing told yet") if percent is None else f"{words.number(percent)}%")
        for text, percent in found
    ]
    return "\n".join([head, *lines])


def always() -> str:
    return _(
        "And always: what went well? What is in the way? What help is needed, what would you "
        "like to learn?"
    )


def ask_time(name: str) -> str:
    return _(
        "When shall the talk with {name} be? Type day and hour, for example: "
        "besok jam 9, or Selasa depan pukul 13.30."
    ).format(name=words.bold(strip_titles(name)))


def check_time(name: str, starts: datetime) -> str:
    return _("Talk with {name} on <b>{moment}</b>. Propose this time?").format(
        name=words.bold(strip_titles(name)), moment=words.moment(starts)
    )


def ask_day(name: str) -> str:
    return _(
        "On which day did you talk with {name}? Choose, or type it: kemarin, Senin lalu, "
        "12 Oktober 2026. {name} is told and may say otherwise."
    ).format(name=words.bold(strip_titles(name)))


def talk(name: str, state: State, held_on: date | None, starts: datetime | None) -> str:
    head = with_employee(name)
    if state is State.HELD and held_on is not None:
        return f"{head}\n" + _("Held on {day}.").format(day=words.day(held_on))
    if state is State.DENIED and held_on is not None:
        said = _("Noted for {day}; one of you says that it was not held. It does not count.")
        return f"{head}\n" + said.format(day=words.day(held_on))
    if state is State.CANCELLED or starts is None:
        return f"{head}\n" + _("Called off.")
    return head


SHORT_NOTE = 110


def note(writer: str, text: str, *, private: bool, whole: bool = True) -> str:
    """What somebody wrote; its beginning when it is not to be `whole`."""
    who = words.safe(strip_titles(writer)) if writer else _("You")
    if private:
        who = _("Only you can read this")
    told = text if whole else words.fitting(" ".join(text.split()), SHORT_NOTE)
    return f"<b>{who}</b>:\n{words.safe(told)}"


def nothing_written() -> str:
    return _("Nothing is written down yet.")


def ask_note(name: str, before: str, *, private: bool) -> str:
    if private:
        said = _("Your own note. Nobody else can read it, not even HR.")
    else:
        said = _("A note that you and {name} can read.").format(
            name=words.bold(strip_titles(name))
        )
    lines = [said, _("Please type it, at most 500 characters.")]
    if before:
        lines.append(_("It replaces:") + f"\n<i>{words.safe(before)}</i>")
    return "\n\n".join(lines)


def ask_step(name: str) -> str:
    return _(
        "What was agreed with {name}? One step in one sentence, for example: "
        "mengikuti pelatihan pelayanan prima."
    ).format(name=words.bold(strip_titles(name)))


def ask_whose(text: str) -> str:
    return f"<i>{words.safe(text)}</i>\n\n" + _("Who does it?")


def ask_until(text: str) -> str:
    return f"<i>{words.safe(text)}</i>\n\n" + _(
        "Until when? Choose, or type a day, for example: 1 Desember 2026."
    )


def ask_value(name: str, held_on: date) -> str:
    return _(
        "How useful was the talk with {name} on {day} to you?\n\nYour superior never sees your "
        "answer by itself: only the mean, once three people or more have answered, without "
        "names or dates."
    ).format(name=words.bold(strip_titles(name)), day=words.day(held_on))


def value(level: str, word: str) -> str:
    lines = [_("Your answer: {level}.").format(level=level)]
    if word:
        lines.append(f"<i>{words.safe(word)}</i>")
    return "\n".join(lines)


def ask_word() -> str:
    return _(
        "You may type a word with it, at most 150 characters. It is shown without your name "
        "once three have answered; write it so that it does not give you away."
    )


def use(mean: Decimal | None, people: int, said: Sequence[str]) -> str:
    head = words.bold(_("What people say about your talks"))
    if mean is None:
        return f"{head}\n\n" + _(
            "Fewer than three people have answered so far. Nothing is shown until then, so that "
            "everybody can answer freely."
        )
    lines = [
        head,
        _("Usefulness: <b>{mean}</b> of 5, from {people} answers.").format(
            mean=words.number(mean), people=people
        ),
    ]
    if said:
        lines.append("\n".join(f"• <i>{words.safe(one)}</i>" for one in said))
    lines.append(_("Answers are told three or more at a time, without names and dates."))
    return "\n\n".join(lines)


def team(months: int, people: int, without: int, until: date) -> str:
    return "\n".join(
        [
            words.bold(_("Talks with my people")),
            _("{every}; these months end on {day}.").format(
                every=every(months), day=words.day(until)
            ),
            _("No talk yet: {without} of {people}.").format(without=without, people=people),
        ]
    )


def team_line(name: str, day: date | None, *, had: bool) -> str:
    mark = "✓" if had else "•"
    told = words.short_day(day) if day else _("none noted")
    return f"{mark} {words.safe(strip_titles(name))}: {told}"


def rhythm(months: int, scheme: int) -> str:
    return "\n\n".join(
        [
            words.bold(_("How often")),
            _("At present: {every}.").format(every=every(months).lower()),
            _("The scheme asks for a talk once in {months} months; oftener is always welcome.")
            .format(months=scheme),
        ]
    )  # fmt: skip


def missing(first: date, until: date, people: int, without: int) -> str:
    return "\n".join(
        [
            words.bold(_("Who had no talk")),
            f"{words.short_day(first)} – {words.short_day(until)}",
            _("{without} of {people} people had none so far.").format(
                without=words.number(without), people=words.number(people)
            ),
        ]
    )


def missing_line(name: str, unit: str, superior: str) -> str:
    said = _("{name}, {unit} (superior: {superior})")
    return "• " + said.format(
        name=words.safe(strip_titles(name)), unit=words.safe(unit),
        superior=words.safe(strip_titles(superior)),
    )  # fmt: skip


def history(name: str, count: int) -> str:
    head = words.bold(_("Talks with {name}").format(name=strip_titles(name)))
    return head if count else f"{head}\n" + _("None noted yet.")
