"""What the evaluation team did in calibration, and what a head decided on it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import String, cast, literal
from sqlmodel import col

from storage.adjustments import APPLIED, DRAFT, REFUSED, Adjustment
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Finding, Kind
from storage.audit import Reader
from storage.organisation import KeptDeparture, OrganisationResult
from storage.returns import DONE, FormReturn
from storage.sittings import PanelView, Sitting


def of_organisations(reader: Reader) -> Iterator[Finding]:
    """Every predikat of an organisation: by whom, when, for which part."""
    row = OrganisationResult
    stored = rows(
        col(row.id), "organisation", NOTHING, col(row.set_by), col(row.set_at),
        text(col(row.period_id), col(row.scope_id), col(row.predikat)),
    )  # fmt: skip
    told = Entries(("panel.organisation",), text(said("period"), said("scope"), said("predikat")))
    yield from disagreements(reader, Kind.ORGANISATION, stored, told)
    kept = rows(
        col(KeptDeparture.id), "departure", NOTHING, col(KeptDeparture.said_by),
        col(KeptDeparture.said_at),
        text(col(KeptDeparture.period_id), col(KeptDeparture.scope_id), col(KeptDeparture.lines)),
    )  # fmt: skip
    told = Entries(("panel.keep",), text(said("period"), said("scope"), said("lines")))
    yield from disagreements(reader, Kind.DEPARTURE, kept, told)


def of_sittings(reader: Reader) -> Iterator[Finding]:
    """Every view by its giver and moment; what a closed sitting came to, counted again."""
    stored = rows(
        col(PanelView.id), "panelview", NOTHING, col(PanelView.member_id),
        col(PanelView.given_at), text(col(PanelView.sitting_id)),
    )  # fmt: skip
    told = Entries(("panel.view",), text(said("sitting")))
    yield from disagreements(reader, Kind.VIEW, stored, told)
    ended = rows(
        col(Sitting.id), "sitting", NOTHING, literal(None), literal(None),
        text(col(Sitting.keep), col(Sitting.high), col(Sitting.low)),
    ).where(col(Sitting.keep) + col(Sitting.high) + col(Sitting.low) > 0)  # fmt: skip
    told = Entries(("panel.close",), text(said("keep"), said("high"), said("low")))
    yield from disagreements(reader, Kind.SITTING, ended, told, who=False)


def of_returns(reader: Reader) -> Iterator[Finding]:
    """Every form that went back: by whom, when, and what its result was."""
    stored = rows(
        col(FormReturn.id), "appraisal", cast(col(FormReturn.id), String),
        col(FormReturn.returned_by), col(FormReturn.returned_at),
        text(col(FormReturn.total), col(FormReturn.predikat)), of=col(FormReturn.appraisal_id),
    ).where(col(FormReturn.state) == DONE)  # fmt: skip
    told = Entries(("panel.give_back",), text(said("total"), said("predikat")), said("return"))
    return disagreements(reader, Kind.RETURN, stored, told)


def of_adjustments(reader: Reader) -> Iterator[Finding]:
    """Every adjustment that was proposed, and every decision on one."""
    row = Adjustment
    whose = (col(row.employee_id), col(row.period_id))
    stored = rows(
        col(row.id), "adjustment", NOTHING, col(row.proposed_by), col(row.proposed_at),
        text(*whose, col(row.levels), col(row.total_after), col(row.predikat_after)),
    ).where(col(row.state) != DRAFT)  # fmt: skip
    value = text(*(said(one) for one in ("employee", "period", "levels", "total", "predikat")))
    yield from disagreements(reader, Kind.ADJUSTMENT, stored, Entries(("panel.propose",), value))
    decided = rows(
        col(row.id), "adjustment", NOTHING, col(row.decided_by), col(row.decided_at),
        col(row.state),
    ).where(col(row.state).in_((APPLIED, REFUSED)))  # fmt: skip
    yield from disagreements(
        reader, Kind.ADJUSTED, decided, Entries(("panel.decide",), said("state"))
    )
