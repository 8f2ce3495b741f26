"""Text as Telegram sees it: markup, entities, lengths in UTF-16 units."""

from sandbox.text.automatic import automatic
from sandbox.text.formatted import Formatted, caption, message_text
from sandbox.text.render import to_html

__all__ = ["Formatted", "automatic", "caption", "message_text", "to_html"]
