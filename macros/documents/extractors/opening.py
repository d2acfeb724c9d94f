"""A file → its lines. Which kind of file it is; the kinds are read in modules of their own."""

from pathlib import Path

from macros.documents.extractors.docx import word_lines
from macros.documents.extractors.line import Line, Unreadable
from macros.documents.extractors.pdf import pdf_lines
from macros.documents.extractors.text import text_lines

LARGEST = 20_000_000  # bytes; a 諮問 with its papers is below one
MOST_LINES = 20_000

_READERS = {".docx": word_lines, ".pdf": pdf_lines, ".txt": text_lines, ".md": text_lines}


def open_document(path: Path) -> tuple[Line, ...]:
    """Every line of the document in `path`. Raises Unreadable with a sentence."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise Unreadable(
            f"「{path.suffix}」のファイルは読めません。.docx、.pdf、.txt、.md のどれかで保存し直してください。"
        )
    lines = tuple(reader(file_content(path)))
    if not any(line.text for line in lines):
        raise Unreadable("文字がありません。中身のあるファイルか確かめてください。")
    if len(lines) > MOST_LINES:
        raise Unreadable(f"{MOST_LINES:,} 行より長いファイルは読みません。諮問の部分だけにしてください。")
    return lines


def file_content(path: Path) -> bytes:
    """The bytes of the file. Raises Unreadable where it cannot be had or is too long."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise Unreadable("ふつうのファイルではありません。文書を保存したファイルを選んでください。")
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise Unreadable(f"ファイルを開けません（{error.strerror}）。場所と名前を確かめてください。") from error
    if content is None:
        raise Unreadable(f"{LARGEST // 1_000_000} MB より大きいファイルは読みません。諮問の部分だけにしてください。")
    return content
