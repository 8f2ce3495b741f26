"""People block and unblock the bot, or leave Telegram."""

from sandbox.chats import bot_user, chat_object, user
from sandbox.methods.chats import member
from sandbox.model import Chat, Group, Person
from sandbox.world import World


def member_changed(world: World, chat: Chat, by: Person, old: str, new: str) -> None:
    """The `my_chat_member` update, and the event for the pages."""
    bot = bot_user(world)
    body = {
        "chat": chat_object(chat),
        "from": user(by),
        "date": int(world.clock.now()),
        "old_chat_member": member(bot, old),
        "new_chat_member": member(bot, new),
    }
    world.ledger.touch()
    world.updates.add("my_chat_member", body, chat.id)


def blocks(world: World, key: str) -> Person:
    """Blocks the bot; doing it twice changes nothing."""
    person = world.person(key)
    if not person.blocked:
        person.blocked = True
        world.keep_chat(person)
        member_changed(world, person, person, "member", "kicked")
        world.events.tell("blocked", person=key, blocked=True)
    return person


def unblocks(world: World, key: str) -> Person:
    """Lets the bot write again."""
    person = world.person(key)
    if person.blocked:
        person.blocked = False
        world.keep_chat(person)
        member_changed(world, person, person, "kicked", "member")
        world.events.tell("blocked", person=key, blocked=False)
    return person


def deactivates(world: World, key: str) -> Person:
    """Deletes the Telegram account."""
    person = world.person(key)
    person.deactivated = True
    world.keep_chat(person)
    world.events.tell("people")
    return person


def removes_bot(world: World, group: Group) -> Group:
    """A member throws the bot out of a group."""
    if group.bot_status == "member":
        group.bot_status = "kicked"
        world.keep_chat(group)
        by = world.people[group.members[0]]
        member_changed(world, group, by, "member", "kicked")
        world.events.tell("people")
    return group
