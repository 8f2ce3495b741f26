"""Sentences for whoever runs the machine, on the command line and in the alarm chat."""
