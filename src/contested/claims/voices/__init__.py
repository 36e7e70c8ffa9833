"""Said by: who tells, in what words, how far each voice reaches."""
