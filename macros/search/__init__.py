"""The search index: what a page says, folded and cut into bigrams, written for Pagefind."""
