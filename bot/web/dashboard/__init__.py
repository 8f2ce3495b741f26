"""The dashboard: a Mini App of pages that show what the chat shows, larger; see docs/dasbor.md."""

from bot.web.dashboard.site import PATH, Dashboard

__all__ = ["PATH", "Dashboard"]
