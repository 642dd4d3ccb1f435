"""Ways out: views for Power BI and others, files with a manifest, and questions to those files."""
