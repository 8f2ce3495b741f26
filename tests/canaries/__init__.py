"""Words planted where secrets and personal data go in; nowhere may they come out again."""
