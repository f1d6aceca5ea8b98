"""SPEAKS: a line in Korean, in somebody's voice and in a mood, with the time of every sound."""
