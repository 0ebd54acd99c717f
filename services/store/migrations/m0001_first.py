"""Step 1: all tables: accounts, the shop, posts, campaigns, pictures, boards, inbox, figures.

Times are UTC seconds, money is micro-dollars (a product's price: minor units of its currency),
ids of ours are UUIDv4 text, X's ids are text in columns named `x_…`. `utc_day` is days since 1970.
`feed_cursor.whole_since`: from when on the feed was read without a gap. `account_day.reads_from`:
from when on that sample read own posts. `inbox_item.reopened_at`: answers before it do not count.
`paid_call.x_id`: of what the call made on X, so that it is booked once.
`post.opened_at`: when X's own page was opened for it; only the owner knows whether it was posted.
`post.kind` is '' while it is guessed. `draft_version.content` is JSON (publishing/versions.py),
written at `saved_at` and put aside at `kept_at`.
`own_post.links`: where the links of its text lead, as far as X told, with spaces between them.
`post_words.words` is folded (text/fold.py), and `post_search` its index; `own_words` and
`own_search` are the same for posts made on X. A giveaway's entries are
in the order they were drawn from, so that `seed` shows how the winners were found; `late`: the
answer came after the end.
"""

SQL = """
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id         TEXT PRIMARY KEY,
  way        TEXT NOT NULL CHECK (way IN ('practice', 'by_hand', 'connected')),
  handle     TEXT,
  x_user_id  TEXT,
  client_id  TEXT,
  x_url      TEXT,
  zone       TEXT NOT NULL,
  colour     TEXT NOT NULL,
  budget     INTEGER,
  long_posts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_one_practice ON account (way) WHERE way = 'practice';
CREATE UNIQUE INDEX account_script ON account (x_url) WHERE x_url IS NOT NULL;

CREATE TABLE shop_profile (
  account_id     TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  name           TEXT NOT NULL DEFAULT '',
  sells          TEXT NOT NULL DEFAULT '',
  country        TEXT NOT NULL DEFAULT '',
  speaker        TEXT NOT NULL DEFAULT '',
  voice          TEXT NOT NULL DEFAULT '',
  speaker_role   TEXT NOT NULL DEFAULT '',
  words_to_use   TEXT NOT NULL DEFAULT '',
  words_to_avoid TEXT NOT NULL DEFAULT '',
  sign_off       TEXT NOT NULL DEFAULT '',
  website        TEXT NOT NULL DEFAULT '',
  own_tags       TEXT NOT NULL DEFAULT '',
  first_colour   TEXT NOT NULL DEFAULT '',
  second_colour  TEXT NOT NULL DEFAULT '',
  logo           TEXT REFERENCES picture (hash),
  changed_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE opening_hours (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  opens      TEXT,
  closes     TEXT,
  PRIMARY KEY (account_id, weekday)
) STRICT;

CREATE TABLE product (
  id          TEXT PRIMARY KEY,
  account_id  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  price_minor INTEGER,
  currency    TEXT NOT NULL DEFAULT '',
  link        TEXT NOT NULL DEFAULT '',
  picture     TEXT REFERENCES picture (hash),
  position    INTEGER NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_account ON product (account_id, position);

CREATE TABLE picture (
  hash       TEXT PRIMARY KEY,
  mime       TEXT NOT NULL,
  width      INTEGER NOT NULL,
  height     INTEGER NOT NULL,
  bytes      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE slot (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  wall       TEXT NOT NULL,
  UNIQUE (account_id, weekday, wall)
) STRICT;

CREATE TABLE post (
  id               TEXT PRIMARY KEY,
  account_id       TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  state            TEXT NOT NULL CHECK (state IN
                     ('draft', 'queued', 'sending', 'checking', 'needs_you', 'sent', 'deleted')),
  due_at           INTEGER,
  due_wall         TEXT,
  due_zone         TEXT,
  late_rule        TEXT NOT NULL DEFAULT 'usual' CHECK (late_rule IN ('usual', 'send', 'ask')),
  next_try_at      INTEGER,
  tries            INTEGER NOT NULL DEFAULT 0,
  reason           TEXT,
  reason_detail    TEXT,
  answers_item     TEXT REFERENCES inbox_item (id) ON DELETE SET NULL,
  reply_to_x_id    TEXT,
  board_id         TEXT REFERENCES board (id) ON DELETE SET NULL,
  campaign_id      TEXT REFERENCES campaign (id) ON DELETE SET NULL,
  kind             TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'sell', 'help', 'people', 'ask')),
  who_can_reply    TEXT NOT NULL DEFAULT 'everyone' CHECK (who_can_reply IN
                     ('everyone', 'following', 'mentioned', 'subscribers', 'verified')),
  paid_partnership INTEGER NOT NULL DEFAULT 0,
  made_with_ai     INTEGER NOT NULL DEFAULT 0,
  poll_minutes     INTEGER,
  link_marks       INTEGER NOT NULL DEFAULT 1,
  created_at       INTEGER NOT NULL,
  changed_at       INTEGER NOT NULL,
  queued_at        INTEGER,
  attempted_at     INTEGER,
  doubtful_since   INTEGER,
  absent_reads     INTEGER NOT NULL DEFAULT 0,
  sent_at          INTEGER,
  opened_at        INTEGER,
  deleted_from     TEXT
) STRICT;
CREATE INDEX post_by_state ON post (account_id, state, due_at);
CREATE INDEX post_by_item ON post (answers_item);

CREATE TABLE poll_option (
  post_id  TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (post_id, position)
) STRICT;

CREATE TABLE draft_version (
  id       TEXT PRIMARY KEY,
  post_id  TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  saved_at INTEGER NOT NULL,
  kept_at  INTEGER NOT NULL,
  digest   TEXT NOT NULL DEFAULT '',
  content  TEXT NOT NULL
) STRICT;
CREATE INDEX draft_version_by_post ON draft_version (post_id, kept_at);

CREATE TABLE post_words (
  id      INTEGER PRIMARY KEY,
  post_id TEXT NOT NULL UNIQUE REFERENCES post (id) ON DELETE CASCADE,
  words   TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE post_search USING fts5 (
  words, content = 'post_words', content_rowid = 'id', tokenize = 'unicode61'
);
CREATE TRIGGER post_words_in AFTER INSERT ON post_words BEGIN
  INSERT INTO post_search(rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER post_words_out AFTER DELETE ON post_words BEGIN
  INSERT INTO post_search(post_search, rowid, words) VALUES ('delete', old.id, old.words);
END;
CREATE TRIGGER post_words_over AFTER UPDATE ON post_words BEGIN
  INSERT INTO post_search(post_search, rowid, words) VALUES ('delete', old.id, old.words);
  INSERT INTO post_search(rowid, words) VALUES (new.id, new.words);
END;

CREATE TABLE template (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  is_snippet INTEGER NOT NULL,
  uses       INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  UNIQUE (account_id, is_snippet, name)
) STRICT;

CREATE TABLE template_part (
  template_id TEXT NOT NULL REFERENCES template (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  text        TEXT NOT NULL,
  PRIMARY KEY (template_id, position)
) STRICT;

CREATE TABLE campaign (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  tag        TEXT NOT NULL,
  first_day  TEXT NOT NULL,
  last_day   TEXT NOT NULL,
  board_id   TEXT REFERENCES board (id) ON DELETE SET NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX campaign_by_account ON campaign (account_id, first_day);

CREATE TABLE giveaway (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  post_id    TEXT REFERENCES post (id) ON DELETE SET NULL,
  prize      TEXT NOT NULL,
  rules      TEXT NOT NULL,
  winners    INTEGER NOT NULL DEFAULT 1,
  ends_at    INTEGER NOT NULL,
  ends_wall  TEXT NOT NULL,
  ends_zone  TEXT NOT NULL,
  drawn_at   INTEGER,
  seed       TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX giveaway_by_account ON giveaway (account_id, created_at);

CREATE TABLE giveaway_entry (
  giveaway_id TEXT NOT NULL REFERENCES giveaway (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  item_id     TEXT REFERENCES inbox_item (id) ON DELETE SET NULL,
  handle      TEXT NOT NULL,
  x_post_id   TEXT NOT NULL,
  won         INTEGER NOT NULL DEFAULT 0,
  late        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (giveaway_id, position)
) STRICT;

CREATE TABLE part (
  id           TEXT PRIMARY KEY,
  post_id      TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  text         TEXT NOT NULL,
  x_post_id    TEXT,
  attempted_at INTEGER,
  sent_at      INTEGER,
  UNIQUE (post_id, position)
) STRICT;
CREATE UNIQUE INDEX part_on_x ON part (x_post_id) WHERE x_post_id IS NOT NULL;

CREATE TABLE attachment (
  id               TEXT PRIMARY KEY,
  part_id          TEXT NOT NULL REFERENCES part (id) ON DELETE CASCADE,
  position         INTEGER NOT NULL,
  picture          TEXT NOT NULL REFERENCES picture (hash),
  alt_text         TEXT NOT NULL DEFAULT '',
  x_media_id       TEXT,
  media_expires_at INTEGER,
  alt_text_set     INTEGER NOT NULL DEFAULT 0,
  UNIQUE (part_id, position)
) STRICT;

CREATE TABLE board (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  shape      TEXT NOT NULL CHECK (shape IN ('16:9', '1:1', '4:5')),
  gutter     INTEGER NOT NULL,
  background TEXT NOT NULL,
  link       TEXT NOT NULL DEFAULT '',
  alt_text   TEXT NOT NULL DEFAULT '',
  right_to_left INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX board_by_account ON board (account_id, changed_at);

CREATE TABLE board_cell (
  board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  picture  TEXT NOT NULL REFERENCES picture (hash),
  caption  TEXT NOT NULL DEFAULT '',
  focus_x  REAL NOT NULL DEFAULT 0.5,
  focus_y  REAL NOT NULL DEFAULT 0.5,
  PRIMARY KEY (board_id, position)
) STRICT;

CREATE TABLE customer (
  id            TEXT PRIMARY KEY,
  account_id    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  x_user_id     TEXT NOT NULL,
  handle        TEXT NOT NULL,
  name          TEXT NOT NULL,
  notes         TEXT NOT NULL DEFAULT '',
  vip           INTEGER NOT NULL DEFAULT 0,
  first_seen_at INTEGER NOT NULL,
  looked_up_at  INTEGER NOT NULL,
  UNIQUE (account_id, x_user_id)
) STRICT;

CREATE TABLE inbox_item (
  id                TEXT PRIMARY KEY,
  account_id        TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind              TEXT NOT NULL CHECK (kind IN ('mention', 'message')),
  x_id              TEXT NOT NULL,
  x_conversation_id TEXT NOT NULL,
  x_parent_id       TEXT,
  customer_id       TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  text              TEXT NOT NULL,
  lang              TEXT NOT NULL DEFAULT '',
  topic             TEXT NOT NULL DEFAULT '' CHECK (topic IN
                      ('', 'question', 'complaint', 'praise', 'order', 'noise')),
  created_at        INTEGER NOT NULL,
  received_at       INTEGER NOT NULL,
  read_at           INTEGER,
  done_at           INTEGER,
  snoozed_until     INTEGER,
  reopened_at       INTEGER,
  UNIQUE (account_id, x_id)
) STRICT;
CREATE INDEX inbox_item_by_time ON inbox_item (account_id, created_at);
CREATE INDEX inbox_item_by_conversation ON inbox_item (account_id, x_conversation_id, created_at);

CREATE TABLE answer_draft (
  account_id        TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  x_conversation_id TEXT NOT NULL,
  customer_id       TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  text              TEXT NOT NULL,
  changed_at        INTEGER NOT NULL,
  PRIMARY KEY (account_id, x_conversation_id, customer_id)
) STRICT;

CREATE TABLE feed_cursor (
  account_id  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  feed        TEXT NOT NULL,
  since_id    TEXT,
  whole_since INTEGER NOT NULL DEFAULT 0,
  checked_at  INTEGER NOT NULL,
  PRIMARY KEY (account_id, feed)
) STRICT;

CREATE TABLE own_post (
  account_id        TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  x_post_id         TEXT NOT NULL,
  x_conversation_id TEXT NOT NULL,
  x_parent_id       TEXT,
  text              TEXT NOT NULL,
  pictures          INTEGER NOT NULL DEFAULT 0,
  has_link          INTEGER NOT NULL DEFAULT 0,
  links             TEXT NOT NULL DEFAULT '',
  picture           TEXT REFERENCES picture (hash),
  created_at        INTEGER NOT NULL,
  PRIMARY KEY (account_id, x_post_id)
) STRICT;
CREATE INDEX own_post_by_time ON own_post (account_id, created_at);
CREATE INDEX own_post_by_parent ON own_post (account_id, x_parent_id);
CREATE INDEX own_post_by_conversation ON own_post (account_id, x_conversation_id, created_at);

CREATE TABLE own_words (
  id         INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  x_post_id  TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  words      TEXT NOT NULL,
  UNIQUE (account_id, x_post_id),
  FOREIGN KEY (account_id, x_post_id) REFERENCES own_post (account_id, x_post_id) ON DELETE CASCADE
) STRICT;
CREATE VIRTUAL TABLE own_search USING fts5 (
  words, content = 'own_words', content_rowid = 'id', tokenize = 'unicode61'
);
CREATE TRIGGER own_words_in AFTER INSERT ON own_words BEGIN
  INSERT INTO own_search(rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER own_words_out AFTER DELETE ON own_words BEGIN
  INSERT INTO own_search(own_search, rowid, words) VALUES ('delete', old.id, old.words);
END;
CREATE TRIGGER own_post_reworded AFTER UPDATE OF text, links ON own_post
WHEN old.text IS NOT new.text OR old.links IS NOT new.links BEGIN
  DELETE FROM own_words WHERE account_id = old.account_id AND x_post_id = old.x_post_id;
END;

CREATE TABLE post_snapshot (
  account_id     TEXT NOT NULL,
  x_post_id      TEXT NOT NULL,
  utc_day        INTEGER NOT NULL,
  taken_at       INTEGER NOT NULL,
  impressions    INTEGER NOT NULL,
  likes          INTEGER NOT NULL,
  reposts        INTEGER NOT NULL,
  replies        INTEGER NOT NULL,
  quotes         INTEGER NOT NULL,
  bookmarks      INTEGER NOT NULL,
  engagements    INTEGER,
  link_clicks    INTEGER,
  profile_clicks INTEGER,
  PRIMARY KEY (account_id, x_post_id, utc_day),
  FOREIGN KEY (account_id, x_post_id) REFERENCES own_post (account_id, x_post_id) ON DELETE CASCADE
) STRICT;

CREATE TABLE account_day (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  utc_day    INTEGER NOT NULL,
  taken_at   INTEGER NOT NULL,
  followers  INTEGER NOT NULL,
  following  INTEGER NOT NULL,
  posts      INTEGER NOT NULL,
  reads_from INTEGER,
  PRIMARY KEY (account_id, utc_day)
) STRICT;

CREATE TABLE paid_call (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL,
  purpose    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  count      INTEGER NOT NULL,
  cost       INTEGER NOT NULL,
  x_id       TEXT
) STRICT;
CREATE INDEX paid_call_by_time ON paid_call (account_id, at);
CREATE UNIQUE INDEX paid_call_once ON paid_call (account_id, x_id) WHERE x_id IS NOT NULL;

CREATE TABLE billed_resource (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  utc_day    INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  x_id       TEXT NOT NULL,
  PRIMARY KEY (account_id, utc_day, kind, x_id)
) STRICT;
"""
