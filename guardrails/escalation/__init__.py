"""Handing a person over to a person."""
