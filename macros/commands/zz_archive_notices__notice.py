"""A notice: one sentence about one file. It stops nothing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """`file` is below `data/`."""

    file: str
    sentence: str

    def __str__(self) -> str:
        return f"お知らせ：data/{self.file}: {self.sentence}"
