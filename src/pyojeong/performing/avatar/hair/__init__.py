"""Hair: a library of styles, each grown anew on the head it is for."""
