"""Sentences about the process: its database, Telegram, the demo."""

from __future__ import annotations

from bot.texts.language import _


def database_unreachable(kind: str) -> str:
    return _("The database cannot be reached or used ({kind}). Check DATABASE_URL.").format(
        kind=kind
    )


def database_outdated() -> str:
    return _("The database has an older form. Stop the bot, make a backup, run: teladan migrate")


def database_newer() -> str:
    return _("The database has a newer form than this program knows. Install the newer program.")


def still_running() -> str:
    return _(
        "The bot still runs with this database, and its program does not know the new form. Stop"
        " every process of it, wait half a minute, then run this again. Telegram keeps what people"
        " send for 24 hours."
    )


def migrated() -> str:
    return _("The database has the newest form.")


def port_taken(port: int) -> str:
    return _("Port {port} is taken by another program. Choose another one with PORT.").format(
        port=port
    )


def token_refused() -> str:
    return _("Telegram does not accept BOT_TOKEN. Ask @BotFather for a valid one.")


def telegram_unreachable(address: str) -> str:
    return _(
        "Telegram cannot be reached at {address}. Check the network and TELEGRAM_API."
    ).format(address=address)


def running(username: str) -> str:
    return _("The bot @{username} is running. Stop it with Ctrl+C.").format(username=username)


def polled_elsewhere() -> str:
    """Said by a process that stands by, or that has lost the right to receive."""
    return _(
        "Another process of this installation receives the updates. This one stands by and takes"
        " over when that one stops."
    )


def database_away() -> str:
    """Said by a process that cannot learn whether it may receive."""
    return _(
        "The database does not answer: another program holds it, its disk is full, or it is away."
        " Updates wait at Telegram; work goes on by itself as soon as it answers."
    )


def token_used_elsewhere() -> str:
    """What an answer 409 means while nobody of ours asks."""
    return _(
        "Telegram says that another program asks for updates with the same BOT_TOKEN (409). Stop"
        " it. If nobody knows of one, the token is in foreign hands: /revoke it at @BotFather."
    )


def stopped() -> str:
    return _("Stopped. Nothing is lost; what was waiting goes on at the next start.")


def all_well(username: str) -> str:
    return _("Everything is in order; the bot is @{username}.").format(username=username)


def folder_not_writable(folder: str) -> str:
    return _(
        "The folder {folder} cannot be written to. Check EVIDENCE_DIR and its rights."
    ).format(folder=folder)


def telegram_awaited(address: str) -> str:
    return _("Telegram does not answer at {address}. Waiting until it does.").format(
        address=address
    )


def other_kind(kept: str, here: str) -> str:
    return _("The backup is of {kept}, but DATABASE_URL names {here}.").format(
        kept=kept, here=here
    )


def making_office() -> str:
    return _("Making the invented office …")


def demo_waking(url: str) -> str:
    return _("The page is at {url}; the bot follows in a moment.").format(url=url)


def demo_ready(url: str) -> str:
    return _("Teladan is ready. Open {url} in a browser. Stop with Ctrl+C.").format(url=url)


def demo_fell() -> str:
    return _("A part of the demo stopped by itself. Look at the messages above.")


def clock_not_reached(url: str) -> str:
    return _("The sandbox's clock cannot be reached at {url}.").format(url=url)
