/* „Kopiuj” and „Drukuj”. Without it a text can be selected, and a browser prints by its menu. */
"use strict";

// A block of its own: classic scripts of one page share their names.
{
  async function copied(field) {
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      // An older browser, or an address without https.
      return document.execCommand("copy");
    }
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const said = document.getElementById(`${button.dataset.copy}-said`);
    button.hidden = false;
    button.addEventListener("click", async () => {
      said.textContent = (await copied(field)) ? said.dataset.done : said.dataset.failed;
    });
  }

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
