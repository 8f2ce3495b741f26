"""Colleagues: who proposes whom, the draw, answers without a writer, and what is told of them."""

from bot.actions.peers.closing import close
from bot.actions.peers.desk import Home, home, promise
from bot.actions.peers.desks import watched
from bot.actions.peers.looking import Glance, glance
from bot.actions.peers.proposing import (
    Asked,
    Candidates,
    Team,
    ask,
    candidates,
    propose,
    search,
    team,
)
from bot.actions.peers.queue import Queue, queue, switch, waiting
from bot.actions.peers.rating import Comment, Step, comment, lines, rate, say, step, unsay
from bot.actions.peers.released import Feedback, exists, feedback, upward
from bot.actions.peers.replying import Reply, reply, send_reply, write_reply
from bot.actions.peers.sending import Whole, decline, send, whole
from bot.actions.peers.shortages import PAGE as SHORT_PAGE
from bot.actions.peers.shortages import Shortage, Shortages, short_list, shortage
from bot.actions.peers.ticking import tick
from bot.actions.peers.watching import Circles, circles
from bot.actions.peers.widening import (
    Adding,
    Naming,
    add,
    adding,
    naming,
    search_colleague,
    widen,
)

__all__ = [
    "SHORT_PAGE",
    "Adding",
    "Asked",
    "Candidates",
    "Circles",
    "Comment",
    "Feedback",
    "Glance",
    "Home",
    "Naming",
    "Queue",
    "Reply",
    "Shortage",
    "Shortages",
    "Step",
    "Team",
    "Whole",
    "add",
    "adding",
    "ask",
    "candidates",
    "circles",
    "close",
    "comment",
    "decline",
    "exists",
    "feedback",
    "glance",
    "home",
    "lines",
    "naming",
    "promise",
    "propose",
    "queue",
    "rate",
    "reply",
    "say",
    "search",
    "search_colleague",
    "send",
    "send_reply",
    "short_list",
    "shortage",
    "step",
    "switch",
    "team",
    "tick",
    "unsay",
    "upward",
    "waiting",
    "watched",
    "whole",
    "widen",
    "write_reply",
]  # fmt: skip
