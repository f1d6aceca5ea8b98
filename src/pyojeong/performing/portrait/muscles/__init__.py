"""From a wanted expression to the displacement of the face points."""
