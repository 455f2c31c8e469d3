"""A figure by itself: what the link of a picture leads to, and what other web pages show."""

from components.embedding import is_embedded
from components.linked_exhibit import show_linked_exhibit
from components.page import show_heading
from loaders.language import mark

if not is_embedded():
    show_heading(
        mark("A figure by itself"),
        mark("One figure with its filters, its table, its sources and its method, at the address of its link."),
    )
show_linked_exhibit()
