"""A child that dies, hangs, swallows memory or talks nonsense harms nobody but its file."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest

from bot.examining.child import CannotExamineError, Child, open_child
from bot.examining.limits import Limits
from bot.examining.verdicts import Judged
from bot.rules.evidence import Fault, Unfit

SHORT = Limits(cpu=1, wall=2)


async def ends(how: str, limits: Limits = SHORT) -> Fault:
    """How a file ends with a rogue child; the child is gone."""
    async with open_child(limits, ("-m", "tests.examining.rogue", how)) as one:
        with pytest.raises(Unfit) as refused:
            await one.examine(b"anything")
    assert one.process.returncode is not None
    return refused.value.fault


@pytest.mark.parametrize("how", ["greedy", "looping", "idle", "crashing", "endless"])
async def test_what_a_rogue_child_costs(how: str) -> None:
    assert await ends(how) is Fault.UNSAFE


@pytest.mark.parametrize(
    "said",
    [
        "nonsense",
        "[]",
        '{"fault":_"no_such"}',
        '{"type":_"exe",_"look":_null,_"size":_null}',
        '{"type":_"jpg",_"look":_-1,_"size":_null}',
        '{"type":_"jpg",_"look":_null,_"size":_99999999}',
        '{"type":_"jpg",_"look":_null,_"size":_true}',
        '{"type":_"jpg",_"look":_null,_"size":_9}',
        '{"type":_"jpg"}',
        "[" * 200,
    ],
)
async def test_only_a_proper_verdict_is_believed(said: str) -> None:
    assert await ends(said) is Fault.UNSAFE


@pytest.mark.parametrize("what", ["file", "network", "environment"])
async def test_a_child_reaches_nothing(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "must stay here")
    assert await ends(what, Limits()) is Fault.KIND


async def test_a_child_has_no_children() -> None:
    assert await ends("fork", Limits()) is Fault.KIND


@pytest.mark.parametrize("how", ["killed", "stillborn"])
async def test_what_is_not_the_files_doing_is_tried_again(how: str) -> None:
    async with open_child(SHORT, ("-m", "tests.examining.rogue", how)) as one:
        with pytest.raises(CannotExamineError):
            await one.examine(b"anything")


async def test_without_processes_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(CannotExamineError):
        async with open_child():
            raise AssertionError("cannot be started")


async def test_the_loop_goes_on_while_a_child_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child says nothing before it gets a signal, which the loop sends while it waits."""
    judges = Child._judges

    async def judged_meanwhile(self: Child, content: bytes) -> Judged:
        loop = asyncio.get_running_loop()
        loop.call_soon(os.kill, self.process.pid, signal.SIGUSR1)
        return await judges(self, content)

    monkeypatch.setattr(Child, "_judges", judged_meanwhile)
    assert await ends("patient", Limits()) is Fault.KIND


async def test_a_child_is_gone_when_its_file_never_comes() -> None:
    with pytest.raises(RuntimeError):
        async with open_child() as one:
            raise RuntimeError("Telegram is away")
    assert one.process.returncode is not None
