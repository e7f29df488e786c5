"""Text to text and text to number: scripts, folding and numbers as people write them. Pure."""
