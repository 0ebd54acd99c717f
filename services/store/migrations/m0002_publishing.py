"""Step 2: what publishing keeps: kinds of slots, closed days, imports, prices and X's windows.

`post.moved_from`: when it was due before the program moved it, for being late or for a closed day.
`post.even_closed`: the owner chose this time knowing that the shop is closed then.
`closed_day.open`: 1 where the owner keeps the shop open on a holiday; `day` is YYYY-MM-DD.
`holiday_year.days`: names by day as JSON, worked out by that version of Shoplark.
`price.cost`: micro-dollars, as the owner corrected X's list; a kind without a row costs what the
list says. `look_alike`: posts on X that may be one in doubt, for the owner to compare.
`open_read`: reads of which X's bill is not known yet (x_api/open_reads.py); `cost` is the most.
`rate_window.until`: the call named so is not asked before. `import` is a file of posts that was
read in, so that the whole of it can be taken back.
"""

SQL = """
ALTER TABLE slot ADD COLUMN kind TEXT NOT NULL DEFAULT ''
  CHECK (kind IN ('', 'sell', 'help', 'people', 'ask'));

CREATE TABLE import (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  file       TEXT NOT NULL,
  posts      INTEGER NOT NULL,
  made_at    INTEGER NOT NULL
) STRICT;

ALTER TABLE post ADD COLUMN moved_from INTEGER;
ALTER TABLE post ADD COLUMN even_closed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE post ADD COLUMN import_id TEXT REFERENCES import (id) ON DELETE SET NULL;
CREATE INDEX post_by_import ON post (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX post_by_sent ON post (account_id, sent_at) WHERE sent_at IS NOT NULL;

ALTER TABLE account ADD COLUMN checking TEXT NOT NULL DEFAULT 'normal'
  CHECK (checking IN ('thrifty', 'normal', 'at_once'));
ALTER TABLE account ADD COLUMN verified INTEGER NOT NULL DEFAULT 0;

ALTER TABLE shop_profile ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE shop_profile ADD COLUMN keeps_holidays INTEGER NOT NULL DEFAULT 0;

CREATE TABLE look_alike (
  post_id    TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  x_post_id  TEXT NOT NULL,
  text       TEXT NOT NULL,
  pictures   INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (post_id, x_post_id)
) STRICT;

CREATE TABLE closed_day (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  day        TEXT NOT NULL,
  open       INTEGER NOT NULL DEFAULT 0,
  name       TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, day)
) STRICT;

CREATE TABLE holiday_year (
  country  TEXT NOT NULL,
  region   TEXT NOT NULL,
  language TEXT NOT NULL,
  year     INTEGER NOT NULL,
  version  TEXT NOT NULL,
  days     TEXT NOT NULL,
  PRIMARY KEY (country, region, language, year)
) STRICT;

CREATE TABLE price (
  kind       TEXT PRIMARY KEY,
  cost       INTEGER NOT NULL CHECK (cost >= 0),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE open_read (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL,
  purpose    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  feed       TEXT NOT NULL,
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  cost       INTEGER NOT NULL
) STRICT;

CREATE TABLE rate_window (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  noted_at   INTEGER NOT NULL,
  until      INTEGER NOT NULL,
  PRIMARY KEY (account_id, name)
) STRICT;
"""
