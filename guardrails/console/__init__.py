"""The console: a desk, a log, a policy bench and the status in a browser, made on the server."""
