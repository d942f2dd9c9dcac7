/* The files of the index, loaded by script tags: a page on a disk can load nothing else. */
(() => {
  "use strict";

  const FORMAT = 1;
  const NAME = 8;
  const FIRST_SIGN = 0x3400;
  const MOST_FILES = 60;
  const K1 = 1.2;
  const B = 0.8;
  const NONE = { slots: [], scores: [] };
  const folder = new URL("../search/", document.currentScript.src).href;

  const asked = new Map();
  window.anjianIndex = (kind, name, ...values) => {
    const request = asked.get(name || "root");
    if (request && request.kind === kind) {
      request.values = values;
    }
  };

  // A file that was cut off is no script: the reader is told, not the console.
  window.addEventListener("error", (event) => {
    if (event.filename ? event.filename.startsWith(folder) : asked.size) {
      event.preventDefault();
    }
  });

  const load = (kind, name) =>
    new Promise((resolve, reject) => {
      const request = { kind };
      asked.set(name, request);
      const script = document.createElement("script");
      script.onload = script.onerror = () => {
        script.remove();
        asked.delete(name);
        return request.values ? resolve(request.values) : reject(new Error(name));
      };
      script.src = `${folder}${name}.js`;
      document.head.append(script);
    });

  const readShard = ([terms, lengths, postings]) => {
    let start = 0;
    const entries = terms.split(" ").map((term, nth) => {
      const from = start;
      start += lengths.charCodeAt(nth) - FIRST_SIGN;
      return [term, postings.slice(from, start)];
    });
    if (start !== postings.length) {
      throw new Error("terms");
    }
    return new Map(entries);
  };

  class Index {
    constructor(root) {
      if (root.format !== FORMAT) {
        throw new Error("root");
      }
      Object.assign(this, root);
      this.firsts = root.firsts.split(" ");
      this.broken = new Set();
      this.files = new Map();
      this.lists = new Map();
      // For every slot the first slot of its page, and what BM25 takes its length for.
      this.page = [];
      let first = 0;
      this.saturation = Array.from(root.norms, (sign, slot) => {
        const code = sign.charCodeAt(0);
        const nth = code - (code > 92 ? 36 : 35); // a backslash is left out
        first = nth % 2 ? first : slot;
        this.page.push(first);
        return K1 * (1 - B + (B * root.lengths[nth >> 1]) / root.average);
      });
      window.anjianFold.learn(root.simplified);
    }

    /* What a file holds, made ready by `use`, else `none`; the next search tries again. */
    file(kind, name, none, use) {
      if (this.files.size > MOST_FILES) {
        this.files.delete(this.files.keys().next().value);
      }
      if (!this.files.has(name)) {
        const read = load(kind, name).then(use);
        const failed = () => {
          this.broken.add(name);
          this.files.delete(name);
          return none;
        };
        this.files.set(name, read.catch(failed));
      }
      return this.files.get(name);
    }

    decode(packed) {
      return window.anjianUnpack(packed, this.slots);
    }

    shardOf(term) {
      return Math.max(0, this.firsts.filter((first) => first <= term).length - 1);
    }

    /* Loads the shards of some terms and unpacks their lists. */
    async prepare(terms) {
      this.lists = this.lists.size > 500 ? new Map() : this.lists;
      const unpack = async (term) => {
        const nth = this.shardOf(term) * NAME;
        const name = this.shards.slice(nth, nth + NAME);
        const shard = await this.file("terms", name, null, readShard);
        if (shard && !this.lists.has(term)) {
          this.lists.set(term, shard.has(term) ? this.weighed(shard.get(term)) : NONE);
        }
      };
      await Promise.all(terms.filter((term) => !this.lists.has(term)).map(unpack));
    }

    postings(term) {
      return this.lists.get(term) || NONE;
    }

    weighed(packed) {
      const { slots, counts } = this.decode(packed);
      const rare = 1 + (this.parts - slots.length + 0.5) / (slots.length + 0.5);
      // Rounded, because logarithms may differ in their last place from machine to machine.
      const idf = Math.round(Math.log(rare) * 4096) / 4096;
      const score = (count, nth) => (idf * count * (K1 + 1)) / (count + this.saturation[slots[nth]]);
      return { slots, scores: counts.map(score) };
    }

    /* The texts of a part of a page: address, title, kind, group, about, number, sections. */
    async row(slot) {
      const nth = Math.floor(slot / this.group) * NAME;
      const name = this.texts.slice(nth, nth + NAME);
      const use = ([rows]) => new Map(rows.map(([number, ...row]) => [number, row]));
      return (await this.file("texts", name, new Map(), use)).get(slot) || null;
    }

    /* The facets that readers choose from ("facets"), or the citations ("cited"). */
    columns(key) {
      return this.file("facets", this[key], [], ([columns]) => columns);
    }

    /* The pages with the values of a facet that pass a test. */
    async pagesWith(label, test) {
      const columns = await this.columns(label === "依据" ? "cited" : "facets");
      const [, values, packed] = columns.find((one) => one[0] === label) || [label, [], []];
      const chosen = packed.filter((_, nth) => test(values[nth]));
      return new Set(window.anjianLists.flat(chosen.map((one) => this.decode(one).slots)));
    }

    sounds() {
      return this.file("names", this.names, ["", [], []], (values) => values);
    }
  }

  let opened = null;
  window.anjianOpenIndex = () => {
    opened = opened || load("root", "root").then(([root]) => new Index(root));
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
})();
