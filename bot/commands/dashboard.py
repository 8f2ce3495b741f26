"""Where the dashboard is opened, and who may show it in a frame."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.settings import Settings
from bot.web.dashboard import PATH
from bot.web.dashboard.frame import TELEGRAM


def dashboard_of(settings: Settings) -> str:
    """Where Telegram opens the dashboard: by https alone, or in the sandbox on this machine."""
    address = settings.public_url or ""
    reached = address.startswith("https://") or settings.clock_url is not None
    return f"{address}{PATH}" if address and reached else ""


def frames_of(settings: Settings) -> tuple[str, ...]:
    """Pages that may show the dashboard in a frame: Telegram's own, or the sandbox's."""
    if settings.clock_url is None:
        return TELEGRAM
    port = urlsplit(settings.telegram_api).port
    return tuple(f"http://{name}:{port}" for name in ("127.0.0.1", "localhost"))
