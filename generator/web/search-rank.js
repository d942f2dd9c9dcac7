/* Pages in the order in which they answer a query, as generator/search/engine.py has them. */
(() => {
  "use strict";

  const MOST_LOOSE = 200;
  const LOOSE_SHARE = 0.2;
  const { flat, unique, both } = window.anjianLists;

  const holding = (index, terms) => {
    const lists = terms.map((term) => index.postings(term).slots);
    lists.sort((a, b) => a.length - b.length);
    return lists.slice(1).reduce((found, list) => both(found, new Set(list)), new Set(lists[0]));
  };

  const scorePart = (index, part) => {
    const best = new Float64Array(index.slots);
    const full = new Map();
    const add = (slot) => {
      const page = index.page[slot];
      full.set(page, (full.get(page) || new Set()).add(slot));
    };
    const titled = new Set(part.pages);
    for (const way of part.ways) {
      const scores = new Float64Array(index.slots);
      for (const [term, times] of way.scored) {
        const list = index.postings(term);
        list.slots.forEach((slot, nth) => {
          scores[slot] += times * list.scores[nth];
        });
      }
      scores.forEach((score, slot) => {
        best[slot] = Math.max(best[slot], score * way.weight);
      });
      holding(index, way.required).forEach(add);
      holding(index, way.titled).forEach((slot) => titled.add(index.page[slot]));
    }
    for (const page of part.pages) {
      add(page);
      best[page] = Math.max(best[page], 1);
    }
    full.forEach((slots, page) =>
      full.set(page, Array.from(slots).sort((a, b) => best[b] - best[a] || a - b))
    );
    return { best, full, titled };
  };

  /* The score of every page, its best part, and the parts that hold each part of the query. */
  const score = async (index, query) => {
    const ways = flat(query.parts.map((part) => part.ways));
    const terms = ways.map((way) => [...way.required, ...way.titled, ...way.scored.map((one) => one[0])]);
    await index.prepare(unique(flat(terms)));
    const parts = query.parts.map((part) => scorePart(index, part));
    const scores = new Map();
    const best = new Map();
    index.page.forEach((page, slot) => {
      const total = parts.reduce((sum, part) => sum + part.best[slot], 0);
      if (total > (scores.get(page) || 0)) {
        scores.set(page, total);
        best.set(page, slot);
      }
    });
    const all = (key) => parts.map((part) => new Set(part[key].keys())).reduce(both);
    return { parts, scores, best, strict: all("full"), titled: all("titled") };
  };

  /* Without any text: all pages, newest first. */
  const listed = async (index) => {
    const years = (await index.columns("facets")).find((one) => one[0] === "年份");
    const dated = flat((years ? years[2] : []).map((packed) => index.decode(packed).slots));
    const all = index.page.filter((page, slot) => page === slot && index.norms[slot] !== " ");
    return { parts: [], scores: new Map(), best: new Map(), strict: new Set([...dated, ...all]), titled: new Set() };
  };

  /* The pages that `allowed` leaves, in their order. */
  const order = (found, allowed) => {
    const of = (page) => found.scores.get(page) || 0;
    const byScore = (a, b) => of(b) - of(a) || a - b;
    const kept = (pages) => Array.from(pages).filter((page) => !allowed || allowed.has(page));
    const strict = kept(found.strict);
    const scoring = kept(found.scores.keys());
    const least = scoring.reduce((most, page) => Math.max(most, of(page)), 0) * LOOSE_SHARE;
    const loose = scoring.filter((page) => of(page) >= least && !found.strict.has(page));
    if (found.parts.length) {
      strict.sort((a, b) => found.titled.has(b) - found.titled.has(a) || byScore(a, b));
    }
    /* The loose pages, with those whose texts turned out not to hold what was typed. */
    const looseWith = (others) =>
      [...loose.sort(byScore).slice(0, MOST_LOOSE), ...others].sort(byScore).slice(0, MOST_LOOSE);
    return { strict, looseWith };
  };

  window.anjianRank = { score, listed, order };
})();
