"""What WAI-ARIA 1.2 and HTML-AAM say of roles and attributes, as far as rules ask."""

from collections.abc import Callable

from lxml import etree

Element = etree._Element


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox "
    "comment complementary contentinfo definition deletion dialog directory document emphasis feed figure form "
    "generic graphics-document graphics-object graphics-symbol grid gridcell group heading img image insertion link "
    "list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter "
    "navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader "
    "scrollbar search searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab "
    "table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem doc-abstract doc- "
    "acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography doc-biblioref doc- "
    "chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication doc-endnote doc-endnotes "
    "doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index "
    "doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist doc-part doc- "
    "preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc"
)

NAME_FROM_CONTENT = _words(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row "
    "rowheader switch tab tooltip treeitem"
)

#: Widgets, which must have a name (WCAG 4.1.2).
WIDGETS = _words(
    "button checkbox combobox link listbox menuitem menuitemcheckbox menuitemradio option radio searchbox slider "
    "spinbutton switch tab textbox treeitem"
)

CHILDREN_PRESENTATIONAL = _words(
    "button checkbox img image math menuitemcheckbox menuitemradio meter option progressbar radio scrollbar separator "
    "slider switch tab"
)

REQUIRED: dict[str, tuple[str, ...]] = {
    "checkbox": ("aria-checked",),
    "combobox": ("aria-expanded",),
    "heading": ("aria-level",),
    "menuitemcheckbox": ("aria-checked",),
    "menuitemradio": ("aria-checked",),
    "meter": ("aria-valuenow",),
    "radio": ("aria-checked",),
    "scrollbar": ("aria-controls", "aria-valuenow"),
    "slider": ("aria-valuenow",),
    "switch": ("aria-checked",),
}

#: The roles that must stand round a role.
CONTEXT: dict[str, frozenset[str]] = {
    "cell": frozenset({"row"}),
    "columnheader": frozenset({"row"}),
    "gridcell": frozenset({"row"}),
    "listitem": frozenset({"list", "directory", "feed"}),
    "menuitem": frozenset({"menu", "menubar", "group"}),
    "menuitemcheckbox": frozenset({"menu", "menubar", "group"}),
    "menuitemradio": frozenset({"menu", "menubar", "group"}),
    "option": frozenset({"listbox", "group", "combobox"}),
    "row": frozenset({"table", "grid", "treegrid", "rowgroup"}),
    "rowgroup": frozenset({"table", "grid", "treegrid"}),
    "rowheader": frozenset({"row"}),
    "tab": frozenset({"tablist"}),
    "treeitem": frozenset({"tree", "group"}),
}

#: What a role may hold only; each row also takes what is not exposed.
OWNED: dict[str, frozenset[str]] = {
    "feed": frozenset({"article"}),
    "grid": frozenset({"row", "rowgroup", "caption"}),
    "list": frozenset({"listitem"}),
    "listbox": frozenset({"option", "group"}),
    "menu": frozenset({"menuitem", "menuitemcheckbox", "menuitemradio", "group", "separator", "menu"}),
    "menubar": frozenset({"menuitem", "menuitemcheckbox", "menuitemradio", "group", "separator", "menu"}),
    "row": frozenset({"cell", "gridcell", "columnheader", "rowheader"}),
    "rowgroup": frozenset({"row"}),
    "table": frozenset({"row", "rowgroup", "caption"}),
    "tablist": frozenset({"tab"}),
    "tree": frozenset({"treeitem", "group"}),
    "treegrid": frozenset({"row", "rowgroup", "caption"}),
}

GLOBAL = _words(
    "aria-atomic aria-braillelabel aria-brailleroledescription aria-busy aria-controls aria-current aria-describedby "
    "aria-description aria-details aria-disabled aria-dropeffect aria-errormessage aria-flowto aria-grabbed aria- "
    "haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant "
    "aria-roledescription"
)

BOOL, TRISTATE, UNDEFINED = ("true", "false"), ("true", "false", "mixed"), ("true", "false", "undefined")
NUMBER, INTEGER, ANYTHING = "number", "integer", "text"

