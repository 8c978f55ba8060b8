"""Questions and reports about what decision logs say, answered by DuckDB (extra `audit`)."""
