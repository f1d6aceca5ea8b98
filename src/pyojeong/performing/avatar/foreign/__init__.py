"""Heads made elsewhere (DECA, FLAME, 3DMM, any OBJ) become avatars: read, laid on the template, painted."""
