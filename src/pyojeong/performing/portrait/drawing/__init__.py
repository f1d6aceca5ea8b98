"""Patches of a picture: sampling, coverage, small grids, colours."""
