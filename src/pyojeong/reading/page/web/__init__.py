"""Web pages become pictures, without ever reaching an address that is not public."""
