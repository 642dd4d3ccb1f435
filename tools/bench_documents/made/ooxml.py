"""What Word, PowerPoint and Excel files share: content types, relationships and document properties."""

from tools.bench_documents.package import Package

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
VENDOR = "application/vnd.openxmlformats-officedocument"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def relations(*rows: tuple[str, str, str]) -> str:
    """Return a relationships part; a row is id, kind, target. A target with ``://`` lies outside."""
    lines = "".join(
        f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{_mode(target)}"/>'
        for identity, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def _mode(target: str) -> str:
    """Return whether a target lies outside of the file, as the packaging standard names it."""
    return "External" if "://" in target else "Internal"


def begin(main: str, title: str, program: str, types: dict[str, str]) -> Package:
    """Return a package with its properties; ``types`` maps further parts to their content type's last half."""
    package = Package()
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{VENDOR}.{kind}+xml"/>' for name, kind in types.items()
    )
    package.put(
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>",
    )
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    package.put(
        "_rels/.rels",
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>',
    )
    package.put(
        "docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>en-GB</dc:language>'
        "</cp:coreProperties>",
    )
    package.put(
        "docProps/app.xml",
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{program}</Application></Properties>",
    )
    return package
