/* A picture may be dropped on its field, and is shown before it is sent. Without it the field
   chooses a file as any other. */
const SEEN = 640; // pixels: the width of what is shown at once

function dress(input) {
  if (input.closest(".drop") || input.name.includes("__prefix__")) return;
  const zone = document.createElement("div");
  const hint = document.createElement("p");
  const said = document.createElement("p");
  zone.className = "drop";
  hint.textContent = input.dataset.drop;
  said.setAttribute("role", "status");
  input.replaceWith(zone);
  zone.append(input, hint, said);
}

function isTooLarge(file, input) {
  return file.size > Number(input.dataset.most);
}

function tell(input) {
  const [file] = input.files;
  const said = input.closest(".drop").querySelector("[role=status]");
  const tooLarge = file && isTooLarge(file, input);
  said.textContent = tooLarge ? input.dataset.large : "";
  said.dataset.kind = tooLarge ? "error" : "";
  if (file && !tooLarge) show(file, input);
}

/* On a canvas: the desk's policy admits no picture from outside, not even from this disk. */
async function show(file, input) {
  const look = input.closest(".inline-related").querySelector(".look");
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { resizeWidth: SEEN, resizeQuality: "medium" });
  } catch {
    return; // the server will say what is wrong with it
  }
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  look.replaceChildren(canvas);
  look.dispatchEvent(new Event("picture:shown", { bubbles: true }));
}

function zoneOf(event) {
  return event.target instanceof Element ? event.target.closest(".drop") : null;
}

function over(event) {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  zone.dataset.over = "";
}

function leave(event) {
  const zone = zoneOf(event);
  if (zone && !zone.contains(event.relatedTarget)) delete zone.dataset.over;
}

function drop(event) {
  const zone = zoneOf(event);
  if (!zone) return;
  event.preventDefault();
  delete zone.dataset.over;
  const input = zone.querySelector("input[type=file]");
  const [file] = event.dataTransfer.files;
  if (!file) return;
  const one = new DataTransfer();
  one.items.add(file);
  input.files = one.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

const FIELDS = "input[type=file][data-drop]";
document.querySelectorAll(FIELDS).forEach(dress);
document.addEventListener("formset:added", ({ target }) => target.querySelectorAll(FIELDS).forEach(dress));
document.addEventListener("change", ({ target }) => target.matches(FIELDS) && tell(target));
document.addEventListener("dragover", over);
document.addEventListener("dragleave", leave);
document.addEventListener("drop", drop);
