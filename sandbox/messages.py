"""Putting messages into chats, changing and removing them."""

from sandbox.chats import bot_user, chat_object, user
from sandbox.errors import bad
from sandbox.ledger import Call
from sandbox.model import BOT, Chat, Json, Message, Person
from sandbox.seen import seen
from sandbox.world import World

HOURS_48 = 48 * 3600


def post(
    world: World,
    chat: Chat,
    sender: Person | None,
    content: Json,
    *,
    silent: bool = False,
    call: Call | None = None,
) -> Message:
    """A new message from a person, or from the bot when `sender` is None."""
    number = world.next_message
    body: Json = {
        "message_id": number,
        "from": bot_user(world) if sender is None else user(sender),
        "chat": chat_object(chat),
        "date": int(world.clock.now()),
        **content,
    }
    message = Message(number, chat.id, BOT if sender is None else sender.key, body)
    message.silent = silent
    world.take(message)
    if call is not None:
        message.calls.append(call.n)
        call.messages.append(number)
    for reader in world.members(chat.id):
        if reader is not sender:
            reader.unread += 1
    world.typing.pop(chat.id, None)
    changed(world, message, "message")
    return message


def changed(world: World, message: Message, kind: str, call: Call | None = None) -> None:
    """Stores a message and tells the pages; `kind` is message, edit or delete."""
    if call is not None:
        message.calls.append(call.n)
        call.messages.append(message.id)
    key = world.chat_key(message.chat)
    if kind == "delete":
        render = {"person": key, "message_id": message.id}
        message.cursor = world.events.add(kind, lambda: render)
    else:
        message.cursor = world.events.add(
            kind, lambda: {"person": key, "message": seen(world, message)}
        )
    world.store.save("messages", message.id, lambda: vars(message))


def send(world: World, chat: Chat, content: Json, markup: Json | None, call: Call) -> Message:
    """A message of the bot with the common parameters of all send methods applied."""
    params = call.params
    extra: Json = {}
    reply = reply_target(world, chat, params)
    if reply is not None:
        extra["reply_to_message"] = quoted(reply)
    if params.get("protect_content"):
        extra["has_protected_content"] = True
    inline = markup is not None and "inline_keyboard" in markup
    if inline:
        extra["reply_markup"] = markup
    message = post(
        world,
        chat,
        None,
        {**extra, **content},
        silent=bool(params.get("disable_notification")),
        call=call,
    )
    if markup is not None and not inline:
        message.had_reply_keyboard = True
        show_reply_keyboard(world, chat, markup)
    return message


def show_reply_keyboard(world: World, chat: Chat, markup: Json | None) -> None:
    """Replaces the keyboard under the typing field of everybody in the chat."""
    keyboard = None if markup is None or "remove_keyboard" in markup else markup
    for person in world.members(chat.id):
        if isinstance(chat, Person):
            person.reply_keyboard = keyboard
            world.keep_chat(person)
        world.events.tell(
            "reply_keyboard", person=person.key, chat=chat.key, reply_keyboard=keyboard
        )


def reply_target(world: World, chat: Chat, params: Json) -> Message | None:
    """The message that is answered. Raises when it is gone, unless that is allowed."""
    wish = params.get("reply_parameters")
    if not isinstance(wish, dict):
        wish = {
            "message_id": params.get("reply_to_message_id"),
            "allow_sending_without_reply": params.get("allow_sending_without_reply"),
        }
    if not wish.get("message_id"):
        return None
    found = find(world, chat, wish["message_id"])
    if found is None and not wish.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return found


def quoted(message: Message) -> Json:
    """A message inside another one: without what it answers itself."""
    return {name: value for name, value in message.body.items() if name != "reply_to_message"}


def find(world: World, chat: Chat, number: object) -> Message | None:
    """A message of this chat that still exists."""
    try:
        found = world.messages.get(int(str(number)))
    except ValueError:
        return None
    return found if found and found.chat == chat.id and not found.deleted else None


def delete(world: World, message: Message, call: Call | None = None) -> None:
    """Takes a message out of everybody's chat; it stays readable for the inspector."""
    message.deleted = True
    changed(world, message, "delete", call)


def too_old(world: World, message: Message) -> bool:
    """Whether the 48 hours for deleting are over."""
    return world.clock.now() - float(message.body["date"]) > HOURS_48
