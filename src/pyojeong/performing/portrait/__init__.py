"""The photo performer: a muscle rig on the face mesh, at the photo's own resolution."""
