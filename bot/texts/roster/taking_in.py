"""Screens of bringing a checked roster in."""

from __future__ import annotations

from collections.abc import Mapping

from bot.texts import words
from bot.texts.language import _

TAKE_IN = _("Bring in")
REALLY = _("Yes, bring it in")
THEY_LEFT = _("The missing have left")
THEY_STAY = _("The missing stay")


def being_taken_in() -> str:
    return _("Your file is being brought in right now. Please wait until that is done.")


def waiting(done: int, lines: int, state: str) -> str:
    """`done` of the lines have been looked through, or written."""
    last = _("You get a message when it is done; you need not wait here.")
    if state == "writing":
        head = words.bold(_("Your file is being written"))
        told = _(
            "All of it comes in together, or nothing. Some 10,000 lines take a few seconds; until "
            "then other taps may wait."
        )
        if done:
            told = _("Written: {percent}%. All of it comes in together, or nothing.").format(
                percent=done * 100 // max(1, lines)
            )
        return f"{head}\n\n{told}\n\n{last}"
    head = words.bold(
        _("Your file is being checked once more") if state == "confirmed"
        else _("Your file is being checked")
    )  # fmt: skip
    if lines:
        far = _("{done} of {lines} lines so far.").format(
            done=words.number(done), lines=words.number(lines)
        )
    else:
        far = _("It begins within a minute.")
    return f"{head}\n\n{far}\n\n{last}"


def sure(figures: Mapping[str, int], *, leavers: bool, many: bool) -> str:
    lines = [
        _("<b>Import this list?</b>"),
        _("{new} new, {moved} moved, {changed} other changes, roles of {roles}.").format(
            new=words.number(figures["new"]),
            moved=words.number(figures["moved"]),
            changed=words.number(figures["changed"]),
            roles=words.number(figures["roles"]),
        ),
    ]
    if leavers and figures["leaving"]:
        lines.append(
            _("{count} people leave: their service and their accounts end.").format(
                count=words.number(figures["leaving"])
            )
        )
    if many:
        lines.append(
            _("⚠️ That is more than a tenth of the staff. Is the file perhaps only a part?")
        )
    lines.append(_("All of it takes effect at once and is written into the audit trail."))
    return "\n\n".join(lines)


def done(figures: Mapping[str, int]) -> str:
    return _(
        "<b>The roster was brought in</b>\n\nNew: {new}\nMoved: {moved}\nOther changes: {others}\n"
        "Roles that changed: {roles}\nHave left: {left}\nUnchanged: {unchanged}"
    ).format(
        new=words.number(figures["new"]),
        moved=words.number(figures["moved"]),
        others=words.number(figures["changed"] - figures["moved"]),
        roles=words.number(figures["roles"]),
        left=words.number(figures["left"]),
        unchanged=words.number(figures["unchanged"]),
    )


def worked(state: str) -> str:
    match state:
        case "done":
            return _("Your roster file was brought in.")
        case "found":
            return _("Your roster file was checked: no faults. Look at what would change.")
        case _other:
            return _("Your roster file was checked: it has faults. Nothing was changed.")
