"""Knowledge of one war as data: actors, aliases, alignment by period, loaded words, outlets."""
