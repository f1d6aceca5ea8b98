"""SEES: text becomes moods, photos become faces."""
