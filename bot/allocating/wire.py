"""Questions and answers as text between two processes."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import Any

from bot.rules.trainings.allocation import Answer, Ask, Problem


def asked(problem: Problem) -> str:
    return json.dumps(
        {
            "asks": [astuple(ask) for ask in problem.asks],
            "seats": list(problem.seats.items()),
            "money": list(problem.money.items()),
            "equal": problem.equal,
        }
    )


def read(said: str) -> Problem:
    told = json.loads(said)
    asks = tuple(_ask(*values) for values in told["asks"])
    return Problem(asks, dict(told["seats"]), dict(told["money"]), told["equal"])


def _ask(*values: Any) -> Ask:
    plain: Any = values[:-1]
    return Ask(*plain, tuple(values[-1]))  # type: ignore[call-arg]


def written(answer: Answer) -> str:
    return json.dumps([sorted(answer.requests), answer.benefit, answer.bound, answer.free])


def understood(said: str) -> Answer:
    requests, benefit, bound, free = json.loads(said)
    return Answer(frozenset(requests), benefit, bound, free)
