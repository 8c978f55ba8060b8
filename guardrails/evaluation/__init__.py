"""How well a guard does on labelled messages: rows in, figures out."""
