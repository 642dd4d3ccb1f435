"""Deliver rows once, outlast any outage, and let no bad row hold up another.

A row is written in the transaction of what caused it. A sweep claims it with a lease, delivers it outside any
transaction, and settles it. A worker that dies leaves a lease that runs out, and the next sweep tries again with the
same idempotency key: exactly once with a receiver that honours the key, at least once with others, such as mail.
"""
