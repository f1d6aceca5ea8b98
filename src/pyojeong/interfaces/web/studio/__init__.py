"""The page 스튜디오: a photo, a sentence, and the expression they make together."""
