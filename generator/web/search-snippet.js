/* The sections of a page that answer a query, as generator/search/snippet.py has them. */
(() => {
  "use strict";

  const { squeezed, parted, unfolded, find, marked } = window.anjianFold;
  const { flat, unique } = window.anjianLists;
  const MOST_SECTIONS = 3;
  const BEFORE = 20;
  const LENGTH = 90;
  const SECTIONS = 6;
  const [ABSENT, PARTED, WHOLE] = [0, 1, 2];

  /* The title, and every heading and text of a part of a page. */
  const textsOf = (row, titleOnly) => [
    row[1],
    ...(titleOnly ? [] : flat(row[SECTIONS].map((one) => [one[1], ...one[2].split("\n")]))),
  ];

  /* How a text of a page holds what was typed: as it is, with a comma in between, or not. */
  const holds = (row, way, titleOnly) => {
    const holding = textsOf(row, titleOnly).filter((text) => squeezed(text).includes(way.text));
    const whole = holding.some((text) => parted(text).includes(way.spelt));
    return whole ? WHOLE : holding.length ? PARTED : ABSENT;
  };

  const snippet = (block, needles) => {
    const signs = Array.from(block); // none is cut in half
    const [[first] = [0]] = signs.length > LENGTH ? find(block, needles) : [];
    const start = Math.max(0, Array.from(block.slice(0, first)).length - BEFORE);
    const more = (cut) => (cut ? [["…", false]] : []);
    const shown = marked(signs.slice(start, start + LENGTH).join(""), needles);
    return [...more(start), ...shown, ...more(start + LENGTH < signs.length)];
  };

  /* What is marked: the texts as a whole, or their pairs where no text holds them whole. */
  const needlesOf = (way, strict) =>
    strict || way.text.length === 1
      ? [way.text]
      : way.scored.map((one) => one[0]).filter((term) => term.length > 1);

  /* Whether a text matches only because traditional signs count as simplified ones. */
  const isOtherScript = (texts, { typed }) => {
    const holding = texts.filter((text) => squeezed(text).includes(squeezed(typed)));
    return holding.length && !holding.some((text) => unfolded(text).includes(unfolded(typed)));
  };

  const extracts = (row, parts, strict) => {
    const ways = flat(parts.map((part) => part.ways));
    const needles = unique(flat(ways.map((way) => needlesOf(way, strict))));
    const matches = (text) => {
      const signs = squeezed(text);
      return needles.filter((needle) => signs.includes(needle)).length;
    };
    const ranked = row[SECTIONS].map(([anchor, heading, body]) => {
      const blocks = body.split("\n");
      const counts = blocks.map(matches);
      const most = Math.max(...counts);
      return { anchor, heading, block: blocks[counts.indexOf(most)], score: most + matches(heading) };
    }).sort((a, b) => b.score - a.score);
    const sections = ranked
      .filter((one, nth) => one.score || (!nth && !ranked[0].score))
      .slice(0, MOST_SECTIONS)
      .map(({ anchor, heading, block }) => ({
        anchor,
        heading: marked(heading, needles),
        snippet: snippet(block, needles),
      }));
    const title = marked(row[1], needles);
    const found = flat([title, ...sections.map((one) => one.snippet)]).filter((one) => one[1]);
    const reasons = matches(row[1]) ? ["标题"] : [];
    if (strict && parts.some((part) => isOtherScript(textsOf(row), part))) {
      reasons.push("繁体");
    }
    const words = unique(found.map((one) => one[0])).slice(0, 8);
    return { title, sections, reasons, words };
  };

  window.anjianExtracts = { textsOf, holds, extracts, ABSENT, WHOLE };
})();
