"""MODEL FILES: what each is, where it came from, how good it measured, and how to open it."""
