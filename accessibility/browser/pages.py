"""Open pages in Chromium, closed off from every other site."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from accessibility.browser.executable import chromium, environment

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
TIMEOUT_MS = 15_000
#: What an audit never needs: no rule looks into fonts and films, and they take time.
NOT_NEEDED = ["*.woff", "*.woff2", "*.ttf", "*.otf", "*.mp4", "*.webm", "*.mp3"]
HEIGHT = 900
FORGET = "() => { window.name = ''; try { sessionStorage.clear(); } catch { /* a page that may keep nothing */ } }"


class NoBrowser(RuntimeError):  # noqa: N818 - a state of the machine, not a mistake
    """There is no Chromium on this machine: browser checks are not run."""


class NotAudited(RuntimeError):  # noqa: N818 - an answer, never counted as clean
    """The page did not show itself: a wrong status, another address, no answer in time."""


def own_hosts() -> set[str]:
    """Return the hosts that an audit may open: this machine and the site itself."""
    return {"127.0.0.1", "localhost", urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "127.0.0.1"}


def launch(playwright: Playwright) -> Browser:
    """Start Chromium. Raises :class:`NoBrowser` when there is none."""
    program = chromium()
    if program is None:
        raise NoBrowser("No Chromium was found. Install one, or set WAYMARK_CHROMIUM to its path.")
    return playwright.chromium.launch(
        executable_path=str(program), args=arguments_for(program), env=dict(environment(program))
    )


def arguments_for(program: Path) -> list[str]:
    """Return the arguments for ``program``: no name outside this machine and this site is ever resolved."""
    excluded = "".join(f" , EXCLUDE {host}" for host in sorted(own_hosts()))
    arguments = [*ARGUMENTS, f"--host-resolver-rules=MAP * ~NOTFOUND{excluded}"]
    return [*arguments, "--headless=shell"] if program.parent.name == "chromium" else arguments


@contextmanager
def page_in(
    browser: Browser,
    url: str,
    *,
    width: int = 1280,
    forced_colors: bool = False,
    java_script: bool = True,
    timeout_ms: int = TIMEOUT_MS,
) -> Iterator[Page]:
    """Open ``url`` at ``width`` CSS pixels in a fresh context: no cookie, no cache, no login; dialogs are dismissed.

    What takes longer than ``timeout_ms`` raises Playwright's TimeoutError.
    """
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        forced_colors="active" if forced_colors else "none",
        reduced_motion="reduce",
        java_script_enabled=java_script,
        service_workers="block",
        accept_downloads=False,
    )
    try:
        context.set_default_timeout(timeout_ms)
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.on("popup", lambda popup: popup.close())
        page.goto(url, wait_until="load")
        yield page
    finally:
        context.close()


@contextmanager
def audit_page_in(browser: Browser, url: str, *, width: int = 1280) -> Iterator[Page]:
    """Open ``url`` in the one tab that an audit browser keeps: a new one would cost more time than all rules together.

    Cookies and what a page keeps for its tab are thrown away between two pages. Dialogs are dismissed and windows that
    the page opens are closed. After anything that went wrong the tab is closed too, and the next page gets a new one.
    """
    context = browser.contexts[0] if browser.contexts else audit_context(browser)
    context.clear_cookies()
    try:
        page = _opened(context, url, width)
        yield page
        page.evaluate(FORGET)
    except BaseException:
        _close_tabs(context)
        raise


def _opened(context: BrowserContext, url: str, width: int) -> Page:
    """Open ``url`` in the tab that is kept, and in a new one where what ran in that tab breaks the going off."""
    page = context.pages[0] if context.pages else audit_tab(context)
    try:
        return _go(page, url, width)
    except PlaywrightError as error:
        if "ERR_ABORTED" not in error.message:
            raise
    _close_tabs(context)
    return _go(audit_tab(context), url, width)


def _go(page: Page, url: str, width: int) -> Page:
    if page.viewport_size != (wanted := ViewportSize(width=width, height=HEIGHT)):
        page.set_viewport_size(wanted)
    if page.url.split("#")[0] == url.split("#", maxsplit=1)[0]:
        page.goto("about:blank")  # else a fragment would only scroll the page that is open
    page.goto(url, wait_until="load")
    return page


def _close_tabs(context: BrowserContext) -> None:
    for tab in context.pages:
        tab.close()


def audit_context(browser: Browser) -> BrowserContext:
    """Return a new context for audits: no login, no downloads, still pictures, no worker that answers for the page."""
    context = browser.new_context(reduced_motion="reduce", service_workers="block", accept_downloads=False)
    context.set_default_timeout(TIMEOUT_MS)
    # As a browser that blocks pop-ups: windows that open windows would come quicker than they can be closed.
    context.add_init_script("window.open = () => null;")
    return context


def audit_tab(context: BrowserContext) -> Page:
    """Return a new tab for audits. A page that asks whether to stay is left all the same."""
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss())
    page.on("popup", lambda popup: popup.close())
    context.new_cdp_session(page).send("Network.setBlockedURLs", {"urls": NOT_NEEDED})
    return page


@contextmanager
def open_page(url: str, width: int = 1280, *, forced_colors: bool = False, java_script: bool = True) -> Iterator[Page]:
    """Open one page in a Chromium of its own. Raises :class:`NoBrowser`."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            with page_in(browser, url, width=width, forced_colors=forced_colors, java_script=java_script) as page:
                yield page
        finally:
            browser.close()
