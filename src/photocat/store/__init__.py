"""The store: one catalog on SQLite or PostgreSQL. The only room that speaks SQL."""
