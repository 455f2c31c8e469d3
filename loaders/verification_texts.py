"""What is said of a file that was handed back and cannot be verified: what is wrong, what was expected, what to do."""

from loaders.contract_texts import RuleTexts
from loaders.finding import Rule
from loaders.language import mark

#: What stands against a file that claims to be an export of the observatory.
VERIFICATION_TEXTS: RuleTexts = {
    Rule.FIGURE_FOREIGN: (
        mark("This file does not come from the observatory, or another program has removed what it said of itself."),
        mark("An exported file as it was downloaded: SVG, PDF, PNG, XLSX, Parquet, CSV or zip."),
        mark("Look for the file as it was downloaded; a screenshot or a file that was converted cannot be verified."),
    ),
    Rule.FIGURE_ALTERED: (
        mark("This file was changed after the observatory made it: it no longer fits its seal."),
        mark("A file with the very content that was downloaded."),
        mark("Do not rely on its figures; export the picture again, and compare."),
    ),
    Rule.FIGURE_DAMAGED: (
        mark("What the file says of itself cannot be read: {found}"),
        mark("A file that is whole, as it was downloaded."),
        mark("Download the file again, or look for an undamaged copy."),
    ),
    Rule.FIGURE_TOO_LARGE: (
        mark("The file is larger than any export that can be verified here."),
        mark("At most {expected} bytes; an archive may unpack to six times as much."),
        mark("Hand in the exported file alone, and not an archive that holds more."),
    ),
    Rule.FIGURE_OUTLIVED: (
        mark("The file shows a dataset that the observatory no longer has: {found}"),
        mark("One of the datasets {expected}."),
        mark("Ask who runs the observatory what became of the dataset."),
    ),
}
