"""What people can do, one function each."""
