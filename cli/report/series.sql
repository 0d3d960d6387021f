-- What only shows across documents.  A rule asks first whether it would flood a real archive: the
-- same minutes kept as PDF and as DOCX are copies and no finding, sessions begin anew with each
-- term, and numbers are shared with other series.

CREATE TEMP TABLE hint (
	rule TEXT NOT NULL,
	series TEXT NOT NULL,
	subject TEXT NOT NULL,		-- a session, a number, a name
	rank INTEGER NOT NULL,		-- in which order subjects stand
	path TEXT NOT NULL, page INTEGER, line INTEGER,
	value TEXT			-- what stands there
);

-- Every document that was read.  Where it does not say whose it is, its neighbours do that belong
-- to meetings of the same name; else its folder stands for the issuer.
CREATE TEMP TABLE paper (
	path TEXT PRIMARY KEY, issuer TEXT, meeting TEXT, session INTEGER, date TEXT,
	number TEXT, prefix TEXT, year INTEGER, sequence INTEGER, term INTEGER
) WITHOUT ROWID;
INSERT INTO paper
	WITH read AS (SELECT document.*, shape(ifnull(nullif(name, ''), title)) AS meeting,
		rtrim(path, replace(path, '/', '')) AS folder
	    FROM document JOIN fate USING (path) WHERE outcome IN ('converted', 'warnings')),
	known AS (SELECT meeting, folder, min(issuer) AS neighbours FROM read
	    WHERE issuer <> '' GROUP BY 1, 2 HAVING count(DISTINCT issuer) = 1)
	SELECT path, coalesce(nullif(issuer, ''), neighbours, folder), meeting, session,
	    CASE WHEN date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' THEN date END,
	    number, prefix, year, sequence, 0
	FROM read LEFT JOIN known USING (meeting, folder) WHERE meeting <> '';

-- With a new term sessions count from 1 again, which not every name of a meeting shows: a fall to
-- less than half, after two that were high and before another that is low.
CREATE TEMP TABLE term AS
	WITH sitting AS (SELECT DISTINCT issuer, meeting, session, date FROM paper
	    WHERE session > 0 AND date IS NOT NULL),
	seen AS (SELECT *, lag(session) OVER w AS before, lag(session, 2) OVER w AS earlier,
		lead(session) OVER w AS after FROM sitting
	    WINDOW w AS (PARTITION BY issuer, meeting ORDER BY date, session))
	SELECT issuer, meeting, session, date,
	    sum(ifnull(before > session * 2 AND earlier > session * 2 AND before > after * 2, 0))
		OVER (PARTITION BY issuer, meeting ORDER BY date, session) AS term FROM seen;
UPDATE paper SET term = t.term FROM term t WHERE paper.issuer = t.issuer
    AND paper.meeting = t.meeting AND paper.session = t.session AND paper.date = t.date;

-- Two kinds of counting: sessions of a meeting, and document numbers of a year.  ONE and OTHER are
-- what two documents of the same count can only differ in if they are two.
CREATE TEMP TABLE counted AS
	SELECT 'session' AS kind, issuer || ' ' || meeting AS series, term, session AS n, path,
	    date AS one, number AS other, trim(ifnull(date, '') || ' ' || ifnull(number, '')) AS value
	    FROM paper WHERE session > 0
	UNION ALL
	SELECT 'number', ifnull(nullif(prefix, ''), issuer || ' ' || meeting)
		|| '〔' || year || '〕', 0, sequence, path,
	    date, session, trim(ifnull(date, '') || ' ' || ifnull('第' || session || '次', ''))
	    FROM paper WHERE year > 0 AND sequence > 0;
CREATE INDEX temp.counted_by_n ON counted (kind, series, term, n);

INSERT INTO hint
	SELECT kind || '-twice', series, n, n, path, NULL, NULL, value FROM counted
	JOIN (SELECT kind, series, term, n FROM counted GROUP BY 1, 2, 3, 4
	    HAVING count(DISTINCT one) > 1 OR count(DISTINCT other) > 1)
	    USING (kind, series, term, n);

-- Gaps with the documents before and after each; where there are many, a line for all of them:
-- such a series is a selection.
CREATE TEMP TABLE gap AS
	WITH present AS (SELECT kind, series, term, n, min(path) AS path FROM counted
	    GROUP BY 1, 2, 3, 4),
	pair AS (SELECT *, lag(n) OVER w AS before, lag(path) OVER w AS before_path,
		count(*) OVER (PARTITION BY kind, series, term) AS documents FROM present
	    WINDOW w AS (PARTITION BY kind, series, term ORDER BY n))
	SELECT *, count(*) OVER s AS gaps, sum(n - before - 1) OVER s AS lost,
	    min(before) OVER s AS first, max(n) OVER s AS last
	FROM pair WHERE n > before + 1
	WINDOW s AS (PARTITION BY kind, series, term);
