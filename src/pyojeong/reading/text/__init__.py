"""Korean text becomes a score."""
