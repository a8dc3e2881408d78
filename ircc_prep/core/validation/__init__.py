"""What is wrong with a file that somebody wrote, said so that they can mend it."""
