/* The note on a phone loses nothing without a connection: what is typed stays on the device until
   the server says that it is saved. Without this script the form is sent as any other. */
"use strict";

{
  const AGAIN = 15_000; // milliseconds until the next try
  const PATIENCE = 90_000; // milliseconds for one try: a photograph on a weak signal takes long
  const device = window.noteDevice;
  const form = document.querySelector("form[data-note]");

  function start() {
    const key = device.key(form.dataset.person, form.dataset.note);
    const words = form.dataset;
    let waiting = ""; // the button that was pressed, while its sending has not come to an end
    let isTried = false; // whether the server may have got what stands here under this key
    let isSending = false;
    let isDone = false;
    let timer;

    /* What is kept */

    const typed = () =>
      [...new FormData(form)].filter(
        ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken",
      );

    function say(text) {
      const line = form.querySelector("[data-note-line]");
      if (line.textContent !== text) line.textContent = text;
    }

    function hour(moment) {
      const then = new Date(moment);
      const time = `${then.getHours()}.${String(then.getMinutes()).padStart(2, "0")}`;
      const isToday = then.toDateString() === new Date().toDateString();
      return isToday ? time : `${time} (${then.getDate()}.${String(then.getMonth() + 1).padStart(2, "0")})`;
    }

    function keep() {
      const now = Date.now();
      const copy = { at: now, fields: typed(), waiting, isTried };
      return device.write(key, copy) ? words.heldHere.replace("%s", hour(now)) : words.noRoom;
    }

    function changed(event) {
      if (isDone || event?.target.closest?.("[data-search]")) return;
      // The server may have saved what stood here before: this is another sending.
      if (isTried && !isSending) {
        isTried = false;
        form.elements._key.value = crypto.randomUUID();
      }
      if (!isSending && waiting) stopWaiting();
      say(keep());
    }

    async function photoChanged(input) {
      const isKept = await device.writePhoto(key, input.files[0] ?? null);
      if (!isKept) say(words.noPhoto);
    }

    function stopWaiting() {
      waiting = "";
      clearTimeout(timer);
    }

    /* Sending */

    async function send(button) {
      if (isSending || isDone) return;
      waiting = button;
      isTried = true;
      keep();
      if (!navigator.onLine) return wait(words.offline);
      isSending = form.inert = true; // what is typed now would not be in it
      say(words.sending);
      try {
        await answered(await post(button), button);
      } catch {
        wait(navigator.onLine ? words.silent : words.offline);
      } finally {
        isSending = form.inert = false;
      }
    }

    function post(button) {
      const body = new FormData(form);
      body.set(button, "1");
      return fetch(form.action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(PATIENCE),
      });
    }

    /* Saved; or something that the browser is to show: what is wrong, who was quicker, the log-in. */
    async function answered(answer, button) {
      if (answer.status >= 500) throw new Error(answer.statusText);
      const isSaved = answer.ok && answer.headers.get("Content-Type")?.includes("json");
      if (!isSaved) return sendPlainly(button);
      const { url } = await answer.json();
      isDone = true;
      await device.forget(key);
      location.assign(url);
    }

    function sendPlainly(button) {
      const pressed = document.createElement("input");
      pressed.type = "hidden";
      pressed.name = button;
      pressed.value = "1";
      form.append(pressed);
      isDone = true;
      stopWaiting();
      device.write(key, { at: Date.now(), fields: typed(), waiting: "", isTried });
      form.submit();
    }

    function wait(why) {
      say(why);
      keep();
      clearTimeout(timer);
      timer = setTimeout(() => waiting && send(waiting), AGAIN);
    }

    /* Back again */

    async function restore(copy) {
      const body = new FormData();
      for (const [name, value] of copy.fields) body.append(name, value);
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      const page = await shown(body);
      page.elements.csrfmiddlewaretoken.value = form.elements.csrfmiddlewaretoken.value;
      form.replaceChildren(...page.childNodes);
      const sent = copy.fields.find(([name]) => name === "_key");
      if (sent) form.elements._key.value = sent[1];
      await restorePhoto();
      document.dispatchEvent(new CustomEvent("note:shown"));
    }

    async function restorePhoto() {
      const file = await device.readPhoto(key);
      const input = form.querySelector("input[type=file]");
      if (!file || !input) return;
      const carried = new DataTransfer();
      carried.items.add(file);
      input.files = carried.files;
      input.closest("details").open = true;
      form.dispatchEvent(new CustomEvent("formset:added", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /* The form as the server draws it with these fields; nothing is saved. */
    async function shown(body, what = "1") {
      body.set("_show", what);
      const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("form[data-note]");
      if (!answer.ok || !found) throw new Error(answer.statusText);
      return found;
    }

    async function comeBack() {
      const copy = device.read(key);
      if (!copy?.fields) return;
      try {
        await restore(copy);
      } catch {
        return say(words.silent);
      }
      const strip = document.querySelector("[data-note-back]");
      strip.querySelector("[data-note-back-line]").textContent = words.restored.replace("%s", hour(copy.at));
      strip.hidden = false;
      isTried = copy.isTried;
      if (copy.waiting) send(copy.waiting);
    }

    /* One part drawn anew: names recognised, a row more */

    async function redraw(button) {
      const part = button.closest("[data-part]");
      const before = JSON.stringify(typed());
      const body = new FormData(form);
      body.delete("photo-upload");
      let page;
      try {
        page = await shown(body, button.value);
      } catch {
        return say(words.noPart);
      }
      if (before !== JSON.stringify(typed())) return redraw(button);
      replace(part, page);
      say(keep());
    }

    function replace(part, page) {
      const drawn = page.querySelector(`[data-part="${part.dataset.part}"]`);
      const wasOpen = part.open;
      part.replaceWith(drawn);
      if (wasOpen) drawn.open = true;
      for (const input of page.querySelectorAll("input[type=hidden][name*=_FORMS]")) {
        form.elements[input.name].value = input.value;
      }
      document.dispatchEvent(new CustomEvent("note:shown", { detail: drawn }));
    }

    /* What happens on the page */

    form.addEventListener("input", changed);
    form.addEventListener("change", (event) => {
      if (event.target.type === "file") photoChanged(event.target);
      changed(event);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = event.submitter?.name || "_save";
      if (name === "_show") return redraw(event.submitter);
      send(name);
    });
    addEventListener("online", () => waiting && send(waiting));
    document.querySelector("[data-note-forget]").addEventListener("click", async () => {
      isDone = true;
      await device.forget(key);
      location.replace(form.action);
    });

    begin(key, comeBack);
  }

  async function begin(key, comeBack) {
    document.querySelector("[data-note-device]").hidden = false;
    const address = new URL(location.href);
    await device.purge(Date.now());
    if (address.searchParams.has("zapisano")) {
      await device.forget(key);
      address.searchParams.delete("zapisano");
      history.replaceState(null, "", address);
    } else if (form.dataset.sent === undefined) {
      await comeBack();
    }
    form.dataset.ready = "";
  }

  if (form && device) start();
}
