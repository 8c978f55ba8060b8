"""Our own plug-in, loaded once coverage counts; the tests use it as others do."""

pytest_plugins = ["guardrails.testing.plugin"]
