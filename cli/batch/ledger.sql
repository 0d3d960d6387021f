-- What jiyao batch keeps beside its outputs: jiyao-ledger(5).  Null is what is not known.
CREATE TABLE run (
	id INTEGER PRIMARY KEY,
	began TEXT NOT NULL,		-- UTC, ISO 8601
	ended TEXT,
	state TEXT NOT NULL,		-- running done stopped
	version TEXT NOT NULL,
	recipe TEXT NOT NULL,		-- hash of all that outputs depend on, beside the input
	options TEXT NOT NULL,		-- the same for people
	shard TEXT,			-- "3/8"; "all/8": eight ledgers were merged
	seen INTEGER,			-- paths that were met, those of other shards too
	again INTEGER,			-- own ones that had been met before
	fingerprint TEXT		-- of the paths of all that were seen
) STRICT;
-- Every input of the last run that listed it.
CREATE TABLE input (
	path TEXT PRIMARY KEY,		-- in the folder of outputs, without the suffix of a format
	source BLOB NOT NULL,		-- as it was opened
	size INTEGER NOT NULL,		-- bytes
	mtime INTEGER NOT NULL,		-- nanoseconds since 1970
	run INTEGER NOT NULL REFERENCES run,
	plan TEXT NOT NULL		-- todo done skip
) STRICT, WITHOUT ROWID;
CREATE TABLE result (
	path TEXT PRIMARY KEY REFERENCES input,
	run INTEGER NOT NULL REFERENCES run,	-- that converted it
	recipe TEXT NOT NULL,
	size INTEGER NOT NULL,		-- of the input then
	mtime INTEGER NOT NULL,
	sha256 TEXT,			-- of the input
	outcome TEXT NOT NULL,		-- converted warnings failed skipped
	status INTEGER NOT NULL,	-- of sysexits
	reason TEXT,			-- a code
	sentence TEXT,			-- the same for people
	reader TEXT,
	pages INTEGER,
	seconds REAL,			-- by the clock
	processor REAL,			-- seconds of processor time
	memory INTEGER			-- KiB at the most
) STRICT, WITHOUT ROWID;
CREATE TABLE output (
	path TEXT NOT NULL REFERENCES result ON DELETE CASCADE,
	format TEXT NOT NULL,
	file TEXT NOT NULL,		-- below the folder
	size INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	PRIMARY KEY (path, file)
) STRICT, WITHOUT ROWID;
CREATE TABLE message (
	path TEXT NOT NULL REFERENCES result ON DELETE CASCADE,
	place INTEGER NOT NULL,		-- its place among the messages of the file, from 1
	severity TEXT NOT NULL,		-- error warning
	page INTEGER,
	code TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (path, place)
) STRICT, WITHOUT ROWID;
-- The doubts about a document: checks in its minutes.
CREATE TABLE doubt (
	path TEXT NOT NULL REFERENCES result ON DELETE CASCADE,
	place INTEGER NOT NULL,
	severity TEXT NOT NULL,		-- error warning note
	code TEXT NOT NULL,
	page INTEGER,
	line INTEGER,
	text TEXT NOT NULL,
	PRIMARY KEY (path, place)
) STRICT, WITHOUT ROWID;
-- What reports across documents compare.
CREATE TABLE document (
	path TEXT PRIMARY KEY REFERENCES result ON DELETE CASCADE,
	issuer TEXT, kind TEXT, title TEXT,
	number TEXT, prefix TEXT, year INTEGER, sequence INTEGER,
	name TEXT, term TEXT, session INTEGER, date TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
	path TEXT NOT NULL REFERENCES result ON DELETE CASCADE,
	place INTEGER NOT NULL,
	role TEXT NOT NULL,		-- chair recorder signer present attending absent invited other
	name TEXT NOT NULL, organization TEXT, title TEXT,
	page INTEGER, line INTEGER,
	PRIMARY KEY (path, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX input_by_plan ON input (run, plan, path);
-- What people ask most: the inputs of the last run, and what became of them.
CREATE VIEW last AS
	SELECT path, CAST(source AS TEXT) AS source, input.size, plan, sha256, outcome, status,
	    reason, sentence, reader, pages, seconds, processor, memory
	FROM input LEFT JOIN result USING (path) WHERE input.run = (SELECT max(id) FROM run);
PRAGMA application_id = 1786339695;	-- "jyao"
PRAGMA user_version = 1;
