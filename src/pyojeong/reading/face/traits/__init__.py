"""A photo's face becomes traits a character can be drawn from. Measures; names nobody and keeps no picture."""
