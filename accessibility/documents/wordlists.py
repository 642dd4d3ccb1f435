"""Words that say nothing, by language (ISO 639-1). Our own lists; without a list no words are judged."""

#: Links whose whole text is one of these do not say where they lead (WCAG failure F84).
EMPTY_LINKS = {
    "en": frozenset((
        "click here", "here", "more", "read more", "learn more", "find out more", "see more", "this link", "link",
        "click", "click this link", "click the link", "click on this link", "follow this link", "this page", "this",
        "this site", "this website", "website", "web page", "info", "details", "more details", "more information",
        "more info", "further information", "further details", "for more information", "download", "download here",
        "see here", "go", "go here", "view", "view here", "open", "continue", "start", "page", "document",
        "file", "pdf",
        "form", "hyperlink", "web link", "weblink", "external link", "remote link", "internal link",
        "this document", "this form", "read this", "available here", "online",
    )),
    "cy": frozenset(("cliciwch yma", "yma", "mwy", "darllen mwy", "rhagor", "mwy o wybodaeth", "dolen", "lawrlwytho")),
    "de": frozenset((
        "hier", "hier klicken", "klicken sie hier", "mehr", "mehr lesen", "weiterlesen",
        "weitere informationen", "link",
        "mehr erfahren", "mehr informationen", "details", "download", "seite", "dokument",
    )),
    "fr": frozenset((
        "ici", "cliquez ici", "cliquer ici", "plus", "lire la suite", "en savoir plus", "lien", "ce lien", "voir",
        "plus d'informations", "télécharger", "page", "document",
    )),
    "es": frozenset((
        "aquí", "haga clic aquí", "pulse aquí", "más", "leer más", "más información", "enlace", "este enlace", "ver",
        "descargar", "ver más",
    )),
    "it": frozenset((
        "qui", "clicca qui", "fai clic qui", "altro", "leggi tutto", "più informazioni", "scopri di più", "link",
    )),
    "nl": frozenset(("hier", "klik hier", "meer", "lees meer", "meer informatie", "link", "deze link", "download")),
    "pl": frozenset((
        "kliknij tutaj", "kliknij", "tutaj", "tu", "więcej", "czytaj więcej", "dowiedz się więcej", "link", "pobierz",
        "więcej informacji", "szczegóły",
    )),
    "pt": frozenset(("aqui", "clique aqui", "mais", "ler mais", "saiba mais", "mais informações", "ligação", "link")),
    "ur": frozenset(("یہاں کلک کریں", "یہاں", "مزید", "مزید پڑھیں", "لنک", "ڈاؤن لوڈ")),
    "ar": frozenset(("انقر هنا", "اضغط هنا", "هنا", "المزيد", "اقرأ المزيد", "رابط", "تحميل")),
}  # fmt: skip

#: Names of kinds of picture: alone they do not say what is in it (WCAG failure F30).
PICTURES = {
    "en": (
        "image", "picture", "photo", "photograph", "figure", "graphic", "graph", "chart", "diagram", "logo", "icon",
        "drawing", "shape", "object", "text ?box", "group", "screenshot", "screen ?shot", "illustration",
        "map", "banner",
        "smart ?art", "line", "arrow", "rectangle", "oval", "alt(?:ernative)? text", "alt", "description",
        "placeholder",
        "insert (?:alt(?:ernative)? text|description) here", "add (?:alt(?:ernative)? text|a description)", "caption",
        "untitled", "img", "pic", "tbc", "todo", "test", "spacer", "thumbnail", "pixel", "empty", "blank", "none",
        "null", "bullet(?: point)?", "clip ?art", "media ?clip", "video", "background", "button",
    ),
    "cy": ("llun", "delwedd", "ffotograff", "siart", "diagram", "graff", "logo", "map"),
    "de": (
        "bild", "grafik", "foto", "abbildung", "diagramm", "logo", "symbol", "zeichnung", "objekt", "textfeld",
        "form",
    ),
    "fr": ("image", "photo", "photographie", "graphique", "diagramme", "schéma", "logo", "icône", "dessin", "forme"),
    "es": ("imagen", "foto", "fotografía", "gráfico", "diagrama", "logotipo", "logo", "icono", "dibujo", "forma"),
    "it": ("immagine", "foto", "fotografia", "grafico", "diagramma", "logo", "icona", "disegno", "forma"),
    "nl": ("afbeelding", "foto", "figuur", "grafiek", "diagram", "logo", "pictogram", "tekening", "vorm"),
    "pl": ("obraz", "obrazek", "zdjęcie", "rysunek", "wykres", "diagram", "logo", "ikona", "grafika", "kształt"),
    "pt": ("imagem", "foto", "fotografia", "gráfico", "diagrama", "logotipo", "ícone", "desenho", "forma"),
}  # fmt: skip

#: What is written round such a name and adds nothing: "just a chart", "rectangle description".
AROUND_PICTURES = {
    "en": r"^(?:just )?(?:(?:an?|the|this|my|our) )?(?:my(?=\w))?|(?: (?:description|alt(?:ernative)? text|here))$",
    "de": r"^(?:(?:das|ein|eine|mein) )?",
    "fr": r"^(?:(?:une?|le|la|mon|ma) )?",
    "es": r"^(?:(?:una?|el|la|mi) )?",
}

