"""A chat as plain text."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sandbox.model import Json, Person, Tap
from sandbox.people.tapping import phone
from sandbox.seen import seen
from sandbox.world import World

LAST = 200


def toast(tap: Tap) -> Json:
    """A toast or alert as the phone showed it."""
    return {
        "cursor": tap.cursor,
        "callback_query_id": tap.id,
        "message_id": tap.message_id,
        "text": tap.text,
        "alert": tap.alert,
        "url": tap.url,
        "date": int(tap.created),
    }


def _zone(person: Person) -> ZoneInfo:
    try:
        return ZoneInfo(person.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def transcript(world: World, person: Person, last: int = LAST) -> str:
    """One line a message, oldest first: time in the person's zone, sender, text, keyboard."""
    zone = _zone(person)
    lines = []
    for message in reversed(phone(world, person)[:last]):
        shown = seen(world, message)
        moment = datetime.fromtimestamp(shown["date"], UTC).astimezone(zone)
        where = "" if shown["chat"] == person.key else f" ({shown['chat']})"
        marks = " (diubah)" if shown["edited"] else ""
        kind = "" if shown["kind"] == "text" else f"[{shown['kind']}] "
        lines.append(f"{moment:%d.%m. %H.%M} {shown['from']}{where}: {kind}{shown['text']}{marks}")
        for row in shown["keyboard"]:
            lines.append("    " + " ".join(f"[{button['text']}]" for button in row))
    for tap in list(world.taps.values())[-20:]:
        if tap.person == person.key and tap.text:
            lines.append(f"    ({'jendela' if tap.alert else 'pemberitahuan'}: {tap.text})")
    return "\n".join(lines) + "\n"
