"""Who may do what: keys, roles and rates. It knows nothing of HTTP."""
