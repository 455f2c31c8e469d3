// A presentation: which slide is shown, in this window and in the other one of the same dossier.
export default function ({ data, parentElement }) {
  const { controls, words } = data;
  const { slides } = controls;
  const host = parentElement.querySelector("section");
  const isPresenter = controls.role === "presenter";
  parentElement.stop?.();

  const numberIn = (text) => slides.find((slide) => String(slide.number) === text)?.number;
  const state = {
    current: numberIn(new URL(location.href).searchParams.get("slide")) ?? controls.start,
    isBlack: false,
    open: null,
  };
  const stage = createStage(slides);
  const channel = new BroadcastChannel(`presentation:${controls.name}`);
  const at = () => slides[state.current];

  const tell = () => channel.postMessage({ slide: state.current, isBlack: state.isBlack });
  const open = (what) => {
    state.open = state.open === what ? null : what;
    draw();
    if (state.open === "overview") overview.focus(state.current);
    else if (state.open === "help" || state.open === "link") dialogs[state.open].panel.focus();
    else if (state.open) panelOfSlide()?.querySelector('[tabindex="0"], input, button, [role="combobox"]')?.focus();
  };
  const show = (number) => {
    state.open = null;
    const isNew = number !== state.current;
    state.current = number;
    draw();
    if (!isNew) return;
    spoken.textContent = at().label;
    const address = new URL(location.href);
    address.searchParams.set("slide", number);
    history.replaceState(history.state, "", address);
  };
  const goTo = (number) => {
    const last = slides.length - 1;
    show(Math.min(Math.max(number, 0), last));
    tell();
  };
  const panelName = () =>
    ({ filters: `filters_of_${state.current}`, table: `table_of_${state.current}` })[state.open] ?? null;
  const panelOfSlide = () => document.querySelector(`.st-key-${panelName()}`);

  const presentation = {
    next: () => goTo(state.current + 1),
    previous: () => goTo(state.current - 1),
    down: () => stage.move(state.current, 1) || presentation.next(),
    up: () => stage.move(state.current, -1) || presentation.previous(),
    first: () => goTo(0),
    last: () => goTo(slides.length - 1),
    goTo,
    overview: () => open("overview"),
    filters: () => at().has_filters && !isPresenter && open("filters"),
    table: () => at().has_table && !isPresenter && open("table"),
    link: () => open("link"),
    help: () => open("help"),
    black: () => {
      state.isBlack = !state.isBlack;
      draw();
      tell();
    },
    wake: () => {
      if (!state.isBlack || isPresenter) return false;
      presentation.black();
      return true;
    },
    walk: (key) => state.open === "overview" && overview.walk(key),
    escape: () => {
      if (state.isBlack) return presentation.black();
      if (state.open) open(state.open);
      parentElement.activeElement?.blur();
    },
    presenter: () => {
      const address = new URL(controls.presenter, location.href);
      address.searchParams.set("slide", state.current);
      window.open(address, "presenter", "popup,width=1280,height=800");
    },
    fullScreen: () =>
      document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
    hint: (text) => {
      hint.textContent = text ? `${words.go_to} ${text}` : "";
    },
  };

  const tooltip = createTooltip();
  const overview = createOverview(slides, words, goTo);
  const dialogs = {
    help: createDialog(words.help, words, () => open("help")),
    link: createDialog(words.link, words, () => open("link")),
  };
  fillKeys(dialogs.help.content, words);
  const spoken = element("div", "spoken");
  spoken.setAttribute("aria-live", "polite");
  const hint = element("div", "hint");
  const more = element("div", "more", "↓");
  more.setAttribute("aria-hidden", "true");
  const black = element("div", "black");
  black.append(element("p", "spoken", words.black_screen));
  black.onclick = presentation.wake;
  const line = element("div", "line");
  line.setAttribute("role", "progressbar");
  line.setAttribute("aria-label", words.progress);
  line.setAttribute("aria-valuemin", 0);
  line.setAttribute("aria-valuemax", slides.length - 1);
  const done = element("div", "done");
  line.append(done);
  const number = element("div", "page");
  const edges = [["left", presentation.previous], ["right", presentation.next]].map(([side, action]) => {
    const edge = element("div", `edge ${side}`);
    edge.onclick = action;
    return edge;
  });
  const bar = element("div", "bar");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.controls);
  const leave = element("a", "", words.leave);
  leave.href = controls.leave;
  const filters = button(words.filters, presentation.filters);
  const table = button(words.table, presentation.table);
  bar.append(
    button(words.previous, presentation.previous),
    button(words.next, presentation.next),
    button(words.overview, presentation.overview),
    filters,
    table,
    button(words.link, presentation.link),
    button(words.presenter, presentation.presenter),
    button(words.black, presentation.black),
    button(words.full_screen, presentation.fullScreen),
    button(words.help, presentation.help),
    leave,
  );
  const presenter = isPresenter ? createPresenter(controls, words, presentation) : null;
  const notices = controls.notices.map((text) => {
    const notice = element("div", "notice");
    notice.setAttribute("role", "alert");
    notice.append(element("p", "", text), button(words.close, () => notice.remove()));
    return notice;
  });
  const seen = isPresenter ? [presenter.view] : [...edges, line, number, more, bar];
  host.replaceChildren(
    element("h1", "spoken", controls.title), ...seen, hint, overview.panel, dialogs.help.panel, dialogs.link.panel,
    ...notices, tooltip.tip, black, spoken,
  );

  function onScroll() {
    more.hidden = isPresenter || state.open === "overview" || !stage.isLonger(state.current);
  }

  function draw() {
    const slide = at();
    tooltip.hide();
    overview.panel.hidden = state.open !== "overview";
    for (const name of ["help", "link"]) dialogs[name].panel.hidden = state.open !== name;
    if (state.open === "link") fillLink(dialogs.link.content, slide, controls, words);
    black.hidden = !state.isBlack || isPresenter;
    filters.hidden = !slide.has_filters;
    table.hidden = !slide.has_table;
    done.style.width = `${(100 * state.current) / Math.max(1, slides.length - 1)}%`;
    line.setAttribute("aria-valuenow", state.current);
    number.textContent = state.current ? `${state.current} / ${slides.length - 1}` : "";
    if (presenter) presenter.view.hidden = state.open === "overview";
    const isOver = state.open === "overview";
    const placed = isOver
      ? overview.place(state.current)
      : presenter
        ? presenter.show(slide, slides[state.current + 1], state.isBlack)
        : [{ number: state.current, box: wholeScreen() }];
    stage.show(placed, { panel: panelName(), still: isOver || isPresenter });
    for (const one of placed) stage.name(one.number);
    more.hidden = true;
    // Asking for sizes makes the browser lay the slide out at once: it is asked once the slide has been painted.
    requestAnimationFrame(() => setTimeout(onScroll));
  }

  channel.onmessage = ({ data: told }) => {
    if (told.hello) return tell();
    state.isBlack = told.isBlack;
    if (numberIn(String(told.slide)) !== undefined) show(told.slide);
  };
  
  let rest;
  const onPointer = () => {
    tooltip.listen(state.current);
    bar.classList.add("awake");
    clearTimeout(rest);
    rest = setTimeout(() => bar.classList.remove("awake"), 2500);
  };
  const stopKeys = listenToKeys(presentation);
  window.addEventListener("resize", draw);
  window.addEventListener("pointermove", onPointer);
  document.addEventListener("scroll", onScroll, true);
  draw();
  channel.postMessage({ hello: true });

  parentElement.stop = () => {
    stopKeys();
    window.removeEventListener("resize", draw);
    window.removeEventListener("pointermove", onPointer);
    document.removeEventListener("scroll", onScroll, true);
    clearTimeout(rest);
    presenter?.close();
    channel.close();
    stage.close();
    parentElement.stop = null;
  };
  return () => parentElement.stop?.();
}
