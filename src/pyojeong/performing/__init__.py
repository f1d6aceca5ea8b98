"""ACTS: photos, characters, avatars and films perform expressions."""
