"""What the observatory exports, it recognises: every format of pictures and of data, read back and verified."""

import pytest

from components.print.picture import Picture
from components.print.picture_format import PictureFormat
from components.print.sheet import Preset, preset_sheet
from loaders.files.formats import FORMATS, FileFormat
from loaders.finding import Finding
from loaders.provenance import carried_figures, exhibit_provenance
from loaders.provenance_reading import Carried, read_provenance
from loaders.stated_version import StatedVersion
from loaders.verification import Verified, verify
from tests.sample_data import exhibit_of, library
from tests.sample_files import file_of_dataset, file_of_picture

DATASET, VIEW = "employment_by_department", "departement_ranking"
EXHIBIT = exhibit_of(DATASET, VIEW, {"measure": "jobs_share"}, "fr")


def verified(content: bytes) -> tuple[Carried | StatedVersion, Verified]:
    """What a file says of itself, and the answer to it."""
    said = read_provenance("figure", content)
    assert not isinstance(said, Finding)
    found = verify(library(), (), said.provenance if isinstance(said, Carried) else said, "figure")
    assert isinstance(found, Verified)
    return said, found


@pytest.mark.parametrize("form", PictureFormat)
def test_an_exported_picture_is_recognised_with_its_figures(form: PictureFormat) -> None:
    provenance = exhibit_provenance(EXHIBIT, edition=None)

    said, found = verified(Picture(EXHIBIT, preset_sheet(Preset.COLUMN)).file(form, provenance))

    assert isinstance(said, Carried)
    assert said.intact
    assert said.provenance.figures == carried_figures(EXHIBIT)
    assert (said.provenance.dataset, said.provenance.view) == (DATASET, VIEW)
    assert found.is_current


@pytest.mark.parametrize("kind", FileFormat)
def test_the_exported_data_of_a_picture_are_recognised(kind: FileFormat) -> None:
    said, found = verified(file_of_picture(EXHIBIT, kind))

    assert isinstance(said, Carried if FORMATS[kind].is_sealed else StatedVersion)
    assert isinstance(said, StatedVersion) or said.intact
    assert found.data_version == found.current_version


@pytest.mark.parametrize("kind", FileFormat)
@pytest.mark.parametrize("dataset", [DATASET, "fdi_rankings"])
def test_an_exported_dataset_is_recognised(dataset: str, kind: FileFormat) -> None:
    said, found = verified(file_of_dataset(dataset, kind))

    assert isinstance(said, StatedVersion) or (said.intact and said.provenance.view == "")
    assert (found.dataset, found.data_version) == (dataset, found.current_version)
