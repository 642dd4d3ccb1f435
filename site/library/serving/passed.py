"""Remember the file that passed, so that a replacement that fails does not take the document away."""

from library.models import CustomDocument


def remember_passed(sha256: str) -> None:
    """Note that content passed its check, on every document that holds it now."""
    for document in CustomDocument.objects.filter(sha256=sha256).exclude(passed_sha256=sha256):
        CustomDocument.objects.filter(pk=document.pk, sha256=sha256).update(
            passed_file=document.file.name, passed_sha256=sha256
        )
