"""Documents made from plain data."""
