"""The errors that gestae raises; see `gestae.ontology.errors` for the tree."""

from gestae.ontology.errors import *  # noqa: F403
from gestae.ontology.errors import __all__ as __all__
