"""Everything that workers do, one module per kind of work.

A job may run twice and be killed at any point: it takes its row with a conditional UPDATE, works outside of any
transaction, and writes its results together with the new state in one.
"""