#: The values of each attribute: a list of words, or a kind of value.
VALUES: dict[str, tuple[str, ...] | str] = {
    "aria-activedescendant": ANYTHING,
    "aria-atomic": BOOL,
    "aria-autocomplete": ("inline", "list", "both", "none"),
    "aria-busy": BOOL,
    "aria-checked": (*TRISTATE, "undefined"),
    "aria-colcount": INTEGER,
    "aria-colindex": INTEGER,
    "aria-colindextext": ANYTHING,
    "aria-colspan": INTEGER,
    "aria-current": ("page", "step", "location", "date", "time", "true", "false"),
    "aria-disabled": BOOL,
    "aria-dropeffect": ("copy", "execute", "link", "move", "none", "popup"),
    "aria-expanded": UNDEFINED,
    "aria-grabbed": UNDEFINED,
    "aria-haspopup": ("true", "false", "menu", "listbox", "tree", "grid", "dialog"),
    "aria-hidden": UNDEFINED,
    "aria-invalid": ("grammar", "false", "spelling", "true"),
    "aria-level": INTEGER,
    "aria-live": ("assertive", "off", "polite"),
    "aria-modal": BOOL,
    "aria-multiline": BOOL,
    "aria-multiselectable": BOOL,
    "aria-orientation": ("horizontal", "vertical", "undefined"),
    "aria-placeholder": ANYTHING,
    "aria-posinset": INTEGER,
    "aria-pressed": (*TRISTATE, "undefined"),
    "aria-readonly": BOOL,
    "aria-relevant": ("additions", "all", "removals", "text"),
    "aria-required": BOOL,
    "aria-rowcount": INTEGER,
    "aria-rowindex": INTEGER,
    "aria-rowindextext": ANYTHING,
    "aria-rowspan": INTEGER,
    "aria-selected": UNDEFINED,
    "aria-setsize": INTEGER,
    "aria-sort": ("ascending", "descending", "none", "other"),
    "aria-valuemax": NUMBER,
    "aria-valuemin": NUMBER,
    "aria-valuenow": NUMBER,
    "aria-valuetext": ANYTHING,
}
VALUES |= {name: ANYTHING for name in GLOBAL if name not in VALUES}

_RANGE = ("aria-valuemax", "aria-valuemin", "aria-valuenow", "aria-valuetext")
_SELECT = ("aria-activedescendant", "aria-multiselectable", "aria-orientation", "aria-required", "aria-expanded")
_CELL = ("aria-colindex", "aria-colspan", "aria-rowindex", "aria-rowspan", "aria-colindextext", "aria-rowindextext")
_ITEM = ("aria-posinset", "aria-setsize")
_GRID_CELL = (*_CELL, "aria-expanded", "aria-readonly", "aria-required", "aria-selected", "aria-haspopup")
_TEXT = (
    "aria-activedescendant", "aria-autocomplete", "aria-multiline", "aria-placeholder", "aria-readonly",
    "aria-required",
)  # fmt: skip

