"""The desk's list of contents."""

from __future__ import annotations

from bot.actions import desk
from bot.actions.desk import adoption as reach
from bot.actions.desk import away as absent
from bot.actions.desk import heads as leading
from bot.actions.desk import moving as hierarchy
from bot.actions.desk import plans as planning
from bot.actions.desk import sheets as paper
from bot.actions.desk import undoing
from bot.screens import Place
from handlers.desk import (
    absences,
    adoption,
    away,
    calls,
    deciding,
    ending,
    heads,
    home,
    moving,
    people,
    sheets,
)
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "desk.open": Shown(desk.desk, home.draw_desk),
            "desk.others": Shown(desk.desk, home.draw_others),
            "desk.staff": Shown(desk.group, home.draw_staff),
            "desk.reach": Shown(desk.desk, home.draw_reach),
            "desk.rules": Shown(absent.rules, away.draw_rules),
            "desk.away": Shown(absent.away, away.draw_away),
            "desk.units": Shown(leading.list_units, heads.draw_units),
            "desk.unit": Shown(leading.unit, heads.draw_unit),
            "desk.head": Shown(leading.unit, heads.draw_head),
            "desk.heads": Shown(leading.heads_found, heads.draw_heads),
            "desk.head_check": Shown(leading.head_check, heads.draw_check),
            "desk.search": Shown(desk.searching, people.draw_search),
            "desk.found": Shown(desk.found_people, people.draw_found),
            "desk.person": Shown(desk.person, people.draw_person),
            "desk.suspend": Shown(desk.person, people.draw_suspend),
            "desk.invited": Shown(desk.invited, people.draw_invited),
            "desk.calls": Shown(desk.calls, calls.draw_calls),
            "desk.call": Shown(desk.call, calls.draw_call),
            "desk.claims": Shown(desk.claims, deciding.draw_claims),
            "desk.claim": Shown(desk.pending, deciding.draw_pending),
            "desk.sure": Shown(desk.sure, deciding.draw_sure),
            "desk.reports": Shown(desk.reports, deciding.draw_reports),
            "desk.report": Shown(desk.report, deciding.draw_report),
            "desk.right": Shown(desk.right, deciding.draw_right),
            "desk.rights": Shown(desk.rights_found, deciding.draw_rights),
            "desk.settle": Shown(desk.settling, deciding.draw_settling),
            "desk.refuse": Shown(desk.right, deciding.draw_refuse),
            "desk.leave": Shown(desk.leave_kinds, absences.draw_kinds),
            "desk.leave_days": Shown(desk.days, absences.draw_leave_days),
            "desk.leave_check": Shown(desk.leave_check, absences.draw_leave_check),
            "desk.holder": Shown(desk.holder, absences.draw_holder),
            "desk.holders": Shown(desk.holders, absences.draw_holders),
            "desk.mandate_days": Shown(desk.mandate_check, absences.draw_mandate_days),
            "desk.mandate_check": Shown(desk.mandate_check, absences.draw_mandate_check),
            "desk.on_record": Shown(desk.on_record, ending.draw_on_record),
            "desk.end_leave": Shown(desk.leave_ending, ending.draw_leave),
            "desk.end_mandate": Shown(desk.mandate_ending, ending.draw_mandate),
            "desk.adoption": Shown(reach.adoption, adoption.draw_adoption),
            "desk.sheets": Shown(paper.sheet_units, sheets.draw_units),
            "desk.sheet_unit": Shown(paper.sheet_unit, sheets.draw_unit),
            "desk.sheet": Shown(paper.sheet, sheets.draw_sheet),
            "desk.moving": Shown(hierarchy.moving, moving.draw_moving),
            "desk.move": Shown(hierarchy.asking, moving.draw_asking),
            "desk.move_to": Shown(hierarchy.found_new, moving.draw_found),
            "desk.move_day": Shown(hierarchy.move_check, moving.draw_day),
            "desk.move_check": Shown(hierarchy.move_check, moving.draw_check),
            "desk.moved": Shown(undoing.moved, moving.draw_moved),
            "desk.plans": Shown(planning.plans, moving.draw_plans),
            "desk.replan": Shown(planning.replanning, moving.draw_replanning),
            "desk.replan_check": Shown(planning.replanning, moving.draw_check),
        },
        acts={
            "desk.approve": desk.approve,
            "desk.decline": desk.decline,
            "desk.invite": desk.invite,
            "desk.suspend": desk.suspend,
            "desk.record_leave": desk.record_leave,
            "desk.record_mandate": desk.record_mandate,
            "desk.end_leave": desk.end_leave,
            "desk.end_mandate": desk.end_mandate,
            "desk.called": desk.called,
            "desk.accept": desk.accept,
            "desk.move": hierarchy.move,
            "desk.head": leading.appoint,
            "desk.print": paper.print_sheet,
            "desk.undo_move": undoing.undo,
            "desk.replan": planning.replan,
        },
        typed={
            "desk.search": desk.find_people,
            "desk.claim": desk.heard,
            "desk.right": desk.find_right,
            "desk.refuse": desk.refuse,
            "desk.leave_days": desk.leave_days,
            "desk.holder": desk.find_holder,
            "desk.mandate_days": desk.mandate_days,
            "desk.units": leading.find_unit,
            "desk.head": leading.find_head,
            "desk.move": hierarchy.find_new,
            "desk.move_day": hierarchy.move_day,
            "desk.replan": planning.replan_day,
            "desk.sheets": paper.find_unit,
        },
        commands={"admin": Place("desk.open")},
        letters={
            "roster.roles_changed": people.write_roles_changed,
            "desk.moved": moving.write_moved,
            "desk.move_failed": moving.write_failed,
        },
    )
