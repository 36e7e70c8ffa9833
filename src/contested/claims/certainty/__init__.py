"""How sure: what governs an event, and what its clause and its words make of it."""
