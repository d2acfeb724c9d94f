"""The table of what kanji sound like, which the browser reads when a word was converted wrongly."""

import re

from macros.search.kanji_sounds import TABLE, sounds_of, usual_kanji


def test_readings_of_words_are_shared_out_among_their_kanji() -> None:
    words = [
        ("児童", "じどう"),
        ("児島", "じとう"),
        ("童話", "どうわ"),
        ("会話", "かいわ"),
        ("会議", "かいぎ"),
        ("議会", "ぎかい"),
    ]
    sounds = sounds_of(words)
    assert sounds["会"] == ["かい"]
    assert sounds["児"] == ["じ"]
    assert sounds["童"] == ["どう"]


def test_each_line_of_the_table_is_a_reading_and_its_kanji() -> None:
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    assert all(re.fullmatch(r"[ぁ-ん]+ [一-龥]+", line) for line in lines)
    assert set("".join(line.split(" ")[1] for line in lines)) <= set(usual_kanji())


def test_the_table_knows_what_input_methods_confuse() -> None:
    readings = dict(line.split(" ") for line in TABLE.read_text(encoding="utf-8").split("\n"))
    assert {"自", "児"} <= set(readings["じ"])
    assert {"動", "童"} <= set(readings["どう"])
