"""How a policy does on its own cases: cases in, what came of each out."""
