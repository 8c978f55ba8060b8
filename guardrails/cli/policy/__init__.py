"""`candor policy`: what a safety team does with its policy files."""
