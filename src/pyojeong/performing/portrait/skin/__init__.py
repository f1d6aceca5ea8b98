"""Light, folds, blush, and the removal of a photographed smile."""
