"""MkDocs events. Alone in importing MkDocs: each handler gathers, calls one function and returns."""

import gc
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from macros.derived.cross_references import CrossReferences
from macros.derived.history import History, read_history
from macros.exports import Exported, write_exports
from macros.exports.feeds.feeds import Feeds
from macros.loading.archive import Archive
from macros.loading.problems import ProblemsFound
from macros.loading.project import load_project
from macros.records.dates import CouncilDate
from macros.records.kinds import WITH_PAGES
from macros.search.index_process import write_search_apart
from macros.search.pagefind_format import IndexingFailed
from macros.search.text_extraction import IndexedPage, Texts, extract, named
from macros.site import frame, theme_styles
from macros.site.json_ld import described
from macros.site.page_writer import write_pages
from macros.site.pages import Page, changed_on, pages
from macros.site.placeholders import fill, front
from macros.site.publishing import PROBLEMS, PUBLISHED
from macros.site.rendering import TEMPLATES, Renderer
from macros.site.urls import (
    PROMISED,
    Published,
    addresses,
    lost,
    mark_lost,
    misleading,
    promised,
    retired_places,
    write_promised,
    write_redirects,
)
from macros.site.urls.host import published_address


class _Build:
    """What one build holds between events."""

    archive: Archive
    references: CrossReferences
    history: History
    renderer: Renderer
    changed: dict[str, CouncilDate | None]
    """When what each listed page is made from was last changed, by address, where that is known."""
    indexed: Texts


_build = _Build()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the project before anything is deleted or written; every problem ends the build here."""
    project = Path(config.config_file_path).parent
    try:
        archive = load_project(project)
    except ProblemsFound as found:
        raise _ended(found, project) from None
    if os.environ.get(PUBLISHED):
        archive = _at_its_host(archive)
    references = CrossReferences(archive)
    _build.archive = archive
    _build.references = references
    _build.history = read_history(project, archive.withheld_versions)
    _build.renderer = Renderer(archive, references, _build.history)
    _build.changed = {}
    _build.indexed = Texts()
    gc.freeze()  # the archive stays: nobody need look through it for garbage again and again
    config.theme.static_templates.discard("sitemap.xml")  # its dates are those of the build; exports/sitemap.py
    config.site_name = archive.council.site.name
    config.site_url = archive.council.site.address
    config.site_description = archive.council.site.description
    return config


def _at_its_host(archive: Archive) -> Archive:
    site = archive.council.site
    address = published_address(site.address, os.environ) or site.address
    own = site.model_copy(update={"address": address})
    return replace(archive, council=archive.council.model_copy(update={"site": own}))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Of the theme's assets keep the stylesheet alone, in a layer; join our own. Add the fronts that nobody wrote."""
    ours = (None, config.docs_dir, config.theme.custom_dir)
    for file in [file for file in files if file.src_dir not in ours]:
        if theme_styles.is_theme_stylesheet(file.src_uri):
            layer = theme_styles.as_layer(file.content_string)
            files.append(File.generated(config, "assets/theme.css", content=layer))
        files.remove(file)
    for file in [file for file in files if file.src_uri.startswith("assets/styles/")]:
        files.remove(file)
    styles = frame.joined_styles(TEMPLATES / "assets" / "styles")
    files.append(File.generated(config, "assets/site.css", content=styles))
    for kind in WITH_PAGES:
        path = f"{kind.name}/index.md"
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=front(kind)))
    return files


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Put in what is drawn from records."""
    drawn = fill(html, page.url, _build.renderer)
    return retired_places(drawn, page.url, _build.archive, _build.renderer)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """The frame around every page escapes too."""
    env.autoescape = True
    env.globals["frame"] = frame.Frame(_build.archive.council)
    env.globals["feeds"] = Feeds(_build.archive, _build.references, _build.history)
    return env


def on_page_context(context: Any, page: SitePage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Give the frame what the page says of itself to search engines."""
    written = Page.by_hand(page.url, str(page.title), page.meta.get("description") or config.site_description or "")
    context["described"] = described(written, _build.archive.council)
    return context


def on_post_page(output: str, page: SitePage, config: MkDocsConfig) -> str:
    """Keep the text of the finished page for the search index."""
    _build.changed[page.url] = None
    _build.indexed.append(extract(output, page.url, {}))
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages made from records, what lies beside the pages, and pages at addresses that were given up."""
    site = Path(config.site_dir)
    project = Path(config.config_file_path).parent
    _write_pages(site)
    write_exports(Exported(_build.archive, _build.references, _build.changed, _build.history), site)
    _keep_promises(project, site)
    try:
        write_search_apart(_build.indexed, _build.archive.vocabulary, site)
    except IndexingFailed as error:
        raise Abort(str(error)) from None


def _keep_promises(project: Path, site: Path) -> None:
    retired = _build.archive.retired
    problems = misleading(retired, project / "data", site)
    if problems:
        raise _ended(ProblemsFound(problems), project)
    write_redirects(_build.archive, _build.history, _build.renderer, site)
    if published := os.environ.get(PUBLISHED):
        before = promised(Path(published))
        mark_lost(lost(before, Published(site), retired), _build.renderer, site)
        write_promised(site / PROMISED, {*before, *addresses(site)}, retired)


def _ended(problems: ProblemsFound, project: Path) -> Abort:
    """Says why, and leaves the problems where the command that began this build looks for them."""
    if file := os.environ.get(PROBLEMS):
        Path(file).write_text(problems.as_json(project), encoding="utf-8")
    return Abort(str(problems))


def _write_pages(site: Path) -> None:
    made = pages(_build.archive, _build.references, _build.history)
    for page, html in write_pages(made, _build.archive, _build.renderer, site):
        if page.is_listed:
            _build.changed[page.address] = changed_on(page, _build.history)
            _build.indexed.append(_indexed(page, html))


def _indexed(page: Page, html: str) -> IndexedPage:
    if page.names is None:
        return extract(html, page.address, page.facts)
    return named(page.address, page.title, page.names, page.facts)
