"""Everything that people change, one module per noun.

An action is atomic, takes the actor as `by`, locks what it counts, asks a policy, writes, leaves an audit event,
and enqueues work last.
"""
