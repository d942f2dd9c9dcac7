/* How a chart looks: the colours, the font and the size of text of the page around it, now. */
(() => {
  "use strict";

  const NONE = { symbol: "none" };
  const lines = (rotation, wide, gap) => ({ dashArrayX: [1, 0], dashArrayY: [wide, gap], rotation });
  const dots = (size, gap) => ({ symbol: "circle", symbolSize: size, dashArrayX: [[gap, gap], [0, gap, gap, 0]], dashArrayY: [gap, 0] });

  // One for each step of colour: bars that stand beside each other differ by pattern as well as by colour.
  const PATTERNS = [
    NONE,
    lines(Math.PI / 4, 1.5, 6),
    dots(0.7, 6),
    lines(0, 1.5, 6),
    lines(-Math.PI / 4, 2, 5),
    lines(Math.PI / 2, 1.5, 6),
    dots(0.5, 9),
  ];
  const faint = (colour) => `${colour}70`;

  /* Everything that an option takes from the page; `box` is where the chart will stand. */
  window.anjianChartLook = (box) => {
    const body = getComputedStyle(document.body);
    const own = getComputedStyle(box);
    const colour = (name) => body.getPropertyValue(`--aj-${name}`).trim();
    const size = parseFloat(own.fontSize);
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${size}px ${own.fontFamily}`;
    return {
      size,
      font: own.fontFamily,
      paper: colour("paper"),
      ink: colour("ink"),
      edge: colour("edge"),
      steps: PATTERNS.map((pattern, nth) => {
        const text = colour(`chart-${nth + 1}-text`);
        return { fill: colour(`chart-${nth + 1}`), text, pattern: { color: faint(text), ...pattern } };
      }),
      plain: { color: "transparent", ...NONE },
      hatch: { color: colour("edge"), ...lines(Math.PI / 4, 1, 8) },
      width: (text) => pen.measureText(text).width,
    };
  };
})();
