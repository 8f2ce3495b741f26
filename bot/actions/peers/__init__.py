"""Colleagues: who proposes whom, the draw, answers without a writer, and what is told of them."""

from bot.actions.peers.closing import close
from bot.actions.peers.desk import Home, home, promise
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
from bot.actions.peers.ticking import tick

__all__ = [
    "Asked", "Candidates", "Comment", "Feedback", "Home", "Queue", "Reply", "Step",
    "Team", "Whole", "ask", "candidates", "close", "comment", "decline", "exists", "feedback",
    "home", "lines", "promise", "propose", "queue", "rate", "reply", "say", "search", "send",
    "send_reply", "step", "switch", "team", "tick", "unsay", "upward", "waiting", "whole",
    "write_reply",
]  # fmt: skip
