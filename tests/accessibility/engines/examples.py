"""For each probe one page that breaks its rule and one, alike, that keeps it; the bodies only."""

LONG = "Bins are emptied every other week, and we tell you when that changes. " * 3
SMALL = "<button style='width:12px;height:12px;padding:0;margin:{}px'></button>"
DUE = "<p class=h>Tax<span class=t> is due in May</span></p>"
FIELD = "<input id=i aria-label=Name>" + "".join(f"<a href=/{number}>Go to {number}</a>" for number in range(6))
COLUMN = (
    '<div style="display:flex;flex-direction:{}"><a href="/a">One</a>'
    '<div style="height:600px"></div><a href="/b">Two</a></div>'
)

#: probe -> (breaks it, keeps it)
EXAMPLES = {
    "small-text": ('<p style="font-size:9px">Read me</p>', '<p style="font-size:14px">Read me</p>'),
    "justified-text": (f'<p style="text-align:justify">{LONG}</p>', f"<p>{LONG}</p>"),
    "long-italics": (f"<p><em>{LONG}</em></p>", "<p>One <em>word</em> of many</p>"),
    "css-capitals": (
        '<p style="text-transform:uppercase">Pay your council tax</p>',
        '<p style="text-transform:uppercase">Beta</p>',
    ),
    "tight-lines": (
        f'<p style="line-height:1.1;width:300px">{LONG}</p>',
        f'<p style="line-height:1.5;width:300px">{LONG}</p>',
    ),
    "text-direction": ("<p>یہ صفحہ اردو میں ہے اور دائیں سے</p>", '<p dir="rtl">یہ صفحہ اردو میں ہے اور دائیں سے</p>'),
    "looks-like-heading": (f"<p><b>Opening hours</b></p><p>{LONG}</p>", f"<h2>Opening hours</h2><p>{LONG}</p>"),
    "text-in-css": (
        "<style>.n::before{content:'Important: '}</style><p class=n>Pay</p>",
        "<style>.n::before{content:'• '}</style><p class=n>Pay</p>",
    ),
    "link-by-colour": (
        '<p style="color:#333">Please <a style="color:#334;text-decoration:none" href="/a">apply</a> before May.</p>',
        '<p style="color:#333">Please <a style="color:#334" href="/a">apply</a> before May.</p>',
    ),
    "target-too-small": (f"{SMALL.format(0)}{SMALL.format(0)}", f"{SMALL.format(40)}<button>Send</button>"),
    "hover-content": (
        f"<style>.t{{display:none}}.h:hover .t{{display:block}}</style>{DUE}",
        f"<style>.h:hover{{color:red}}</style>{DUE}",
    ),
    "moving-content": (
        "<style>@keyframes m{to{margin-left:99px}}p{animation:m 1s infinite}</style><p>News</p>",
        "<style>@keyframes m{to{margin-left:99px}}p{animation:m 1s 2}</style><p>News</p>",
    ),
    "mouse-only": (
        "<div id=d>Show more</div><script>d.addEventListener('click', () => 0)</script>",
        "<button id=d>Show more</button><script>d.addEventListener('click', () => 0)</script>",
    ),
    "positive-tabindex": ('<a href="/a" tabindex="3">One</a>', '<a href="/a" tabindex="0">One</a>'),
    "text-spacing": (
        f'<div style="width:300px;height:180px;overflow:hidden;font:16px/1.2 sans-serif">{LONG}</div>',
        f'<div style="width:300px;overflow:hidden;font:16px/1.2 sans-serif">{LONG}</div>',
    ),
    "text-resize": (
        f'<div style="width:600px;height:80px;background:#eee">{LONG}</div>',
        f'<div style="width:600px;min-height:80px;background:#eee">{LONG}</div>',
    ),
    "reflow": ('<div style="width:600px">Wide</div>', '<div style="max-width:600px">Wide</div>'),
    "focus-not-visible": (
        '<a href="/a" style="outline:none">One</a>',
        '<style>a:focus-visible{background:gold}</style><a href="/a" style="outline:none">One</a>',
    ),
    "keyboard-trap": (
        f"{FIELD}<script>i.addEventListener('keydown', e => e.key === 'Tab' && e.preventDefault())</script>",
        FIELD,
    ),
    "jumping-focus": (COLUMN.format("column-reverse"), COLUMN.format("column")),
}
