"""Looking at chats and members, pinning, leaving."""

from sandbox.chats import address, bot_user, chat_object, reachable, user
from sandbox.errors import bad, forbidden
from sandbox.messages import changed, find, post
from sandbox.methods.request import Method, Request
from sandbox.model import Group, Json, Message, Person


async def get_chat(request: Request) -> Json:
    chat = address(request.world, request.params.get("chat_id"))
    shown = {
        **chat_object(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if isinstance(chat, Group):
        shown["permissions"] = {"can_send_messages": True, "can_pin_messages": True}
    pins = _pins(request, chat.id)
    if pins:
        shown["pinned_message"] = request.world.messages[pins[-1]].body
    return shown


async def get_chat_member(request: Request) -> Json:
    world = request.world
    chat = address(world, request.params.get("chat_id"))
    number = request.params.get("user_id")
    if not number:
        raise bad("invalid user_id specified")
    if world.bot is not None and number == world.bot.id:
        status = chat.bot_status if isinstance(chat, Group) else "member"
        return member(bot_user(world), status)
    person = world.chats.get(number)
    if not isinstance(person, Person):
        raise bad("PARTICIPANT_ID_INVALID")
    if person is chat:
        return member(user(person), "member")
    inside = isinstance(chat, Group) and person.key in chat.members
    return member(user(person), "member" if inside else "left")


def member(who: Json, status: str) -> Json:
    """A ChatMember object."""
    shown: Json = {"user": who, "status": status}
    if status == "kicked":
        shown["until_date"] = 0
    return shown


async def get_chat_member_count(request: Request) -> int:
    chat = address(request.world, request.params.get("chat_id"))
    return len(chat.members) + 1 if isinstance(chat, Group) else 2


async def get_chat_administrators(request: Request) -> list[Json]:
    chat = address(request.world, request.params.get("chat_id"))
    if not isinstance(chat, Group):
        raise bad("there are no administrators in the private chat")
    first = request.world.people.get(chat.members[0]) if chat.members else None
    return [member(user(first), "creator") | {"is_anonymous": False}] if first else []


async def leave_chat(request: Request) -> bool:
    chat = address(request.world, request.params.get("chat_id"))
    if not isinstance(chat, Group):
        raise bad("chat member status can't be changed in private chats")
    if chat.bot_status != "member":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    chat.bot_status = "left"
    request.world.keep_chat(chat)
    request.world.events.tell("people")
    return True


def _pins(request: Request, chat: int) -> list[int]:
    pins: list[int] = request.world.profile["pins"].setdefault(str(chat), [])
    return pins


def _changed(request: Request, message: Message) -> None:
    request.world.keep_settings()
    changed(request.world, message, "edit", request.call)


async def pin_chat_message(request: Request) -> bool:
    chat = reachable(request.world, request.params.get("chat_id"))
    message = find(request.world, chat, request.params.get("message_id"))
    if message is None:
        raise bad("message to pin not found")
    pins = _pins(request, chat.id)
    if message.id not in pins:
        pins.append(message.id)
        post(request.world, chat, None, {"pinned_message": message.body}, call=request.call)
    _changed(request, message)
    return True


async def unpin_chat_message(request: Request) -> bool:
    chat = address(request.world, request.params.get("chat_id"))
    pins = _pins(request, chat.id)
    number = request.params.get("message_id") or (pins[-1] if pins else None)
    if number not in pins:
        raise bad("message to unpin not found")
    pins.remove(number)
    _changed(request, request.world.messages[number])
    return True


async def unpin_all_chat_messages(request: Request) -> bool:
    chat = address(request.world, request.params.get("chat_id"))
    pins = _pins(request, chat.id)
    gone, pins[:] = list(pins), []
    for number in gone:
        _changed(request, request.world.messages[number])
    return True


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
