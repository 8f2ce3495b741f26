"""Playing a story undisturbed, and once more with deaths or troubles: both must end alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.crash.points.comparing import faults
from tests.crash.points.endings import OFFER, Ending, ending_of, shown
from tests.crash.points.playing import Playing, playing
from tests.crash.points.stage import Place, Stage
from tests.crash.points.stories import Story, furnish, phones
from tests.crash.points.troubles import Trouble


@dataclass(frozen=True)
class Rehearsed:
    """A story, the place it begins at, and how each of its steps ends when nothing disturbs it."""

    story: Story
    begins: Place
    endings: tuple[Ending, ...]

    def points(self) -> int:
        return sum(len(ending.points) for ending in self.endings)


@dataclass(frozen=True)
class Death:
    """Where the bot was to die, whether it came there, and what went wrong by it."""

    story: str
    step: int
    point: str
    died: bool
    faults: tuple[str, ...]


async def begin(stage: Stage, story: Story) -> Place:
    """The place a story starts from: the office, and the first ticks of the bot in it."""
    stage.empty()
    database = stage.open()
    furnish(database, story)
    database.close()
    async with playing(stage) as one:
        await phones(one, story)
        await one.telegram.clock.to(story.begins)
        await one.born()
        await one.settle()
    return stage.keep()


async def rehearse(stage: Stage, story: Story, place: Place) -> Rehearsed:
    """The story, undisturbed; the stage is left where it ends."""
    stage.back_to(place)
    endings = []
    async with playing(stage) as one:
        await one.born()
        for step in story.steps:
            await one.wake()
            await step(one)
            await one.settle()
            endings.append(ending_of(one))
    return Rehearsed(story, place, tuple(endings))


async def learn(stage: Stage, story: Story) -> Rehearsed:
    """The story as it goes undisturbed, from where the one before it ended."""
    if story.after is None:
        return await rehearse(stage, story, await begin(stage, story))
    await learn(stage, story.after)
    return await rehearse(stage, story, stage.keep())


async def die_through(
    stage: Stage, known: Rehearsed, deadly: Mapping[int, str], how: str = ""
) -> list[Death]:
    """The story once more, with a death at a point in some of its steps; the rest goes on.

    Each death is judged where its step ends. Ends early at a fault. `how`: what happens at the
    point instead of a death.
    """
    stage.back_to(known.begins)
    deaths = []
    async with playing(stage) as one:
        await one.born()
        for number, step in enumerate(known.story.steps[: max(deadly) + 1]):
            before, point = one.deaths, deadly.get(number, "")
            await one.wake(f"{how}{point}")
            await step(one)
            await one.settle()
            if number in deadly:
                said = faults(known.endings[number], ending_of(one), known.endings[:number])
                died = one.deaths > before or bool(how and one.trace.count(f"{how}{point}"))
                deaths.append(Death(known.story.name, number, point, died, tuple(said)))
                if said:
                    break
    return deaths


async def trouble_through(
    stage: Stage, known: Rehearsed, troubles: Mapping[int, Trouble]
) -> list[tuple[int, str, tuple[str, ...]]]:
    """The story once more, with a trouble in some of its steps; what went wrong in which.

    The bot lives on through all of it. Ends early at a fault.
    """
    stage.back_to(known.begins)
    wrong = []
    async with playing(stage) as one:
        await one.born()
        for number, step in enumerate(known.story.steps[: max(troubles) + 1]):
            await one.wake()
            trouble = troubles.get(number)
            if trouble is None:
                await step(one)
                await one.settle()
                continue
            await trouble.begin(one)
            await step(one)
            if trouble.end is not None:
                if trouble.wears_off:
                    await one.settle()
                await trouble.end(one)
            await one.settle()
            if trouble.silent:
                await _takes_up_offers(one)
            before = known.endings[:number]
            so_far = sum(step <= number for step in troubles)
            found = ending_of(one)
            said = faults(
                known.endings[number], found, before, silent=trouble.silent, excuses=so_far
            )
            if one.deaths:
                said.append("the bot ended")
            if said:
                wrong.append((number, trouble.name, tuple(said)))
                break
    return wrong


async def _takes_up_offers(one: Playing) -> None:
    """Whoever got a letter instead of a screen presses its button."""
    for key, screens in shown(one).items():
        if screens and screens[-1][0].startswith(OFFER):
            await one.telegram.as_(key).taps("Buka", wait=False)
            await one.settle()


def passes(known: Rehearsed) -> Iterator[dict[int, str]]:
    """Rounds of deaths, at most one a step, until every point of every step was deadly once."""
    longest = max(len(ending.points) for ending in known.endings)
    for number in range(longest):
        yield {
            step: ending.points[number]
            for step, ending in enumerate(known.endings)
            if number < len(ending.points)
        }


def commits(points: Sequence[str]) -> list[str]:
    """Those around a commit."""
    return [point for point in points if " commit of " in point]
