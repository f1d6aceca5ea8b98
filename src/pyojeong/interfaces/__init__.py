"""ANSWERS: settings, wiring and the doors people come through."""
