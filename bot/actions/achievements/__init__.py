"""Achievements: told by an employee, rated by the superior."""
