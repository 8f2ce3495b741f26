"""Where the dashboard is opened, and who may show it in a frame."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.settings import Settings
from bot.web.dashboard import PATH


def dashboard_of(settings: Settings) -> str:
    """Where Telegram opens the dashboard: by https alone, or in the sandbox on this machine."""
    address = settings.public_url or ""
    reached = address.startswith("https://") or settings.clock_url is not None
    return f"{address}{PATH}" if address and reached else ""


def sandbox_of(settings: Settings) -> tuple[str, ...]:
    """The sandbox's page by both its names, which shows ours in frames; nothing without one."""
    if settings.clock_url is None:
        return ()
    port = urlsplit(settings.telegram_api).port
    return tuple(f"http://{name}:{port}" for name in ("127.0.0.1", "localhost"))
