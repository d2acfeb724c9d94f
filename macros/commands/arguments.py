"""The command line in Japanese: argparse, which speaks English, with sentences that say what to type instead."""

import argparse
import re
from difflib import get_close_matches
from typing import NoReturn

_SENTENCES = (
    (r"the following arguments are required: (.+)", "「{0}」を書いてください。"),
    (r"one of the arguments (.+) is required", "「{0}」のどれかを書いてください。"),
    (r"unrecognized arguments: (.+)", "「{0}」はわかりません。取り除くか、つづりを確かめてください。"),
    (r"argument (.+?): expected one argument", "「{0}」のあとに値を1つ書いてください。"),
    (r"argument (.+?): expected at least one argument", "「{0}」のあとに値を1つ以上書いてください。"),
    (r"argument (.+?): ignored explicit argument .*", "「{0}」に値は付けられません。"),
    (r"argument (.+?): invalid int value: '(.*)'", "「{0}」の「{1}」は数ではありません。半角の数字で書いてください。"),
    (r"argument (.+?): (「.+。)", "{1}"),
    (r"argument (.+?): not allowed with argument (.+)", "「{0}」は「{1}」といっしょには使えません。"),
    (
        r"ambiguous option: (\S+) could match (.+)",
        "「{0}」だけでは決まりません。{1} のどれかを最後まで書いてください。",
    ),
)
_CHOICE = re.compile(r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)")


class JapaneseParser(argparse.ArgumentParser):
    """An ArgumentParser whose help and complaints are Japanese."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "書くもの"
        self._optionals.title = "選べること"
        self.add_argument("-h", "--help", action="help", help="この説明を表示します")

    def format_help(self) -> str:
        """The help, headed 使い方."""
        return super().format_help().replace("usage: ", "使い方：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is, and exit with 2."""
        self.exit(2, f"{_sentence(message)}\n使い方は {self.prog} --help で表示されます。\n")


def _sentence(message: str) -> str:
    choice = _CHOICE.fullmatch(message)
    if choice:
        return _wrong_choice(*choice.groups())
    for pattern, sentence in _SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            return sentence.format(*match.groups())
    return f"書き方が正しくありません（{message}）。"


def _wrong_choice(what: str, typed: str, listed: str) -> str:
    choices = re.findall(r"[^\s,']+", listed)
    near = get_close_matches(typed, choices, n=1, cutoff=0.5)
    hint = f"「{near[0]}」ではありませんか。" if near else ""
    where = f"「{what}」" if what.startswith("-") else what
    return f"{where}に「{typed}」はありません。{hint}使えるのは {'、'.join(choices)} です。"
