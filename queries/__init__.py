"""Named questions, and what runs them."""
