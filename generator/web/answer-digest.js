/* Answers are compared by salted digests, folded the same way as when the page was made. */
(() => {
  "use strict";

  // What Python takes for blanks in a pattern, then the punctuation that does not count.
  const DROPPED =
    /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000、，,。.；;：:！!？?“”"‘’'（）()《》〈〉【】[\]—·_-]+/g;
  const LENGTH = 32;

  const hex = (text) => {
    const digest = new window.anjianSha256();
    digest.add(new TextEncoder().encode(text));
    return digest.hex();
  };

  // Signs that stood apart may form one when what was between them is gone.
  const folded = (text) =>
    text.normalize("NFKC").replace(DROPPED, "").toLowerCase().normalize("NFKC");

  const digestOf = (salt, place, answer) => hex(`${salt}\n${place}\n${answer}`).slice(0, LENGTH);

  /* Whether each place of an answer is among what is right there. */
  const isRight = (salt, digests, places) => {
    const wanted = digests.split("|").map((place) => place.split(" "));
    return (
      wanted.length === places.length &&
      wanted.every((some, index) => some.includes(digestOf(salt, index, places[index])))
    );
  };

  window.anjianDigest = { hex, folded, digestOf, isRight };
})();
