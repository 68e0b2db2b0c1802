/* The point of a picture that must stay seen is chosen by a click on it. Without it the two
   number fields below say the same. */
function numbersOf(look) {
  const row = look.closest(".inline-related");
  return ["focal_x", "focal_y"].map((name) => row.querySelector(`input[name$="-${name}"]`));
}

/* The picture, whether stored or just chosen, inside a frame with the mark. */
function framed(look) {
  const shown = look.querySelector("img, canvas");
  if (!shown || shown.parentElement.classList.contains("look-frame")) return;
  const frame = document.createElement("span");
  const mark = document.createElement("span");
  frame.className = "look-frame";
  mark.className = "look-point";
  shown.replaceWith(frame);
  frame.append(shown, mark);
  const hint = document.createElement("p");
  hint.textContent = look.dataset.focal;
  frame.after(hint);
  point(look);
}

function point(look) {
  const mark = look.querySelector(".look-point");
  const [x, y] = numbersOf(look);
  if (!mark || !x || !y) return;
  mark.style.insetInlineStart = `${x.value || 50}%`;
  mark.style.insetBlockStart = `${y.value || 50}%`;
}

function choose(event) {
  const frame = event.target.closest(".look-frame");
  if (!frame) return;
  const look = frame.closest(".look");
  const box = frame.getBoundingClientRect();
  const places = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  numbersOf(look).forEach((field, index) => {
    if (!field) return;
    field.value = Math.round(100 * Math.min(Math.max(places[index], 0), 1));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

document.addEventListener("click", choose);
document.addEventListener("input", ({ target }) => {
  if (!/-focal_[xy]$/.test(target.name)) return;
  point(target.closest(".inline-related").querySelector(".look"));
});
document.addEventListener("picture:shown", ({ target }) => framed(target));
document.querySelectorAll(".look").forEach(framed);
