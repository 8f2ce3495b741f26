"""Colleagues who are asked: proposals, tickets, drafts, and what stands once all is closed."""

from storage.peers import (
    closing,
    drafts,
    draws,
    proposals,
    releases,
    replacements,
    replies,
    shortages,
    tickets,
)
from storage.peers.drafts import Said
from storage.peers.draws import PeerDraw
from storage.peers.releases import PeerRelease, levels_about, read_levels
from storage.peers.tickets import PeerTicket, Side, TicketState

__all__ = [
    "PeerDraw",
    "PeerRelease",
    "PeerTicket",
    "Said",
    "Side",
    "TicketState",
    "closing",
    "drafts",
    "draws",
    "levels_about",
    "proposals",
    "read_levels",
    "releases",
    "replacements",
    "replies",
    "shortages",
    "tickets",
]
