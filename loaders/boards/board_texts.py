"""What is said of a dossier that cannot be read, saved or frozen: what is wrong, what was expected, what to do."""

from loaders.contract_texts import RuleTexts
from loaders.finding import Rule
from loaders.language import mark

_OLDER_COPY = mark("Put an undamaged copy back, or freeze the dossier again.")
_CHOOSE_ANEW = mark("Save the logo again as PNG, and choose it anew.")

#: What stands against a dossier, its frozen editions and its logo.
BOARD_TEXTS: RuleTexts = {
    Rule.BOARD_MISSING: (
        mark("There is no dossier of this name: {found}"),
        mark("One of the dossiers {expected}."),
        mark("Choose another dossier, or correct the address."),
    ),
    Rule.BOARD_INVALID: (
        mark("The dossier cannot be read: {found}"),
        mark("YAML with the keys and values that CONTRIBUTING.md lists."),
        mark("Correct the file in a text editor; it was left as it is."),
    ),
    Rule.BOARD_OVERTAKEN: (
        mark("Somebody else has saved this dossier since you saw it: your change was not saved."),
        mark("A change to the dossier as it is now."),
        mark("Look at the dossier as it is now, and make your change again."),
    ),
    Rule.BOARD_NAME_TAKEN: (
        mark("There is a dossier or a frozen edition of this name already: {found}"),
        mark("A name that no dossier has."),
        mark("Choose another title or name."),
    ),
    Rule.BOARD_NAME_INVALID: (
        mark("This cannot be the name of a dossier: {found}"),
        mark("Small letters without accents, digits and _, the first a letter; at most 64 in all."),
        mark("Choose another title or name."),
    ),
    Rule.BOARD_HAS_EDITIONS: (
        mark("The dossier has frozen editions, which would lose their dossier: {found}"),
        mark("A dossier that was never frozen."),
        mark("Keep the dossier; or have its folder of frozen editions moved away first."),
    ),
    Rule.FROZEN_MISSING: (
        mark("The dossier has no frozen edition of this name: {found}"),
        mark("One of the frozen editions {expected}."),
        mark("Choose another frozen edition, or correct the address."),
    ),
    Rule.FROZEN_INVALID: (
        mark("The frozen edition cannot be read: {found}"),
        mark("A folder as freezing has written it."),
        _OLDER_COPY,
    ),
    Rule.FROZEN_ALTERED: (
        mark("Files of the frozen edition were changed after it was frozen: {found}"),
        mark("The very files that were frozen."),
        _OLDER_COPY,
    ),
    Rule.LOGO_INVALID: (
        mark("This file cannot be a logo: {found}"),
        mark("A PNG picture, or an SVG picture without scripts and links, of at most {expected} bytes."),
        _CHOOSE_ANEW,
    ),
    Rule.LOGO_MISSING: (
        mark("The logo of the cover is not there: {found}"),
        mark("A file of that name in the folder of logos."),
        mark("Choose the logo anew, or remove it from the cover."),
    ),
    Rule.LOGO_UNDRAWN: (
        mark("The logo cannot be drawn, and the cover is without it: {found}"),
        mark("A PNG or SVG picture with a size, whose texts are outlines and in which something can be seen."),
        _CHOOSE_ANEW,
    ),
}
