"""The command line: `teladan …`."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from bot.commands.line import copies, data, people, process, schemes
from bot.commands.line.speaking import Command, Group
from bot.tracebacks import traced

COMMANDS: dict[str, Callable[..., None]] = {
    "demo": process.demo,
    "run": process.run,
    "migrate": process.migrate,
    "import": data.import_,
    "catalogue": data.catalogue,
    "career": data.career,
    "export": data.export,
    "survey": data.survey,
    "invite": people.invite,
    "approve": people.approve,
    "reset-code": people.reset_code,
    "check": process.check,
    "backup": copies.backup,
    "restore": copies.restore,
    "verify": copies.verify,
    "watch": process.watch,
}
"""In the order in which `teladan --help` lists them."""

app = typer.Typer(
    cls=Group,
    help="Teladan: karier ASN yang adil dan terbuka, langsung dari Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for name, command in COMMANDS.items():
    app.command(name, cls=Command)(command)

scheme_app = typer.Typer(
    cls=Group, help="Skema penilaian.", no_args_is_help=True, rich_markup_mode=None
)
scheme_app.callback()(schemes.scheme)
scheme_app.command("check", cls=Command)(schemes.check)
app.add_typer(scheme_app, name="scheme")


def main() -> None:
    """The entry of the command `teladan`. A fault says where it was, not what it held."""
    try:
        app()
    except Exception as fault:
        sys.stderr.write(f"{traced(fault)}\n")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
