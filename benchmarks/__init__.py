"""Speed and memory, always as a ratio beside a peer measured in the same run."""
