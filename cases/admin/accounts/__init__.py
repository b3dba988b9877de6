"""Who is at the desk: proving it, and proving it afresh."""
