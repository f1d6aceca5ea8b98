"""The page 이모티콘: a character is made, acts, is planned into a pack, drawn, checked and taken home."""
