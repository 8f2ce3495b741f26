"""What the operator reads after a check or an import, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.roster.applying import Outcome
from bot.actions.roster.checking import Findings
from bot.rules.roster import Fault
from bot.texts import roster as texts

MOST_FAULTS, MOST_LINES = 200, 5


def report(what: Findings | Outcome, *, leavers: bool = False) -> list[str]:
    """Plain lines in Indonesian: every fault by line, or what changed and how many are missing.

    Before anything is applied they are named, and `leavers` says that they would leave.
    """
    if isinstance(what, Findings) and what.faults:
        return [texts.faulty(len(what.faults)), *_faults(what.faults)]
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


def _faults(faults: Sequence[Fault]) -> list[str]:
    """Line by line; when they are too many, alike ones together, so that none hides another."""
    alike: dict[object, list[Fault]] = {}
    for one in faults:
        apart = one.line if len(faults) <= MOST_FAULTS else None
        alike.setdefault((apart, one.column, one.code, one.detail), []).append(one)
    told = []
    for every in list(alike.values())[:MOST_FAULTS]:
        one, more = every[0], [each.line for each in every[1:]]
        told.append(texts.fault(one.line, one.column, one.code, one.detail))
        if more:
            told.append(texts.same_fault(more[:MOST_LINES], len(more)))
    if len(faults) > MOST_FAULTS:
        told.append(texts.all_in_report())
    return told
