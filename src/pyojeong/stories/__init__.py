"""STAGES: who plays whom in a tale, its screenplay, and its film, made and made again where something changed."""
