"""What a file really is: judged, and drawn anew, by a process that can do nothing else."""
