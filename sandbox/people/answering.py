"""People vote in polls and react to messages."""

from sandbox.chats import chat_object, user
from sandbox.errors import Trouble
from sandbox.messages import changed
from sandbox.model import Json, Message
from sandbox.people.saying import visible
from sandbox.world import World


def votes(world: World, key: str, number: int, options: list[int]) -> Message:
    """Votes for the options with these numbers from 0; an empty list takes the vote back."""
    person = world.person(key)
    message = visible(world, person, number)
    poll: Json | None = message.body.get("poll")
    if poll is None:
        raise Trouble(409, "this message is no poll")
    if poll["is_closed"]:
        raise Trouble(409, "the poll is closed")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise Trouble(409, "this poll takes one answer")
    if any(not 0 <= option < len(poll["options"]) for option in options):
        raise Trouble(400, "there is no such option")
    message.votes.pop(key, None)
    if options:
        message.votes[key] = sorted(set(options))
    chosen = [option for vote in message.votes.values() for option in vote]
    counted = [
        option | {"voter_count": chosen.count(place)}
        for place, option in enumerate(poll["options"])
    ]
    fresh = poll | {"options": counted, "total_voter_count": len(message.votes)}
    message.body = message.body | {"poll": fresh}
    changed(world, message, "edit")
    world.ledger.touch()
    world.updates.add("poll", fresh, message.chat)
    if not poll["is_anonymous"]:
        picked = [poll["options"][option]["persistent_id"] for option in options]
        answer = {
            "poll_id": poll["id"],
            "user": user(person),
            "option_ids": options,
            "option_persistent_ids": picked,
        }
        world.updates.add("poll_answer", answer, message.chat)
    return message


def reacts(world: World, key: str, number: int, emoji: str | None) -> Message:
    """Leaves an emoji on a message, or takes it back; bots hear it when they asked for it."""
    person = world.person(key)
    message = visible(world, person, number)
    old = message.reactions.pop(key, None)
    if emoji:
        message.reactions[key] = emoji
    changed(world, message, "edit")
    world.ledger.touch()
    body = {
        "chat": chat_object(world.chats[message.chat]),
        "message_id": message.id,
        "user": user(person),
        "date": int(world.clock.now()),
        "old_reaction": _types(old),
        "new_reaction": _types(emoji),
    }
    world.updates.add("message_reaction", body, message.chat)
    return message


def _types(emoji: str | None) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji}] if emoji else []
