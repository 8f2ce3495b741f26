"""Dividing seats: a solver in a process of its own, which gives its memory back."""
