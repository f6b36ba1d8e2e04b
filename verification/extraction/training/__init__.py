"""How the learned weights are made: nothing here is asked while articles are read."""
