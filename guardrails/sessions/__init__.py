"""What is known of a conversation."""
