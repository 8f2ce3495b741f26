"""Sentences about erasing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.rules.personal import Erasable
from bot.texts import words
from bot.texts.language import _
from bot.texts.personal.retaining import NAMES

ERASE, SURE = _("Erase"), _("Erase for good")
GROUPS = {
    Erasable.DRAFTS: (_("Drafts"), _("what you never sent, with its files")),
    Erasable.NOTES: (_("Own notes"), _("notes of talks that only you read")),
    Erasable.STORIES: (_("Stories"), _("your words about your awards")),
    Erasable.MENTORING: (_("Mentoring profile"), _("what you offer or wish")),
    Erasable.QUESTIONS: (_("Forum questions"), _("asked with your name")),
    Erasable.THANKS: (_("Thanks received"), _("what they say, not who and when")),
    Erasable.QUIZZES: (_("Quiz answers"), _("what you chose; that you passed stays, for JP")),
    Erasable.CHOICES: (_("Consents, settings"), _("consents and your own settings")),
}


def erasables(
    groups: Mapping[Erasable, int], bound: Sequence[tuple[str, date]], years: int
) -> str:
    lines = [words.bold(_("Erase data")), _("You may erase at any time:")]
    lines += [
        f"• {GROUPS[one][0]}: {groups[one]} ({GROUPS[one][1]})" for one in Erasable if groups[one]
    ]
    if empty := [str(GROUPS[one][0]) for one in Erasable if not groups[one]]:
        lines.append(_("Nothing there of: {groups}.").format(groups=", ".join(empty)))
    lines.append("")
    going = ", ".join(f"{NAMES[name]} {words.short_day(day)}" for name, day in bound)
    lines.append(_("This year's go by themselves: {going}.").format(going=going))
    lines.append(
        _(
            "What was decided (results, awards, ranks) stays while you serve and {years} years "
            "after, because the archive schedule binds the agency."
        ).format(years=words.number(years))
    )
    lines.append(
        _(
            "Backups made before hold it until they are deleted themselves; whoever brings one "
            "back erases it again. What stands in this chat you delete yourself."
        )
    )
    return "\n".join(lines)


def sure(group: Erasable, many: int) -> str:
    name, what = map(str, GROUPS[group])
    head = words.bold(_("Erase: {group}").format(group=name))
    if not many:
        return f"{head}\n\n" + nothing_there()
    told = _("{what}: {many}. This cannot be undone.").format(what=what.capitalize(), many=many)
    return f"{head}\n\n{told}"


def erased_notice() -> str:
    return _("Erased. By tomorrow morning no trace of it is left in our files.")


def nothing_there() -> str:
    return _("There is nothing of this to erase.")
