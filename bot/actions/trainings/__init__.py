"""Training: what is offered, who needs it, who goes, and what it counts for."""

from bot.actions.trainings.agreeing import agree, ask_refusal, follow, refuse, write_refusal
from bot.actions.trainings.applying import (
    Draft,
    Mine,
    ask_why,
    confirm,
    mine,
    send,
    withdraw,
    write_why,
)
from bot.actions.trainings.budgets import Budgets, budgets, write_budget
from bot.actions.trainings.cards import Card, card
from bot.actions.trainings.catalogue import Catalogue, Course, catalogue, course, found, search
from bot.actions.trainings.desk import Desk, desk
from bot.actions.trainings.dividing import divide, solve
from bot.actions.trainings.division import Division, division
from bot.actions.trainings.exporting import Exported, export
from bot.actions.trainings.home import Home, home
from bot.actions.trainings.hours import Ledger, credit, ledger, my_ledger
from bot.actions.trainings.importing import Report, ask_file, file, report, take_in
from bot.actions.trainings.lines import Line, Lines, ask_change, change, course_lines, line
from bot.actions.trainings.queue import Queue, queue
from bot.actions.trainings.seats import release_seat, reserve_seat
from bot.actions.trainings.signing import call_off, give, sign, signable
from bot.actions.trainings.signing import refuse as send_back
from bot.actions.trainings.signing import write_refusal as write_send_back

__all__ = [
    "Budgets",
    "Card",
    "Catalogue",
    "Course",
    "Desk",
    "Division",
    "Draft",
    "Exported",
    "Home",
    "Ledger",
    "Line",
    "Lines",
    "Mine",
    "Queue",
    "Report",
    "agree",
    "ask_change",
    "ask_file",
    "ask_refusal",
    "ask_why",
    "budgets",
    "call_off",
    "card",
    "catalogue",
    "change",
    "confirm",
    "course",
    "course_lines",
    "credit",
    "desk",
    "divide",
    "division",
    "export",
    "file",
    "follow",
    "found",
    "give",
    "home",
    "ledger",
    "line",
    "mine",
    "my_ledger",
    "queue",
    "refuse",
    "release_seat",
    "report",
    "reserve_seat",
    "search",
    "send",
    "send_back",
    "sign",
    "signable",
    "solve",
    "take_in",
    "withdraw",
    "write_budget",
    "write_refusal",
    "write_send_back",
    "write_why",
]  # fmt: skip
