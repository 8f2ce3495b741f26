"""Evidence comes from Telegram into our store; no file stops the queue or ends the courier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.actions import evidence as bringing
from bot.actions.achievements import attaching
from bot.courier import fetching
from bot.examining.child import CannotExamineError, open_child
from bot.rules.evidence import LEASE, MOST_TRIES, EvidenceState, Fault
from storage import evidence, evidence_files
from storage.evidence import Evidence
from tests.achievements import items, me, photo, picture, tell
from tests.courier.wire import Crash, Post, refusal
from tests.examining.corpus import RUNS
from tests.examining.pdfs import opens, paper


@pytest.fixture
def store(post: Post, tmp_path: Path) -> Path:
    evidence_files.hand_over(tmp_path / "evidence", post.database.engine)
    return tmp_path / "evidence"


def sent(post: Post, *contents: bytes) -> list[int]:
    """A draft of Sari's with these files at Telegram; their numbers."""
    with post.database.transaction() as session:
        who = me(session, "sari", post.clock.now())
        number = tell(session, who)
        for at, content in enumerate(contents):
            attaching.attach(session, who, number, photo(f"p{at}", size=len(content)))
            post.wire.files[f"f-p{at}"] = content
        return [row.id or 0 for row in items(session, number)]


def row_of(post: Post, number: int) -> Evidence:
    with post.database.transaction(reading=True) as session:
        row = evidence.get(session, number)
        assert row is not None
        return row


def names(store: Path) -> list[str]:
    return sorted(path.name for path in store.glob("??/*"))


async def test_files_come_and_are_judged(post: Post, store: Path) -> None:
    good, bad = sent(post, picture(), paper(opens(RUNS)))
    assert await post.courier.fetch_once()
    kept, refused = row_of(post, good), row_of(post, bad)
    assert (kept.state, refused.state) == (EvidenceState.KEPT, EvidenceState.REFUSED)
    assert refused.fault == Fault.ACTIVE
    assert names(store) == [kept.sha256]
    assert not await post.courier.fetch_once()


async def test_an_outage_is_no_fault_of_the_file(post: Post, store: Path) -> None:
    (number,) = sent(post, picture())
    post.wire.plan = [refusal(429, "Too Many Requests", retry_after=5)]
    await post.courier.fetch_once()
    assert (row_of(post, number).state, row_of(post, number).tries) == (EvidenceState.WAITING, 0)
    post.later(seconds=LEASE.total_seconds() + 1)
    await post.courier.fetch_once()
    assert row_of(post, number).state == EvidenceState.KEPT


class Stillborn:
    """Stands for a machine on which no child can be started."""

    async def __aenter__(self) -> None:
        raise CannotExamineError("no processes")

    async def __aexit__(self, *_: object) -> None:
        pass


async def test_without_children_files_wait_but_not_for_ever(
    post: Post, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (number,) = sent(post, picture())
    monkeypatch.setattr(fetching, "open_child", Stillborn)
    for tries in range(MOST_TRIES):
        assert (row_of(post, number).state, row_of(post, number).tries) == ("waiting", tries)
        assert await post.courier.fetch_once()
        post.later(hours=3)
    assert (row_of(post, number).state, row_of(post, number).fault) == (
        EvidenceState.REFUSED,
        Fault.UNEXAMINED,
    )


async def test_after_a_rogue_child_the_next_file_is_kept(
    post: Post, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = sent(post, picture(1), picture(2))
    monkeypatch.setattr(fetching, "AT_ONCE", 1)
    rogue = ("-m", "tests.examining.rogue", "greedy")
    with monkeypatch.context() as broken:
        broken.setattr(fetching, "open_child", lambda: open_child(program=rogue))
        await post.courier.fetch_once()
    await post.courier.fetch_once()
    assert (row_of(post, first).fault, row_of(post, second).state) == (
        Fault.UNSAFE,
        EvidenceState.KEPT,
    )


async def test_a_full_disk_does_not_end_the_courier(
    post: Post, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (number,) = sent(post, picture())

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(evidence_files.Files, "write", full)
        await post.courier.fetch_once()
    assert (row_of(post, number).state, row_of(post, number).tries) == (EvidenceState.WAITING, 1)
    post.later(minutes=1)
    await post.courier.fetch_once()
    assert row_of(post, number).state == EvidenceState.KEPT


async def test_a_file_is_on_the_disk_before_its_row_says_so(
    post: Post, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (number,) = sent(post, picture())
    seen: list[list[str]] = []
    keep = bringing.keep

    def watched(*args: Any) -> None:
        seen.append(names(store))
        keep(*args)

    monkeypatch.setattr(bringing, "keep", watched)
    await post.courier.fetch_once()
    assert seen == [[row_of(post, number).sha256]]


async def test_a_crash_passes_through(post: Post, store: Path) -> None:
    (number,) = sent(post, picture())
    post.wire.plan = [Crash()]
    with pytest.raises(Crash):
        await post.courier.fetch_once()
    assert row_of(post, number).state == EvidenceState.WAITING
