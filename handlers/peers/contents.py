"""What /rekan offers."""

from __future__ import annotations

from bot.actions import peers
from bot.screens import Place
from handlers.peers import circles, desk, form, shortages, telling
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "peers.home": Shown(peers.home, desk.draw_home),
            "peers.circles": Shown(peers.circles, circles.draw),
            "peers.promise": Shown(peers.promise, desk.draw_promise),
            "peers.queue": Shown(peers.queue, desk.draw_queue),
            "peers.ask": Shown(peers.ask, desk.draw_ask),
            "peers.found": Shown(peers.candidates, desk.draw_candidates),
            "peers.team": Shown(peers.team, desk.draw_team),
            "peers.step": Shown(peers.step, form.draw_step),
            "peers.form": Shown(peers.whole, form.draw_whole),
            "peers.lines": Shown(peers.lines, form.draw_lines),
            "peers.comment": Shown(peers.comment, form.draw_comment),
            "peers.mirror": Shown(peers.glance, form.draw_mirror),
            "peers.declining": Shown(peers.whole, form.draw_declining),
            "peers.feedback": Shown(peers.feedback, telling.draw_feedback),
            "peers.upward": Shown(peers.upward, telling.draw_upward),
            "peers.reply": Shown(peers.reply, telling.draw_reply),
            "peers.short": Shown(peers.short_list, shortages.draw_list),
            "peers.shortage": Shown(peers.shortage, shortages.draw_one),
            "peers.naming": Shown(peers.naming, shortages.draw_naming),
            "peers.adding": Shown(peers.adding, shortages.draw_adding),
        },
        acts={
            "peers.switch": peers.switch,
            "peers.propose": peers.propose,
            "peers.rate": peers.rate,
            "peers.unsay": peers.unsay,
            "peers.send": peers.send,
            "peers.decline": peers.decline,
            "peers.send_reply": peers.send_reply,
            "peers.widen": peers.widen,
            "peers.add": peers.add,
        },
        typed={
            "peers.search": peers.search,
            "peers.say": peers.say,
            "peers.write_reply": peers.write_reply,
            "peers.search_colleague": peers.search_colleague,
        },
        commands={"rekan": Place("peers.home")},
        letters={
            "peers.replied": telling.write_replied,
            "peers.short": shortages.write_short,
        },
    )
