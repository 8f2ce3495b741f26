"""Who looked at whom, and every consent with its version and time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0044"
down_revision = "0051"
branch_labels = None
depends_on = None

_STANDS = sa.text("withdrawn_at IS NULL")
# What stood before consents were kept in one place, each in words that were its first version.
_INTO = "INSERT INTO consentgiven (employee_id, kind, object_id, given_at, version) "
_EARLIER = (
    "SELECT employee_id, 'thanks', 0, since, 1 FROM thanksconsent",
    "SELECT employee_id, 'award', id, consent_at, 1 FROM award"
    " WHERE consent = 'agreed' AND consent_at IS NOT NULL",
    "SELECT certificate.employee_id, 'story', story.certificate_id, story.sent_at, 1 FROM story"
    " JOIN certificate ON certificate.id = story.certificate_id"
    " WHERE story.sent_at IS NOT NULL AND (story.judged_at IS NULL OR story.told_at IS NOT NULL)",
)


def upgrade() -> None:
    op.create_table(
        "lookedat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("viewer_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("first_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("about_id", "day", "viewer_id", "what", "unit_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "consentgiven",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("given_at", Moment(timezone=True), nullable=False),
        sa.Column("withdrawn_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consentgiven_employee_id", "consentgiven", ["employee_id"])
    op.create_index(
        "one_consent_stands", "consentgiven", ["employee_id", "kind", "object_id"],
        unique=True, sqlite_where=_STANDS, postgresql_where=_STANDS,
    )  # fmt: skip
    for rows in _EARLIER:
        op.execute(_INTO + rows)


def downgrade() -> None:
    op.drop_table("consentgiven")
    op.drop_table("lookedat")
