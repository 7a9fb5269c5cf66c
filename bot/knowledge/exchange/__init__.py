"""Questions and answers from other programs and for them: CSV, TSV and JSON."""
