"""Contracts that ship with photocat: inherit one, and what you wrote is proved by running it."""
