/* Names that sound like what was typed, as generator/search/pinyin.py finds them. */
(() => {
  "use strict";

  const MOST_NAMES = 5;
  const MOST_PAGES = 10;
  const LONGEST = 60;

  /* The words, and the pages by their titles, best first. */
  window.anjianSoundingLike = (known, typed) => {
    const [table, words, titles] = known || ["", [], []];
    const pairs = table.split(" ").map((pair) => [Array.from(pair)[0], pair.replace(/^./u, "")]);
    const sounds = new Map(pairs);
    // Every letter goes on in its syllable or begins the next one.
    const pattern = new RegExp(`(?:^| )${Array.from(typed).join("(?:[a-z]* )?")}`);
    const matching = (names) =>
      names
        .map(([name, said, item]) => {
          const signs = Array.from(name);
          const text = said || signs.slice(0, LONGEST).map((one) => sounds.get(one) || one).join(" ");
          return { item, place: text.search(pattern), size: signs.length };
        })
        .filter((one) => one.place >= 0)
        .sort((a, b) => a.place - b.place || a.size - b.size)
        .map((one) => one.item);
    return {
      names: matching(words.map(([word, said]) => [word, said, word])).slice(0, MOST_NAMES),
      pages: matching(titles.map(([title, slot, said]) => [title, said, slot])).slice(0, MOST_PAGES),
    };
  };
})();
