"""What building costs, stage by stage and beside other generators: `make bench` (SIZES="9 100 1000 10000").

CPU seconds (user and system, of the process and its children), because a busy machine stretches the clock, not those.
"""
