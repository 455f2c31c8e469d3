// What a mark says under the pointer. Plotly drops its own labels where a chart is enlarged and low, so they are drawn
// here; plotly's text has line ends as <br> and three escaped signs, which become plain text again.
function createTooltip() {
  const tip = element("div", "tip");
  tip.hidden = true;
  const heard = new WeakSet();
  const signs = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

  const say = ({ points, event }) => {
    const point = points[0];
    const said = point?.hovertext ?? point?.text ?? point?.data?.text;
    if (typeof said !== "string" || !said) return;
    const lines = said.split("<br>").map((line) => line.replace(/&(lt|gt|amp);/g, (sign) => signs[sign]));
    tip.replaceChildren(...lines.map((line) => element("p", "", line)));
    tip.hidden = false;
    const { width, height } = tip.getBoundingClientRect();
    const beside = event.clientX + 24;
    tip.style.left = `${beside + width > window.innerWidth ? Math.max(0, event.clientX - 24 - width) : beside}px`;
    tip.style.top = `${Math.max(0, Math.min(event.clientY - height / 2, window.innerHeight - height))}px`;
  };
  const hide = () => {
    tip.hidden = true;
  };
  return {
    tip,
    hide,
    // Listens to the chart of a slide; Streamlit may have drawn it anew.
    listen(number) {
      const chart = document.querySelector(`.st-key-slide_${number} .js-plotly-plot`);
      if (!chart?.on || heard.has(chart)) return;
      heard.add(chart);
      chart.on("plotly_hover", say);
      chart.on("plotly_unhover", hide);
    },
  };
}
