"""The desk: what brings a ticket to a human, and what a human does with it."""
