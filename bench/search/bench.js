/* Every engine gives window.benchSearch(text): five paths, once the results stand in the page. */
(() => {
  "use strict";

  window.benchAsk = async (text) => {
    const start = performance.now();
    const found = await window.benchSearch(text);
    const now = performance.now();
    return { found, took: now - start, since: now };
  };

  /* Title and text of each result, as plain text. */
  window.benchShow = (results) => {
    const list = document.querySelector("#bench") || document.createElement("ol");
    list.id = "bench";
    list.replaceChildren(...results.map((lines) => {
      const item = document.createElement("li");
      item.textContent = lines.join(" · ");
      return item;
    }));
    (document.querySelector("main") || document.body).prepend(list);
  };

  /* What the address asks for is answered as soon as the page is there. */
  const asked = new URLSearchParams(location.search).get("q");
  if (asked !== null) window.benchFirst = window.benchAsk(asked);
})();