#: Beside the global attributes: what each role supports.
SUPPORTED: dict[str, tuple[str, ...]] = {
    "alertdialog": ("aria-modal",),
    "application": ("aria-activedescendant", "aria-expanded"),
    "article": _ITEM,
    "button": ("aria-expanded", "aria-pressed"),
    "cell": _CELL,
    "checkbox": ("aria-checked", "aria-expanded", "aria-readonly", "aria-required"),
    "columnheader": (*_GRID_CELL, "aria-sort"),
    "combobox": ("aria-activedescendant", "aria-autocomplete", "aria-expanded", "aria-readonly", "aria-required"),
    "dialog": ("aria-modal",),
    "grid": (*_SELECT, "aria-colcount", "aria-rowcount", "aria-readonly"),
    "gridcell": _GRID_CELL,
    "group": ("aria-activedescendant",),
    "heading": ("aria-level",),
    "link": ("aria-expanded",),
    "listbox": (*_SELECT, "aria-readonly"),
    "listitem": (*_ITEM, "aria-level"),
    "menu": ("aria-activedescendant", "aria-orientation"),
    "menubar": ("aria-activedescendant", "aria-orientation"),
    "menuitem": (*_ITEM, "aria-expanded"),
    "menuitemcheckbox": (*_ITEM, "aria-checked", "aria-expanded"),
    "menuitemradio": (*_ITEM, "aria-checked", "aria-expanded"),
    "meter": _RANGE,
    "option": (*_ITEM, "aria-checked", "aria-selected"),
    "progressbar": _RANGE,
    "radio": (*_ITEM, "aria-checked"),
    "radiogroup": ("aria-activedescendant", "aria-orientation", "aria-readonly", "aria-required"),
    "row": (*_CELL, *_ITEM, "aria-activedescendant", "aria-expanded", "aria-level", "aria-selected"),
    "rowheader": (*_GRID_CELL, "aria-sort"),
    "scrollbar": (*_RANGE, "aria-orientation"),
    "searchbox": _TEXT,
    "separator": (*_RANGE, "aria-orientation"),
    "slider": (*_RANGE, "aria-orientation", "aria-readonly"),
    "spinbutton": (*_RANGE, "aria-activedescendant", "aria-readonly", "aria-required"),
    "switch": ("aria-checked", "aria-expanded", "aria-readonly", "aria-required"),
    "tab": (*_ITEM, "aria-expanded", "aria-selected"),
    "table": ("aria-colcount", "aria-rowcount"),
    "tablist": ("aria-activedescendant", "aria-multiselectable", "aria-orientation"),
    "textbox": _TEXT,
    "toolbar": ("aria-activedescendant", "aria-orientation"),
    "tree": _SELECT,
    "treegrid": (*_SELECT, "aria-colcount", "aria-rowcount", "aria-readonly"),
    "treeitem": (*_ITEM, "aria-checked", "aria-expanded", "aria-level", "aria-selected"),
}
#: Roles that take no name: ``aria-label`` on them is not read out.
NAMELESS = _words(
    "caption code deletion emphasis generic insertion none paragraph presentation strong subscript superscript"
)

_INPUT = {
    "button": "button", "submit": "button", "reset": "button", "image": "button", "checkbox": "checkbox",
    "radio": "radio", "range": "slider", "number": "spinbutton", "search": "searchbox", "email": "textbox",
    "tel": "textbox", "text": "textbox", "url": "textbox", "": "textbox",
}  # fmt: skip


def _list_item(element: Element) -> str:
    parent = element.getparent()
    return "listitem" if parent is not None and parent.tag in {"ul", "ol", "menu"} else ""


def _select(element: Element) -> str:
    several = "multiple" in element.attrib or (element.get("size") or "1").strip() not in {"", "0", "1"}
    return "listbox" if several else "combobox"


def _image(element: Element) -> str:
    return "none" if element.get("alt") == "" else "img"


def _header_cell(element: Element) -> str:
    return "rowheader" if (element.get("scope") or "").startswith("row") else "columnheader"


_ASKED: dict[str, Callable[[Element], str]] = {
    "a": lambda element: "link" if "href" in element.attrib else "",
    "area": lambda element: "link" if "href" in element.attrib else "",
    "img": _image,
    "input": lambda element: _INPUT.get((element.get("type") or "").lower(), ""),
    "li": _list_item,
    "select": _select,
    "th": _header_cell,
}


_PLAIN = {
    "article": "article", "aside": "complementary", "button": "button", "datalist": "listbox", "details": "group",
    "dialog": "dialog", "fieldset": "group", "figure": "figure", "form": "form", "h1": "heading", "h2": "heading",
    "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "hr": "separator", "main": "main",
    "menu": "list", "meter": "meter", "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option",
    "output": "status", "p": "paragraph", "progress": "progressbar", "summary": "button", "table": "table",
    "tbody": "rowgroup", "td": "cell", "textarea": "textbox", "tfoot": "rowgroup", "thead": "rowgroup", "tr": "row",
    "ul": "list",
}  # fmt: skip


def implicit_role(element: Element) -> str:
    """Return the role that HTML gives an element; "" where it gives none that matters."""
    asked = _ASKED.get(element.tag)
    return asked(element) if asked else _PLAIN.get(element.tag, "")
