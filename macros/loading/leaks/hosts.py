"""What an attacker would like to know, and what a file brings along without its author's knowing: machines and paths."""

import re

from macros.loading.leaks.detector import kind

_LIKELY = 32  # chapters, versions and days have lower numbers
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IPV4 = rf"(?!127\.|0\.){_OCTET}\.{_OCTET}\.{_OCTET}\.{_OCTET}"
_NOT_A_VERSION = r"(?<![\d.])(?<!版)(?<!版数)(?<!版数 )(?<!バージョン)(?<!バージョン )(?<!ver)(?<!ver\.)(?<!ver )(?<!ver\. )(?<!v)(?<!version )"


def _is_address(match: re.Match[str]) -> bool:
    """Four low numbers are as likely those of a chapter or a version, unless the text before them says otherwise."""
    written = match[0]
    octets = re.findall(r"\d+", written)[-4:]
    return not written[:1].isdigit() or any(int(octet) >= _LIKELY for octet in octets)


IP_ADDRESS = kind(
    "IPアドレス",
    rf"(?:IP|アドレス|サーバー?|ホスト|接続[元先]?|//)[^\d。]{{0,6}}{_IPV4}(?![\d.])",
    rf"{_NOT_A_VERSION}{_IPV4}(?![\d.])",
    holds=_is_address,
)
IPV6_ADDRESS = kind(
    "IPアドレス",
    r"(?<!\w)(?<!\w:)(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])",
    r"(?<!\w)(?<!\w:)(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])",
    r"(?<![\w-])(?<!\w:)(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])",
)
HOST = kind(
    "庁内の機器や接続の名前",
    r"(?<=[\w-])\.(?:local|lan|intra|internal|corp|localdomain|home\.arpa)(?![\w-])",
    r"://(?:intra|intranet|internal)\.",
    r"://(?!localhost\b)[a-z][\w-]{0,62}(?::\d{1,5})?(?:/|\s|$)",
    r"(?:SSID|VPN接続名|接続名|ホスト名|サーバー?名|コンピュータ名|端末名)[ :=は「『]{1,3}(?=[!-~]{0,99}[\d_-])[a-z][!-~]{3}",
    r"\b(?:ssh|sftp|scp)\s[^@\n]{0,40}[\w.-]@[\w.-]",
)
FILE_PATH = kind(
    "パソコンの中のファイルの場所",
    r"[\\¥]{2}[\w.-]+[\\¥]\S",
    r"(?<![a-z])[a-z]:[\\¥][^\s\\¥]{1,80}(?:[\\¥]|\.[a-z]{2,4})",
    r"\b(?:file|smb|afp)://",
    r"(?<![\w.])/(?:home|Users)/[a-z][\w.-]{0,31}/",
)
EMBEDDED = kind(
    "文字に直したファイル",
    r"data:[\w.+-]+/[\w.+-]+[;,]",
    r"(?<![\w+/])(?=[\w+/]{0,79}\d)(?=[\w+/]{0,79}[a-z])[a-z0-9+/]{80}",
)
MACHINES = (IP_ADDRESS, IPV6_ADDRESS, HOST, FILE_PATH, EMBEDDED)
