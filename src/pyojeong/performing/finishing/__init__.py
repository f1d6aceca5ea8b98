"""What is done to a finished picture: background and visible mark."""
