/* Texts as they are compared and found: width, case, traditional signs and punctuation do not
   count. generator/search/fold.py and tokens.py do the same; a test holds the two together. */
(() => {
  "use strict";

  const KEPT = /[\p{L}\p{N}]/u;
  const BREAKS = "，。、；：！？,;:!?…\n";
  const EAST_ASIA = "\u2e80"; // from here on scripts write no spaces between words
  const simplified = new Map();
  const known = new Map();

  const lowered = (text) => text.normalize("NFKC").toLowerCase();
  const each = (text, change) => Array.from(text, change).join("");

  const fold = (sign) => {
    if (!known.has(sign)) {
      const plain = Array.from(lowered(sign), (one) => simplified.get(one) || one);
      known.set(sign, plain.filter((one) => KEPT.test(one)).join(""));
    }
    return known.get(sign);
  };

  /* Where squeezed texts stand in a text; a pair that punctuation parts is no find. */
  const find = (text, needles) => {
    let signs = "";
    let start = 0;
    const places = [];
    Array.from(text).forEach((sign, place) => {
      const folded = fold(sign);
      const end = start + sign.length;
      signs += folded;
      places.push(...Array(folded.length).fill({ place, start, end }));
      start = end;
    });
    const found = [];
    for (const needle of needles.filter(Boolean)) {
      const isPair = Array.from(needle).length === 2;
      for (let nth = signs.indexOf(needle); nth >= 0; nth = signs.indexOf(needle, nth + 1)) {
        const [first, last] = [places[nth], places[nth + needle.length - 1]];
        if (!isPair || last.place - first.place < 2) {
          found.push([first.start, last.end]);
        }
      }
    }
    const merged = [];
    for (const range of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = merged[merged.length - 1];
      if (last && range[0] <= last[1]) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        merged.push(range);
      }
    }
    return merged;
  };

  /* A text in pieces, each with whether it is a find. */
  const marked = (text, needles) => {
    const pieces = [];
    let end = 0;
    for (const [start, stop] of [...find(text, needles), [text.length, text.length]]) {
      pieces.push([text.slice(end, start), false], [text.slice(start, stop), true]);
      end = stop;
    }
    return pieces.filter((one) => one[0]);
  };

  window.anjianFold = {
    find,
    marked,
    squeezed: (text) => each(text, fold),
    parted: (text) => each(text, (sign) => (BREAKS.includes(sign) ? "|" : fold(sign))),
    unfolded: (text) => each(lowered(text), (sign) => (KEPT.test(sign) ? sign : "")),
    isEastAsian: (text) => Array.from(text).every((sign) => sign >= EAST_ASIA),
    words: (text) =>
      each(text, (sign) => each(fold(sign) || " ", (one) => (one < EAST_ASIA ? one : " ")))
        .split(" ")
        .filter((word) => word.length > 2),
    pairs: (text) => {
      const signs = Array.from(text);
      return signs.length < 2 ? signs : signs.slice(1).map((sign, nth) => signs[nth] + sign);
    },
    /* Takes the table of traditional signs, each followed by its simplified one. */
    learn: (table) => {
      for (let nth = 0; nth < table.length; nth += 2) {
        simplified.set(table[nth], table[nth + 1]);
      }
      known.clear();
    },
  };
})();
