"""Stories of achievement."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "stories.read": every("stories", "list read"),
    "stories.write": every("stories", "mine text"),
    "stories.judge": every("stories", "judge why"),
}
ACTS = {
    "stories.write": every("stories", "send untell"),
    "stories.judge": "stories.approve",
}
TYPED = {"stories.write": "stories.text", "stories.judge": "stories.why"}
