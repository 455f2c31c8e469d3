// Keys, clicks at the edges and fingers; what is typed into a field, or chooses in a list, is left alone.
const FIELD =
  'input, textarea, select, [contenteditable="true"], [role="radio"], [role="combobox"], [role="option"], [role="tab"]';

function listenToKeys(presentation) {
  let digits = "";
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const source = event.composedPath()[0];
    const isIn = (selector) => source instanceof Element && source.closest(selector) !== null;
    if (event.key === "Escape") {
      if (!document.querySelector('[role="listbox"]')) presentation.escape();
      return;
    }
    if (isIn(FIELD) || (["Enter", " "].includes(event.key) && !digits && isIn("button, a"))) return;
    if (presentation.wake()) return event.preventDefault();
    if (presentation.walk(event.key)) return event.preventDefault();
    if (/^[0-9]$/.test(event.key)) {
      digits = (digits + event.key).slice(-3);
      presentation.hint(digits);
      return;
    }
    const asked = digits;
    digits = "";
    presentation.hint("");
    const does = {
      ArrowRight: presentation.next,
      PageDown: presentation.next,
      ArrowDown: presentation.down,
      ArrowLeft: presentation.previous,
      PageUp: presentation.previous,
      ArrowUp: presentation.up,
      " ": event.shiftKey ? presentation.previous : presentation.next,
      Home: presentation.first,
      End: presentation.last,
      Enter: asked ? () => presentation.goTo(Number(asked)) : undefined,
      o: presentation.overview,
      q: presentation.filters,
      t: presentation.table,
      l: presentation.link,
      b: presentation.black,
      ".": presentation.black,
      p: presentation.presenter,
      f: presentation.fullScreen,
      "?": presentation.help,
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!does) return;
    event.preventDefault();
    does();
  };

  let touched = null;
  const onTouch = (event) => {
    touched = event.touches.length === 1 ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
  };
  const onLift = (event) => {
    if (!touched) return;
    const across = event.changedTouches[0].clientX - touched.x;
    const along = event.changedTouches[0].clientY - touched.y;
    touched = null;
    if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(along)) return;
    if (across < 0) presentation.next();
    else presentation.previous();
  };
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("touchstart", onTouch, { passive: true });
  window.addEventListener("touchend", onLift, { passive: true });
  return () => {
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("touchstart", onTouch);
    window.removeEventListener("touchend", onLift);
  };
}
