"""What is remembered of decisions."""
