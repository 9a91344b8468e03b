"""How the schema came to be what ``tables`` says: Alembic migrations, shipped with the package."""
