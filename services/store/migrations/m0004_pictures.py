"""Step 4: boards with all their looks, templates of looks, videos, and pictures found again.

`board.look` and `board_template.look` are JSON (services/media/look_json.py). `board.made` is the
picture last exported of it. `board_cell.focus_x` NULL: nobody has chosen the crop's middle yet.
`picture.millis`: how long a video runs, NULL for a picture. `picture.poster`: the hash of the
picture that stands for it. `picture.fingerprint`: signs in hex by which a picture is found
again though its bytes differ. `picture.unused_since`: when it was first found that nothing shows
it; what comes to show it takes that back. `board_outing` is a board on its way to Pinterest or
Tumblr: the folder with its pictures, and by `content` (a hash) whether they are still the board's.
"""

SQL = """
ALTER TABLE board ADD COLUMN look TEXT NOT NULL DEFAULT '{}';
ALTER TABLE board ADD COLUMN made TEXT REFERENCES picture (hash);
UPDATE board SET look = json_object('shape', shape, 'gutter', gutter, 'background', background,
  'right_to_left', json(iif(right_to_left, 'true', 'false')));
ALTER TABLE board DROP COLUMN shape;
ALTER TABLE board DROP COLUMN gutter;
ALTER TABLE board DROP COLUMN background;
ALTER TABLE board DROP COLUMN right_to_left;

CREATE TABLE new_cell (
  board_id TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  picture  TEXT NOT NULL REFERENCES picture (hash),
  caption  TEXT NOT NULL DEFAULT '',
  focus_x  REAL,
  focus_y  REAL,
  zoom     REAL NOT NULL DEFAULT 1,
  price    TEXT NOT NULL DEFAULT '',
  ribbon   TEXT NOT NULL DEFAULT '',
  credit   TEXT NOT NULL DEFAULT '',
  source   TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (board_id, position)
) STRICT;
INSERT INTO new_cell(board_id, position, picture, caption, focus_x, focus_y)
  SELECT board_id, position, picture, caption, focus_x, focus_y FROM board_cell;
DROP TABLE board_cell;
ALTER TABLE new_cell RENAME TO board_cell;
CREATE INDEX board_cell_by_picture ON board_cell (picture);

CREATE TABLE board_template (
  id         TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  look       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX board_template_by_account ON board_template (account_id, created_at);

CREATE TABLE board_outing (
  board_id TEXT PRIMARY KEY REFERENCES board (id) ON DELETE CASCADE,
  site     TEXT NOT NULL,
  folder   TEXT NOT NULL,
  content  TEXT NOT NULL,
  begun_at INTEGER NOT NULL
) STRICT;

ALTER TABLE picture ADD COLUMN millis INTEGER;
ALTER TABLE picture ADD COLUMN poster TEXT REFERENCES picture (hash);
ALTER TABLE picture ADD COLUMN fingerprint TEXT;
ALTER TABLE picture ADD COLUMN unused_since INTEGER;
CREATE INDEX attachment_by_picture ON attachment (picture);
CREATE TRIGGER attachment_shows AFTER INSERT ON attachment BEGIN
  UPDATE picture SET unused_since = NULL WHERE hash = new.picture AND unused_since IS NOT NULL;
END;
CREATE TRIGGER board_cell_shows AFTER INSERT ON board_cell BEGIN
  UPDATE picture SET unused_since = NULL WHERE hash = new.picture AND unused_since IS NOT NULL;
END;
"""
