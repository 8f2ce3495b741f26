"""`make bench`: what the bot bears, side by side with bare bots, in one run on one machine."""
