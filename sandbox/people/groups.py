"""Groups with the bot in them."""

from sandbox.errors import Trouble
from sandbox.messages import post
from sandbox.model import Group
from sandbox.people.blocking import member_changed
from sandbox.people.saying import note
from sandbox.world import World

SUPERGROUP = -1_000_000_000_000


def makes_group(world: World, key: str, title: str, members: list[str]) -> Group:
    """A new group made by its first member, or new title and members for an old one."""
    people = [world.person(member) for member in members]
    if not people:
        raise Trouble(400, "a group needs members")
    known = world.groups.get(key)
    if known is not None:
        renamed = bool(title) and title != known.title
        known.title, known.members = title or known.title, list(members)
        world.keep_chat(known)
        world.events.tell("people")
        if renamed:
            note(world, "message", post(world, known, people[0], {"new_chat_title": title}))
        return known
    if key in world.people or not key:
        raise Trouble(409, f"the key {key!r} is taken")
    group = Group(key, world.free_id(group=True), title or key, list(members))
    world.add_chat(group)
    world.events.tell("people")
    member_changed(world, group, people[0], "left", "member")
    message = post(world, group, people[0], {"group_chat_created": True})
    note(world, "message", message)
    return group


def upgrades(world: World, key: str) -> Group:
    """Turns a group into a supergroup with a new id; the old id answers with the new one."""
    group = world.groups.get(key)
    if group is None:
        raise Trouble(404, f"there is no group called {key}")
    if group.kind == "supergroup":
        raise Trouble(409, "it is a supergroup already")
    old, new = group.id, SUPERGROUP + group.id
    first = world.people[group.members[0]]
    told = post(world, group, first, {"migrate_to_chat_id": new})
    note(world, "message", told)
    world.add_chat(Group(f"{key}~old", old, group.title, list(group.members), moved_to=new))
    group.id, group.kind = new, "supergroup"
    world.add_chat(group)
    told = post(world, group, first, {"migrate_from_chat_id": old})
    note(world, "message", told)
    world.events.tell("people")
    return group
