"""Tables of writing and folders of pictures, read on every core or on Ray; what was stopped is taken up again."""
