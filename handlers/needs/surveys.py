"""The public's survey."""

from __future__ import annotations

from handlers.needs.naming import every

PLACES = {
    "surveys.see": every("surveys", "results units services course kinds likes history"),
}
