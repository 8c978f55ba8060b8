"""What a decided frame of a reply becomes."""
