"""Messages on their way to the model."""
