"""When a bot has nothing to do: whoever watches it may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.world import World
from tests.crash.points.child import SHOWN, TICKED, WRITTEN
from tests.crash.points.ledgers import due

if TYPE_CHECKING:
    from tests.crash.points.playing import Playing

__all__ = ["TICKED", "at_rest", "stays_silent"]
QUIET, LOOKS = 0.06, 4


async def stays_silent(world: World) -> bool:
    """Whether no call comes while the sandbox's loop looks a few times."""
    before = world.ledger.last_activity
    for _ in range(LOOKS):
        await world.pulse.wait(QUIET / LOOKS)
    return world.ledger.last_activity == before


def at_rest(one: Playing) -> bool:
    """Whether the bot has heard everything, asked everything and sent what is due."""
    world, trace = one.running.world, one.trace
    world.updates.expire()
    return (
        not world.updates.pending
        and not world.ledger.busy
        and _listens(one)
        and one.calls > one.born_at
        and trace.count(TICKED) >= one.ticks
        # written down which message everybody's card is
        and trace.last(SHOWN, WRITTEN) != SHOWN
        and not due(one.database, world.clock.now())
    )


def _listens(one: Playing) -> bool:
    """Whether the bot holds the line, or has said where updates are to go."""
    world = one.running.world
    if one.stage.port:
        return any(call.status == 200 for call in world.ledger.since(one.born_at, "setWebhook"))
    return world.line is not None and not world.line.done()
