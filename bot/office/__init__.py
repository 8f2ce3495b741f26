"""Badan Pelayanan Contoh: an invented agency in mid-quarter, for the demo and for trying out."""
