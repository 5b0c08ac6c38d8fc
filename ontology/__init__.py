"""What can be said: terms, the kinds of fact, the error tree, and the Turtle that holds them."""
