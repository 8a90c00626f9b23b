/// Statements that say what is meant: none gets a note.
enum SoundStatements {
  static let all = text.split(separator: "\n").map(String.init).filter { !$0.isEmpty }

  private static let text = """
    SELECT 1
    SELECT * FROM incumbent
    SELECT key, name_en FROM mission ORDER BY sort_key_en
    SELECT count(*) FROM posting
    SELECT count(*), min(born) FROM person
    SELECT mission, count(*) FROM posting GROUP BY mission
    SELECT mission, count(*) FROM posting GROUP BY 1 HAVING count(*) > 2 ORDER BY 2 DESC
    SELECT m.kind, count(*) FROM mission AS m GROUP BY m.kind
    SELECT person_name, max(began) FROM incumbency WHERE mission = 'fr-paris'
    SELECT person_name, count(*), min(began_earliest) FROM incumbency
    SELECT DISTINCT mission FROM incumbency
    SELECT avg(tenure_days_least), avg(tenure_days_most) FROM incumbency
    SELECT avg(julianday(ended_earliest) - julianday(began_latest)) FROM incumbency
    SELECT julianday(began) FROM incumbency WHERE length(began) = 10
    SELECT julianday(began) FROM incumbency WHERE date(began) = began
    SELECT julianday(began) FROM incumbency WHERE date(began) IS NOT NULL
    SELECT julianday(began) FROM incumbency WHERE began = began_earliest
    SELECT julianday(began) FROM incumbency WHERE began_earliest = began_latest
    SELECT CASE length(began) WHEN 10 THEN julianday(began) END FROM incumbency
    WITH d AS (SELECT began FROM incumbency WHERE began GLOB '????-??-??') SELECT julianday(began) FROM d
    SELECT strftime('%Y', began_earliest) FROM incumbency
    SELECT substr(began, 1, 4) AS year, count(*) FROM incumbency WHERE mission = 'fr-paris' GROUP BY year
    SELECT substr(began, 1, 4) FROM incumbency WHERE substr(began, 1, 4) = '2025'
    SELECT CAST(substr(began, 1, 4) AS INTEGER) FROM incumbency WHERE mission = 'fr-paris'
    SELECT CAST(began AS INTEGER) FROM incumbency WHERE CAST(began AS INTEGER) = 2025
    SELECT * FROM incumbency WHERE substr(began, 1, 4) + 0 > 2020
    SELECT * FROM incumbency WHERE began + 0 = 2025
    SELECT * FROM incumbency WHERE began > '2019'
    SELECT * FROM incumbency WHERE began >= '2019'
    SELECT * FROM incumbency WHERE mission = 'fr-paris' AND began < '2026'
    SELECT * FROM incumbency WHERE began <= '2019-12-31'
    SELECT * FROM incumbency WHERE mission = 'fr-paris' AND began <= '2025~'
    SELECT * FROM incumbency WHERE mission = 'fr-paris' AND began BETWEEN '2019-01-01' AND '2025-12-31'
    SELECT * FROM incumbency WHERE mission = 'fr-paris' AND began BETWEEN '2019' AND '2025-12-31'
    SELECT * FROM incumbency WHERE began LIKE '2025%'
    SELECT * FROM incumbency WHERE began GLOB '2025*'
    SELECT * FROM incumbency WHERE began LIKE '2025%' OR began = '2025'
    SELECT * FROM incumbency WHERE began = '2025' AND length(began) = 4
    SELECT * FROM incumbency WHERE began IN ('2025', '2025-02', '2025-02-20')
    SELECT * FROM incumbency WHERE began = '2025-02-20'
    SELECT * FROM accreditation WHERE credentials = '1850'
    SELECT * FROM accreditation WHERE credentials <= '1850'
    SELECT * FROM incumbency WHERE mission = 'fr-paris' AND began < '2025-13'
    SELECT * FROM incumbency WHERE mission = 'fr-paris' AND began <= '2025-02-31'
    SELECT * FROM incumbency WHERE began > '202'
    SELECT * FROM incumbency WHERE began >= '2019-'
    SELECT * FROM incumbency WHERE began > ''
    SELECT * FROM incumbency WHERE ended <> ''
    SELECT * FROM incumbency WHERE began = '[..2019-05-01]'
    SELECT * FROM incumbency WHERE began = '2019?' OR began = '2019~' OR began = '2019-05%'
    SELECT * FROM tenure WHERE coalesce(ended, 'present') = 'present'
    SELECT coalesce(ended, 'now') FROM tenure
    SELECT * FROM tenure WHERE coalesce(ended_latest, '9999') >= '2025-01-01'
    SELECT * FROM incumbency WHERE began_earliest <= '2025-12-31' AND began_latest >= '2025-01-01'
    SELECT date(began_earliest, '+30 days') FROM incumbency
    SELECT julianday('2025-01-01') - julianday(began_latest) FROM incumbent
    SELECT date('now'), datetime('now', 'localtime'), CURRENT_DATE
    SELECT julianday(coalesce(ended_earliest, day)) FROM tenure, asked_day
    SELECT * FROM tenure WHERE ended IS NULL
    SELECT * FROM tenure WHERE ended IS NOT NULL AND term IS NULL
    SELECT * FROM posting WHERE term IS NOT '2024-2027'
    SELECT * FROM posting WHERE term IS NULL OR term NOT IN ('2018-2021', '2024-2027')
    SELECT key FROM term WHERE key NOT IN (SELECT term FROM posting WHERE term IS NOT NULL)
    SELECT key FROM term AS t WHERE NOT EXISTS (SELECT 1 FROM posting WHERE term = t.key)
    SELECT key FROM mission WHERE key NOT IN (SELECT mission FROM posting)
    SELECT key FROM person AS p WHERE p.key NOT IN (SELECT q.person FROM posting AS q WHERE q.person = p.key)
    SELECT * FROM incumbency WHERE vienna_class = 1
    SELECT * FROM incumbency WHERE is_resident
    SELECT * FROM incumbency WHERE is_resident = 1 AND NOT is_unsure
    SELECT * FROM accreditation WHERE vienna_class = '1'
    SELECT * FROM accreditation WHERE is_resident = '1'
    SELECT * FROM title WHERE vienna_class IN (1, 2)
    SELECT sum(is_resident), total(is_resident) FROM accreditation
    SELECT 100 * count(ended) / count(*) FROM tenure
    SELECT 1.0 * count(ended) / count(*) FROM tenure
    SELECT CAST(count(ended) AS REAL) / count(*) FROM tenure
    SELECT round(100.0 * sum(ended IS NULL) / count(*), 1) FROM tenure
    SELECT avg(ended IS NULL) FROM tenure
    SELECT total(ended IS NULL) / count(*) FROM tenure
    SELECT count(*) / 2 FROM tenure
    SELECT count(*) FILTER (WHERE ended IS NULL), count(*) FROM tenure
    SELECT name || ', ' || key FROM person
    SELECT name || ' (' || coalesce(born, '?') || ')' FROM person
    SELECT tenure_days_least + tenure_days_most FROM incumbency
    SELECT tenure_days_most - tenure_days_least AS doubt FROM incumbency ORDER BY doubt
    SELECT house_order + 1 FROM mission_kind
    SELECT '5' + 3, 5 & 3, '2' * 2
    SELECT born + 0 FROM person
    SELECT began / 10 * 10 AS decade, count(*) FROM incumbency WHERE mission = 'fr-paris' GROUP BY 1
    SELECT born * 1, died - 0 FROM person
    SELECT * FROM incumbent WHERE mission = 'fr-paris'
    SELECT * FROM incumbent WHERE mission IN ('fr-paris', 'it-rome')
    SELECT * FROM incumbent WHERE mission LIKE 'fr-%'
    SELECT * FROM incumbent WHERE mission GLOB 'fr-*'
    SELECT * FROM incumbent WHERE mission > 'f' AND mission < 'g'
    SELECT * FROM incumbent WHERE receiver = 'fr' AND mission_kind = 'embassy'
    SELECT * FROM posting WHERE person = :person
    SELECT * FROM mission WHERE key = :mission OR name_en = :mission
    SELECT * FROM tenure WHERE status = 'in-office' AND in_office = 'certainly'
    SELECT * FROM tenure WHERE function = 'acting' OR function <> 'head'
    SELECT * FROM tenure WHERE certainty IN ('confirmed', 'uncertain')
    SELECT * FROM vacancy WHERE state = 'vacant'
    SELECT * FROM finding WHERE severity = 'error' AND code = 'two-heads'
    SELECT CASE function WHEN 'head' THEN 1 WHEN 'acting' THEN 2 END FROM tenure
    SELECT * FROM person WHERE name LIKE 'Nguyễn%'
    SELECT * FROM person WHERE name LIKE '%Hùng'
    SELECT * FROM person WHERE name LIKE 'Đỗ Minh Hùng'
    SELECT * FROM person WHERE name GLOB 'Nguyễn*'
    SELECT * FROM person WHERE name_fold(name) LIKE '%hung%'
    SELECT * FROM person WHERE name LIKE '%' || :part || '%'
    SELECT * FROM person WHERE note LIKE '100*'|| '%'
    SELECT * FROM mission WHERE name_en LIKE '%United_Kingdom%'
    SELECT * FROM mission WHERE seat = 'Paris'
    SELECT * FROM incumbent WHERE mission = 'fr-paris' OR mission = 'it-rome'
    SELECT * FROM incumbent WHERE 1
    SELECT * FROM incumbent WHERE '1'
    SELECT * FROM tenure WHERE began > :day AND 'x' = :x
    SELECT 'began' AS column_name, count(*) FROM tenure WHERE began IS NOT NULL
    SELECT 'mission' AS kind, key FROM mission UNION ALL SELECT 'person', key FROM person
    SELECT * FROM tenure WHERE began BETWEEN '2020-01-01' AND '2025-01-01'
    SELECT * FROM tenure WHERE tenure_days_least BETWEEN 100 AND 1000
    SELECT * FROM incumbent AS a JOIN incumbent AS b ON a.person = b.person AND a.mission < b.mission
    SELECT p.name, m.name_en FROM posting AS q JOIN person AS p ON p.key = q.person JOIN mission AS m ON m.key = q.mission
    SELECT p.name, m.name_en FROM posting AS q, person AS p, mission AS m WHERE p.key = q.person AND m.key = q.mission
    SELECT * FROM posting JOIN accreditation USING (mission)
    SELECT p.key FROM person AS p CROSS JOIN asked_day
    SELECT * FROM mission, known_day
    SELECT * FROM posting AS p LEFT JOIN end_reason AS r ON r.key = p.end_reason
    SELECT k.name_en, r.sender FROM mission_kind AS k, registry AS r
    SELECT known_until, (SELECT count(*) FROM posting) FROM registry
    SELECT day, count(*) FROM asked_day, incumbent
    SELECT p.name, count(*) FROM person AS p JOIN posting AS q ON q.person = p.key WHERE p.key = 'do-minh-hung'
    SELECT mission, mission_name_en, count(*) FROM incumbency WHERE mission = 'fr-paris'
    SELECT i.mission_name_en, count(*) FROM incumbency AS i JOIN mission AS m ON m.key = i.mission WHERE m.key = 'fr-paris'
    SELECT m.name_en, (SELECT count(*) FROM posting AS p WHERE p.mission = m.key) FROM mission AS m
    SELECT m.key, (SELECT m.name_en || count(*) FROM posting AS p WHERE p.mission = m.key) FROM mission AS m
    SELECT count(*) OVER (), person_name FROM incumbent
    SELECT person_name, row_number() OVER (PARTITION BY mission ORDER BY began_earliest) FROM incumbency
    SELECT mission, lag(ended_latest) OVER w FROM incumbency WINDOW w AS (PARTITION BY mission ORDER BY began_earliest)
    SELECT group_concat(name, '; ') FROM (SELECT name FROM person ORDER BY sort_key)
    WITH last AS (SELECT mission, max(began_earliest) AS day FROM incumbency GROUP BY mission) SELECT julianday(day) FROM last
    WITH RECURSIVE n(x) AS (SELECT 2000 UNION ALL SELECT x + 1 FROM n WHERE x < 2026) SELECT x, (SELECT count(*) FROM incumbency WHERE began_earliest < x || '-12-31') FROM n
    WITH began AS (SELECT 5 AS began) SELECT began + 1 FROM began
    WITH mission(name) AS (VALUES ('France')) SELECT * FROM mission WHERE name = 'France'
    SELECT began FROM (SELECT 2025 AS began) WHERE began = 2025
    SELECT julianday(began) FROM (SELECT began_earliest AS began FROM incumbency)
    SELECT * FROM (VALUES (1, '2019'), (2, '01/01/2019'))
    SELECT * FROM json_each('[1, 2]') WHERE value = '1'
    SELECT value FROM json_each('["France"]') AS mission WHERE mission.value = 'France'
    SELECT * FROM change WHERE made_at > '2025'
    SELECT author, count(*) FROM change GROUP BY author
    SELECT * FROM change WHERE number BETWEEN 1 AND 10
    SELECT * FROM citation WHERE record = 'fr' OR says LIKE '%2019%'
    SELECT * FROM document WHERE number = '1' OR kind = 'Quyết định'
    SELECT * FROM kept_query WHERE name = 'longest-vacancy'
    SELECT * FROM person_history WHERE key = 'do-minh-hung' AND gone = 0
    SELECT * FROM schema_comment WHERE object_name = 'tenure' AND column_name = 'began'
    SELECT name, born FROM person WHERE born BETWEEN '1960' AND '1969-12-31' ORDER BY born
    SELECT count(DISTINCT person) FROM posting WHERE mission <> 'fr-paris'
    SELECT iif(ended IS NULL, 'there', ended) FROM tenure
    SELECT max(began_latest, '2000-01-01') FROM incumbency
    SELECT min(coalesce(ended_earliest, '9999')) FROM tenure
    SELECT mission, receiver FROM tenure WHERE (mission, receiver) = ('fr-paris', 'fr')
    SELECT count(*) FROM tenure WHERE NOT (status = 'left')
    SELECT count(*) FROM tenure WHERE began_by = 'credentials' AND NOT is_resident
    SELECT * FROM posting WHERE ended > '2024' AND mission = 'fr-paris'
    SELECT * FROM posting WHERE ended > '2024' AND ended_earliest IS NOT NULL
    SELECT * FROM posting WHERE ended > '2024' AND ended NOT GLOB '[[]*'
    SELECT ended, count(*) FROM posting WHERE ended > '2024' OR ended >= '[' GROUP BY 1
    SELECT * FROM posting WHERE certainly_before('2024', ended) AND ended > '2024'
    SELECT max(began_latest), max(latest(began)) FROM incumbency
    SELECT * FROM incumbency ORDER BY began_latest DESC LIMIT 3
    SELECT * FROM incumbency ORDER BY began LIMIT 3
    SELECT min(began) FROM incumbency
    SELECT p.name, q.mission FROM person AS p JOIN posting AS q ON q.person = p.key AND q.term = '2024-2027'
    SELECT p.name, q.mission FROM person AS p, posting AS q WHERE p.key = 'do-minh-hung'
    SELECT p.key FROM posting AS p JOIN accreditation AS a ON a.posting = p.key WHERE p.mission = 'fr-paris' AND a.is_resident
    SELECT * FROM tenure WHERE is_resident AND NOT is_unsure
    SELECT typeof(began), typeof(ended) FROM tenure LIMIT 3
    SELECT printf('%s: %d', mission, count(*)) FROM posting GROUP BY mission
    SELECT hex(x'00ff'), -5.5e3, .5, 'it''s' AS text
    SELECT "key", [name], `born` FROM person WHERE "key" IS NOT NULL
    SELECT p.* FROM person AS p WHERE p.gender = 'female' COLLATE NOCASE
    SELECT count(*) FROM posting WHERE ended_earliest > '2020-01-01' AND ended_earliest < '2026-01-01'
    """
}
