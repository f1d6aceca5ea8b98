"""Drawn characters: parametric vector figures that perform an expression, with poses, hands and comic marks."""
