"""Where: what a place does in its sentence, and which holds an event."""
