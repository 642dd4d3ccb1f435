"""What to tell the author: a message and the mend in steps, for the program the file came from."""

from accessibility.documents.advice.base import Advice, Program
from accessibility.documents.advice.odf import ODF
from accessibility.documents.advice.odf_text import ODF_TEXT
from accessibility.documents.advice.office import OFFICE
from accessibility.documents.advice.pdf import PDF
from accessibility.documents.advice.pdf_parts import PDF_PARTS
from accessibility.documents.advice.pdf_text import PDF_TEXT
from accessibility.documents.advice.refusals import DANGERS, REFUSALS
from accessibility.documents.advice.slides import SLIDES_AND_SHEETS
from accessibility.documents.advice.word import WORD
from accessibility.documents.base import Kind

ADVICE: dict[str, Advice] = {
    **PDF,
    **PDF_PARTS,
    **PDF_TEXT,
    **OFFICE,
    **WORD,
    **SLIDES_AND_SHEETS,
    **ODF,
    **ODF_TEXT,
}

_MADE_BY = (
    ("libreoffice", Program.LIBREOFFICE),
    ("openoffice", Program.LIBREOFFICE),
    ("powerpoint", Program.POWERPOINT),
    ("excel", Program.EXCEL),
    ("word", Program.WORD),
)
_USUAL = {
    Kind.PDF: Program.ACROBAT,
    Kind.DOCX: Program.WORD,
    Kind.PPTX: Program.POWERPOINT,
    Kind.XLSX: Program.EXCEL,
    Kind.ODT: Program.LIBREOFFICE,
    Kind.ODS: Program.LIBREOFFICE,
    Kind.ODP: Program.LIBREOFFICE,
    Kind.CSV: Program.EXCEL,
}


def program_for(kind: Kind, producer: str) -> Program:
    """Return the program the author most likely has: what the file says of itself, else the usual one."""
    told = producer.lower()
    return next((program for part, program in _MADE_BY if part in told), _USUAL[kind])


def steps_for(rule: str, program: Program) -> tuple[str, ...]:
    """Return the mend as sentences for a program, else for the nearest one that has any."""
    advice = ADVICE[rule]
    near = [program, Program.WORD, Program.LIBREOFFICE, Program.ACROBAT, *Program]
    steps = next((advice.steps[choice] for choice in near if choice in advice.steps), "")
    return tuple(part for part in (advice.always, steps) if part)


def message_for(rule: str, parameters: dict[str, str]) -> str:
    """Return what is wrong, in one or two plain sentences."""
    return fill(ADVICE[rule].message, parameters)


def fill(sentence: str, parameters: dict[str, str]) -> str:
    """Put the parameters into a sentence, each at its own place and nothing else."""
    for name, value in parameters.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence


__all__ = ["ADVICE", "DANGERS", "REFUSALS", "Advice", "Program", "fill", "message_for", "program_for", "steps_for"]
