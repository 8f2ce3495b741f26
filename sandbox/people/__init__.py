"""What people do with their phones; each verb ends as an update for the bot."""
