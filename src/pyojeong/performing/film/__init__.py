"""FILMS: a screenplay becomes frames, each a pure function of its time, and frames and sound become a file."""
