/* Lists of numbers packed as text: gaps in Rice code, counts in unary, fifteen bits to a sign.
   generator/search/postings.py packs them. */
(() => {
  "use strict";

  const COUNTS = [1, 2, 3, 4, 6, 9, 14];
  const FIRST_SIGN = 0x3400;

  /* Reads bits of packed text, fifteen to a sign; there are noughts behind its end. */
  const bitsOf = (packed) => {
    let nth = 0;
    const bit = () => {
      const unit = packed.charCodeAt(Math.floor(nth / 15)) - FIRST_SIGN;
      nth += 1;
      return (unit >> (14 - ((nth - 1) % 15))) & 1;
    };
    const ones = (most) => {
      let count = 0;
      while (count < most && bit()) {
        count += 1;
      }
      return count;
    };
    const number = (length, start) => {
      let value = start;
      for (let done = 0; done < length; done += 1) {
        value = value * 2 + bit();
      }
      return value;
    };
    return { bit, ones, number };
  };

  /* The ascending numbers below `most` in a packed list, and how often each counts. */
  window.anjianUnpack = (packed, most) => {
    const { bit, ones, number } = bitsOf(packed);
    let zeros = 0;
    while (zeros < 30 && !bit()) {
      zeros += 1;
    }
    const length = number(zeros, 1);
    const low = Math.max(0, 31 - Math.clz32(Math.floor((most * 69) / (100 * length))));
    const slots = [];
    const counts = [];
    for (let slot = -1; slots.length < length && slots.length <= most; ) {
      slot += number(low, ones(most)) + 1;
      slots.push(slot);
      counts.push(COUNTS[ones(COUNTS.length - 1)]);
    }
    if (slots[length - 1] >= most || slots.length !== length) {
      throw new Error("list");
    }
    return { slots, counts };
  };
})();
