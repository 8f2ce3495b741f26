"""Hours of learning, and courses with their free seats."""

from __future__ import annotations

from bot.actions import trainings
from bot.rules.trainings.hours import AIM, Part, shares
from bot.screens import place
from bot.texts import dashboard as texts
from bot.texts import trainings as titles
from bot.texts import words
from bot.texts.trainings import catalogue, hours, said
from bot.web.dashboard import charts
from bot.web.dashboard.markup import Link, Sheet, bars, below, card, pager, prose, table

HOME = place("overview.home", 0)
SHOWN = {"waiting": hours.WAITS, "refused": hours.REFUSED}


def draw_ledger(at: trainings.Ledger, _: Link) -> Sheet:
    own = at.hours
    blocks = [charts.bar(min(1.0, own.minutes / own.asked) if own.asked else 1.0, "third")]
    blocks.append(prose(said.bar(own) + "\n" + said.met(own)))
    if at.in_agreement is not None:
        blocks.append(prose(said.ceiling(at.in_agreement, at.agreed, known=at.known)))
    cards = [card(str(at.year), *blocks)]
    if own.minutes:
        have = shares(at.spread)
        rows = [
            (said.PARTS[one], charts.bar(have[one] / 100, "first", AIM[one] / 100),
             texts.share_aim(have[one], AIM[one]))
            for one in Part
        ]  # fmt: skip
        heads = (texts.WAY, texts.SHARE, texts.AIM)
        cards.append(card(texts.WAY, bars(texts.WAY, heads, rows, quiet=True)))
    cards.append(card(texts.RECORD, _rows(at)))
    return Sheet(titles.LEDGER, "", cards, HOME)


def _rows(at: trainings.Ledger) -> str:
    rows = [
        (below(words.safe(one.title), hours.SOURCES.get(one.source, words.safe(one.source)),
               words.short_day(one.ended_on) if one.ended_on else "", SHOWN.get(one.state, "")),
         said.hours(one.minutes))
        for one in at.rows
    ]  # fmt: skip
    if not rows:
        return prose(texts.nothing_learned())
    return table(texts.jp(), (texts.ACTIVITY, texts.HOURS), rows)


def draw_catalogue(at: trainings.Catalogue, link: Link) -> Sheet:
    until = f"{catalogue.LABELS['until']} {{day}}"
    rows = [
        (below(words.safe(one.name), said.days(one.begins_on, one.ends_on),
               said.hours(one.minutes), until.format(day=words.short_day(one.apply_until))),
         words.number(at.free[one.id or 0]))
        for one in at.courses
    ]  # fmt: skip
    heads = (texts.COURSE, texts.SEATS)
    turn = pager(link, at.page, at.pages, lambda to: place("trainings.catalogue", to))
    listed = (
        table(catalogue.CATALOGUE, heads, rows, quiet=True) if rows else prose(texts.no_course())
    )
    return Sheet(catalogue.CATALOGUE, "", [card("", listed, turn)], HOME)
