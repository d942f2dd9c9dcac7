/* SHA-256 after FIPS 180-4. Browsers offer their own to secure addresses only, and an
   intranet's plain http is none; one way for all is what can be tested. */
window.anjianSha256 = (() => {
  "use strict";

  const BLOCK = 64;
  const fraction = (root) => Math.floor((root - Math.floor(root)) * 4294967296) | 0;
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime)) {
      primes.push(number);
    }
  }
  const ROUNDS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const words = new Int32Array(64);

  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  const mix = (state, view, at) => {
    for (let t = 0; t < 16; t += 1) {
      words[t] = view.getInt32(at + 4 * t);
    }
    for (let t = 16; t < 64; t += 1) {
      const x = words[t - 15];
      const y = words[t - 2];
      const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      words[t] = (words[t - 16] + small + words[t - 7] + large) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t += 1) {
      const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const one = (h + high + ((e & f) ^ (~e & g)) + ROUNDS[t] + words[t]) | 0;
      const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, n) => {
      state[n] = (state[n] + word) | 0;
    });
  };

  class Sha256 {
    constructor() {
      this.state = START.slice();
      this.rest = new Uint8Array(0);
      this.length = 0;
    }

    add(bytes) {
      this.length += bytes.length;
      let given = bytes;
      if (this.rest.length) {
        given = new Uint8Array(this.rest.length + bytes.length);
        given.set(this.rest);
        given.set(bytes, this.rest.length);
      }
      const view = new DataView(given.buffer, given.byteOffset, given.length);
      const end = given.length - (given.length % BLOCK);
      for (let at = 0; at < end; at += BLOCK) {
        mix(this.state, view, at);
      }
      this.rest = given.slice(end);
    }

    hex() {
      const bits = this.length * 8;
      const size = this.rest.length < 56 ? BLOCK : 2 * BLOCK;
      const last = new Uint8Array(size - this.rest.length);
      last[0] = 0x80;
      const view = new DataView(last.buffer);
      view.setUint32(last.length - 8, Math.floor(bits / 4294967296));
      view.setUint32(last.length - 4, bits >>> 0);
      this.add(last);
      return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    }
  }

  return Sha256;
})();
