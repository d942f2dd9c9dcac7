/* What a reader typed, taken apart, as generator/search/query.py and pinyin.py do. */
(() => {
  "use strict";

  const { squeezed, parted, words, pairs } = window.anjianFold;
  const { flat, unique } = window.anjianLists;
  const MOST_SIGNS = 300;
  const MOST_WAYS = 8;
  const SHORT = 4;
  const TITLED = 8;
  const ASKING = 8;
  const TITLE = "标题";
  const TOKEN =
    /(?:([^\s:：“”"「」『』]+)[:：])?(?:[“"「『]([^“”"「」『』]*)(?:[”"」』]|$)|([^\s“”"「」『』]+))/gu;
  const size = (text) => Array.from(text).length;

  /* Pairs of a word that stands in a text and another of its meaning. */
  const used = (index, text) => {
    const found = [];
    for (const group of index.synonyms.map((one) => one.map((word) => [word, squeezed(word)]))) {
      for (const [word, signs] of group.filter((one) => text.includes(one[1]))) {
        // A longer name holds the shorter one, so nothing more would be found by it.
        const others = group.filter((one) => !one[1].includes(signs) && !text.includes(one[1]));
        found.push(...others.map(([other, with_]) => ({ word, other, text: text.split(signs).join(with_) })));
      }
    }
    return found;
  };

  const wayOf = (index, text, reason, { quoted, titled, titleOnly }) => {
    let segments = [text];
    if (size(text) >= ASKING && !quoted) {
      const left = text.split(new RegExp(index.questions.join("|"), "u")).filter(Boolean);
      segments = left.length ? left : segments;
    }
    const scored = new Map();
    const add = (term) => scored.set(term, (scored.get(term) || 0) + 1);
    segments.forEach((one) => pairs(one).forEach(add));
    for (const signs of size(text) > SHORT ? segments.map((one) => Array.from(one)) : []) {
      signs.filter((one) => signs.length > 1 && !index.frequent.includes(one)).forEach(add);
    }
    const marks = unique(pairs(text)).map((pair) => `^${pair}`);
    return {
      text,
      spelt: text,
      reason,
      required: titleOnly ? marks : unique(flat(segments.map(pairs))),
      scored: Array.from(scored),
      weight: reason ? 0.9 : 1,
      titled: titled ? marks : [],
    };
  };

  const partOf = async (index, piece, form) => {
    const base = squeezed(piece);
    const found = new Map([[base, ""]]);
    const also = (text, reason) => found.has(text) || found.set(text, reason);
    also(window.anjianNumerals.other(base), "条号写法");
    for (const [text, reason] of Array.from(found)) {
      used(index, text).forEach((one) => also(one.text, reason || `同义词：${one.other}`));
    }
    const latin = /^[a-z]{2,}$/.test(base);
    const { names, pages } = window.anjianSoundingLike(latin ? await index.sounds() : null, base);
    names.forEach((name) => also(squeezed(name), `拼音：${name}`));
    const ways = Array.from(found).slice(0, MOST_WAYS).map((one) => wayOf(index, ...one, form));
    ways[0].spelt = parted(piece).replace(/^\|+|\|+$/g, "");
    ways[0].scored.push(...unique(words(piece)).map((word) => [word, 1]));
    return { typed: piece, ways, pages, titleOnly: form.titleOnly };
  };

  window.anjianParse = async (index, text, within) => {
    const labels = new Map([TITLE, ...index.labels].map((one) => [squeezed(one), one]));
    const cut = (typed) => Array.from(typed).slice(0, MOST_SIGNS).join("");
    const pieces = Array.from(cut(text).matchAll(TOKEN), ([, label, quoted, bare]) => {
      const piece = quoted || bare || "";
      const known = label && labels.get(squeezed(label));
      // A label alone: what is to follow has not been typed yet.
      const waits = !label && /[:：]$/.test(piece) && labels.has(squeezed(piece));
      const whole = label && !known ? `${label}:${piece}` : piece;
      return { label: known || "", piece: waits ? "" : whole, quoted: Boolean(quoted) };
    });
    pieces.push(...within.map((piece) => ({ label: "", piece: cut(piece), quoted: true })));
    const total = pieces.reduce((sum, one) => sum + (one.label ? 0 : size(squeezed(one.piece))), 0);
    const query = { parts: [], scopes: [] };
    const synonyms = new Map();
    for (const { label, piece, quoted } of pieces.filter((one) => squeezed(one.piece))) {
      const titleOnly = label === TITLE;
      if (label && !titleOnly) {
        query.scopes.push([label, piece]);
      } else {
        const form = { quoted, titleOnly, titled: titleOnly || total <= TITLED };
        query.parts.push(await partOf(index, piece, form));
        used(index, squeezed(piece)).forEach((one) =>
          synonyms.set(`${one.word}/${one.other}`, [one.word, one.other])
        );
      }
    }
    return { ...query, synonyms: Array.from(synonyms.values()) };
  };
})();
