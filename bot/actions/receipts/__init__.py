"""Receipts of published results: taken by a tap, or handed over before a witness."""

from bot.actions.receipts.handing import Handing, can_tap, one, write_place
from bot.actions.receipts.listing import PAGE, Waits, count, waiting_list
from bot.actions.receipts.seeking import Seeking, ask, find_witness, seeking
from bot.actions.receipts.standing import Standing, standing
from bot.actions.receipts.taking import take
from bot.actions.receipts.witnessing import Handed, attest, contradict, deny, handed, witness

__all__ = [
    "PAGE", "Handed", "Handing", "Seeking", "Standing", "Waits", "ask", "attest", "can_tap",
    "contradict", "count", "deny", "find_witness", "handed", "one", "seeking", "standing", "take",
    "waiting_list", "witness", "write_place",
]  # fmt: skip
