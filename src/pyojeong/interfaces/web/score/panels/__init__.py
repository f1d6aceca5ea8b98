"""The parts of the page 감정 악보, one class each; every one follows the desk."""
