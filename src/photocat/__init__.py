"""A catalogue of news photos."""
