"""What passes between an officer and a supervisor: sealed, signed, chosen, and refused by name."""
