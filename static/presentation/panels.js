// What opens above the slide: all slides, the link with its QR code, the list of keys.
function createOverview(slides, words, choose) {
  const panel = element("div", "overview");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", words.overview);
  const columns = Math.ceil(Math.sqrt(slides.length));
  const buttons = slides.map((slide) => {
    const made = button("", () => choose(slide.number));
    made.append(element("span", "number", slide.number || ""), element("span", "title", slide.title));
    made.setAttribute("aria-label", slide.label);
    return made;
  });
  panel.append(...buttons);

  const boxes = () => {
    const rows = Math.ceil(slides.length / columns);
    const edge = 12;
    const width = (window.innerWidth - edge) / columns;
    const height = (window.innerHeight - edge) / rows;
    return slides.map((slide, place) => {
      const left = edge + (place % columns) * width;
      const top = edge + Math.floor(place / columns) * height;
      return { number: slide.number, cell: { left, top, width: width - edge, height: height - edge } };
    });
  };
  return {
    panel,
    place(current) {
      const caption = 26;
      return boxes().map(({ number, cell }, place) => {
        Object.assign(buttons[place].style, {
          left: `${cell.left}px`,
          top: `${cell.top}px`,
          width: `${cell.width}px`,
          height: `${cell.height}px`,
        });
        buttons[place].toggleAttribute("aria-current", number === current);
        return { number, box: { ...cell, height: cell.height - caption } };
      });
    },
    focus(number) {
      buttons[slides.findIndex((slide) => slide.number === number)]?.focus();
    },
    // Arrow keys walk through the grid.
    walk(key) {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key];
      if (!step) return false;
      buttons[buttons.indexOf(panel.getRootNode().activeElement) + step]?.focus();
      return true;
    },
  };
}

function createDialog(name, words, close) {
  const panel = element("div", "dialog");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", name);
  panel.tabIndex = -1;
  const content = element("div", "content");
  panel.append(element("h2", "", name), content, button(words.close, close, "close"));
  return { panel, content };
}

function fillLink(content, slide, controls, words) {
  const address = element("a", "address", slide.link);
  address.href = slide.link;
  const parts = [address];
  if (slide.code) parts.unshift(qrCode(slide.code, slide.link));
  if (controls.is_here_only) parts.push(element("p", "note", words.here_only));
  content.replaceChildren(...parts);
}

function fillKeys(content, words) {
  const list = element("dl", "keys");
  for (const { keys, does } of words.keys) list.append(element("dt", "", keys), element("dd", "", does));
  content.replaceChildren(list);
}
