"""For each rule over plain HTML what it finds, and what it must say nothing of. Pieces stand in a page of their own."""

PAGE = (
    '<!doctype html><html lang="en"><head><title>Parking permits</title></head><body>'
    '<main><h1>Parking permits</h1>{}</main></body></html>'
)  # fmt: skip

#: rule -> (at fault, in order), each the inside of the main part of a page.
PIECES = {
    "html-button-name": ("<button></button>", "<button>Pay</button>"),
    "html-input-button-name": ('<input type="button">', '<input type="submit">'),
    "html-image-button-name": ('<input type="image" src="a.png">', '<input type="image" src="a.png" alt="Pay">'),
    "html-link-name": ('<span role="link" tabindex="0"></span>', '<span role="link" tabindex="0">Pay</span>'),
    "html-link-name-role": ('<a href="/x"><img src="a.png" alt=""></a>', '<a href="/x">Pay</a>'),
    "html-widget-name": ('<i role="switch" aria-checked="true" tabindex="0"></i>', '<i role="switch">On</i>'),
    "html-summary-name": ("<details><summary></summary>x</details>", "<details><summary>More</summary>x</details>"),
    "html-dialog-name": ("<dialog open>x</dialog>", '<dialog open aria-label="Pay">x</dialog>'),
    "html-role-image-name": ('<div role="img"></div>', '<div role="img" aria-label="A bin"></div>'),
    "html-object-name": ('<object data="a.svg"></object>', '<object data="a.svg" title="A map"></object>'),
    "html-svg-name": ("<svg><path/></svg>", '<svg role="img" aria-label="A bin"></svg>'),
    "html-heading-name": ('<p role="heading" aria-level="2"></p>', '<p role="heading" aria-level="2">Pay</p>'),
    "html-image-title-differs": ('<img alt="A bin" title="A bus">', '<img alt="A bin" title="A bin">'),
    "html-image-decorative-title": ('<img alt="" title="A bus">', '<img alt="">'),
    "html-image-presentation-alt": ('<img role="none" alt="A bus">', '<img alt="A bus">'),
    "html-image-repeats-text": ('<a href="/x"><img alt="Pay"> Pay</a>', '<a href="/x"><img alt=""> Pay</a>'),
    "html-image-text-unrelated": ('<img src="town-hall.jpg" alt="A bus">', '<img src="town-hall.jpg" alt="The hall">'),
    "html-image-decorative-file": ('<p><img src="a.png" alt=""></p>', '<p><img src="a.png" alt=""> Pay here</p>'),
    "html-image-background": (
        '<div style="background-image: url(a.png)"></div>',
        '<div style="background-image: url(a.png)">Pay</div>',
    ),
    "html-icon-meaning": ('<div class="icon-warning">Mind</div>', '<div class="icon" aria-hidden="true"></div>'),
    "html-image-of-text": ('<img src="heading-text.png" alt="Pay">', '<img src="bin.png" alt="A bin">'),
    "html-image-animated": ('<img src="a.gif" alt="A bus">', '<img src="a.png" alt="A bus">'),
    "html-link-to-image": ('<a href="bus.jpg">The bus</a>', '<a href="bus.html">The bus</a>'),
    "html-image-information": ('<img src="m.png" alt="Map">', '<img src="m.png" alt="A bus">'),
    "html-audio-transcript": ("<audio controls></audio>", "<p>Text</p>"),
    "html-link-to-sound": ('<a href="talk.mp3">The talk</a>', '<a href="talk.html">The talk</a>'),
    "html-video-captions": ('<video controls><track kind="captions"></video>', "<video controls></video>"),
    "html-video-silent": ("<video controls></video>", "<p>Text</p>"),
    "html-video-description": ("<video controls></video>", "<p>Text</p>"),
    "html-video-transcript": ("<video controls></video>", "<p>Text</p>"),
    "html-media-autoplay": ("<audio autoplay></audio>", "<video autoplay muted></video>"),
    "html-media-loop": ("<video autoplay muted></video>", "<video controls></video>"),
    "html-moving-text": ("<marquee>Sale</marquee>", "<p>Sale</p>"),
    "html-frame-same-name": (
        '<iframe title="Map" src="a"></iframe><iframe title="Map" src="b"></iframe>',
        '<iframe title="Map" src="a"></iframe><iframe title="Plan" src="b"></iframe>',
    ),
    "html-frame-tabindex": ('<iframe title="M" tabindex="-1" src="a"></iframe>', '<iframe title="M"></iframe>'),
    "html-link-same-words": (
        '<a href="/a">Pay</a> or <a href="/b">Pay</a>',
        '<a href="/a">Pay</a> or <a href="/a">Pay</a>',
    ),
    "html-link-same-words-apart": (
        '<p><a href="/a">Pay</a></p><p><a href="/b">Pay</a></p>',
        '<p><a href="/a">Pay</a></p><p><a href="/a">Pay</a></p>',
    ),
    "html-link-adjacent": ('<a href="/a">Pay</a> <a href="/a">Now</a>', '<a href="/a">Pay</a> <a href="/b">Now</a>'),
    "html-link-separation": (
        '<a href="/a">Pay</a> <a href="/b">Now</a>',
        '<a href="/a">Pay</a> | <a href="/b">Now</a>',
    ),
    "html-link-title": ('<a href="/a" title="Pay">Pay</a>', '<a href="/a" title="By card">Pay</a>'),
    "html-link-file": ('<a href="/a.pdf">The plan</a>', '<a href="/a.pdf">The plan (PDF, 20 KB)</a>'),
    "html-link-new-window": (
        '<a href="/a" target="_blank">Pay</a>',
        '<a href="/a" target="_blank">Pay (opens in a new tab)</a>',
    ),
    "html-link-vague": ('<b role="link" tabindex="0">More</b>', '<b role="link" tabindex="0">Pay a fine</b>'),
    "html-link-anchor": ('<a href="#nowhere">Fees</a>', '<a href="#fees">Fees</a><p id="fees">x</p>'),
    "html-hidden-words": (
        '<a href="/a">More<b style="display: none"> about fees</b></a>',
        '<a href="/a">More<b class="hidden"> about fees</b></a>',
    ),
    "html-field-name": ("<input>", "<label>Street <input></label>"),
    "html-field-label": ('<input placeholder="Street">', "<label>Street <input></label>"),
    "html-label-vague": ("<label>Enter: <input></label>", "<label>Street <input></label>"),
    "html-label-unique": (
        "<label>Name <input></label><label>Name <input></label>",
        "<label>Your name <input></label><label>Pet's name <input></label>",
    ),
    "html-label-target": ("<label>Street</label>", '<label for="s">Street</label><input id="s">'),
    "html-label-one-field": ("<label>Date <input><input></label>", "<label>Date <input></label>"),
    "html-label-in-name": (
        '<button aria-label="Go">Pay now</button>',
        '<button aria-label="Pay now: fine">Pay now</button>',
    ),
    "html-autocomplete": (
        '<input aria-label="A" autocomplete="nick">',
        '<input aria-label="A" autocomplete="shipping tel">',
    ),
    "html-autocomplete-missing": (
        "<label>Email address <input></label>",
        '<label>Email address <input autocomplete="email"></label>',
    ),
    "html-fieldset-legend": (
        "<fieldset><legend></legend></fieldset>",
        "<fieldset><legend>Your home</legend></fieldset>",
    ),
    "html-group-name": ('<div role="group">x</div>', '<div role="group" aria-label="Your home">x</div>'),
    "html-choices-group": (
        '<label>Yes <input type="radio" name="a"></label><label>No <input type="radio" name="a"></label>',
        '<fieldset><legend>Own?</legend><input type="radio" name="a" id="x"><input type="radio" name="a"></fieldset>',
    ),
    "html-errors-identified": (
        '<div role="alert">There are errors.</div><label>Age <input></label>',
        '<div role="alert">Errors: <a href="#a">Age is required</a></div><label>Age <input id="a"></label>',
    ),
    "html-select-acts": (
        "<form><label>Tongue <select></select></label></form>",
        "<form><label>Tongue <select></select></label><button>Go</button></form>",
    ),
    "html-table-only-headers": ("<table><tr><th>A</th></tr></table>", "<table><tr><th>A</th><td>1</td></tr></table>"),
    "html-table-ragged": (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>",
        '<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">1</td></tr></table>',
    ),
    "html-table-layout": (
        "<table><tr><td><ul><li>x</li></ul></td><td><h2>y</h2></td></tr></table>",
        "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>",
    ),
    "html-table-double-headers": (
        "<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><th>d</th><th>e</th><td>1</td></tr></table>",
        "<table><tr><th>a</th><th>c</th></tr><tr><th>d</th><td>1</td></tr></table>",
    ),
    "html-table-header-unused": (
        "<table><tr><th>a</th></tr><tr><th>b</th></tr></table>",
        "<table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
    ),
    "html-table-headers-attribute": (
        '<table><tr><th id="a">a</th></tr><tr><td headers="b">1</td></tr></table>',
        '<table><tr><th id="a">a</th></tr><tr><td headers="a">1</td></tr></table>',
    ),
    "html-table-header-empty": (
        "<table><tr><th></th><td>1</td></tr></table>",
        "<table><tr><th>a</th><td>1</td></tr></table>",
    ),
    "html-table-caption-empty": ("<table><caption></caption></table>", "<table><caption>Fees</caption></table>"),
    "html-role-valid": ('<p role="breadcrumbs">x</p>', '<p role="note">x</p>'),
    "html-aria-exists": ('<p aria-lable="x">x</p>', '<nav aria-label="x">x</nav>'),
    "html-aria-value": ('<p aria-live="loud">x</p>', '<p aria-live="polite">x</p>'),
    "html-aria-reference": ('<p aria-describedby="none">x</p>', '<p id="a" aria-describedby="a">x</p>'),
    "html-aria-required": ('<b role="checkbox" tabindex="0">x</b>', '<b role="checkbox" aria-checked="true">x</b>'),
    "html-aria-permitted": ('<button aria-sort="none">x</button>', '<button aria-pressed="true">x</button>'),
    "html-aria-role-description": (
        '<div aria-roledescription="card">x</div>',
        '<nav aria-roledescription="card">x</nav>',
    ),
    "html-aria-braille": ('<nav aria-brailleroledescription="c">x</nav>', "<nav>x</nav>"),
    "html-aria-hidden-focus": ('<p aria-hidden="true"><a href="/a">x</a></p>', '<p aria-hidden="true">x</p>'),
    "html-nested-control": ('<button>Pay <a href="/a">now</a></button>', "<button>Pay</button>"),
    "html-presentation-conflict": ('<button role="none">x</button>', '<p role="none">x</p>'),
    "html-role-context": ('<p role="listitem">x</p>', '<div role="list"><p role="listitem">x</p></div>'),
    "html-role-owned": ('<div role="list"><a href="/a">x</a></div>', '<div role="list"><p role="listitem">x</p></div>'),
    "html-role-focus": ('<b role="button">x</b>', '<b role="button" tabindex="0">x</b>'),
    "html-tabindex": ('<a href="/a" tabindex="5">x</a>', '<a href="/a" tabindex="0">x</a>'),
    "html-accesskey": ('<a href="/a" accesskey="a">x</a>', '<a href="/a">x</a>'),
    "html-click-only": ('<div onclick="go()">x</div>', '<button onclick="go()">x</button>'),
    "html-hover-only": ('<p onmouseover="show()">x</p>', '<p onmouseover="show()" onfocus="show()">x</p>'),
    "html-close-focus": ('<span title="Close" class="close">X</span>', "<button>Close</button>"),
    "html-fold-focus": (
        '<dl class="accordion"><dt>a</dt><dd>b</dd></dl>',
        '<dl class="accordion"><dt><button>a</button></dt><dd>b</dd></dl>',
    ),
    "html-scroll-focus": (
        '<div style="height: 3em; overflow: auto">x</div>',
        '<div style="height: 3em; overflow: auto" tabindex="0">x</div>',
    ),
    "html-focus-trap": ('<button onblur="this.focus()">x</button>', '<button onblur="save()">x</button>'),
    "html-key-handler": ('<div onkeydown="go(event)">x</div>', '<input aria-label="a" onkeydown="go(event)">'),
    "html-focus-style": ('<a href="/a" style="outline: none">x</a>', '<a href="/a" style="outline: 2px solid">x</a>'),
    "html-link-as-button": ('<a href="#">x</a>', '<a href="#fees">x</a>'),
    "html-heading-vague": ("<h2>Weather</h2><p>We are open every Monday</p>", "<h2>Opening</h2><p>We open at 9</p>"),
    "html-landmark-names": ("<nav>a</nav><nav>b</nav>", '<nav aria-label="a">a</nav><nav aria-label="b">b</nav>'),
    "html-list-parts": ("<ul><ul><li>x</li></ul></ul>", "<ul><li>x<ul><li>y</li></ul></li></ul>"),
    "html-list-item": ("<div><li>x</li></div>", "<ul><li>x</li></ul>"),
    "html-definition-list": ("<dl><dd>x</dd></dl>", "<dl><dt>x</dt><dd>y</dd></dl>"),
    "html-deprecated": ("<center>x</center>", "<p>x</p>"),
    "html-paragraph-empty": ("<p> </p>", "<p>x</p>"),
    "html-line-breaks": ("<p>a<br><br>b</p>", "<p>a<br>b</p>"),
    "html-object-wmode": (
        '<object title="x"><param name="wmode" value="opaque"></object>',
        '<object title="x"></object>',
    ),
    "html-tags-balance": ("<div>x</span></div>", "<div><span>x</span></div>"),
    "html-duplicate-id": (
        '<p id="a">x</p><p id="a">y</p><nav aria-labelledby="a">z</nav>',
        '<p id="a">x</p><nav aria-labelledby="a">z</nav>',
    ),
    "html-language-part": (
        '<p lang="pl">The council will send you the permit and you can use it from the day that it comes.</p>',
        '<p lang="en">The council will send you the permit and you can use it from the day that it comes.</p>',
    ),
    "html-language-unmarked": (
        "<p>Der Rat wird Ihnen den Ausweis schicken und Sie können ihn nutzen, wenn er da ist.</p>",
        "<p>The council will send you the permit and you can use it from the day that it comes.</p>",
    ),
    "html-direction": ('<p dir="rtl">Electronic visa</p>', '<p dir="ltr">Electronic visa</p>'),
    "html-direction-missing": ('<p lang="ur">پارکنگ</p>', '<p lang="ur" dir="rtl">پارکنگ</p>'),
    "html-paragraph-long": (f"<p>{'word ' * 151}</p>", f"<p>{'word ' * 20}</p>"),
    "html-ascii-art": ("<pre>/\\_/\\ ( *.* ) &gt; ^ &lt; /\\__/\\ ( *.* )</pre>", "<pre>line one</pre>"),
    "html-motion": ('<script>addEventListener("devicemotion", go)</script>', "<script>go()</script>"),
    "html-single-key": (
        '<script>if (event.key === "s") go()</script>',
        '<script>if (event.key === "Enter") go()</script>',
    ),
    "html-time-limit": ("<script>setTimeout(() => box.hide(), 9)</script>", "<script>setTimeout(tick, 9)</script>"),
    "html-script-trap": ('<script>a.addEventListener("blur", () => a.focus())</script>', "<script>a.focus()</script>"),
    "html-script-context": (
        '<script>s.addEventListener("change", () => form.submit())</script>',
        '<script>s.addEventListener("change", count)</script>',
    ),
    "html-line-height": ('<p style="line-height: 1 !important">x</p>', '<p style="line-height: 2 !important">x</p>'),
    "html-letter-spacing": (
        '<p style="letter-spacing: initial !important">x</p>',
        '<p style="letter-spacing: 0.2em !important">x</p>',
    ),
    "html-word-spacing": ('<p style="word-spacing: 0 !important">x</p>', '<p style="word-spacing: 0">x</p>'),
    "html-small-text": ('<p style="font-size: 6pt">x</p>', '<p style="font-size: 16px">x</p>'),
    "html-justified": ('<p style="text-align: justify">x</p>', '<p style="text-align: start">x</p>'),
    "html-italics": (f"<i>{'word ' * 40}</i>", "<i>word</i>"),
    "html-clipped-text": ('<p style="height: 2em; overflow: hidden">x</p>', '<p style="min-height: 2em">x</p>'),
    "html-focus-outline": ("<style>a:focus { outline: none }</style>", "<style>a:focus { outline: 2px solid }</style>"),
    "html-orientation": (
        "<style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style>",
        "<style>body { color: black }</style>",
    ),
    "html-css-content": ("<style>p::after { content: 'required' }</style>", "<style>p::after { content: '*' }</style>"),
    "html-animation": ("<style>p { animation: a 1s infinite }</style>", "<style>p { animation: a 1s }</style>"),
    "html-link-underline": ("<style>a { text-decoration: none }</style>", "<style>a { color: blue }</style>"),
    "html-sensory": ("<p>Use the form on the right.</p>", "<p>You have the right to appeal.</p>"),
    "html-colour-words": ("<p>Fields marked in red are wrong.</p>", "<p>The Green Party won.</p>"),
}

