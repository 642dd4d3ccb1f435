"""Why a file could not be checked, or is not safe to hand out, and what to do about it."""

from accessibility.documents.advice.base import N_

REFUSALS = {
    "empty": N_("The file is empty. Save it again and upload it once more."),
    "too_large": N_("The file is larger than 50 MB. Make its pictures smaller or split it."),
    "unknown_format": N_("This is not a PDF, Word, PowerPoint, Excel or OpenDocument file. Export it as one of these."),
    "old_format": N_("The file has an old format or a password. Save it as .docx, .pptx or .xlsx without a password."),
    "macros": N_("The file holds macros. Save it without macros, as .docx, .pptx or .xlsx."),
    "encrypted": N_("The file needs a password. Save it without one."),
    "damaged": N_("The file is damaged. Open it in the program that made it and export it again."),
    "disguised": N_("The file starts as another kind of file. Export it again from the original."),
    "no_pages": N_("The file has no pages. Export it again."),
    "bomb": N_("The file would grow far too large when it is opened. Export it again from the original."),
    "entities": N_("The file holds code that has no place in a document. Export it again from the original."),
    "safety_limit": N_("The file is too complex to be checked safely. Split it, or export it again."),
    "memory": N_("The file needs too much memory. Split it, or make its pictures smaller."),
    "timeout": N_("The check took too long. Split the file, or export it again."),
    "crashed": N_("The check stopped. Export the file again from the program that made it."),
    "output_too_large": N_("The check found more than it can report. Export the file again."),
    "bad_output": N_("The check gave no clear answer. Try it again, then ask for help."),
    "internal_error": N_("The check itself failed. Try it again, then ask for help."),
    "engine_missing": N_("A part of the checker is not installed. Ask for help."),
    "not_a_pdf": N_("This profile is for PDF files only."),
    "unsafe": N_("The file is not safe to hand out."),
    "changed": N_("The file changed while it was checked. Check it again."),
    "missing": N_("The file is not in the store. Upload it again."),
    "no_room": N_("There was no room on the disk to check the file. Make room, then check it again."),
    "no_form_format": N_("This is no Word (.docx) or PDF file. Save the form as one of these."),
    "no_page_format": N_("Only a Word file (.docx) can become a web page here. Save it as one and upload that."),
    "no_page": N_("We cannot make a web page of this file. Save it anew in Word, or copy its words into a new page."),
    "too_long_for_a_page": N_(
        "The text is too long for one web page. Split the document, then make a page of each part."
    ),
    "nothing_for_a_page": N_("There is nothing in the file that a web page could show."),
    # What a mend answers.
    "signed": N_("The file is signed. A change would break the signature. Mend the original, then sign it again."),
    "locked": N_("The file is locked against changes. Mend the original and export it again."),
    "no_mend": N_("We cannot mend this here. Follow the steps for your program."),
    "no_picture": N_("This page cannot be drawn."),
    "nothing_to_mend": N_("There was nothing left to mend here."),
    "mended_meanwhile": N_("Somebody replaced the file while you looked at this report. Look at the new one first."),
    "poor_title": N_("Write a title that says what the document is about, in at most 300 letters. Not a file name."),
    "poor_language": N_("Choose the language of the document."),
    "poor_alternative": N_("Say what the picture shows in at most 250 letters. Not a file name, not only “image”."),
}

DANGERS = {
    "script": N_("The file holds a script. Residents' programs could run it. Export the file without scripts."),
    "launch": N_("The file can start other programs. Export it again from the original."),
    "submit": N_("The file sends what people type to another address. Make it an online form."),
    "xfa": N_("The file is a form that most programs cannot open. Make it an online form."),
    "program": N_("A program is attached to the file. Remove the attachment."),
    "external": N_("The file loads its template from elsewhere. Save it with a template of its own."),
    "macros": REFUSALS["macros"],
}
