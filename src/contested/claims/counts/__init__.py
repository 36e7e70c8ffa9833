"""How many: what became of how many people and things, read apart from the events."""
