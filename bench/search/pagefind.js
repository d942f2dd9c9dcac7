/* Pagefind: five results with their excerpts, which it loads one file each. */
window.benchSearch = async (text) => {
  "use strict";

  const engine = await import("./pagefind/pagefind.js");
  const { results } = await engine.search(text);
  const first = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  window.benchShow(first.map((one) => [one.meta.title, one.plain_excerpt]));
  return first.map((one) => one.url);
};
