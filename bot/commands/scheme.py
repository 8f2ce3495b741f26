"""Whether a file is a sound scheme: `teladan scheme check`."""

from __future__ import annotations

from pathlib import Path

from bot.commands.saying import refuse, say
from bot.texts.operator import data
from bot.texts.schemes.faults import fault
from bot.texts.schemes.files import sound, unreadable
from storage.scheme_files import MOST_BYTES, SchemeRefused, read_scheme


def check(file: Path) -> None:
    """One line when it is; else every fault as a sentence, exit code 2. Needs no database."""
    try:
        content = file.read_bytes()
    except OSError:
        refuse(data.file_not_found(str(file)))
    try:
        scheme = read_scheme(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        refuse(unreadable(MOST_BYTES))
    except SchemeRefused as refusal:
        refuse(*(fault(problem) for problem in refusal.problems))
    if len(content) > MOST_BYTES:
        refuse(unreadable(MOST_BYTES))
    say(sound(scheme.name, scheme.version, scheme.in_force_from))
