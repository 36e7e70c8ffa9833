"""Claims become Judgements; contradictions; tolls."""
