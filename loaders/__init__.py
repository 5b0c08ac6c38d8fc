"""From a file to facts to triples."""
