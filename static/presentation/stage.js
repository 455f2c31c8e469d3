// The stage: which sheets are seen, where they lie and how much they are enlarged.
const SHEET = { width: 864, height: 486 };
const MOVING = '[class*="st-key-beside_"], [class*="st-key-across_words_"], [class*="st-key-table_of_"], [class*="st-key-changes_told"], [class*="st-key-figures_"]';

function createStage(slides) {
  let shown = [];
  const part = (name) => document.querySelector(`.st-key-stage .st-key-${name}`);

  const place = (number, box) => {
    const scale = Math.min(box.width / SHEET.width, box.height / SHEET.height);
    const left = box.left + (box.width - scale * SHEET.width) / 2;
    const top = box.top + (box.height - scale * SHEET.height) / 2;
    const sheet = part(`sheet_${number}`);
    if (!sheet) return;
    sheet.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    sheet.style.setProperty("--scale", scale);
    part(`slide_${number}`).style.visibility = "visible";
  };
  let again = () => {};
  // Streamlit may draw a slide anew, as another element.
  const observer = new MutationObserver(() => {
    if (shown.some((name) => part(name) && part(name).style.visibility !== "visible")) again();
  });
  observer.observe(document.querySelector(".st-key-stage"), { childList: true, subtree: true });

  return {
    // Shows the sheets of some slides, each in its box; `panel` is a panel of a slide that is open.
    show(placed, { panel = null, still = false } = {}) {
      again = () => {
        const now = placed.map(({ number }) => `slide_${number}`).concat(panel ?? []);
        for (const name of shown) if (!now.includes(name)) part(name)?.style.removeProperty("visibility");
        shown = now;
        for (const { number, box } of placed) place(number, box);
        if (panel && part(panel)) part(panel).style.visibility = "visible";
        document.querySelector(".st-key-stage").style.pointerEvents = still ? "none" : "";
      };
      again();
    },
    // Tells screen readers what each slide is. Done again whenever a slide is shown, because Streamlit may redraw it.
    name(number) {
      const slide = slides.find((one) => one.number === number);
      const drawn = document.querySelector(`.st-key-slide_${number}`);
      drawn?.setAttribute("role", "group");
      drawn?.setAttribute("aria-roledescription", "slide");
      drawn?.setAttribute("aria-label", slide.label);
    },
    // Moves what is longer than its room by one step; false where nothing moves any further.
    move(number, step) {
      const room = [...document.querySelectorAll(`.st-key-slide_${number} :is(${MOVING})`)].find((one) =>
        step > 0 ? one.scrollTop + one.clientHeight < one.scrollHeight - 2 : one.scrollTop > 0,
      );
      room?.scrollBy({ top: step * room.clientHeight * 0.8 });
      return Boolean(room);
    },
    isLonger(number) {
      return [...document.querySelectorAll(`.st-key-slide_${number} :is(${MOVING})`)].some(
        (one) => one.scrollTop + one.clientHeight < one.scrollHeight - 2,
      );
    },
    close: () => observer.disconnect(),
  };
}

function wholeScreen() {
  return { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight };
}
