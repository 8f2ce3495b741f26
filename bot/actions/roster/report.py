"""What the operator reads after a check or an import, line by line."""

from __future__ import annotations

from bot.actions.roster.applying import Outcome
from bot.actions.roster.checking import Findings
from bot.texts import roster as texts

MOST_FAULTS = 200


def report(what: Findings | Outcome, *, leavers: bool = False) -> list[str]:
    """Plain lines in Indonesian: every fault by line, or what changed and how many are missing.

    Before anything is applied they are named, and `leavers` says that they would leave.
    """
    if isinstance(what, Findings) and what.faults:
        shown = what.faults[:MOST_FAULTS]
        lines = [texts.faulty(len(what.faults))]
        lines += [texts.fault(one.line, one.column, one.code, one.detail) for one in shown]
        return lines
    done = isinstance(what, Outcome)
    lines = [texts.counts(what.added, what.changed, what.unchanged, done=done)]
    missing = len(what.missing)
    if isinstance(what, Outcome):
        lines += [texts.left(what.left)] if what.left else []
        lines += [texts.stayed(missing)] if missing else []
    elif missing:
        lines.append(texts.would_leave(missing) if leavers else texts.would_stay(missing))
        lines += [f"  - {person.name}" for person in what.missing]
    return lines
