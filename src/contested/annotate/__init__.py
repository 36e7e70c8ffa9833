"""A Report becomes a spaCy Doc with mentions of actors, places, times, quantities, cues."""
