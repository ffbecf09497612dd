"""`python -m tipcoach` is the same program as `tipcoach`."""

from tipcoach.cli import main

main()
