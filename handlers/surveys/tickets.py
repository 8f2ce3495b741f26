"""Visit tickets and the sheet of a counter: on the screen, or as a PDF to be printed."""

from __future__ import annotations

from functools import partial

from bot.actions.surveys import handing, sheets
from bot.documents import qr
from bot.documents import surveys as documents
from bot.rules.surveys.codes import MOST_TICKETS
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.surveys import counters, printed, tickets
from handlers.surveys.counters import counter_button
from handlers.table import Shown, Table

MENU = Button(words.MENU, opens=Place("home.menu"))


def draw_ticket(at: handing.OneTicket) -> Screen:
    link = at.slip.links.page or at.slip.links.chat
    text = tickets.ticket(at.counter, at.service, at.slip.code, link, at.until, used=at.used)
    files = []
    if link and not at.used:
        files = [File(FileKind.PHOTO, "tiket.png", drawing=partial(qr.png, link), passing=True)]
    another = Button(tickets.ANOTHER, does=place("surveys.hand", at.counter_id), style=Style.GOOD)
    return Screen(text, [[another], [counter_button(at.counter_id), MENU]], files=files)


def draw_batches(at: handing.Batches) -> Screen:
    rows = [
        [
            Button(
                tickets.batch_label(one.issued_on, one.tickets, one.used),
                opens=place("surveys.bundle", one.batch_id),
            )
        ]
        for one in at.items
    ]
    text = tickets.batches(at.counter, at.service, MOST_TICKETS, any_=bool(at.items))
    typing = place("surveys.batches", at.counter_id)
    return Screen(text, [*rows, [counter_button(at.counter_id), MENU]], typing=typing)


def draw_bundle(at: handing.Bundle) -> Screen:
    batch = at.batch
    told = tickets.bundle(at.counter, at.service, batch.tickets, batch.used, batch.until)
    back = Button(words.BACK, opens=place("surveys.batches", at.counter_id))
    if not at.slips:
        return Screen(f"{told}\n\n{tickets.bundle_over()}", [[back, MENU]])
    how = printed.how(at.username, at.address)
    said = printed.slips(at.unit, at.service, at.counter, batch.until, how)
    slips = [(one.code, one.links.page or one.links.chat) for one in at.slips]
    drawing = partial(documents.slips, said, slips, at.now)
    file = File(FileKind.DOCUMENT, printed.SLIPS_FILE, drawing=drawing, keepable=True)
    end = Button(tickets.END, does=place("surveys.end", batch.batch_id), style=Style.BAD)
    text = f"{told}\n\n{tickets.bundle_attached(len(slips))}"
    return Screen(text, [[end], [back, MENU]], files=[file])


def draw_sheet(at: sheets.Sheet) -> Screen:
    rows = [[counter_button(at.counter_id), MENU]]
    ways = []
    if at.links.chat:
        ways.append((at.links.chat, printed.by_chat(at.username)))
    if at.links.page:
        ways.append((at.links.page, printed.by_page(at.address)))
    if not ways:
        return Screen(counters.no_link(), rows)
    said = printed.sheet(at.office, at.unit, at.service, at.counter, at.code)
    drawing = partial(documents.sheet, said, ways, at.now)
    file = File(FileKind.DOCUMENT, printed.SHEET_FILE, drawing=drawing, keepable=True)
    return Screen(counters.sheet(at.counter), rows, files=[file])


def routes() -> Table:
    return Table(
        places={
            "surveys.ticket": Shown(handing.ticket, draw_ticket),
            "surveys.batches": Shown(handing.batches, draw_batches),
            "surveys.bundle": Shown(handing.bundle, draw_bundle),
            "surveys.sheet": Shown(sheets.sheet, draw_sheet),
        },
        acts={"surveys.hand": handing.hand, "surveys.end": handing.end},
        typed={"surveys.batches": handing.print_more},
    )
