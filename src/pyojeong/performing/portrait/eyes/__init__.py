"""Eyeballs behind the lids, lids shut and opened, lashes."""
