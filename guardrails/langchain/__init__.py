"""LangChain: the only folder that knows it."""
