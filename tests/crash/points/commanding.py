"""Commands of the operator on the stage: done to the end, or dead at a point."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from tests.crash.points.child import LOG, MUTANT, PATIENCE, POINT, TRACE, TROUBLE
from tests.crash.points.stage import Stage
from tests.crash.points.trail import Trace


@dataclass(frozen=True)
class Done:
    """How a command ended, and which points it passed."""

    code: int
    points: tuple[str, ...]

    @property
    def died(self) -> bool:
        return self.code == -signal.SIGKILL


def does(stage: Stage, command: str, deadly: str = "") -> Done:
    """An operator types it."""
    files = {name: stage.folder / name for name in ("trace", "order", "trouble", "log")}
    files["trace"].unlink(missing_ok=True)
    files["order"].write_text(deadly)
    named = zip((TRACE, POINT, TROUBLE, LOG), map(str, files.values()), strict=True)
    settings = stage.settings() | dict(named) | {MUTANT: stage.mutant, PATIENCE: "5"}
    stage.nursery.start(settings | {"COMMAND": command})
    code = stage.nursery.wait()
    return Done(code, Trace(files["trace"]).points())
