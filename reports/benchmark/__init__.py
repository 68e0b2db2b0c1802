"""How much time and memory a report takes, and how that grows with the records.

Made of invented records in a far year, in a transaction that is always undone.
"""
