"""The panels of the studio: each builds its elements and follows the desk."""