#: Words before a noun that do not tell one link from another.
ARTICLES = {"en": r"^(?:an?|the) ", "de": r"^(?:der|die|das|ein|eine) ", "fr": r"^(?:le|la|un|une) "}

#: Openings that tell a listener what the screen reader has said already. That it is a photograph may matter.
OPENINGS = {
    "en": r"(?:an? |the |this )?(?:image|picture|graphic)s? (?:of|shows|showing)\b",
    "de": r"(?:das |ein )?(?:bild|grafik) (?:von|zeigt)\b",
    "fr": r"(?:une? |l'|la )?image (?:de|du|des|d'|montrant)",
    "es": r"(?:una? |la )?imagen (?:de|del|que muestra)\b",
    "pl": r"(?:obraz|obrazek) (?:przedstawia|pokazuje)\b",
}

#: Titles that a form or a program wrote and that would fit any document.
TITLES = {
    "en": (
        "(?:this is )?(?:(?:the|my|a|your) ?)?(?:(?:document|page|slide|section|presentation) )?title",
        "untitled", "untitled document", "no title", "new document", "draft", "final",
        "final version", "template", "test", "report", "letter", "form", "agenda", "minutes", "policy",
        "leaflet", "flyer",
        "poster", "newsletter", "appendix", "tbc", "copy", "version \\d+", "enter title here",
        "type the document title",
        "(?:(?:the|my|a|test|sample|example) )?(?:document|doc|file|page|presentation|slides?|deck|report|letter|form)",
        "(?:(?:the|my|a|test|sample|example) )?(?:spreadsheet|workbook)",
        "lorem ipsum.*", "slide deck",
    ),
    "cy": ("teitl", "dogfen", "heb deitl", "adroddiad", "ffurflen", "polisi"),
    "de": ("titel", "dokument", "unbenannt", "ohne titel", "entwurf", "bericht", "formular"),
    "fr": ("titre", "document", "sans titre", "brouillon", "rapport", "formulaire"),
    "es": ("título", "documento", "sin título", "borrador", "informe", "formulario"),
    "pl": ("tytuł", "dokument", "bez tytułu", "raport", "formularz"),
}  # fmt: skip

#: Headings of parts that any document has: they do not name the whole.
SECTIONS = {
    "en": (
        "(?:\\d+[.)]? ?)?introduction", "(?:table of )?contents", "summary", "executive summary", "background",
        "overview", "foreword", "preface", "purpose", "scope", "abstract", "acknowledge?ments?", "glossary", "welcome",
        "notes?", "section \\d+", "part \\d+", "chapter \\d+", "page \\d+", "heading(?: \\d+)?",
    ),
    "cy": ("cyflwyniad", "cynnwys", "crynodeb", "cefndir"),
    "de": (
        "einleitung", "einführung", "inhalt", "inhaltsverzeichnis", "zusammenfassung", "vorwort",
        "überschrift \\d+",
    ),
    "fr": ("introduction", "sommaire", "table des matières", "résumé", "contexte", "avant-propos"),
    "es": ("introducción", "índice", "contenido", "resumen", "prólogo", "antecedentes"),
    "pl": ("wstęp", "wprowadzenie", "spis treści", "streszczenie", "podsumowanie"),
}  # fmt: skip

#: What stands before the number in a caption.
CAPTIONS = {
    "en": (
        "figure", "fig\\.?", "table", "illustration", "drawing", "chart", "diagram", "graph", "image", "photo",
        "map",
    ),
    "cy": ("ffigur", "tabl", "siart", "llun"),
    "de": ("abbildung", "abb\\.?", "tabelle", "tab\\.?", "bild", "diagramm"),
    "fr": ("figure", "fig\\.?", "tableau", "illustration", "graphique", "image"),
    "es": ("figura", "tabla", "ilustración", "gráfico", "imagen"),
    "it": ("figura", "fig\\.?", "tabella", "immagine", "grafico"),
    "nl": ("figuur", "afbeelding", "tabel", "illustratie", "grafiek"),
    "pl": ("rysunek", "rys\\.?", "tabela", "wykres", "zdjęcie"),
    "pt": ("figura", "tabela", "imagem", "gráfico"),
}  # fmt: skip

#: Small words by which a language is told from its neighbours; each language has words that the others lack.
SMALL_WORDS = {
    "en": "a the and of to is that for it with as was are on be this by at from you have not or an your we they will",
    "cy": "yr yn ac ar mae bod am gan wedi ei eu fel hyn neu nad oes sydd gyda ein eich bydd hwn chi ni",
    "de": "der die das und ist nicht ein eine mit zu den von auf für dem des sie wir ich auch wird sind als oder bei",
    "fr": "le la les et est un une des du dans pour que qui sur avec vous nous pas au ce sont par plus être votre",
    "es": "el la los las y es un una de del en para que por con se su no como más esta este son usted al pero está",
    "it": "il lo gli le è un una di del della nel per che con non si sono come più questo questa alla dei anche",
    "nl": "de het een en is van in op te dat voor met niet zijn aan door ook worden wordt bij naar uw wij deze als of",
    "pl": "i w na z do się nie jest to że od po przez dla jak oraz są czy lub być można który która tego przy",
    "pt": "os as é um uma de do da em para que com não se por mais como está são seu sua ao você dos das",
}
