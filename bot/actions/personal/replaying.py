"""After a restore: what was erased since that backup is erased again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.actions.personal.erasing import erase_of
from bot.rules.personal import Erasable
from storage import employees
from storage.personal import erasures
from storage.personal.erasures import Line


def replay(session: Session, lines: Sequence[Line]) -> int:
    """Erase again what this list says and this database does not know of; how many lines.

    Each is on record afterwards under its own time, so that a second replay finds it done. What
    went because its time was over goes again at the next tick.
    """
    done = 0
    for line in erasures.missing(session, lines):
        at = datetime.fromisoformat(line.at)
        if line.kind in set(Erasable) and employees.get(session, line.employee_id):
            group = Erasable(line.kind)
            if not erase_of(session, line.employee_id, group, at, 0):
                erasures.record(session, line.employee_id, line.kind, at, 0, 0, ())
            done += 1
    return done
