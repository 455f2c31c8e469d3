// Shows one slide at a time, draws its picture when it is first seen, and answers keys, buttons and fingers.
// Texts reach the page as textContent only.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const slides = [...document.querySelectorAll(".slide")];
  const last = slides.length - 1;
  const words = JSON.parse(byId("words").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const overview = byId("overview");
  const keys = byId("keys");
  const black = byId("black");
  const tip = byId("tip");
  const NARROW = 640, LEAST_WIDTH = 440, MOST_WIDTH = 900, LEAST_SCALE = 0.85;
  const USUAL_TYPE = 13, LARGEST_TYPE = 1.65;
  let current = 0;
  let typed = "";
  let forgetting = 0;

  const between = (least, value, most) => Math.min(most, Math.max(least, value));
  const titleOf = (slide) => slide.getAttribute("aria-label");

  // Plotly leaves its own label out where an enlarged figure is too low for it; ours always finds room.
  const tell = ({ points: [point], event }) => {
    const held = point.hovertext ?? point.data.hovertext ?? point.data.text;
    const said = Array.isArray(held) ? held[point.pointNumber ?? 0] : held;
    if (!said) return;
    const read = (line) => new DOMParser().parseFromString(line, "text/html").body.textContent;
    tip.replaceChildren(...String(said).split("<br>").map((line) => {
      const shown = document.createElement("div");
      shown.textContent = read(line);
      return shown;
    }));
    tip.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = tip;
    const beside = event.clientX + 18 + width < innerWidth ? event.clientX + 18 : event.clientX - 18 - width;
    tip.style.left = `${between(4, beside, innerWidth - width - 4)}px`;
    tip.style.top = `${between(4, event.clientY + 14, innerHeight - height - 4)}px`;
  };

  // A figure is drawn at a width that suits its height and then enlarged, so that its type fills the screen; its type
  // stays below that of titles.
  const draw = (slide) => {
    const place = slide.querySelector(".live");
    if (!place) return;
    place.style.minHeight = "";
    const { clientWidth: width, clientHeight: height } = place;
    const theme = dark.matches ? "dark" : "light";
    const wanted = [theme, width, height].join();
    if (place.dataset.drawn === wanted) return;
    const held = JSON.parse(byId(slide.id.replace("slide", "figure")).textContent);
    const figure = held[theme];
    const high = figure.layout.height;
    const isNarrow = width < NARROW;
    const most = (LARGEST_TYPE * parseFloat(getComputedStyle(slide).fontSize)) / USUAL_TYPE;
    const suiting = between(LEAST_WIDTH, (high * width) / height, Math.min(width, MOST_WIDTH));
    const across = isNarrow ? width : Math.max(width / most, suiting);
    const scale = isNarrow ? 1 : Math.max(LEAST_SCALE, Math.min(width / across, height / high));
    const plot = place.firstElementChild ?? place.appendChild(document.createElement("div"));
    plot.className = "plot";
    plot.style.width = `${across}px`;
    plot.style.height = `${high}px`;
    plot.style.transform = `scale(${scale})`;
    plot.style.top = `${isNarrow ? 0 : Math.max(0, (height - high * scale) * 0.4)}px`;
    place.style.minHeight = `${high * scale}px`;
    const layout = { ...figure.layout, width: across, height: high, autosize: false };
    const isNew = !plot.data;
    Plotly.react(plot, figure.data, layout, held.config);
    if (isNew) {
      plot.on("plotly_hover", tell);
      plot.on("plotly_unhover", () => { tip.hidden = true; });
    }
    place.dataset.drawn = [theme, place.clientWidth, place.clientHeight].join();
  };

  const prepare = () => {
    draw(slides[current]);
    const soon = window.requestIdleCallback ?? ((task) => setTimeout(task, 100));
    soon(() => { if (current < last) draw(slides[current + 1]); });
  };

  const show = (number, remember = true) => {
    const wasInside = slides[current].contains(document.activeElement);
    current = between(0, number, last);
    tip.hidden = true;
    slides.forEach((slide, place) => {
      slide.classList.toggle("current", place === current);
      slide.inert = place !== current;
    });
    const said = words.place.replace("{n}", current).replace("{all}", last).replace("{title}", () => titleOf(slides[current]));
    byId("spoken").textContent = said;
    byId("place").textContent = `${current} / ${last}`;
    byId("done").style.width = `${(100 * current) / Math.max(1, last)}%`;
    byId("to-previous").disabled = current === 0;
    byId("to-next").disabled = current === last;
    if (wasInside || document.activeElement === document.body) slides[current].focus({ preventScroll: true });
    slides[current].scrollTop = 0;
    if (remember) history.replaceState(null, "", `#${current}`);
    prepare();
  };

  const asked = () => (/^#\d{1,4}$/.test(location.hash) ? Number(location.hash.slice(1)) : 0);

  const openOverview = () => {
    const grid = overview.querySelector(".grid");
    grid.replaceChildren(...slides.map((slide, number) => {
      const button = document.createElement("button");
      const picture = document.createElement("span");
      const still = slide.querySelector(".still img");
      picture.className = still ? "small" : "small none";
      if (still) picture.style.backgroundImage = `url(${still.src})`;
      else picture.textContent = number;
      const title = document.createElement("span");
      title.textContent = `${number} · ${titleOf(slide)}`;
      button.type = "button";
      button.append(picture, title);
      if (number === current) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => { overview.close(); show(number); });
      return button;
    }));
    overview.showModal();
    grid.children[current].focus();
  };

  const moveInOverview = (step) => {
    const buttons = [...overview.querySelectorAll(".grid button")];
    const here = Math.max(0, buttons.indexOf(document.activeElement));
    buttons[between(0, here + step, buttons.length - 1)].focus();
  };

  const blacken = (isBlack) => {
    black.hidden = !isBlack;
    if (isBlack) byId("spoken").textContent = words.black;
  };

  const fullScreen = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  };

  const remember = (digit) => {
    typed = (typed + digit).slice(-4);
    byId("place").textContent = `→ ${typed}`;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => { typed = ""; byId("place").textContent = `${current} / ${last}`; }, 4000);
  };

  const goToTyped = () => {
    clearTimeout(forgetting);
    const number = Number(typed);
    typed = "";
    show(number);
  };

  const scrolls = () => slides[current].scrollHeight > slides[current].clientHeight + 4;
  const steps = {
    ArrowRight: () => show(current + 1),
    ArrowLeft: () => show(current - 1),
    PageDown: () => show(current + 1),
    PageUp: () => show(current - 1),
    Home: () => show(0),
    End: () => show(last),
    o: openOverview,
    b: () => blacken(true),
    f: fullScreen,
    "?": () => keys.showModal(),
  };

  const inOverview = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -9999, End: 9999 };

  const answer = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!black.hidden) { blacken(false); return true; }
    if (overview.open) {
      if (key === "o") overview.close();
      else if (key in inOverview) moveInOverview(inOverview[key]);
      else return false;
      return true;
    }
    if (keys.open) return false;
    const isControl = event.target.closest?.("button, a, summary");
    const isTable = event.target.closest?.(".wide") && key.startsWith("Arrow");
    if (isTable) return false;
    if (/^\d$/.test(key)) { remember(key); return true; }
    if (key === "Enter" && typed) { goToTyped(); return true; }
    if (key === " " && !isControl) { show(current + (event.shiftKey ? -1 : 1)); return true; }
    if ((key === "ArrowDown" || key === "ArrowUp") && !scrolls()) { show(current + (key === "ArrowDown" ? 1 : -1)); return true; }
    if (!(key in steps)) return false;
    steps[key]();
    return true;
  };

  document.addEventListener("keydown", (event) => { if (answer(event)) event.preventDefault(); });
  black.addEventListener("click", () => blacken(false));
  byId("to-previous").addEventListener("click", () => show(current - 1));
  byId("to-next").addEventListener("click", () => show(current + 1));
  byId("to-overview").addEventListener("click", openOverview);
  byId("to-fullscreen").addEventListener("click", fullScreen);
  byId("to-help").addEventListener("click", () => keys.showModal());
  for (const dialog of [overview, keys]) {
    dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  }

  let start = null;
  document.addEventListener("touchstart", (event) => {
    start = event.touches.length === 1 && !event.target.closest(".wide") ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!start || overview.open || keys.open) return;
    const across = event.changedTouches[0].clientX - start.clientX;
    const down = event.changedTouches[0].clientY - start.clientY;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) show(current + (across < 0 ? 1 : -1));
  }, { passive: true });

  let resizing = 0;
  window.addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(prepare, 150); });
  window.addEventListener("hashchange", () => show(asked(), false));
  dark.addEventListener("change", prepare);
  document.documentElement.classList.add("js");
  show(asked());
  document.fonts?.ready.then(prepare);
})();