INSERT INTO hint
	WITH narrow AS (SELECT *, CASE WHEN n - before = 2 THEN before + 1
	    ELSE (before + 1) || '–' || (n - 1) END AS subject FROM gap
	    WHERE gaps * 4 <= documents + 12)
	SELECT kind || '-missing', series, subject, before, before_path, NULL, NULL, before
	    FROM narrow
	UNION ALL
	SELECT kind || '-missing', series, subject, before, path, NULL, NULL, n FROM narrow
	UNION ALL
	SELECT kind || '-missing', series, first || '–' || last || ': ' || lost || ' / '
		|| (last - first + 1), first, before_path, NULL, NULL, before
	    FROM gap WHERE gaps * 4 > documents + 12 AND before = first
	UNION ALL
	SELECT kind || '-missing', series, first || '–' || last || ': ' || lost || ' / '
		|| (last - first + 1), first, path, NULL, NULL, n
	    FROM gap WHERE gaps * 4 > documents + 12 AND n = last;

-- A later session on an earlier day.
CREATE TEMP TABLE inversion AS
	WITH sitting AS (SELECT series, term, n, one AS date, min(path) AS path FROM counted
	    WHERE kind = 'session' AND one IS NOT NULL GROUP BY 1, 2, 3, 4),
	pair AS (SELECT *, lag(n) OVER w AS before, lag(date) OVER w AS before_date,
		lag(path) OVER w AS before_path FROM sitting
	    WINDOW w AS (PARTITION BY series, term ORDER BY n, date))
	SELECT * FROM pair WHERE before_date > date;
INSERT INTO hint
	SELECT 'date-order', series, before || ' > ' || n, n, before_path, NULL, NULL, before_date
	    FROM inversion
	UNION ALL SELECT 'date-order', series, before || ' > ' || n, n, path, NULL, NULL, date
	    FROM inversion;

-- Who sat where.  Sittings count, not documents, so that copies do not make a name common.
CREATE TEMP TABLE seat AS
	SELECT issuer, replace(replace(person.name, ' ', ''), '　', '') AS name,
	    ifnull(organization, '') AS organization,
	    ifnull(date || meeting || ifnull(session, ''), path) AS day,
	    date, path, page, line
	FROM person JOIN paper USING (path) WHERE person.name <> '';
CREATE INDEX temp.seat_by_name ON seat (issuer, name, organization);
CREATE TEMP TABLE called AS
	SELECT issuer, organization, name, count(DISTINCT day) AS days,
	    min(day) AS day, min(date) AS first,
	    max(date) AS last FROM seat GROUP BY 1, 2, 3;
CREATE INDEX temp.called_by_name ON called (issuer, name);
CREATE INDEX temp.called_by_organization ON called (issuer, organization, days);

-- Who changes office is first in one and then in the other; who stands twice in one document is a
-- check of that document.  An organisation's short form has the characters of the long one in
-- their order.
CREATE TEMP TABLE both AS
	SELECT a.issuer, a.name, a.organization AS one, b.organization AS other
	FROM called a JOIN called b INDEXED BY called_by_name USING (issuer, name)
	WHERE a.organization <> '' AND a.organization < b.organization
	    AND a.first <= b.last AND b.first <= a.last
	    AND (a.days > 1 OR b.days > 1 OR a.day <> b.day)
	    AND NOT abbreviates(a.organization, b.organization)
	    AND NOT abbreviates(b.organization, a.organization);
-- One character is another, or missing; in the same organisation, one name common and the other
-- rare, and never in the same document.  Names of two characters are alike more often by chance.
CREATE TEMP TABLE variant AS
	SELECT x.issuer, x.organization, x.name AS common, y.name AS rare, x.days
	FROM called x JOIN called y INDEXED BY called_by_organization USING (issuer, organization)
	WHERE x.days >= 3 AND y.days <= (x.days + 9) / 10 AND alike(x.name, y.name)
	    AND CASE WHEN length(x.name) > 2 AND length(y.name) > 2 THEN 1
		ELSE organization <> '' AND x.days >= 4 AND y.first BETWEEN x.first AND x.last END
	    AND (SELECT sum(days) FROM called c
		WHERE c.issuer = y.issuer AND c.name = y.name) = y.days
	    AND NOT EXISTS (SELECT 1 FROM seat s JOIN seat t USING (path)
		WHERE s.issuer = x.issuer AND s.name = x.name AND t.issuer = x.issuer
		    AND t.name = y.name);
-- Not all places of a name: three sittings will do, and of copies one.
CREATE TEMP TABLE spot AS
	SELECT issuer, name, organization, date, path, page, line, row_number() OVER
	    (PARTITION BY issuer, name, organization ORDER BY date, day) AS turn
	FROM (SELECT *, min(path || printf('%09d%09d', page, line)) FROM seat
	    WHERE (issuer, name) IN (SELECT issuer, name FROM both UNION
		SELECT issuer, common FROM variant UNION SELECT issuer, rare FROM variant)
	    GROUP BY issuer, name, organization, day);
INSERT INTO hint
	SELECT 'person', issuer, name, 0, path, page, line,
	    trim(organization || ' ' || ifnull(date, ''))
	FROM both JOIN spot USING (issuer, name)
	WHERE organization IN (one, other) AND turn <= 3
	GROUP BY issuer, name, path, page, line, organization;
INSERT INTO hint
	SELECT 'variant', issuer, rare || ' / ' || common, 0, path, page, line,
	    trim(name || ' ' || organization)
	FROM variant JOIN spot USING (issuer, organization)
	WHERE name IN (common, rare) AND turn <= 3;
