"""SEES: text, faces and pages become moods and places."""
