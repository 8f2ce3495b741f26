"""Stories of achievement: the winner writes, HR or a head approves, then all may read."""
