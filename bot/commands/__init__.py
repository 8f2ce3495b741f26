"""What the command line does, one module a command; here the parts are joined."""
