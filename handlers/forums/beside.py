"""What forums offer beside the meeting itself: materials, polls, opinions."""

from __future__ import annotations

from bot.actions.forums import materials, opinions, poll_closing, poll_drafts, polls, posting
from handlers.forums import materials as show_materials
from handlers.forums import opinions as show_opinions
from handlers.forums import polls as show_polls
from handlers.forums import posting as show_post
from handlers.forums.planning import only_text
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "forums.materials": Shown(materials.listed, show_materials.draw_materials),
            "forums.material": Shown(materials.single, show_materials.draw_material),
            "forums.value": Shown(opinions.ask, show_opinions.draw_value),
            "forums.opinions": Shown(opinions.told, show_opinions.draw_told),
            "forums.post": Shown(posting.preview, show_post.draw_preview),
            "forums.polls": Shown(polls.listed, show_polls.draw_polls),
            "forums.poll": Shown(polls.card, show_polls.draw_poll),
            "forums.poll_new": Shown(polls.listed, show_polls.draw_new),
            "forums.poll_days": Shown(polls.card, show_polls.draw_days),
            "forums.poll_closing": Shown(poll_closing.closing, show_polls.draw_closing),
            "forums.heard": Shown(opinions.heard, show_opinions.draw_heard),
        },
        acts={
            "forums.restrict": materials.restrict,
            "forums.detach": materials.detach,
            "forums.value_choose": opinions.choose,
            "forums.value_again": opinions.again,
            "forums.value_send": opinions.send,
            "forums.post_it": posting.post,
            "forums.poll_begin": poll_drafts.begin,
            "forums.poll_drop_option": poll_drafts.drop_option,
            "forums.poll_drop": poll_drafts.drop,
            "forums.poll_open": poll_drafts.open_it,
            "forums.poll_vote": polls.vote,
            "forums.poll_close": poll_closing.close,
            "forums.poll_fix": poll_closing.fix,
        },
        typed={
            "forums.attach": materials.say_link,
            "forums.value_say": opinions.say,
            "forums.poll_say": poll_drafts.say,
        },
        sent={
            "forums.attach": materials.attach,
            "forums.value_say": only_text,
            "forums.poll_say": only_text,
        },
        letters={
            "forums.opinion": show_opinions.write_asking,
            "forums.material_refused": show_materials.write_refused,
            posting.TEMPLATE: show_post.write_post,
            **show_polls.LETTERS,
        },
    )