#: rule -> (at fault, in order), each a whole page.
PAGES = {
    "html-frame-name": (
        '<html lang="en"><title>T</title><frameset><frame src="a"></frameset></html>',
        '<html lang="en"><title>T</title><frameset><frame src="a" title="Menu"></frameset></html>',
    ),
    "html-main": ('<html lang="en"><body><h1>x</h1></body></html>', PAGE.format("")),
    "html-main-once": (PAGE.format("</main><main>x"), PAGE.format("")),
    "html-bypass": (
        '<html lang="en"><body><nav><a href="/a">a</a></nav><main>x</main></body></html>',
        '<html lang="en"><body><a href="#m">Skip</a><nav><a href="/a">a</a></nav><main id="m">x</main></body></html>',
    ),
    "html-h1": ('<html lang="en"><body><h2>x</h2></body></html>', PAGE.format("")),
    "html-h1-once": (PAGE.format("<h1>Again</h1>"), PAGE.format("")),
    "html-main-heading": (
        '<html lang="en"><body><nav><h2>Menu</h2></nav><main>x</main></body></html>',
        '<html lang="en"><body><nav>x</nav><main><h1>Menu</h1></main></body></html>',
    ),
    "html-xml-lang": ('<html lang="en" xml:lang="fr"></html>', '<html lang="en" xml:lang="en-GB"></html>'),
    "html-language-page": (
        PAGE.format("<p>Der Rat wird Ihnen den Ausweis schicken und Sie können ihn nutzen, wenn er da ist.</p>"),
        PAGE.format("<p>The council will send you the permit and you can use it from the day that it comes.</p>"),
    ),
    "html-refresh": (
        '<html lang="en"><head><meta http-equiv="refresh" content="5; /b"></head></html>',
        '<html lang="en"><head><meta http-equiv="refresh" content="0; /b"></head></html>',
    ),
    "html-viewport": (
        '<html lang="en"><head><meta name="viewport" content="user-scalable=no"></head></html>',
        '<html lang="en"><head><meta name="viewport" content="width=device-width"></head></html>',
    ),
    "html-title": (
        '<html lang="en"><title>Harvest season</title><body><p>Clementines are sweet</p></body></html>',
        PAGE.format(""),
    ),
    "html-title-once": ('<html lang="en"><title>a</title><title>b</title></html>', PAGE.format("")),
    "html-headings-few": (PAGE.format(f"<p>{'word ' * 401}</p>"), PAGE.format(f"<p>{'word ' * 50}</p>")),
}

EXAMPLES = {rule: (PAGE.format(bad), PAGE.format(good)) for rule, (bad, good) in PIECES.items()} | PAGES
