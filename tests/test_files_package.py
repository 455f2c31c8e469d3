"""The archive: a Data Package that frictionless accepts, metadata in the form of the W3C, a README to be read."""

import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from loaders.files.csvw import csvw_metadata
from loaders.files.datapackage import datapackage
from loaders.files.dataset_content import dataset_content, dataset_provenance
from loaders.files.formats import FileFormat
from loaders.files.long_table import long_table
from loaders.language import LANGUAGES, Language, wording
from loaders.provenance import PROVENANCE_KEY
from tests.sample_data import exhibit_of, library
from tests.sample_files import DATASETS, file_of_dataset, file_of_picture, pictures, unpacked, unsealed

V2 = "https://datapackage.org/profiles/2.0/"
CSVW_NAME = re.compile(r"[A-Za-z0-9.%][A-Za-z0-9_.%]*")
BERLIN = ("private_funding", "region_amount", {"time_period": "2024"})


def parts(content: bytes) -> dict[str, bytes]:
    """The files of an archive by name."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def described(content: bytes, ending: str) -> Any:  # noqa: ANN401 - JSON is of any shape
    """The JSON file of an archive whose name ends so."""
    return next(json.loads(part) for name, part in parts(content).items() if name.endswith(ending))


def archives(dataset: str, language: Language) -> list[bytes]:
    """The archive of a dataset, and that of its first picture."""
    picture = file_of_picture(pictures(dataset, language)[0], FileFormat.PACKAGE)
    return [file_of_dataset(dataset, FileFormat.PACKAGE, language), picture]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_frictionless_finds_nothing_wrong_with_the_package_or_its_data(
    dataset: str, language: Language, tmp_path: Path
) -> None:
    for place, content in enumerate(archives(dataset, language)):
        report = unpacked(content, tmp_path / str(place)).validate()

        assert report.flatten(["type", "note"]) == []
        assert report.tasks[0].stats["rows"] > 0


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_descriptor_keeps_what_version_2_asks_for_beyond_that(dataset: str) -> None:
    for content in archives(dataset, "fr"):
        files = parts(content)
        package = described(content, "datapackage.json")
        (resource,) = package["resources"]
        figures = files[resource["path"]]

        assert package["$schema"] == f"{V2}datapackage.json"
        assert resource["$schema"] == f"{V2}dataresource.json"
        assert (resource["type"], "profile" in resource, "profile" in package) == ("table", False, False)
        assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
        assert (resource["bytes"], resource["hash"]) == (
            len(figures),
            f"sha256:{hashlib.sha256(figures).hexdigest()}",
        )
        assert all(licence["path"] in files and licence["title"] for licence in package["licenses"])
        assert all(source["title"] for source in package["sources"])
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert len(set(names)) == len(names)
        assert set(resource["schema"].get("primaryKey", [])) <= set(names)


def test_a_key_is_promised_only_where_no_study_contradicts_itself() -> None:
    def key(content: bytes) -> list[str] | None:
        found: list[str] | None = described(content, "datapackage.json")["resources"][0]["schema"].get("primaryKey")
        return found

    plain = exhibit_of("private_funding", "ticket_trend", {}, "en")

    assert key(file_of_picture(plain, FileFormat.PACKAGE)) == [name for name, _ in plain.marks[0].key] + ["measure"]
    assert key(file_of_picture(exhibit_of(*BERLIN, "en"), FileFormat.PACKAGE)) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", DATASETS)
def test_the_csvw_metadata_describe_the_columns_that_the_file_has(dataset: str, language: Language) -> None:
    for content in archives(dataset, language):
        metadata = described(content, ".csv-metadata.json")
        columns = metadata["tableSchema"]["columns"]
        dialect = metadata["dialect"]
        heading = parts(content)[metadata["url"]].decode("utf-8-sig").splitlines()[0]

        assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": language}]
        assert f"{metadata['url']}-metadata.json" in parts(content)
        assert [one["titles"] for one in columns] == heading.split(dialect["delimiter"])
        assert all(CSVW_NAME.fullmatch(one["name"]) for one in columns)
        assert len({one["name"] for one in columns}) == len(columns)
        assert {one["name"] for one in columns if one["datatype"] != "string"} == {"obs_value"}
        assert all(metadata[name] for name in ("dc:title", "dc:source", "dc:license"))


def test_concepts_of_sdmx_are_named_where_a_column_has_one() -> None:
    columns = described(file_of_dataset("private_funding", FileFormat.PACKAGE), ".csv-metadata.json")["tableSchema"][
        "columns"
    ]

    concepts = {one["name"]: one["propertyUrl"].partition("#")[2] for one in columns if "propertyUrl" in one}

    assert concepts == {
        "ref_area": "refArea",
        "time_period": "timePeriod",
        "unit_measure": "unitMeasure",
        "obs_value": "obsValue",
        "obs_status": "obsStatus",
    }


@pytest.mark.parametrize(("language", "delimiter", "decimal"), [("fr", ";", ","), ("en", ",", ".")])
def test_both_descriptions_say_how_the_language_writes_numbers(
    language: Language, delimiter: str, decimal: str
) -> None:
    content = file_of_picture(exhibit_of("private_funding", "ticket_trend", {}, language), FileFormat.PACKAGE)

    (resource,) = described(content, "datapackage.json")["resources"]
    metadata = described(content, ".csv-metadata.json")

    number = next(one for one in resource["schema"]["fields"] if one["type"] == "number")
    column = next(one for one in metadata["tableSchema"]["columns"] if one["name"] == "obs_value")
    assert (resource["dialect"]["delimiter"], metadata["dialect"]["delimiter"]) == (delimiter, delimiter)
    assert (number["decimalChar"], column["datatype"]["format"]["decimalChar"]) == (decimal, decimal)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_says_source_licence_version_and_what_the_columns_are(language: Language) -> None:
    words, exhibit = wording(language), exhibit_of(*BERLIN, language)

    text = parts(file_of_picture(exhibit, FileFormat.PACKAGE))["README.txt"].decode()

    for said in (exhibit.title, exhibit.reading, exhibit.licence, exhibit.data_version, *exhibit.method):
        assert said in text
    assert f"- {words.say('Value')} (obs_value)" in text
    assert words.say("An empty cell is a gap: its status says why. It is never zero.") in text
    assert text.endswith("\r\n")


def test_the_provenance_is_in_the_descriptor() -> None:
    package = described(file_of_picture(exhibit_of(*BERLIN, "fr"), FileFormat.PACKAGE), "datapackage.json")

    provenance = unsealed(package[PROVENANCE_KEY])

    assert (provenance.dataset, provenance.view, provenance.edition) == ("private_funding", "region_amount", 2)
    assert package["homepage"] == provenance.link


def test_a_licence_with_an_address_is_named_by_it_in_both_descriptions() -> None:
    words, address = wording("en"), "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
    content = replace(dataset_content(library(), "private_funding", words, edition=None), licence_url=address)
    provenance = dataset_provenance(library(), "private_funding", words, edition=None)
    table = long_table(content, words)

    package: Any = datapackage(content, provenance, table, "x.csv", b"")
    metadata: Any = csvw_metadata(content, provenance, table, "x.csv")

    assert package["licenses"] == [{"path": address, "title": content.licence}]
    assert metadata["dc:license"] == {"@id": address}
    assert "homepage" not in package
