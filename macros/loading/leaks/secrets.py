"""What opens a door: passwords, keys, and addresses that let in whoever has them."""

from macros.loading.leaks.detector import NOT_A_DAY, NOT_COUNTED, kind

_KEYS = (
    r"pwd|passwd|password|pass|passcode|pw|token|access_token|id_token|refresh_token|auth|authkey|api_?key|"
    r"sig|signature|secret|client_secret|jwt|otp|pin|session(?:_?id)?|phpsessid|jsessionid|x-amz-(?:signature|credential)"
)
_CALLED = (
    r"(?:パスワード|パスコード|パスフレーズ|暗証番号|(?<![ァ-ヶー])(?:仮|初期)?パス|"
    r"password|passcode|passphrase|passwd|pwd|\bpass|\bpw)"
)
_STANDARD = r"(?!(?:ISO|IEC|JIS|AES|SHA|TLS|SSL|RSA|MD5|NIST|PCI|FIDO|IPv|OAuth)[-/ \dA-Z])"
_SECRET = rf"(?=[!-~]*\d){_STANDARD}{NOT_A_DAY}[!-~]{{4,}}(?![!-~]){NOT_COUNTED}"

KEYED_ADDRESS = kind(
    "鍵の入ったアドレス",
    rf"[?&#;](?:{_KEYS})=[^\s&]|[?&#;]key=(?=[!-~]*\d)[!-%'-~]",  # ?key=諮問 is a search
    r"://[^\s/@:]+:[^\s/@]+@",
)
PASSWORD = kind(
    "パスワード",
    rf"(?<![?&#;]){_CALLED}\s?(?:[:=、→⇒]|は、?|が|を|is\s)\s?(?:\d+桁の\s?)?[「『\"']?{_SECRET}",
    rf"{_CALLED}\s?[「『\[\"'][!-~]{{4,}}?[」』\]\"']",
    rf"(?<![?&#;]){_CALLED}\s?[:=→⇒]\s?{_STANDARD}[!-~]{{6,}}(?=[。、)」]|$)",
    rf"{_CALLED}は\s?{_STANDARD}[!-~]{{4,}}(?=です|とした|とする)",
    rf"(?:パスワード|パスコード|暗証番号)\s(?:\d{{4,12}}{NOT_COUNTED}|(?=[!-~]{{0,20}}[a-z]){_SECRET})",
)
MEETING = kind(
    "会議のID",
    r"(?:zoom|teams|webex)[^\d。/]{0,8}(?<!\d)\d{3}[- ]?\d{3,4}[- ]?\d{3,5}(?!\d)",
    r"(?:ミーティング|会議|meeting)\s?(?:ID|番号)\s?[:=は]?\s?\d{3,4}[- ]?\d{3,4}[- ]?\d{3,5}",
)
SHARED_ADDRESS = kind(
    "開けば入れる会議やファイルのアドレス",
    r"zoom(?:gov)?\.[a-z.]+/(?:j|my|s|w)/|meet\.google\.com/[a-z]{3}-|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/",
    r"webex\.com/(?:meet|join|[\w.-]+/j\.php)",
    r"(?:docs|drive|forms)\.google\.com/[^\s]*/d/|\b1drv\.ms/|sharepoint\.com/:|box\.com/(?:s|scl|sh|v)/|"
    r"gigafile\.nu/|hooks\.slack\.com/",
)
KEY = kind(
    "鍵",
    r"-----BEGIN [A-Z ]*PRIVATE KEY",
    r"\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{15,}|\bxox[abeoprs]-[\w-]{8,}|"
    r"\bAIza[\w-]{30,}|\bsk[-_](?:live|test|proj|ant)[-_][\w-]{8,}|\bssh-(?:rsa|ed25519|dss) AAAA",
    r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{4,}",
    r"\bbearer\s+(?=[^\s]*\d)[\w.~+/-]{16,}",
    rf"(?<![?&#;])(?:{_KEYS}|\w{{0,40}}secret\w{{0,40}}|アクセスキー|APIキー|秘密鍵|トークン)\s?[:=]\s?[「\"']?(?=[!-~]*\d)[!-~]{{12,}}",
)
SECRETS = (KEYED_ADDRESS, PASSWORD, MEETING, SHARED_ADDRESS, KEY)
