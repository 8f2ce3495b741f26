"""From the parameters of a call to a text with entities, by Telegram's rules."""

import re
from dataclasses import dataclass, field

from sandbox.errors import bad
from sandbox.model import Json
from sandbox.text.automatic import automatic
from sandbox.text.html import parse_html
from sandbox.text.markdown import parse_legacy, parse_markdown
from sandbox.text.units import units

TEXT_BYTES = 32_768
TEXT_LENGTH = 4_096
CAPTION_LENGTH = 1_024
INVISIBLE = " \t\n\v\f\u00a0\u200b\u200c\u200d\u2060\ufeff\u3164\u00ad\u2028\u2029"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\u2028-\u202e]")
SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")


@dataclass
class Formatted:
    """A text and its entities, ready to be shown."""

    text: str
    entities: list[Json] = field(default_factory=list)


def parse(text: str, parse_mode: object, entities: object) -> Formatted:
    """Takes `parse_mode` first, `entities` else; trims, sorts and adds automatic entities."""
    if len(text.encode("utf-8", "surrogatepass")) > TEXT_BYTES:
        raise bad("text is too long")
    mode = str(parse_mode or "").lower()
    if mode == "html":
        text, found = parse_html(text)
    elif mode == "markdownv2":
        text, found = parse_markdown(text)
    elif mode == "markdown":
        text, found = parse_legacy(text)
    elif mode not in ("", "none"):
        raise bad("unsupported parse_mode")
    else:
        found = _given(entities)
    return tidy(text, found)


def tidy(text: str, entities: list[Json]) -> Formatted:
    """Control characters become blanks, ends are trimmed, entities clipped and sorted."""
    text = CONTROL.sub("", text.replace("\r", "")) if not text.isprintable() else text
    shift = units(text[: len(text) - len(text.lstrip(INVISIBLE))])
    text = text.strip(INVISIBLE)
    size = units(text)
    kept = []
    for entity in entities:
        begin = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] - shift + entity["length"], size)
        if end > begin:
            kept.append(entity | {"offset": begin, "length": end - begin})
    kept = _joined(kept)
    kept += automatic(text, kept)
    kept.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted(text, kept)


def _joined(entities: list[Json]) -> list[Json]:
    """Touching stretches of the same simple style are one entity."""
    kept = [entity for entity in entities if entity["type"] not in SPLITTABLE]
    for kind in SPLITTABLE:
        stretches = sorted(
            (e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] == kind
        )
        last: Json | None = None
        for begin, end in stretches:
            if last and begin <= last["offset"] + last["length"]:
                last["length"] = max(end - last["offset"], last["length"])
            else:
                last = {"type": kind, "offset": begin, "length": end - begin}
                kept.append(last)
    return kept


def _given(entities: object) -> list[Json]:
    if not entities:
        return []
    if not isinstance(entities, list):
        raise bad("can't parse entities JSON object")
    found = []
    for entity in entities:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= set(entity):
            raise bad("can't parse MessageEntity: an object expected")
        kept = {name: value for name, value in entity.items() if value is not None}
        kept["offset"], kept["length"] = int(entity["offset"]), int(entity["length"])
        found.append(kept)
    return found


def message_text(params: Json) -> Formatted:
    """The text of sendMessage and editMessageText; 1 to 4,096 characters after parsing."""
    given = str(params.get("text") or "")
    if not given:
        raise bad("message text is empty")
    text = parse(given, params.get("parse_mode"), params.get("entities"))
    if not text.text:
        raise bad("text must be non-empty")
    if len(text.text) > TEXT_LENGTH:
        raise bad("message is too long")
    return text


def caption(params: Json) -> Formatted:
    """A caption; at most 1,024 characters after parsing, may be empty."""
    text = parse(
        str(params.get("caption") or ""),
        params.get("parse_mode"),
        params.get("caption_entities"),
    )
    if len(text.text) > CAPTION_LENGTH:
        raise bad("message caption is too long")
    return text
