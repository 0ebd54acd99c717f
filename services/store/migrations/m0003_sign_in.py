"""Step 3: signing in: how an account stands with X, its removal, and what X last answered.

`account.sign_in`: 'ended' is X's own definite word; no single refusal writes it. 'lost': nobody
ended it, but nothing on this computer opens the account any more.
`account.owns_app`: 1 where the account itself owns the app on X, so that its own posts are read at
the cheap price; NULL while nobody said so. `callback_ports`: the loopback ports registered with
the app on X, tried in turn, with commas between them. `scopes`: what the owner allowed, with spaces
between them. `removed_at`: its words go a day later; until then it can be put back.
`over_since`: when that day was first found to be over, by a clock that may have been wrong then.
`unproven`: 1 from a sign-in until X has said who signed in; nothing is sent before.
`run_only`: 1 where only the run that signed in keeps what opens the account: over in the next one.
`renewal` is there from just before a refresh token leaves this computer until X's answer is kept:
while it stands nobody knows whether X has taken that token, and it is never sent again.
`token_mark` tells one token from another and opens nothing. `place`: '' at X, else the host in its
place, whose tokens are others.
`part_on_x`: a post on X stands with one part of an account, and no longer with one of all: the same
account of X may be here twice, or once more after it was removed.
`last_answer`: one row a kind of call; `x_clock` is what X's own clock said then, in UTC seconds.
"""

SQL = """
ALTER TABLE account ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'none'
  CHECK (sign_in IN ('none', 'yes', 'ended', 'lost'));
ALTER TABLE account ADD COLUMN owns_app INTEGER;
ALTER TABLE account ADD COLUMN callback_ports TEXT NOT NULL DEFAULT '8765,8766,8767';
ALTER TABLE account ADD COLUMN scopes TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN removed_at INTEGER;
ALTER TABLE account ADD COLUMN over_since INTEGER;
ALTER TABLE account ADD COLUMN unproven INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN run_only INTEGER NOT NULL DEFAULT 0;

CREATE TABLE renewal (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  place      TEXT NOT NULL DEFAULT '',
  token_mark TEXT NOT NULL,
  began_at   INTEGER NOT NULL,
  PRIMARY KEY (account_id, place)
) STRICT;

DROP INDEX part_on_x;
CREATE INDEX part_on_x ON part (x_post_id, post_id) WHERE x_post_id IS NOT NULL;
CREATE TRIGGER part_once BEFORE UPDATE OF x_post_id ON part
WHEN new.x_post_id IS NOT NULL AND new.x_post_id IS NOT old.x_post_id AND EXISTS (
  SELECT 1 FROM part AS other CROSS JOIN post AS its ON its.id = other.post_id
  WHERE other.x_post_id = new.x_post_id AND other.id <> new.id
    AND its.account_id = (SELECT account_id FROM post WHERE id = new.post_id)) BEGIN
  SELECT RAISE(ABORT, 'this post on X stands with another part of the account');
END;

CREATE TABLE last_answer (
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  call       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  status     INTEGER,
  trouble    TEXT NOT NULL DEFAULT '',
  x_clock    INTEGER,
  PRIMARY KEY (account_id, call)
) STRICT;
"""
