"""Who receives 生年月日, and since when? Run: python receivers_api.py https://…/api/v1/"""

import json
import sys
from urllib.request import urlopen

items = json.load(urlopen(sys.argv[1] + "items/index.json"))["documents"]
found = next(item for item in items if item["name"] == "生年月日")
item = json.load(urlopen(f"{sys.argv[1]}items/{found['id']}.json"))
rows = {(who, (each["since"] or {}).get("iso")) for each in item["handlings"] for who in each["counterparties"]}
for who, since in sorted(rows, key=lambda row: (row[0], row[1] or "~")):
    print(who, since or "資料に記載なし", sep="\t")
