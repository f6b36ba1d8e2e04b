"""Pages of the web that people name, retrieved so that no address of ours can be reached by it.

`fetch.fetch` is the one way out; `address` says which addresses it takes, `networks` where it may connect to.
"""
