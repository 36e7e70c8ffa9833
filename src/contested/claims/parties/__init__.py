"""Who: the doers and those it is done to, by grammar and by weights."""
