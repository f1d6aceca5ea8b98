"""The parts of the page 동화."""
