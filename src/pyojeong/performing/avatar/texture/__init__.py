"""What a head is painted with: skin from the photo; eyes, mouth and lashes of our own."""
