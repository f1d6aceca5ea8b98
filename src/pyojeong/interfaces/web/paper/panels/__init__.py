"""The parts of the paper page."""
