"""The mean face, its fine mesh, and drawing triangles of it."""
