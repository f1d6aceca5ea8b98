"""The page 동화: a tale is read, cast, looked at, and made into a film."""
