"""The models that are wrapped."""
