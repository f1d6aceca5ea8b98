"""The page 감정 악보: the feelings of a text as beats that people edit."""
