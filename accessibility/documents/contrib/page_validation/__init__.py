"""The PDF/UA-1 engine ``page-validation``."""
