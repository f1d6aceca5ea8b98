"""From the moved mesh to the map back into the photo."""
