"""Training: hours, needs, the course of an application, and who gets a seat."""
