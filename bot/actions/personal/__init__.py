"""/data_saya: what is held of me, who looked, what I agreed to, what I ask, what I erase."""

from bot.actions.personal.agreed import Agreed, agreed, withdraw
from bot.actions.personal.answering import (
    Answering,
    Desk,
    ask_answer,
    desk,
    grant,
    one,
    say_answer,
)
from bot.actions.personal.asking import (
    Card,
    Wanting,
    ask,
    fields,
    file,
    request,
    say_objection,
    say_wanted,
    take_back,
    wanting,
)
from bot.actions.personal.breaching import (
    Breached,
    Listing,
    ask_mending,
    ask_return,
    ask_word,
    breach,
    close,
    confirm,
    draft,
    judging,
    listed,
    mending,
    notice,
    paper,
    record,
    say_mending,
    say_return,
    say_word,
    sure_authority,
    sure_close,
    tell_authority,
)
from bot.actions.personal.breaching import (
    ask as ask_notice,
)
from bot.actions.personal.cleaning import clean, clean_now
from bot.actions.personal.clocks import tick
from bot.actions.personal.copying import (
    LETTER as COPY_LETTER,
)
from bot.actions.personal.copying import (
    Copy,
    CopyStands,
    ask_copy,
    copy,
    copy_of,
    take_copy,
)
from bot.actions.personal.erasing import Erasables, Sure, erasables, erase, sure
from bot.actions.personal.guests import Kept, forget, kept
from bot.actions.personal.guests import take_back as leave
from bot.actions.personal.holding import Held, HeldKind, held, kind
from bot.actions.personal.home import Home, home, rules_of
from bot.actions.personal.looking import Looked, looked
from bot.actions.personal.replaying import replay
from bot.actions.personal.retaining import Retention, retain, retention
from bot.actions.personal.spreading import spread

__all__ = [
    "COPY_LETTER", "Agreed", "Answering", "Breached", "Card", "Copy", "CopyStands", "Desk",
    "Erasables", "Held", "HeldKind", "Home", "Kept", "Listing", "Looked", "Retention", "Sure",
    "Wanting", "agreed", "ask", "ask_answer", "ask_copy", "ask_mending", "ask_notice",
    "ask_return", "ask_word", "breach", "clean", "clean_now", "close", "confirm", "copy",
    "copy_of", "desk", "draft", "erasables", "erase", "fields", "file", "forget", "grant",
    "held", "home", "judging", "kept", "kind", "leave", "listed", "looked", "mending",
    "notice", "one", "paper", "record", "replay", "request", "retain", "retention",
    "rules_of", "say_answer", "say_mending", "say_objection", "say_return", "say_wanted",
    "say_word", "spread", "sure", "sure_authority", "sure_close", "take_back", "take_copy",
    "tell_authority", "tick", "wanting", "withdraw",
]  # fmt: skip
