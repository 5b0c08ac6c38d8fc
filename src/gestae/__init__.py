"""gestae: what institutions say they did, as a graph in which every edge carries its words."""
