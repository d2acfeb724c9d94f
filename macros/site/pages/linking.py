"""/link/: where an author of minutes puts links into a draft that never leaves the browser."""

import gzip
from collections.abc import Iterator

from macros.derived.cross_references import CrossReferences
from macros.derived.history import History
from macros.documents.linking.targets import references, references_json
from macros.site.pages.page import Page


def linking_pages(known: CrossReferences, history: History) -> Iterator[Page]:
    """One page. It says how much its table weighs, so that nobody is surprised."""
    table = references_json(references(known, history))
    yield Page(
        address="link/",
        title="会議録にリンクを付ける",
        description="会議録の下書きの「諮問第948号」や条項に、このサイトのページへのリンクを付けます。下書きはブラウザの外に出ません。",
        template="linking/page.html",
        source="overrides/linking/page.html",
        context={"kilobytes": -(-len(gzip.compress(table, mtime=0)) // 1000)},
    )
