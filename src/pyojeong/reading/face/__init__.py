"""Photos become faces: where they are and how the head is turned."""
