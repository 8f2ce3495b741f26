"""A table that notes which of its names was reached, what it demanded and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import pytest

from bot.actions import rights
from bot.actions.refusals import Refused
from handlers.table import Shown, Table


@dataclass
class Watch:
    """`reached` are names with how they ended ("" well, else what was said)."""

    reached: list[tuple[str, str, str]] = field(default_factory=list)
    demanded: set[tuple[str, str, str]] = field(default_factory=set)
    inside: list[tuple[str, str]] = field(default_factory=list)

    def table(self, table: Table) -> Table:
        return Table(
            places={
                name: Shown(self._noted("places", name, shown.read), shown.draw)
                for name, shown in table.places.items()
            },
            acts={name: self._noted("acts", name, act) for name, act in table.acts.items()},
            typed={name: self._noted("typed", name, act) for name, act in table.typed.items()},
            sent={name: self._noted("sent", name, act) for name, act in table.sent.items()},
            commands=table.commands,
            letters=table.letters,
        )

    def _noted(self, part: str, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(act)
        def noted(*args: Any) -> Any:
            self.inside.append((part, name))
            said = ""
            try:
                return act(*args)
            except Refused as refused:
                said = refused.sentence
                raise
            finally:
                self.inside.pop()
                self.reached.append((part, name, said))

        return noted

    def forget(self) -> None:
        self.reached.clear()
        self.demanded.clear()


@contextmanager
def noting_demands(watch: Watch) -> Iterator[None]:
    """While this lasts every right that is asked for is noted with the name that asks."""
    allowed = rights.allowed

    def asked(session: Any, me: Any, action: str, *args: Any, **named: Any) -> bool:
        if watch.inside:
            watch.demanded.add((*watch.inside[-1], action))
        return allowed(session, me, action, *args, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rights, "allowed", asked)
        yield
