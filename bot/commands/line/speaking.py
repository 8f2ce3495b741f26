"""What the command line itself says in Indonesian: its help, and what is wrong with a line typed.

Typer writes both in English; its groups and commands are given this voice instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from bot.commands.saying import refuse

HELP = "Menampilkan bantuan ini."


class Speaking:
    """Help in our words; `--help` says so, too."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = HELP
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        command = ctx.command
        params = command.get_params(ctx)
        words = [_word(one) for one in params if one.param_type_name == "argument"]
        below = ["PERINTAH …"] if isinstance(command, TyperGroup) else []
        usage = " ".join(["[PILIHAN]", *words, *below])
        formatter.write_usage(ctx.command_path, usage, prefix="Pemakaian: ")
        formatter.write_paragraph()
        formatter.write_text(command.help or "")
        for title, kind in (("Isian", "argument"), ("Pilihan", "option")):
            rows = [(_word(one), _told(one)) for one in params if one.param_type_name == kind]
            _section(formatter, title, rows)
        if isinstance(command, TyperGroup):
            rows = [(name, one.help or "") for name, one in command.commands.items()]
            _section(formatter, "Perintah", rows)


class Command(Speaking, TyperCommand):
    """A command that speaks Indonesian."""


class Group(Speaking, TyperGroup):
    """Commands under one word; whatever cannot be read ends with one sentence, exit code 2."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.commands, 1)
            hint = f" Maksud Anda `{near[0]}`?" if near else ""
            refuse(f"Tidak ada perintah `{args[0]}`.{hint} {_help(ctx)}")
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        try:
            done = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.TyperException as fault:
            refuse(sentence(fault))
        except typer.Abort:
            refuse("Dihentikan.")
        if standalone_mode:
            raise SystemExit(done if isinstance(done, int) else 0)
        return done


def sentence(fault: typer.TyperException) -> str:
    """What is wrong with the line, and where to read more; the help itself where nothing was said.

    Typer's own classes are not public; they are told apart by their names.
    """
    ctx: Any = getattr(fault, "ctx", None)
    param: Any = getattr(fault, "param", None)
    option: str = getattr(fault, "option_name", "")
    match type(fault).__name__:
        case "NoArgsIsHelpError":
            return fault.message.rstrip()
        case "MissingParameter":
            said = f"{_name(param)} belum diisi."
        case "NoSuchOption":
            said = f"Tidak ada pilihan `{option}`."
            near = get_close_matches(option, getattr(fault, "possibilities", None) or (), 1, 0.7)
            said += f" Maksud Anda `{near[0]}`?" if near else ""
        case "BadOptionUsage":
            takes = "requires" in fault.message
            said = f"Pilihan `{option}` " + ("memerlukan isi." if takes else "tidak menerima isi.")
        case "BadParameter":
            said = f"{_name(param)} tidak sesuai.{_bounds(param)}"
        case _:
            said = "Perintah kurang lengkap, atau ada isian yang berlebih."
    return f"{said} {_help(ctx)}"


def _help(ctx: Any) -> str:
    path = ctx.command_path if ctx is not None else "teladan"
    return f"Lihat `{path} --help`."


def _bounds(param: Any) -> str:
    low, high = getattr(param, "min", None), getattr(param, "max", None)
    if low is not None and high is not None:
        return f" Isilah dengan angka {low} sampai {high}."
    return " Isilah dengan angka." if "ANGKA" in (getattr(param, "metavar", None) or "") else ""


def _name(param: Any) -> str:
    return _word(param) if param.param_type_name == "argument" else f"Pilihan `{param.opts[0]}`"


def _word(param: Any) -> str:
    """How a line names it: `BERKAS`, or `--port ANGKA`."""
    name = param.metavar or ""
    if param.param_type_name == "argument":
        return name or param.name.upper()
    return " ".join([", ".join(param.opts), *([name] if name else [])])


def _told(param: Any) -> str:
    standing = param.default
    plain = isinstance(standing, int | str) and not isinstance(standing, bool) and standing != 0
    told = [f"bawaan: {standing}"] if plain else []
    told += ["wajib"] if param.required and param.param_type_name == "option" else []
    return (param.help or "") + (f" ({'; '.join(told)})" if told else "")


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
