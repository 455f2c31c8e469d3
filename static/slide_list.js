// The list of the slides of a dossier: a click shows a slide, dragging it moves it, and so do Alt and the arrow keys.
// Every text is set as text, never as markup.

// Whether the keyboard's place is in the list: each run of the page draws the list anew, and the place goes along.
let isHeld = false;

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ol");
  list.setAttribute("aria-label", data.name);
  const move = (from, to) => {
    if (from !== to && to >= 0 && to < data.rows.length) setTriggerValue("moved", { from, to });
  };
  let dragged = null;
  const clear = () => list.querySelectorAll("li").forEach((row) => row.classList.remove("above", "below"));
  const isBelow = (event, row) => {
    const box = row.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };

  const rows = data.rows.map((said, place) => {
    const row = document.createElement("li");
    row.className = said.kind;
    const button = document.createElement("button");
    button.type = "button";
    if (place === data.current) button.setAttribute("aria-current", "true");
    const number = document.createElement("span");
    number.className = "number";
    number.textContent = said.number;
    const title = document.createElement("span");
    title.className = "title";
    title.textContent = said.title;
    button.append(number, title);
    if (said.note) {
      const note = document.createElement("span");
      note.className = "note";
      note.textContent = said.note;
      title.append(document.createElement("br"), note);
    }
    button.onclick = () => setTriggerValue("chosen", place);
    button.onkeydown = (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      if (event.altKey && data.movable) move(place, place + step);
      else list.querySelectorAll("button")[place + step]?.focus();
    };
    row.append(button);
    if (data.movable) {
      row.draggable = true;
      row.ondragstart = (event) => {
        dragged = place;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", said.title);
      };
      row.ondragover = (event) => {
        if (dragged === null) return;
        event.preventDefault();
        clear();
        row.classList.add(isBelow(event, row) ? "below" : "above");
      };
      row.ondrop = (event) => {
        event.preventDefault();
        if (dragged === null) return;
        const gap = place + (isBelow(event, row) ? 1 : 0);
        move(dragged, gap > dragged ? gap - 1 : gap);
        dragged = null;
      };
      row.ondragend = () => {
        dragged = null;
        clear();
      };
    }
    return row;
  });

  const wasHeld = isHeld;
  list.replaceChildren(...rows);
  const until = new AbortController();
  const on = (target, name, act) => target.addEventListener(name, act, { signal: until.signal });
  on(list, "focusin", () => (isHeld = true));
  on(list, "focusout", (event) => {
    if (event.relatedTarget) isHeld = list.contains(event.relatedTarget);
  });
  on(document, "pointerdown", (event) => (isHeld = event.composedPath().includes(list)));
  if (wasHeld) list.querySelectorAll("button")[data.current]?.focus({ preventScroll: true });
  return () => until.abort();
}
