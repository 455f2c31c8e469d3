"""An older edition read as a dataset, through the same door and the same contract as the one that is shown."""

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.editions.edition import DamagedHistoryError, UnknownEditionError
from loaders.editions.history import edition_path, editions, find
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.reader import Reading, read_dataset


def read_edition(
    folder: DataFolder, dataset: str, edition: int | str, declaration: Declaration, catalogue: Catalogue
) -> Reading:
    """An edition, by number or version, as a dataset under the declaration of today; never raises for a bad file.

    A file that no longer is what was published gives a finding, as does an edition that does not exist.
    """
    try:
        known = find(editions(folder, dataset), dataset, edition)
        path = edition_path(folder, dataset, known.number)
    except UnknownEditionError:
        return _refused(Finding(rule=Rule.FILE_MISSING, dataset=dataset, file=f"{dataset} {edition}"))
    except DamagedHistoryError as error:
        reason = " ".join(str(error).split())[:200]
        return _refused(Finding(rule=Rule.FILE_UNREADABLE, dataset=dataset, file="history.jsonl", found=(reason,)))
    reading = read_dataset(path, declaration, catalogue)
    if reading.dataset and reading.dataset.version != known.version:
        return _refused(
            Finding(
                rule=Rule.FILE_UNREADABLE,
                dataset=dataset,
                file=path.name,
                found=(f"SHA-256 {reading.dataset.version} ≠ {known.version}",),
            )
        )
    return reading


def _refused(finding: Finding) -> Reading:
    return Reading(dataset=None, findings=(finding,))
