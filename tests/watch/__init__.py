"""The watch from inside: signs, alarms, and what happens after a silence."""
