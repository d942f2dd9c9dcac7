/* On a page that the search led to: what was sought is marked, and one can step through it. */
(() => {
  "use strict";

  const { find } = window.anjianSearch || {};
  const { make, button } = window.anjianMake;
  const sought = new URLSearchParams(location.search).get("h");
  const page = document.querySelector(".md-content__inner, main, [role='main']");
  if (!find || !sought || !page) {
    return;
  }
  const words = (sought.match(/"[^"]+"|[^\s"]+/g) || []).map((word) => word.replace(/"/g, ""));

  // The texts of one block are one text, whatever is bold or linked in it.
  const blocks = new Map();
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    let block = walker.currentNode.parentElement;
    if (!block.closest("script, style, nav, .aj-sheet__title")) {
      while (block !== page && getComputedStyle(block).display.startsWith("inline")) {
        block = block.parentElement;
      }
      blocks.set(block, [...(blocks.get(block) || []), walker.currentNode]);
    }
  }

  // From the end of a block, so that what is split off moves nothing before it.
  const mark = (nodes) => {
    const text = nodes.map((node) => node.data).join("");
    const found = find(text, words).map(([from, to]) => ({ from, to, marks: [] }));
    let end = text.length;
    nodes.reverse().forEach((node) => {
      const start = end - node.length;
      found.slice().reverse().forEach(({ from, to, marks }) => {
        if (from < end && to > start) {
          node.splitText(Math.min(to - start, node.length));
          const piece = node.splitText(Math.max(from - start, 0));
          const own = make("mark", { class: "aj-found" });
          piece.replaceWith(own);
          own.append(piece);
          marks.unshift(own);
        }
      });
      end = start;
    });
    return found.map((one) => one.marks);
  };
  const places = Array.from(blocks.values(), mark).flat();
  if (!places.length) {
    return;
  }

  let here = 0;
  const status = make("span", { role: "status" });
  const light = (on) => places[here].forEach((one) => one.classList.toggle("aj-found--here", on));
  const go = (next) => {
    light(false);
    here = (next + places.length) % places.length;
    light(true);
    const [first] = places[here];
    for (let fold = first.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    first.scrollIntoView({ block: "center" });
    status.textContent = `“${words.join(" ")}”在本页 ${places.length} 处，第 ${here + 1} 处`;
  };
  const step = (sign, name, by) => button(sign, { "aria-label": name }, () => go(here + by));
  const end = () => {
    places.flat().forEach((one) => one.replaceWith(...one.childNodes));
    page.normalize();
    bar.remove();
  };
  const bar = make(
    "section",
    { class: "aj-marks", "aria-label": "要找的词在本页的位置" },
    ...[status, step("‹", "上一处", -1), step("›", "下一处", 1), button("取消标记", {}, end)]
  );
  document.body.prepend(bar);

  // In the part that the address names, or on the whole page.
  const arrive = () => {
    const part = document.querySelector(":target") || page;
    const behind = Node.DOCUMENT_POSITION_FOLLOWING;
    const first = places.findIndex(([one]) => part.compareDocumentPosition(one) & behind);
    go(Math.max(first, 0));
  };
  addEventListener("load", () => setTimeout(arrive));
})();
