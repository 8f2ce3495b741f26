"""Updates in: lanes, once, parked."""
