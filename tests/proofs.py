"""How much `make proofs` proves beyond `make test`: tests marked `proof`, and more examples of what holds for any input."""

import os

EVERYTHING = "PROOFS" in os.environ


def examples(few: int, *, of: int) -> int:
    """How many examples a property is tried with."""
    return of if EVERYTHING else few
