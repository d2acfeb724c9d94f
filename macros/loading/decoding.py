"""A file → its text, or a sentence that says why it is none and how to save it. Knows no YAML.

What cannot be seen is refused: it hides in names that look right and turns the order of a line around.
"""

import re
import stat
from pathlib import Path

MOST_BYTES = 2_000_000  # ten times the longest file that a ward's register has been seen to need

_HOW = "メモ帳なら「名前を付けて保存」の「エンコード」で「UTF-8」を選んで、保存し直してください。"
_OTHERS = (("euc_jp", "EUC-JP"), ("cp932", "Shift_JIS"))
_OFFICE = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
_ISO_2022_JP = (b"\x1b$B", b"\x1b$@")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Controls but tab and line ends; line and paragraph separators; marks of direction; letters of no width, whether
# spaces, hyphens, fillers or tags; non-characters. The selectors of a kanji's form (U+FE00, U+E0100) are none of these.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_OWN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")  # 外字: a letter that one computer has drawn for itself


class Undecodable(Exception):
    """The file has no text that can be read; where that was noticed, and what to do."""

    def __init__(self, line: int, sentence: str) -> None:
        self.line = line
        self.sentence = sentence
        super().__init__(sentence)


def decoded(path: Path) -> str:
    """The text of the file, with one kind of line end and no byte order mark. Raises Undecodable."""
    content = _content(path)
    if content.startswith(_OFFICE) or any(mark in content for mark in _ISO_2022_JP):
        raise Undecodable(1, _advice(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Undecodable(content.count(b"\n", 0, error.start) + 1, _advice(content)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        if fault := unseen(line):
            raise Undecodable(number, fault)
    return text


def unseen(text: str) -> str | None:
    """What to do about the first character of `text` that cannot be seen, here or elsewhere; None where there is none."""
    if match := _UNSEEN.search(text):
        return f"目に見えない制御文字（U+{ord(match[0]):04X}）が入っています。その行を打ち直してください。"
    if match := _OWN.search(text):
        return (
            f"外字（U+{ord(match[0]):04X}）が入っています。ほかのパソコンでは読めない字です。"
            "ふつうの字にするか、「〓」と書いて注で説明してください。"
        )
    return None


def legible(text: str) -> str:
    """`text` without what cannot be seen; 〓 for a letter that nobody else can read."""
    return _OWN.sub("〓", _UNSEEN.sub("", text))


def _content(path: Path) -> bytes:
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            raise Undecodable(1, "ふつうのファイルではありません（リンクなど）。ファイルそのものを置いてください。")
        if about.st_size > MOST_BYTES:
            raise Undecodable(
                1,
                f"ファイルが大きすぎます（{about.st_size:,} バイト）。{MOST_BYTES:,} バイトまでです。"
                "ちがうファイルを置いていないか確かめてください。",
            )
        return path.read_bytes()
    except OSError as error:
        raise Undecodable(1, f"ファイルを開けません（{error.strerror}）。読み取りの権限を確かめてください。") from None


def _advice(content: bytes) -> str:
    if content.startswith(_OFFICE):
        return "Word・Excel・PDF などのファイルのようです。文字だけのファイルにしてください。"
    if content.startswith(_BYTE_ORDER_MARKS):
        return f"文字コードが UTF-16 です。{_HOW}"
    if any(mark in content for mark in _ISO_2022_JP):
        return f"文字コードが ISO-2022-JP（JIS）です。{_HOW}"
    for name, shown in () if b"\0" in content else _OTHERS:
        try:
            content.decode(name)
        except UnicodeDecodeError:
            continue
        return f"文字コードが {shown} です。{_HOW}"
    return "文字のファイルとして読めません。UTF-8 の文字だけのファイルにしてください。"
