// npm's twitter-text for twitter_text.py: a line of JSON in, a line of JSON out.
// {"texts": [...], "version": 3}               what it says of each text
// {"texts": [...], "version": 3, "time": true} nanoseconds each takes, entities asked for
"use strict";

const readline = require("readline");
const loaded = require("twitter-text");
const twitter = loaded.default || loaded;

const limits = { long: 25000 };
const config = (version) =>
  version === "long"
    ? { ...twitter.configs.version3, maxWeightedTweetLength: limits.long }
    : twitter.configs[`version${version}`];

const entity = (found) => {
  const [start, end] = found.indices;
  if (found.url !== undefined) return ["url", start, end];
  if (found.hashtag !== undefined) return ["hashtag", start, end];
  if (found.cashtag !== undefined) return ["cashtag", start, end];
  return [found.listSlug ? "list" : "mention", start, end];
};

const said = (text, rules) => {
  const parsed = twitter.parseTweet(text, rules);
  return {
    weight: parsed.weightedLength,
    valid: parsed.valid,
    permillage: parsed.permillage,
    end: parsed.validRangeEnd,
    entities: twitter.extractEntitiesWithIndices(text).map(entity),
    reply: twitter.extractReplies(text),
  };
};

const timed = (text, rules) => {
  const began = process.hrtime.bigint();
  twitter.parseTweet(text, rules);
  twitter.extractEntitiesWithIndices(text);
  return Number(process.hrtime.bigint() - began);
};

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const asked = JSON.parse(line);
  const rules = config(asked.version);
  const answers = asked.texts.map((text) => (asked.time ? timed : said)(text, rules));
  process.stdout.write(`${JSON.stringify(answers)}\n`);
});
