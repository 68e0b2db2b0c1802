"""What a visit leaves behind in a browser, and what it does while the page is drawn."""

STORED = """
async () => {
  const kept = {
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in window ? (await caches.keys()).length : 0,
    workers: navigator.serviceWorker
      ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  };
  return Object.entries(kept).filter(([, value]) => value).map(([name]) => name);
}
"""

# The sum of what moved by itself since the page began: 0 where every place was kept from the start.
SHIFTED = """
() => new Promise((done) => {
  let sum = 0;
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  });
  watch.observe({type: 'layout-shift', buffered: true});
  setTimeout(() => { watch.disconnect(); done(sum); }, 60);
})
"""


def traces(page):
    """Cookies, anything stored, anything that jumped: each as a sentence."""
    found = [f"{page.url}: stored: {kind}" for kind in page.evaluate(STORED)]
    found += [f"{page.url}: cookie: {cookie['name']}" for cookie in page.context.cookies()]
    if shift := shifted(page):
        found.append(f"{page.url} at {page.viewport_size['width']} px: shifted by {shift:.4f}")
    return found


def shifted(page):
    """By how much the page moved; a fault of the page is there when it is opened again."""
    if not page.evaluate(SHIFTED):
        return 0
    page.reload()
    return page.evaluate(SHIFTED)


def listen(context):
    """A list that fills with everything that the console is told: errors, warnings, remarks."""
    said = []
    context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda failure: said.append(f"script: {failure.error}"))
    return said
