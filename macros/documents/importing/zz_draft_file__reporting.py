"""What became of every line of a document, for a person to look through."""

from itertools import groupby

from macros.documents.extractors.line import Account, Line
from macros.documents.importing.draft_file import MARK, where


def report_text(account: Account) -> str:
    """Runs of lines with the same use, in order; every line of the document is there."""
    said = [(line, _use(line, account)) for line in account.lines]
    blocks = [f"{account.source} の取り込み：すべての行の行き先\n"]
    for use, run in groupby(said, key=lambda pair: pair[1]):
        lines = [line for line, _ in run]
        blocks.append(f"{where((lines[0], lines[-1])).removeprefix('原文')}：{use}")
        blocks += [f"    {line.number}: {line.text}" for line in lines if line.text]
    return "\n".join(blocks) + "\n"


def _use(line: Line, account: Account) -> str:
    if line.text and line.number in account.uses:
        return "、".join(account.uses[line.number])
    if line.ignored:
        return f"使わない（{line.ignored}）"
    return f"{MARK}：どこにも使われていません" if line.text else "空の行"
