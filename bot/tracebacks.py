"""Where a fault happened and of which kind, without the values that its message may hold."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from traceback import TracebackException
from typing import Any

# Their messages name types, attributes and modules, never what a person wrote.
TELLING = (AttributeError, NameError, ImportError, TypeError, NotImplementedError, RecursionError)
UNTOLD = "(…)"
DEEPEST = 5  # causes of causes


def traced(fault: BaseException) -> str:
    """The whole traceback with causes; of messages only those that tell nothing of people."""
    return "\n".join(_lines(fault, 0))


def _lines(fault: BaseException, depth: int) -> list[str]:
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    lines = _lines(before, depth + 1) if before is not None and depth < DEEPEST else []
    stack = TracebackException(type(fault), fault, fault.__traceback__, compact=True).stack
    lines += ["".join(stack.format()).rstrip(), named(fault)]
    if isinstance(fault, BaseExceptionGroup) and depth < DEEPEST:
        for one in fault.exceptions:
            lines += _lines(one, depth + 1)
    return lines


def named(fault: BaseException) -> str:
    """The kind of a fault, with its message where that is harmless, or its number."""
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    if isinstance(fault, TELLING):
        return f"{kind}: {fault}"
    if isinstance(fault, OSError) and fault.errno is not None:
        return f"{kind}: errno {fault.errno}"
    return f"{kind} {UNTOLD}" if fault.args else kind


def discreetly(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Put the traceback of a logged fault into the line, as `traced` writes it."""
    told = event.pop("exc_info", None)
    if told is True:
        told = sys.exc_info()
    fault = told[1] if isinstance(told, tuple) else told
    if isinstance(fault, BaseException):
        event["exception"] = traced(fault)
    return event
