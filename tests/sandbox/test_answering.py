"""Polls and reactions."""

import pytest

from sandbox.client import Phone, Refused
from tests.sandbox.conftest import Wire


async def test_a_poll_is_voted_and_closed(wire: Wire, sari: Phone, budi: Phone) -> None:
    options = [{"text": "Senin"}, {"text": "Selasa"}]
    sent = await wire.result(
        "sendPoll", chat_id=1001, question="Kapan?", options=options, is_anonymous=False
    )
    number = sent["message_id"]
    await sari.votes(number, 1, wait=False)
    poll, answer = (await wire.result("getUpdates", offset=-2))[-2:]
    assert [o["voter_count"] for o in poll["poll"]["options"]] == [0, 1]
    assert answer["poll_answer"]["option_ids"] == [1]
    assert answer["poll_answer"]["user"]["id"] == 1001
    with pytest.raises(Refused, match="takes one answer"):
        await sari.votes(number, 0, 1, wait=False)
    closed = await wire.result("stopPoll", chat_id=1001, message_id=number)
    assert (closed["is_closed"], closed["total_voter_count"]) == (True, 1)
    with pytest.raises(Refused, match="closed"):
        await sari.votes(number, 0, wait=False)
    again = await wire("stopPoll", chat_id=1001, message_id=number)
    assert again["description"] == "Bad Request: poll has already been closed"


async def test_reactions_are_heard_by_those_who_asked(wire: Wire, sari: Phone) -> None:
    sent = await wire.result("sendMessage", chat_id=1001, text="Selamat!")
    await sari.reacts(sent["message_id"], "👍", wait=False)
    assert "message_reaction" not in (await wire.result("getUpdates", offset=-1))[0]
    await wire.result("getUpdates", allowed_updates=["message_reaction"])
    await sari.reacts(sent["message_id"], "🎉", wait=False)
    heard = (await wire.result("getUpdates", offset=-1))[0]["message_reaction"]
    assert heard["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert heard["new_reaction"] == [{"type": "emoji", "emoji": "🎉"}]
    emoji = [{"type": "emoji", "emoji": "❤"}]
    await wire.result(
        "setMessageReaction", chat_id=1001, message_id=sent["message_id"], reaction=emoji
    )
    assert (await sari.last())["reactions"] == [
        {"from": "sari", "emoji": "🎉"},
        {"from": "bot", "emoji": "❤"},
    ]
