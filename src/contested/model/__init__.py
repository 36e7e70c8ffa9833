"""The nouns, frozen and typed; errors."""
