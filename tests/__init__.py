"""Tests: what the project promises, one sentence each."""
