"""The panels of the sticker page: each builds its elements and follows the desk."""
