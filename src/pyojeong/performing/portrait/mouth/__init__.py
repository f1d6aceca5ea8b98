"""The inside of the mouth, teeth, tongue and the seam of the lips."""
