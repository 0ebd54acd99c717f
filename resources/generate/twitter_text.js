// What npm's twitter-text holds, as one JSON object on stdout; text_tables.py asks for it.
// Run with NODE_PATH set to the folder the package is installed in.
"use strict";

const part = (name) => {
  const loaded = require(`twitter-text/dist/regexp/${name}`);
  return (loaded.default || loaded).source;
};

// Code points from U+0000 that `source` matches whole, as [first, last] pairs. Surrogates are left
// out: in twitter-text's patterns they are halves, and no text we measure holds a half by itself.
const ranges = (source, flags, last) => {
  const pattern = new RegExp(`^(?:${source})$`, flags);
  const found = [];
  for (let code = 0; code <= last; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    if (!pattern.test(String.fromCodePoint(code))) continue;
    const open = found[found.length - 1];
    if (open && open[1] === code - 1) open[1] = code;
    else found.push([code, code]);
  }
  return found;
};

const BMP = 0xffff;
const ALL = 0x10ffff;
const endings = (name) => part(name).match(/^\(\?:\(\?:(.*?)\)/)[1].split("|");
const emoji = require("twemoji-parser/dist/lib/regex");

process.stdout.write(
  JSON.stringify({
    classes: {
      SPACES: ranges(part("spaces"), "", BMP),
      AFTER_CASHTAG: ranges(`\\s|[${part("punct")}]`, "i", BMP),
      LATIN: ranges(`[${part("latinAccentChars")}]`, "", BMP),
      LATIN_LABEL: ranges(`[a-z0-9\\-${part("latinAccentChars")}]`, "i", BMP),
      DOMAIN: ranges(part("validDomainChars"), "i", BMP),
      BEFORE_URL: ranges(part("validUrlPrecedingChars").replace("|^", ""), "i", BMP),
      PATH: ranges(part("validGeneralUrlPathChars"), "i", BMP),
      PATH_END: ranges(part("validUrlPathEndingChars"), "i", BMP),
      QUERY: ranges(part("validUrlQueryChars"), "i", BMP),
      QUERY_END: ranges(part("validUrlQueryEndingChars"), "i", BMP),
      TAG_LETTERS: ranges(part("hashtagAlpha"), "i", ALL),
      TAG_SIGNS: ranges(part("hashtagAlphaNumeric"), "i", ALL),
    },
    generic: endings("validGTLD"),
    country: endings("validCCTLD"),
    emoji: emoji.default.source,
  }),
);
