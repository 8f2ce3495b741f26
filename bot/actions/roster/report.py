"""What the operator reads after a check or an import, line by line."""

from __future__ import annotations

from bot.actions.roster.applying import Outcome
from bot.actions.roster.checking import Findings
from bot.texts import roster as texts

MOST_FAULTS = 200


def report(what: Findings | Outcome) -> list[str]:
    """Plain lines in Indonesian: every fault by line, or what changed and who is missing."""
    if isinstance(what, Findings) and what.faults:
        shown = what.faults[:MOST_FAULTS]
        lines = [texts.faulty(len(what.faults))]
        lines += [texts.fault(one.line, one.column, one.code, one.detail) for one in shown]
        return lines
    done = isinstance(what, Outcome)
    lines = [texts.counts(what.added, what.changed, what.unchanged, done=done)]
    if isinstance(what, Outcome) and what.left:
        lines.append(texts.left(what.left))
    if what.missing:
        lines.append(texts.missing(len(what.missing)))
        lines += [f"  - {person.name}" for person in what.missing]
    return lines
