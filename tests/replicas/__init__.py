"""Several real processes on one database."""
