"""`python -m tests.bench.allocating`: who gets which seat, for 10,000 people; processor seconds.

Two questions: the four-fifths rule shown only, and enforced. BENCH_COUNT people (10,000), three
applications for every two of them, 120 courses, 40 units, three sources of money.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from random import Random

from bot.allocating.child import ask
from bot.rules.trainings.allocation import Answer, Ask, Problem, keeps

COUNT = int(os.environ.get("BENCH_COUNT", "10000"))
COURSES, UNITS, SOURCES = 120, 40, ("APBN", "PNBP", "Hibah")
MOST = 60.0


def question(people: int, *, equal: bool, seed: int = 1) -> Problem:
    """An office in autumn: seats for about a third of the applications, money for most of them."""
    dice = Random(seed)
    cost = {number: dice.choice([0, 750_000, 1_500_000, 4_000_000]) for number in range(COURSES)}
    asks: list[Ask] = []
    for person in range(people):
        traits = (
            str(dice.randrange(UNITS)), dice.choice(["II", "III", "III", "IV", "PPPK"]),
            dice.choice("12"),
        )  # fmt: skip
        for course in dice.sample(range(COURSES), 1 + person % 2):
            benefit = (
                10 + dice.choice([0, 0, 12, 25, 40]) + dice.choice([0, 20]) + dice.randrange(21)
            )
            source = SOURCES[course % len(SOURCES)]
            number = len(asks) + 1
            asks.append(Ask(number, course, person, benefit, number, cost[course], source, traits))
    seats = {number: max(1, people // COURSES // 2) for number in range(COURSES)}
    money = dict.fromkeys(SOURCES, people * 250_000)
    return Problem(tuple(asks), seats, money, equal)


def measured(problem: Problem) -> tuple[Answer, float, float]:
    """The answer, seconds by the clock, and processor seconds of the child."""
    before, began = _processor(), time.perf_counter()
    answer = ask(problem)
    return answer, time.perf_counter() - began, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Prints a line for each question; 1 when one took longer than a minute of processor time."""
    slow = False
    for equal in (False, True):
        problem = question(COUNT, equal=equal)
        answer, wall, processor = measured(problem)
        assert keeps(problem, answer.requests)
        gap = 100 * (answer.bound - answer.benefit) / max(answer.bound, 1)
        sys.stdout.write(
            f"{COUNT} people, {len(problem.asks)} applications, enforced {equal}: "
            f"{len(answer.requests)} seats, {processor:.1f} s processor, {wall:.1f} s by the "
            f"clock, within {gap:.3f} % of the bound\n"
        )
        slow |= processor > MOST
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main())
