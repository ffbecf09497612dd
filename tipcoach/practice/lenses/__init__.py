"""Lenses: each reads a text and says what a good colleague might, beside it.

Text in, notices out. A lens changes no text, blocks nothing, counts nothing and remembers
nothing; what it looks for is data, read from the prompt files.
"""
