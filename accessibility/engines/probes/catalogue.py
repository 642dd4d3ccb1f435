"""All probes. Those that name a script are asked together, before those that need the page in another state."""

from accessibility.engines.probes import states
from accessibility.engines.probes.base import Probe

#: rule, criterion, outcome, what is wrong, how to mend it, question.
PROBES: tuple[Probe, ...] = (
    Probe(
        "small-text", "", "warn", "Text is smaller than 11 pixels.",
        "Use the site's text sizes; nothing that people must read is smaller than 14 pixels.", "small_text",
    ),
    Probe(
        "justified-text", "", "warn", "Text is set to both margins.",
        "Align text to the side where it starts: uneven gaps make it hard to keep the line.", "justified",
    ),
    Probe(
        "long-italics", "", "warn", "A long text is in italics.",
        "Use italics for a few words at most; people with dyslexia read them more slowly.", "italics",
    ),
    Probe(
        "css-capitals", "", "warn", "A style sheet sets several words in capitals.",
        "Write sentence case: words in capitals lose their shape.", "capitals",
    ),
    Probe(
        "tight-lines", "", "warn", "The lines of a paragraph stand closer than 1.3 times the text size.",
        "Set the line height to 1.5.", "line_height",
    ),
    Probe(
        "text-direction", "1.3.2", "fail", "Text that runs from right to left is set from left to right.",
        'Give the element, or the page, dir="rtl" and its language.', "direction",
    ),
    Probe(
        "looks-like-heading", "1.3.1", "warn", "A line looks like a heading and is none.",
        "Make it a heading of the right level, or plain text.", "fake_heading",
    ),
    Probe(
        "text-in-css", "1.3.1", "warn", "Words stand in the style sheet only.",
        "Put words into the page: not all screen readers read them from a style sheet.", "css_text",
    ),
    Probe(
        "link-by-colour", "1.4.1", "fail", "A link in a sentence is told apart by a too similar colour, or not at all.",
        "Underline links in running text.", "links",
    ),
    Probe(
        "target-too-small", "2.5.8", "fail", "A control is smaller than 24 by 24 pixels, and others are close.",
        "Make it larger, or leave room around it.", "target_size",
    ),
    Probe(
        "hover-content", "2.1.1", "warn", "Something is shown on hover only.",
        "Show it when the keyboard gets there too, let it stay and let Escape close it.", "hover",
    ),
    Probe(
        "moving-content", "2.2.2", "warn", "Something moves by itself for more than five seconds.",
        "Let people stop it, or stop it after five seconds.", states.moving,
    ),
    Probe(
        "mouse-only", "2.1.1", "warn", "Something reacts to the mouse and no key reaches it.",
        "Make it a button or a link.", states.mouse_only,
    ),
    Probe(
        "positive-tabindex", "2.4.3", "warn", "A positive tabindex takes an element out of the page's order.",
        "Remove it and put the element where it belongs in the page.", "tab_order",
    ),
    Probe(
        "text-spacing", "1.4.12", "fail", "Words are cut off when readers widen the spacing.",
        "Let the box grow with its text: no fixed height.", "text_spacing",
    ),
    Probe(
        "text-resize", "1.4.4", "warn", "Words are cut off or leave their box when text is twice as large.",
        "Let the box grow with its text: no fixed height, sizes in rem.", "text_resize",
    ),
    Probe(
        "reflow", "1.4.10", "fail", "At 320 pixels the page scrolls sideways.",
        "Let it wrap or scroll inside its own box; no fixed width.", states.reflow,
    ),
    Probe(
        "focus-not-visible", "2.4.7", "fail", "An element looks the same with the keyboard on it.",
        "Keep the outline, or draw another clear mark on :focus-visible.", states.focus_visible,
    ),
    Probe(
        "keyboard-trap", "2.1.2", "fail", "The keyboard cannot leave this element.",
        "Let Tab go on, or say which key leaves.", states.trap,
    ),
    Probe(
        "jumping-focus", "2.4.3", "needs-review", "The keyboard jumps back up the page here.",
        "Look whether the order still makes sense.", states.jumps,
    ),
)  # fmt: skip
