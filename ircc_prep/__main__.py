"""Runs the command line with `python -m ircc_prep`."""

from ircc_prep.cli.main import main

if __name__ == "__main__":
    main()
