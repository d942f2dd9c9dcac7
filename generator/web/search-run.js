/* One search, from what was typed to the pages that are shown, as engine.py has it. */
(() => {
  "use strict";

  const { squeezed, find } = window.anjianFold;
  const { textsOf, holds, extracts, ABSENT, WHOLE } = window.anjianExtracts;
  const { score, listed, order } = window.anjianRank;
  const { flat, unique, both } = window.anjianLists;
  const MOST_CHECKED = 60;
  const PARTS_CHECKED = 4;
  const FIRST = 5;
  const NEAREST = 10;
  const LONGEST = 12; // that near misses are looked for
  const MESSAGES = {
    unsearchable: "请输入文字、字母或数字；标点和符号查不到。",
    nothing: "没有找到。换一个说法，或者少写几个字。",
    broken: "搜索索引读不出来，可能没有复制完整；请从目录查找，或重新复制整个文件夹。",
  };
  const end = (result, state) => Object.assign(result, { state, message: MESSAGES[state] || "" });
  let latest = 0;

  const makeHit = async (index, query, slot, tier, more) => {
    const row = await index.row(slot);
    if (!row) {
      return null;
    }
    const [path, , kind, group, about] = row;
    const made = extracts(row, query.parts, tier === "strict");
    const reasons = unique([...made.reasons, ...more]);
    return { ...made, tier, path, kind, group, about, reasons };
  };

  /* How a page holds a part of the query, where, and in which way. */
  const holder = async (index, part, slots, page) => {
    let best = { how: ABSENT, slot: page };
    for (const slot of slots.slice(0, PARTS_CHECKED)) {
      const row = best.how < WHOLE && (await index.row(slot));
      for (const way of row ? part.ways : []) {
        const how = holds(row, way, part.titleOnly);
        best = how > best.how ? { how, slot, reason: way.reason } : best;
      }
    }
    const sounds = !best.how && part.pages.includes(page);
    return sounds ? { how: WHOLE, slot: page, reason: "标题的拼音" } : best;
  };

  const strictHit = async (index, query, found, page) => {
    const held = await Promise.all(
      query.parts.map((part, nth) => holder(index, part, found.parts[nth].full.get(page) || [], page))
    );
    const how = Math.min(WHOLE, ...held.map((one) => one.how));
    const reasons = held.map((one) => one.reason).filter(Boolean);
    const slot = held.length ? held[0].slot : page;
    return { how, hit: how ? await makeHit(index, query, slot, "strict", reasons) : null };
  };

  /* The pages with the values asked for, in the query or by choice, one set for each. */
  const choose = (index, query, facets) => {
    const contains = (text) => (value) => squeezed(value).includes(squeezed(text));
    const isOne = (values) => (value) => values.includes(value);
    const picked = Object.entries(facets).filter((one) => one[1].length);
    const asked = [
      ...query.scopes.map(([label, text]) => ({ label, values: [], test: contains(text) })),
      ...picked.map(([label, values]) => ({ label, values, test: isOne(values) })),
    ];
    const pages = (one) => index.pagesWith(one.label, one.test);
    return Promise.all(asked.map(async (one) => ({ ...one, pages: await pages(one) })));
  };

  const answer = async (result, options) => {
    const { facets = {}, within = [], limit = 10, counts, onHits = () => {} } = options;
    const index = await window.anjianOpenIndex();
    const query = await window.anjianParse(index, result.text, within);
    const chosen = await choose(index, query, facets);
    const allowed = chosen.map((one) => one.pages).reduce((a, b) => (a ? both(a, b) : b), null);
    if (!query.parts.length && !allowed) {
      return end(result, result.text.trim() ? "unsearchable" : "blank");
    }
    result.synonyms = query.synonyms;
    const found = query.parts.length ? await score(index, query) : await listed(index);
    const { strict, looseWith } = order(found, allowed);
    const [hits, parted, refused] = [[], [], []];
    const ways = flat(query.parts.map((part) => part.ways));
    // Single signs stand in the index as they are.
    const sure = ways.every((way) => Array.from(way.text).length === 1);
    let checked = 0;
    const goesOn = () =>
      checked < strict.length && hits.length < limit && checked - hits.length < MOST_CHECKED + limit;
    const show = () => {
      const held = hits.length ? hits : parted;
      const none = refused.length + (held === hits ? parted.length : 0);
      const through = checked === strict.length;
      const part = through ? checked - none : (strict.length * (checked - none)) / checked;
      result.strict = { count: Math.round(sure && !through ? strict.length : part), exact: through || sure };
      result.hits = held.map((one) => one.hit).slice(0, limit);
      return end(result, "ok");
    };
    while (goesOn()) {
      const size = (hits.length < FIRST ? Math.min(FIRST, limit) : limit) - hits.length;
      const wave = strict.slice(checked, checked + size);
      const held = await Promise.all(wave.map((page) => strictHit(index, query, found, page)));
      for (let nth = 0; nth < wave.length && goesOn(); nth += 1) {
        const list = held[nth].how === WHOLE ? hits : parted;
        (held[nth].hit ? list : refused).push({ ...held[nth], page: wave[nth] });
        checked += 1;
      }
      if (hits.length >= FIRST) {
        onHits(show());
      }
    }
    const shown = show().hits;
    const missed = !shown.length && ways.some((way) => way.text.length <= LONGEST);
    refused.push(...(hits.length ? parted : []));
    const not = refused.map((one) => one.page);
    const left = shown.length < limit ? [...not, ...strict.slice(checked)] : not;
    const loose = query.parts.some((part) => part.titleOnly) ? [] : looseWith(left);
    result.loose = { count: loose.length };
    for (let nth = 0; nth < loose.length && shown.length < limit; ) {
      const wave = loose.slice(nth, nth + Math.min(FIRST, limit - shown.length));
      const slots = wave.map((page) => found.best.get(page) || page);
      const made = await Promise.all(slots.map((slot) => makeHit(index, query, slot, "loose", [])));
      shown.push(...made.filter(Boolean));
      nth += wave.length;
      onHits(end(result, "ok"));
    }
    const columns = missed || counts ? await index.columns("facets") : [];
    if (missed) {
      const nearest = loose.slice(0, NEAREST).map((page) => index.row(found.best.get(page)));
      const texts = flat((await Promise.all(nearest)).filter(Boolean).map((row) => textsOf(row)));
      const words = flat([...index.synonyms, ...columns.map((one) => one[1])]);
      const all = [query.parts.map((part) => part.typed), words, texts];
      result.suggestions = window.anjianNearMisses(...all.map((some) => some.map(squeezed)));
    }
    result.more = shown.length >= limit && limit < strict.length - refused.length + loose.length;
    if (counts) {
      const base = found.strict.size ? found.strict : new Set(order(found, null).looseWith([]));
      const pagesOf = (packed) => index.decode(packed).slots;
      result.facets = window.anjianFacets.count(columns, pagesOf, base, chosen);
    }
    const broken = `有 ${index.broken.size} 个索引文件读不出来，结果可能不全；请重新复制整个文件夹。`;
    result.problems = index.broken.size ? [broken] : [];
    return end(result, shown.length ? "ok" : "nothing");
  };

  window.anjianSearch = {
    root: new URL("../../", document.currentScript.src).href,
    /* Where words stand in a text: ranges. */
    find: (text, words) => find(text, words.map(squeezed)),
    /* Answers a query; null where a newer one came. */
    run: async (text, options = {}) => {
      const mine = (latest += 1);
      const counts = { strict: { count: 0, exact: true }, loose: { count: 0 } };
      const result = { text, hits: [], synonyms: [], suggestions: [], problems: [], facets: [], ...counts };
      try {
        await answer(result, options);
      } catch (error) {
        end(result, "broken");
      }
      return mine === latest ? result : null;
    },
  };
})();
