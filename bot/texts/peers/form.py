"""Sentences of answering about one person."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.peers import Found
from bot.texts import words
from bot.texts.appraisals.form import LEVELS
from bot.texts.language import _

UNKNOWN = _("Not known well enough")
WHOLE = _("Whole form")
MIRROR = _("My answers together")
COMMENT = _("Comment")
UNSAY = _("Delete the comment")
DECLINE = _("I cannot judge")
DECLINING = _("Yes, I give it back")
ANCHOR, GUIDE = 100, 60


def mirror(year: int, quarter: int, forms: int) -> str:
    title = words.bold(_("My answers together, {quarter}"))
    told = _("From {count} forms that you have not sent yet; kept nowhere, seen by you alone.")
    head = title.format(quarter=words.quarter(year, quarter))
    return f"{head}\n" + told.format(count=forms)


def mirror_meaning() -> str:
    return _(
        "Spread near 0: everybody gets alike. Likeness near 1: one impression may decide "
        "everything. Sent forms are not counted, for nobody can open them any more."
    )


def step(
    name: str, title: str, meaning: str, guides: Sequence[str], anchors: Sequence[str],
    at: int, steps: int, *, upward: bool,
) -> str:  # fmt: skip
    who = words.safe(words.called(name))
    if upward:
        who += " (" + _("your superior") + ")"
    lines = [f"{words.step(at, steps)} · {who}", words.bold(title)]
    if upward:
        lines += [f"· {words.safe(words.fitting(guide, GUIDE))}" for guide in guides[:2]]
    elif meaning:
        lines.append(words.safe(meaning))
    lines.append("")
    lines += [
        f"{level}. {words.safe(words.fitting(anchor, ANCHOR))}"
        for level, anchor in enumerate(anchors, 1)
    ]
    return "\n".join(lines)


def choose(level_: int | None) -> str:
    if level_ is None:
        return _("Choose what fits best what you have seen yourself.")
    return _("Your answer so far: <b>{level}</b>.").format(level=answer(level_))


def level(number: int, chosen: int | None) -> str:
    """`4 Sesuai`; begins with the digit, at most 24 characters."""
    return f"{number} {LEVELS[number - 1]}" + (" ✓" if number == chosen else "")


def unknown(chosen: int | None) -> str:
    return UNKNOWN + (" ✓" if chosen == 0 else "")


def answer(level_: int | None) -> str:
    if level_ is None:
        return _("not yet")
    return str(level_) if level_ else _("not known")


def whole(name: str, post: str, unit: str, *, upward: bool) -> str:
    title = _("About your superior {name}") if upward else _("About {name}")
    told = words.bold(title.format(name=words.called(name)))
    return f"{told}\n{words.safe(post)}, {words.safe(unit)}"


def line(title: str, level_: int | None) -> str:
    return f"{words.safe(title)}: <b>{answer(level_)}</b>"


def commented(*, there: bool) -> str:
    return _("Comment: written.") if there else _("Comment: none (optional).")


def lacks(missing: int, *, wants_reason: bool) -> str:
    lines = []
    if missing:
        lines.append(_("Still without an answer: {count}.").format(count=missing))
    if wants_reason:
        lines.append(_("You gave level 1: please say in the comment what you have seen."))
    return "\n".join(lines)


def final() -> str:
    return _("After {send} it can no longer be opened, not even by you.").format(send=words.SEND)


def not_scored() -> str:
    return _("This is no part of any score; it helps your superior to lead better.")


def line_label(title: str, level_: int | None) -> str:
    given = answer(level_)
    return f"{words.fitting(title, words.LABEL - len(given) - 2)}: {given}"


def lines(name: str) -> str:
    return _("Which answer about {name} do you want to change?").format(
        name=words.bold(words.called(name))
    )


def comment(name: str, text: str, found: Sequence[Found], group: int, *, wanted: bool) -> str:
    about = _("Comment about {name}").format(name=words.called(name))
    blocks = [words.bold(about)]
    if wanted:
        blocks.append(lacks(0, wants_reason=True))
    if text:
        blocks.append(f"<i>{marked(text, found)}</i>")
        if found:
            blocks.append(
                _(
                    "The underlined words could show who writes or who is meant: a name, a date, "
                    "a number, a post. Please write without them; you may also leave them."
                )
            )
        blocks.append(_("Type anew to replace it."))
    else:
        blocks.append(_("Type in a few sentences what helped and what could become better."))
    blocks.append(
        _(
            "Your group has {count} people. Comments are cut into sentences, shuffled, and shown "
            "without a name after publication."
        ).format(count=group)
    )
    return "\n\n".join(blocks)


def marked(text: str, found: Sequence[Found]) -> str:
    """The text with its telltale words underlined, escaped."""
    parts, at = [], 0
    for one in found:
        parts += [
            words.safe(text[at : one.start]),
            f"<u>{words.safe(text[one.start : one.end])}</u>",
        ]
        at = one.end
    return "".join([*parts, words.safe(text[at:])])


def declining(name: str, *, upward: bool) -> str:
    lines_ = [words.bold(_("I cannot judge {name}").format(name=words.called(name)))]
    if upward:
        lines_.append(_("You need not answer about your superior. What you filled in is erased."))
    else:
        lines_.append(
            _(
                "Give the form back if you are related to this person, have a dispute or a "
                "business together, or have not worked together. What you filled in is erased and "
                "somebody else is drawn. Nobody is told that you declined."
            )
        )
    return "\n\n".join(lines_)
