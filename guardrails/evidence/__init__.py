"""Texts that a policy keeps, sealed for investigators; erasable, and never part of the log."""
