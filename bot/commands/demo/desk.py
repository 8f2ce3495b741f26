"""Where a demo keeps its things, where it is reached, and what its processes are told."""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("var/demo")
STAMP, PORT = "ready", "port"
OFFICE, CITY = "Badan Pelayanan Contoh", "Semarang"
MIGRATIONS = Path(__file__).parents[3] / "storage" / "migrations" / "versions"
TOKEN = "700000001:kotak-pasir-teladan-bukan-token-rahasia"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Desk:
    """`port` is the page's; `own_port` the bot's."""

    folder: Path
    port: int
    own_port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def site(self) -> str:
        """The bot's own pages."""
        return f"http://127.0.0.1:{self.own_port}"

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'teladan.db'}"

    @property
    def secret(self) -> str:
        """The key of this demo's database, made when it is first asked for."""
        file = self.folder / "secret"
        if not file.exists():
            file.write_text(secrets.token_hex(32), encoding="ascii")
            file.chmod(0o600)
        return file.read_text(encoding="ascii")

    @property
    def signing_key(self) -> Path:
        """The key of the invented office, made when it is first asked for."""
        file = self.folder / "kunci.p12"
        if not file.exists():
            from bot.documents.signing.keys import make_key

            file.write_bytes(make_key(OFFICE, self.secret))
            file.chmod(0o600)
        return file

    @property
    def is_made(self) -> bool:
        """Whether an office was made here to its end, by a program with the same tables."""
        stamp = self.folder / STAMP
        return stamp.exists() and stamp.read_text(encoding="utf-8") == _form()

    def stamp(self) -> None:
        """The office is made, with links to this port on its papers and in its chats."""
        (self.folder / PORT).write_text(str(self.own_port), encoding="ascii")
        (self.folder / STAMP).write_text(_form(), encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """What the real bot needs to live on this desk; nothing of the machine's own `.env`."""
        ours = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API": self.url,
            "DATABASE_URL": self.database,
            "SECRET_KEY": self.secret,
            "EVIDENCE_DIR": str(self.folder / "evidence"),
            "CLOCK_URL": f"{self.url}/sim/clock",
            "WEBHOOK_URL": "",
            "PORT": str(self.own_port),
            "PUBLIC_URL": self.site,
            "OFFICE_CITY": CITY,
            "SIGNING_KEY_FILE": str(self.signing_key),
            "SIGNING_KEY_PASSPHRASE": self.secret,
            "LOG_LEVEL": os.environ.get("LOG_LEVEL", "WARNING"),
        }
        return {**os.environ, **ours}


def _form() -> str:
    """Names the newest form of the database without opening one."""
    return " ".join(sorted(file.stem for file in MIGRATIONS.glob("*.py")))


def own_port(folder: Path) -> int:
    """The port that the links of this demo lead to, while nobody else has it; else a free one."""
    with suppress(OSError, ValueError):
        before = int((folder / PORT).read_text(encoding="ascii"))
        if not is_taken(before):
            return before
    return free_port()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_taken(port: int) -> bool:
    """Whether somebody listens on it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
