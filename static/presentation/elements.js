// The parts of which the controls are made. Every text is set as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, action, className) {
  const made = element("button", className, text);
  made.type = "button";
  made.onclick = (event) => {
    // A click of the pointer leaves the keys to the presentation; a button reached by Tab keeps the focus.
    if (event.detail > 0) made.blur();
    action();
  };
  return made;
}

function qrCode(code, name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `0 0 ${code.side} ${code.side}`);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", name);
  drawing.setAttribute("shape-rendering", "crispEdges");
  const squares = document.createElementNS(SVG, "path");
  squares.setAttribute("d", code.path);
  drawing.append(squares);
  return drawing;
}
