"""Who may sit at the desk: passwords that cannot be guessed at leisure, and a second factor."""
