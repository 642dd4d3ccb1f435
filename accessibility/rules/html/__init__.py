"""Rules over whole pages of plain HTML, for the command line; importing this package registers them all.

They advise. What an author may publish is decided by the rules over the content model.
"""

from accessibility.rules.html import (
    aria,
    forms,
    frames,
    groups,
    images,
    keyboard,
    landmarks,
    languages,
    links,
    lists,
    media,
    names,
    ownership,
    page,
    script,
    styles,
    tables,
    wording,
)

__all__ = [
    module.__name__.rpartition(".")[2]
    for module in (
        *(aria, forms, frames, groups, images, keyboard, landmarks, languages, links, lists, media, names),
        *(ownership, page, script, styles, tables, wording),
    )
]
