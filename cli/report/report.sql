-- What became of each input of the last run, and what to do about it.  Of several warnings the one
-- counts that asks for most.
CREATE TEMP TABLE fate (
	path TEXT PRIMARY KEY,
	source BLOB NOT NULL,
	size INTEGER NOT NULL,
	outcome TEXT NOT NULL,		-- converted warnings failed skipped todo
	status INTEGER,
	action INTEGER,			-- null: nothing is wrong
	reason TEXT, sentence TEXT, page INTEGER,
	sha256 TEXT, reader TEXT, pages INTEGER, seconds REAL, memory INTEGER,
	earlier INTEGER NOT NULL	-- it is the result of an earlier run
) WITHOUT ROWID;
INSERT INTO fate
	SELECT path, source, size, outcome, status,
	    CASE outcome WHEN 'converted' THEN NULL
	    ELSE action(outcome, coalesce(m.code, reason), status) END,
	    coalesce(m.code, reason), coalesce(m.text, sentence), m.page,
	    sha256, reader, pages, seconds, memory, earlier
	FROM (SELECT i.path, i.source, i.size,
		CASE WHEN i.plan = 'todo' THEN 'todo' ELSE ifnull(r.outcome, 'todo') END AS outcome,
		r.status, r.reason, r.sentence, r.sha256, r.reader, r.pages, r.seconds, r.memory,
		ifnull(r.run <> i.run, 0) AS earlier,
		CASE r.outcome
		WHEN 'warnings' THEN (SELECT place FROM message WHERE path = i.path
		    AND severity = 'warning' ORDER BY action('warnings', code, 0), place LIMIT 1)
		WHEN 'failed' THEN (SELECT place FROM message WHERE path = i.path
		    AND severity = 'error' AND code = r.reason ORDER BY place LIMIT 1) END AS place
	    FROM input i LEFT JOIN result r USING (path)
	    WHERE i.run = (SELECT max(id) FROM run))
	LEFT JOIN message m USING (path, place);
CREATE INDEX temp.fate_by_action ON fate (action, reason, path);
