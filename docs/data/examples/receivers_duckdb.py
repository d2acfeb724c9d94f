"""Who receives 生年月日, and since when? Run: python receivers_duckdb.py https://…/api/v1/all.ndjson"""

import sys

import duckdb

rows = duckdb.execute(
    """select distinct unnest(h.counterparties) as who, h.since.iso as since
       from (select unnest(handlings) as h from read_ndjson(?, maximum_depth=-1, sample_size=-1)
             where type = 'item' and name = '生年月日') order by all""",
    [sys.argv[1]],
).fetchall()
for who, since in rows:
    print(who, since or "資料に記載なし", sep="\t")
