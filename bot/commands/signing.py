"""The office's signing key: read before anything starts, and remembered as ours."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime

from sqlmodel import Session

from bot.commands.saying import refuse
from bot.documents.signing import Key
from bot.settings import Settings
from bot.texts import signing as texts
from storage import audit, printing, signing_keys
from storage.database import Database
from storage.printing import Printing

SOON = 60  # days: an authority takes weeks


def open_key(settings: Settings) -> Key | None:
    """The key of SIGNING_KEY_FILE; None without one. Ends the command when it is not right."""
    if settings.signing_key_file is None:
        return None
    # Loaded here: most commands sign nothing.
    from bot.documents.signing.keys import BadKey, read_key

    secret = settings.signing_key_passphrase
    try:
        content = settings.signing_key_file.read_bytes()
        passphrase = secret.get_secret_value() if secret else None
        return read_key(content, passphrase, datetime.now(UTC))
    except OSError:
        refuse(texts.signing_key_not_readable(str(settings.signing_key_file)))
    except BadKey as bad:
        refuse(texts.bad_signing_key(bad.fault))


def tell_key(key: Key | None, now: datetime) -> str:
    """What `teladan check` says of it."""
    if key is None:
        return texts.no_signing_key()
    left = (key.until - now).days
    few = left if left <= SOON else None
    return texts.signing_key(key.owner, key.until.date(), few, own=key.own, whole=key.whole)


async def use_key(
    database: Database, settings: Settings, key: Key | None, now: datetime, dashboard: str = ""
) -> None:
    """Hand it over for printing, and where the dashboard is opened; what it signs is ours."""
    said = Printing(
        settings.public_url or "", settings.office_city, key, settings.awards_chat or 0,
        dashboard,
    )  # fmt: skip
    printing.hand_over(said, database.engine)
    if key is not None:
        await database.run(lambda session: _know(session, key, now))


def _know(session: Session, key: Key, now: datetime) -> None:
    shown = b64encode(key.certificate).decode()
    if signing_keys.know(session, key.fingerprint, shown, now):
        about = f"signingkey/{key.fingerprint[:16]}"
        audit.record(session, now, None, "certificates.use_key", about, {"key": key.fingerprint})
