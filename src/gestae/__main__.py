"""`python -m gestae`."""

from gestae.cli import main

if __name__ == "__main__":
    main()
