"""What passes between an officer and the person who supervises them: sealed, signed, chosen.

An identity seals and signs; a card is its public half. A document is signed, then sealed to its
reader, then put where both can reach it. Whoever reads believes nothing that does not fit.
"""
