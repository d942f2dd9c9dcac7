/* Words that differ from what was typed by one sign. generator/search/suggest.py finds the same. */
(() => {
  "use strict";

  const { isEastAsian } = window.anjianFold;
  const LONGEST = 12;
  const KNOWN = 5; // how often a known word counts, beside a find in a text
  const MOST = 3;

  const isOther = (word, text) => {
    const [signs, others] = [Array.from(word), Array.from(text)];
    return signs.length === others.length && signs.filter((one, nth) => one !== others[nth]).length === 1;
  };

  /* The best few, out of known words and of texts, all squeezed. */
  window.anjianNearMisses = (typed, words, texts) => {
    const found = new Map();
    const count = (word, more) => found.set(word, (found.get(word) || 0) + more);
    for (const text of typed.filter(isEastAsian)) {
      const signs = Array.from(text);
      if (signs.length < 2 || signs.length > LONGEST) {
        continue;
      }
      new Set(words.filter((word) => isOther(word, text))).forEach((word) => count(word, KNOWN));
      for (let nth = 0; nth < signs.length && signs.length > 2; nth += 1) {
        const after = signs.slice(nth + 1).join("");
        const pattern = new RegExp(`${signs.slice(0, nth).join("")}.(?=${after})`, "gu");
        const starts = [].concat(...texts.map((one) => one.match(pattern) || []));
        const near = starts.map((start) => start + after);
        near.filter((word) => isOther(word, text) && isEastAsian(word)).forEach((word) => count(word, 1));
      }
    }
    const ranked = Array.from(found).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ranked.slice(0, MOST).map((one) => one[0]);
  };
})();
