"""Measurements that anyone can repeat: `make bench-search`. Not part of the tests, which never assert a time."""
