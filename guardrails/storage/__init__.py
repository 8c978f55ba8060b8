"""Databases: transactions on threads of their own, for whoever keeps something."""
