"""`python -m guardrails` is the command `candor`."""

from guardrails.cli.main import main

if __name__ == "__main__":
    main()
