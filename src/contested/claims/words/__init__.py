"""How words and sentences are read: lexicons, parse, phrases; what every question shares."""
