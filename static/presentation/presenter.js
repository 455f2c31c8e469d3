// The view of the presenter: the slide on the screen, the next one, the comment, the time.
function createPresenter(controls, words, actions) {
  const view = element("div", "presenter");
  const begun = { at: Date.now() };
  const time = element("span", "time");
  const elapsed = element("span", "time");
  const times = element("div", "times");
  times.append(
    element("span", "label", words.time), time,
    element("span", "label", words.elapsed), elapsed,
    button(words.restart, () => { begun.at = Date.now(); tick(); }),
  );
  const current = element("div", "box current");
  const next = element("div", "box next");
  const black = element("p", "black-note", words.black);
  const nextTitle = element("p", "next-title");
  const comment = element("div", "comment");
  comment.tabIndex = 0;
  comment.setAttribute("role", "region");
  comment.setAttribute("aria-label", words.comment);
  const currentTitle = element("p", "current-title");
  const steps = element("div", "steps");
  steps.append(
    button(words.previous, actions.previous),
    button(words.next, actions.next),
    button(words.black, actions.black),
    button(words.overview, actions.overview),
    button(words.help, actions.help),
  );
  const left = element("div", "left");
  left.append(element("p", "label", words.current_slide), current, currentTitle, black, steps);
  const right = element("div", "right");
  right.append(times, element("p", "label", words.next_slide), next, nextTitle, element("p", "label", words.comment), comment);
  view.append(left, right);

  const tick = () => {
    const seconds = Math.floor((Date.now() - begun.at) / 1000);
    const pair = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    time.textContent = new Date().toLocaleTimeString(controls.language, { hour: "2-digit", minute: "2-digit" });
    elapsed.textContent = `${hours ? `${hours}:` : ""}${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`;
  };
  const clock = setInterval(tick, 1000);
  tick();
  return {
    view,
    // Fills in the words, and gives the boxes of the two slides.
    show(slide, following, isBlack) {
      currentTitle.textContent = slide.label;
      nextTitle.textContent = following ? following.title : words.last_slide;
      next.hidden = !following;
      black.hidden = !isBlack;
      const said = slide.comment.split(/\n{2,}/).filter(Boolean);
      comment.replaceChildren(...(said.length ? said : [words.no_comment]).map((text) => element("p", "", text)));
      const placed = [{ number: slide.number, box: current.getBoundingClientRect() }];
      if (following) placed.push({ number: following.number, box: next.getBoundingClientRect() });
      return placed;
    },
    close: () => clearInterval(clock),
  };
}
