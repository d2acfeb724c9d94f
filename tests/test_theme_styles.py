"""The theme's stylesheet: what our pages use of it, and nothing that they could miss."""

from pathlib import Path

import pytest

from macros.site.theme_styles import as_layer


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (".md-typeset h1{margin:0}", ".md-typeset h1{margin:0}"),
        (".md-header{color:red}", ""),
        (".md-header,.md-typeset a{color:red}", ".md-typeset a{color:red}"),
        (".md-typeset__table{margin:0}", ""),
        ("[data-md-color-scheme=slate] .md-typeset p{color:red}", ""),
        (".md-typeset a:not(.md-button){color:red}", ".md-typeset a:not(.md-button){color:red}"),
        (".md-typeset :is(h1,.md-icon){margin:0}", ".md-typeset :is(h1,.md-icon){margin:0}"),
        (".md-typeset :is(h1,h2) a{margin:0}", ".md-typeset :is(h1,h2) a{margin:0}"),
        ("@media print{.md-nav{display:none}p{margin:0}}", "@media print{p{margin:0}}"),
        ("@media print{.md-nav{display:none}}", ""),
        ("@supports (gap:1px){@media print{p{margin:0}}}", "@supports (gap:1px){@media print{p{margin:0}}}"),
        ("@keyframes a{to{top:0}}", "@keyframes a{to{top:0}}"),
        ('@charset "UTF-8";p{content:"}.md-nav{"}', 'p{content:"}.md-nav{"}'),
        ("p{margin:0}/*# sourceMappingURL=main.css.map*/", "p{margin:0}"),
    ],
)
def test_a_rule_is_kept_if_and_only_if_it_could_meet_a_page_of_ours(rule: str, kept: str) -> None:
    assert as_layer(rule) == f"@layer theme{{{kept}}}"


def test_the_theme_still_styles_written_text(site: Path) -> None:
    sheet = (site / "assets/theme.css").read_text(encoding="utf-8")
    assert sheet.startswith("@layer theme{") and ".md-typeset blockquote" in sheet and ".md-header" not in sheet
