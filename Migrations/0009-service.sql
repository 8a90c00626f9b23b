-- What is known of a service without asking about a day: when somebody began, was seen in office
-- and ended, as far as records bound it. Every answer about a day is made of it (tenure).
--
-- A begin is an act (credentials, taking charge, arrival); a decision is none. A sign of service
-- is a day on which a record shows somebody in office: an act, "in office by" and "on", an act of
-- another accreditation of the posting, the end itself. Here 0000 stands before every day and 9999
-- behind it, where a bound is not known.

-- The last day that the registry speaks of: registry.known_until, else today. By its key: SQLite
-- then knows that it is one row, and begins with it.
CREATE VIEW known_day AS
SELECT
  coalesce(
    min(known_until, strftime('%Y-%m-%d', 'now', 'localtime')),
    strftime('%Y-%m-%d', 'now', 'localtime')
  ) AS day,
  standard_term_months,
  coalesce(longest_term_months, 2 * standard_term_months, 120) AS longest_term_months
FROM registry
WHERE key = 'registry';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('known_day', '', 'The last day that the registry speaks of, in one row',
    'Ngày cuối cùng mà sổ nắm được thông tin, một dòng duy nhất',
    'SELECT day, standard_term_months FROM known_day'),
  ('known_day', 'day',
    'registry.known_until, but never after today; today where it is empty; YYYY-MM-DD',
    'registry.known_until, nhưng không sau hôm nay; nếu để trống thì là hôm nay; YYYY-MM-DD',
    '2026-01-16'),
  ('known_day', 'standard_term_months', 'Length of a standard term in months; empty: none',
    'Độ dài nhiệm kỳ chuẩn, tính bằng tháng; để trống: không có', '36'),
  ('known_day', 'longest_term_months',
    'Months after the last sign of service for which a head without an end is certainly there; of an acting head half of them',
    'Số tháng kể từ dấu hiệu cuối mà người chưa ghi ngày kết thúc chắc chắn còn tại nhiệm; người tạm thời đứng đầu: một nửa',
    '72');

-- Days on which concurrent accreditations show the head in office: a sign for the resident one too.
-- What is unsure, or contradicts itself, shows nothing.
CREATE VIEW concurrent_sign AS
SELECT
  posting,
  min(
    coalesce(began_latest, '9999'), coalesce(in_office_by_latest, '9999'),
    coalesce(in_office_on_latest, '9999'), coalesce(ended_latest, '9999')
  ) AS seen_by,
  min(
    coalesce(began_earliest, CASE WHEN began IS NULL THEN '9999' ELSE '0000' END),
    coalesce(in_office_by_earliest, CASE WHEN in_office_by IS NULL THEN '9999' ELSE '0000' END),
    coalesce(in_office_on_earliest, CASE WHEN in_office_on IS NULL THEN '9999' ELSE '0000' END),
    coalesce(ended_earliest, CASE WHEN ended IS NULL THEN '9999' ELSE '0000' END)
  ) AS seen_first,
  max(
    coalesce(began_earliest, '0000'), coalesce(in_office_by_earliest, '0000'),
    coalesce(in_office_on_earliest, '0000'), coalesce(ended_earliest, '0000')
  ) AS seen_last,
  max(
    coalesce(began_latest, CASE WHEN began IS NULL THEN '0000' ELSE '9999' END),
    coalesce(in_office_by_latest, CASE WHEN in_office_by IS NULL THEN '0000' ELSE '9999' END),
    coalesce(in_office_on_latest, CASE WHEN in_office_on IS NULL THEN '0000' ELSE '9999' END),
    coalesce(ended_latest, CASE WHEN ended IS NULL THEN '0000' ELSE '9999' END)
  ) AS seen_until
FROM accreditation
WHERE NOT is_resident
  AND coalesce(began, in_office_by, in_office_on, ended) IS NOT NULL
  AND NOT glob(
    '*[?~%]*',
    coalesce(began, '') || coalesce(in_office_by, '') || coalesce(in_office_on, '')
      || coalesce(ended, '')
  )
  AND coalesce(began_earliest, '0000') <= min(
    coalesce(in_office_by_latest, '9999'), coalesce(in_office_on_latest, '9999')
  )
  AND coalesce(ended_latest, '9999') >= max(
    coalesce(in_office_by_earliest, '0000'), coalesce(in_office_on_earliest, '0000')
  );

-- What the records of a posting, and the lives of the person, the mission and the receiver, say by
-- themselves. A bound that the posting's own dates contradict is dropped. DISTINCT: SQLite computes
-- each step once, and does not copy its text into those behind it.
CREATE VIEW recorded_service AS
SELECT
  posting,
  accreditation,
  mission,
  is_resident,
  function,
  is_served,
  is_bare AND NOT is_served AS is_bare,
  is_unsure,
  has_no_act,
  has_no_end,
  lacks_begin,
  lacks_end,
  begun_until < '9999' OR max(seen_last, end_from) > '0000' AS is_dated,
  begun_from,
  begun_until,
  seen_on,
  ended_from,
  min(
    left_by,
    CASE WHEN closes_by >= ended_from THEN closes_by ELSE '9999' END,
    CASE WHEN dies_by >= ended_from THEN dies_by ELSE '9999' END
  ) AS ended_until,
  -- Who is not known to have left is there until the mission closes or the person dies, and for a
  -- longest term after the last sign of service; an acting head for half of it.
  CASE
    WHEN NOT is_served OR NOT has_no_end OR is_conflict THEN ended_from
    ELSE min(
      max(ended_from, dies_from),
      CASE WHEN closes_by < ended_from THEN '9999' ELSE max(ended_from, closes_from) END,
      CASE
        WHEN seen_on > '0000' THEN strftime(
          '%Y-%m-%d',
          seen_on,
          '+' || CASE function
            WHEN 'acting' THEN longest_term_months / 2
            ELSE longest_term_months
          END || ' months'
        )
        ELSE '0000'
      END
    )
  END AS stayed_until
FROM (
  SELECT
    *,
    max(begun_from, shown_on) AS seen_on,
    max(begun_from, shown_on, end_from) AS ended_from,
    -- The first closing behind every sign of service; whoever gave none may have come after it.
    min(
      closed_by,
      coalesce(
        (
          SELECT min(coalesce(c.closed_latest, '9999'))
          FROM mission_closure AS c
          WHERE c.mission = begun.mission
            AND coalesce(c.closed_latest, '9999') >= max(begun_from, shown_on, end_from)
            AND max(begun_from, shown_on, end_from) > '0000'
        ),
        '9999'
      )
    ) AS closes_by,
    min(
      closed_from,
      coalesce(
        (
          SELECT min(coalesce(c.closed_earliest, '0000'))
          FROM mission_closure AS c
          WHERE c.mission = begun.mission
            AND coalesce(c.closed_latest, '9999') >= max(begun_from, shown_on, end_from)
            AND max(begun_from, shown_on, end_from) > '0000'
        ),
        '9999'
      )
    ) AS closes_from
  FROM (
    SELECT DISTINCT
      *,
      CASE
        WHEN is_conflict THEN min(seen_first, act_from)
        ELSE max(
          act_from,
          CASE
            WHEN has_no_act AND decided_from <= min(begun_until, left_by) THEN decided_from
            ELSE '0000'
          END,
          CASE WHEN of_age_from <= min(begun_until, left_by) THEN of_age_from ELSE '0000' END,
          CASE WHEN founded_from <= min(begun_until, left_by) THEN founded_from ELSE '0000' END,
          -- Nor before it was opened again, of whom nothing is known before it.
          coalesce(
            (
              SELECT max(c.reopened_earliest)
              FROM mission_closure AS c
              WHERE c.mission = ordered.mission AND c.reopened_earliest <= begun_until
                AND begun_until < '9999'
            ),
            '0000'
          )
        )
      END AS begun_from
    FROM (
      SELECT
        *,
        -- A sign before the act of beginning, or behind the end: the records contradict each other.
        is_uncertain OR act_from > seen_by OR seen_last > end_by AS is_unsure,
        act_from > seen_by AS is_conflict,
        CASE WHEN act_from > seen_by OR seen_last > end_by THEN '0000' ELSE seen_last END
          AS shown_on,
        CASE WHEN seen_last > end_by THEN seen_until ELSE end_by END AS left_by,
        CASE
          WHEN act_from > seen_by THEN act_by
          WHEN seen_last > end_by THEN min(act_by, seen_until)
          -- Of whom only a decision is known, he began within five years of it, if he did.
          WHEN NOT is_served AND decided_by IS NOT NULL
            THEN coalesce(strftime('%Y-%m-%d', decided_by, '+60 months'), '9999')
          ELSE min(act_by, seen_by)
        END AS begun_until
      FROM (
        SELECT DISTINCT
          a.posting,
          a.key AS accreditation,
          a.mission,
          a.is_resident,
          p.function,
          known_day.longest_term_months,
          p.nomination IS NULL AND coalesce(
            a.began, a.in_office_by, a.in_office_on, a.ended, p.ended, p.end_mark,
            CASE WHEN a.is_resident THEN (
              SELECT posting FROM concurrent_sign WHERE posting = a.posting LIMIT 1
            ) END
          ) IS NOT NULL AS is_served,
          coalesce(
            p.nomination, a.began, a.in_office_by, a.in_office_on, a.ended, p.ended, p.end_mark,
            a.appointed, a.handed_over
          ) IS NULL AS is_bare,
          p.certainty = 'uncertain' OR glob(
            '*[?~%]*',
            coalesce(a.began, '') || coalesce(a.in_office_by, '') || coalesce(a.in_office_on, '')
              || coalesce(a.ended, p.ended, '')
          ) AS is_uncertain,
          a.began_earliest IS NULL AS has_no_act,
          coalesce(a.ended, p.ended, p.end_mark) IS NULL AS has_no_end,
          a.began_earliest IS NULL OR a.began_latest IS NULL AS lacks_begin,
          CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END IS NULL
            OR CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END IS NULL
            AS lacks_end,
          coalesce(a.began_earliest, '0000') AS act_from,
          coalesce(a.began_latest, '9999') AS act_by,
          max(
            coalesce(a.appointed_earliest, '0000'), coalesce(a.handed_over_earliest, '0000')
          ) AS decided_from,
          coalesce(a.appointed_latest, a.handed_over_latest) AS decided_by,
          coalesce(
            CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END, '0000'
          ) AS end_from,
          coalesce(
            CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END, '9999'
          ) AS end_by,
          min(
            coalesce(a.in_office_by_latest, '9999'), coalesce(a.in_office_on_latest, '9999'),
            -- That somebody had left when it was entered shows no day in office.
            coalesce(
              CASE
                WHEN a.ended IS NOT NULL THEN a.ended_latest
                WHEN p.end_mark IS NULL THEN p.ended_latest
              END,
              '9999'
            ),
            coalesce(
              CASE WHEN a.is_resident THEN (
                SELECT min(seen_by) FROM concurrent_sign WHERE posting = a.posting
              ) END,
              '9999'
            )
          ) AS seen_by,
          min(
            coalesce(
              a.in_office_by_earliest, CASE WHEN a.in_office_by IS NULL THEN '9999' ELSE '0000' END
            ),
            coalesce(
              a.in_office_on_earliest, CASE WHEN a.in_office_on IS NULL THEN '9999' ELSE '0000' END
            ),
            coalesce(
              CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END,
              CASE WHEN coalesce(a.ended, p.ended) IS NULL THEN '9999' ELSE '0000' END
            ),
            coalesce(
              CASE WHEN a.is_resident THEN (
                SELECT min(seen_first) FROM concurrent_sign WHERE posting = a.posting
              ) END,
              '9999'
            )
          ) AS seen_first,
          max(
            coalesce(a.began_earliest, '0000'), coalesce(a.in_office_by_earliest, '0000'),
            coalesce(a.in_office_on_earliest, '0000'),
            coalesce(
              CASE WHEN a.is_resident THEN (
                SELECT max(seen_last) FROM concurrent_sign WHERE posting = a.posting
              ) END,
              '0000'
            )
          ) AS seen_last,
          max(
            coalesce(a.began_latest, CASE WHEN a.began IS NULL THEN '0000' ELSE '9999' END),
            coalesce(
              a.in_office_by_latest, CASE WHEN a.in_office_by IS NULL THEN '0000' ELSE '9999' END
            ),
            coalesce(
              a.in_office_on_latest, CASE WHEN a.in_office_on IS NULL THEN '0000' ELSE '9999' END
            ),
            coalesce(
              CASE WHEN a.is_resident THEN (
                SELECT max(seen_until) FROM concurrent_sign WHERE posting = a.posting
              ) END,
              '0000'
            )
          ) AS seen_until,
          -- Nobody heads a mission before he is of age, or before there is one.
          coalesce(strftime('%Y-%m-%d', person.born_earliest, '+21 years'), '0000') AS of_age_from,
          coalesce(
            CASE WHEN m.opened IS NULL THEN r.valid_from_earliest ELSE m.opened_earliest END, '0000'
          ) AS founded_from,
          min(
            coalesce(
              person.died_earliest, CASE WHEN person.died IS NULL THEN '9999' ELSE '0000' END
            ),
            coalesce(strftime('%Y-%m-%d', person.born_earliest, '+100 years'), '9999')
          ) AS dies_from,
          min(
            coalesce(person.died_latest, '9999'),
            coalesce(strftime('%Y-%m-%d', person.born_latest, '+100 years'), '9999')
          ) AS dies_by,
          coalesce(
            CASE WHEN m.closed IS NULL THEN r.valid_until_earliest ELSE m.closed_earliest END,
            CASE WHEN coalesce(m.closed, r.valid_until) IS NULL THEN '9999' ELSE '0000' END
          ) AS closed_from,
          coalesce(
            CASE WHEN m.closed IS NULL THEN r.valid_until_latest ELSE m.closed_latest END, '9999'
          ) AS closed_by
        FROM accreditation AS a
        JOIN known_day ON 1 = 1
        JOIN posting AS p ON p.key = a.posting
        JOIN person ON person.key = p.person
        JOIN mission AS m ON m.key = a.mission
        JOIN party AS r ON r.key = a.receiver
      ) AS said
    ) AS ordered
  ) AS begun
) AS bounded;

-- The same, kept by triggers, with what the heads before and behind say: these bound only what is
-- not recorded, and who is unsure bounds nobody.
CREATE TABLE service (
  accreditation      TEXT NOT NULL PRIMARY KEY,
  mission            TEXT NOT NULL,
  is_resident        INTEGER NOT NULL CHECK (is_resident IN (0, 1)),
  function           TEXT NOT NULL,
  is_served          INTEGER NOT NULL CHECK (is_served IN (0, 1)),
  is_bare            INTEGER NOT NULL CHECK (is_bare IN (0, 1)),
  is_unsure          INTEGER NOT NULL CHECK (is_unsure IN (0, 1)),
  has_no_act         INTEGER NOT NULL CHECK (has_no_act IN (0, 1)),
  has_no_end         INTEGER NOT NULL CHECK (has_no_end IN (0, 1)),
  lacks_begin        INTEGER NOT NULL CHECK (lacks_begin IN (0, 1)),
  lacks_end          INTEGER NOT NULL CHECK (lacks_end IN (0, 1)),
  is_dated           INTEGER NOT NULL CHECK (is_dated IN (0, 1)),
  begun_from         TEXT NOT NULL,
  begun_until        TEXT NOT NULL,
  seen_on            TEXT NOT NULL,
  ended_from         TEXT NOT NULL,
  ended_until        TEXT NOT NULL,
  stayed_until       TEXT NOT NULL,
  follower           TEXT,
  followed_from      TEXT NOT NULL DEFAULT '9999',
  followed_until     TEXT NOT NULL DEFAULT '9999',
  preceded_until     TEXT NOT NULL DEFAULT '0000',
  predecessor        TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX service_by_mission ON service (mission, begun_until, accreditation);
CREATE INDEX service_by_end ON service (ended_until);
-- The few of whom something is not recorded: what the others say of them changes with each write.
CREATE INDEX service_lacking ON service (mission) WHERE lacks_begin OR lacks_end;

-- What the other heads of the mission say of somebody whose begin or end is not recorded.
--
-- A full head is followed by a full head, an acting one by anybody. Somebody certainly follows
-- where the end of the one lies behind the begin of the other in every case.
CREATE VIEW neighbouring_service AS
SELECT
  *,
  coalesce(
    (SELECT j.begun_until FROM service AS j WHERE j.accreditation = beside.follower), '9999'
  ) AS followed_until
FROM (
  SELECT
    o.accreditation,
    -- Whoever certainly followed, the first of them.
    CASE WHEN o.is_resident AND o.lacks_end THEN (
      SELECT j.accreditation
      FROM service AS j
      WHERE j.mission = o.mission AND j.begun_until >= o.ended_from
        AND j.accreditation <> o.accreditation
        AND j.is_resident AND j.is_served AND NOT j.is_unsure
        AND CASE
          WHEN j.function = o.function THEN j.ended_from > o.begun_until
          ELSE j.function = 'head' AND j.begun_from > o.begun_until
        END
      ORDER BY j.begun_until, j.accreditation
      LIMIT 1
    ) END AS follower,
    coalesce(CASE WHEN o.is_resident AND o.is_served AND o.has_no_end THEN (
      SELECT min(max(j.begun_from, o.seen_on))
      FROM service AS j
      WHERE j.mission = o.mission AND j.begun_until >= o.ended_from
        AND j.accreditation <> o.accreditation
        AND j.is_resident AND j.is_served
        AND (j.function = 'head' OR o.function = 'acting')
        AND j.is_dated
    ) END, '9999') AS followed_from,
    coalesce(CASE WHEN o.is_resident AND o.is_served AND o.lacks_begin THEN (
      SELECT max(CASE WHEN i.function = o.function THEN i.ended_from ELSE i.begun_from END)
      FROM service AS i
      WHERE i.mission = o.mission AND i.begun_until < o.ended_from
        AND i.accreditation <> o.accreditation
        AND i.is_resident AND i.is_served AND NOT i.is_unsure
        AND (i.function = 'head' OR o.function = 'acting')
        AND CASE WHEN i.function = o.function THEN i.ended_from ELSE i.begun_from END
          <= min(o.begun_until, o.ended_until)
    ) END, '0000') AS preceded_until,
    -- Of whom only a decision is known displaces nobody: he begins behind whoever was there.
    CASE WHEN o.is_resident AND NOT o.is_served AND o.function = 'head' THEN (
      SELECT i.accreditation
      FROM service AS i
      WHERE i.mission = o.mission AND i.begun_until < o.begun_from
        AND i.accreditation <> o.accreditation
        AND i.is_resident AND i.is_served AND NOT i.is_unsure AND i.function = 'head'
      ORDER BY max(i.ended_from, min(i.stayed_until, i.followed_from)) DESC,
        i.accreditation
      LIMIT 1
    ) END AS predecessor
  FROM service AS o
) AS beside;

-- The full heads of each mission in the order in which they began, each with the next.
CREATE VIEW succession AS
SELECT
  s.mission,
  s.accreditation,
  (
    SELECT t.accreditation
    FROM service AS t
    WHERE t.mission = s.mission
      AND (t.begun_until, t.accreditation) > (s.begun_until, s.accreditation)
      AND t.is_resident AND t.is_served AND t.function = 'head'
    ORDER BY t.begun_until, t.accreditation
    LIMIT 1
  ) AS next
FROM service AS s
WHERE s.is_resident AND s.is_served AND s.function = 'head';

-- INSERT INTO it makes the service of a posting anew, and what is said of the heads of its mission;
-- mission is the one where it stood before.
CREATE VIEW service_anew AS SELECT posting, mission FROM accreditation WHERE 0;

CREATE TRIGGER service_anew_is_kept INSTEAD OF INSERT ON service_anew
BEGIN
  DELETE FROM service
  WHERE accreditation IN (SELECT key FROM accreditation WHERE posting = new.posting);
  INSERT INTO service (
    accreditation, mission, is_resident, function, is_served, is_bare, is_unsure, has_no_act,
    has_no_end, lacks_begin, lacks_end, is_dated, begun_from, begun_until, seen_on, ended_from,
    ended_until, stayed_until
  )
  SELECT
    accreditation, mission, is_resident, function, is_served, is_bare, is_unsure, has_no_act,
    has_no_end, lacks_begin, lacks_end, is_dated, begun_from, begun_until, seen_on, ended_from,
    ended_until, stayed_until
  FROM recorded_service
  WHERE posting = new.posting;
  UPDATE service
  SET (follower, followed_from, followed_until, preceded_until, predecessor) = (
    SELECT n.follower, n.followed_from, n.followed_until, n.preceded_until, n.predecessor
    FROM neighbouring_service AS n
    WHERE n.accreditation = service.accreditation
  )
  WHERE mission IN (new.mission, (SELECT mission FROM posting WHERE key = new.posting))
    AND (lacks_begin OR lacks_end);
END;

CREATE TRIGGER accreditation_has_service AFTER INSERT ON accreditation
BEGIN
  INSERT INTO service_anew VALUES (new.posting, new.mission);
END;

CREATE TRIGGER accreditation_still_has_service AFTER UPDATE ON accreditation
BEGIN
  DELETE FROM service WHERE accreditation = old.key AND old.key <> new.key;
  INSERT INTO service_anew VALUES (new.posting, old.mission);
  INSERT INTO service_anew SELECT old.posting, old.mission WHERE old.posting <> new.posting;
END;

CREATE TRIGGER accreditation_has_no_service AFTER DELETE ON accreditation
BEGIN
  DELETE FROM service WHERE accreditation = old.key;
  INSERT INTO service_anew VALUES (old.posting, old.mission);
END;

CREATE TRIGGER posting_has_service
  AFTER UPDATE OF person, function, nomination, ended, end_mark, certainty ON posting
BEGIN
  INSERT INTO service_anew VALUES (new.key, old.mission);
END;

CREATE TRIGGER person_bounds_service AFTER UPDATE OF born, died ON person
BEGIN
  INSERT INTO service_anew SELECT key, mission FROM posting WHERE person = new.key;
END;

CREATE TRIGGER mission_bounds_service AFTER UPDATE OF opened, closed ON mission
BEGIN
  INSERT INTO service_anew SELECT key, mission FROM posting WHERE mission = new.key;
END;

CREATE TRIGGER closure_bounds_service AFTER INSERT ON mission_closure
BEGIN
  INSERT INTO service_anew SELECT key, mission FROM posting WHERE mission = new.mission;
END;

CREATE TRIGGER closure_bounds_service_otherwise AFTER UPDATE ON mission_closure
BEGIN
  INSERT INTO service_anew
  SELECT key, mission FROM posting WHERE mission IN (old.mission, new.mission);
END;

CREATE TRIGGER closure_bounds_service_no_longer AFTER DELETE ON mission_closure
BEGIN
  INSERT INTO service_anew SELECT key, mission FROM posting WHERE mission = old.mission;
END;

CREATE TRIGGER party_bounds_service AFTER UPDATE OF valid_from, valid_until ON party
BEGIN
  INSERT INTO service_anew SELECT posting, mission FROM accreditation WHERE receiver = new.key;
END;

CREATE TRIGGER longest_term_bounds_service
  AFTER UPDATE OF standard_term_months, longest_term_months ON registry
BEGIN
  INSERT INTO service_anew
  SELECT a.posting, a.mission
  FROM service AS s JOIN accreditation AS a ON a.key = s.accreditation
  WHERE s.has_no_end;
END;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('service', '', 'What is known of each service, whatever the day asked; kept by triggers',
    'Những gì biết về từng lần tại nhiệm, không kể ngày được hỏi; do trigger duy trì', NULL),
  ('service', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'gb-london-do-minh-hung-gb'),
  ('service', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('service', 'is_resident', '1 where the head resides, 0 for a concurrent accreditation',
    '1 nếu thường trú, 0 nếu kiêm nhiệm', '1'),
  ('service', 'function', 'head or acting', 'Vai trò: head hoặc acting', 'head'),
  ('service', 'is_served', '1 where a record shows that functions began; else 0',
    '1 nếu có ghi nhận cho thấy đã nhậm chức; nếu không thì 0', '1'),
  ('service', 'is_bare', '1 where nothing is recorded but that somebody was named; else 0',
    '1 nếu chỉ ghi tên mà không có ngày nào; nếu không thì 0', '0'),
  ('service', 'is_unsure',
    '1 where the entry is uncertain, its begin, end or a sign carries ? or ~, or its dates contradict each other',
    '1 nếu thông tin chưa chắc, ngày đầu, ngày cuối hay ngày còn tại nhiệm có dấu ? hay ~, hoặc các ngày mâu thuẫn nhau', '0'),
  ('service', 'has_no_act', '1 where no earliest day of an act of beginning is recorded; else 0',
    '1 nếu chưa ghi ngày sớm nhất của mốc nhậm chức; nếu không thì 0', '0'),
  ('service', 'has_no_end', '1 where neither an end nor a mark of one is recorded; else 0',
    '1 nếu chưa ghi kết thúc dưới bất kỳ hình thức nào; nếu không thì 0', '1'),
  ('service', 'lacks_begin', '1 where one bound of the begin is not recorded; else 0',
    '1 nếu thiếu một giới hạn của ngày bắt đầu; nếu không thì 0', '0'),
  ('service', 'lacks_end', '1 where one bound of the end is not recorded; else 0',
    '1 nếu thiếu một giới hạn của ngày kết thúc; nếu không thì 0', '1'),
  ('service', 'is_dated', '1 where a day of the service is known; else 0',
    '1 nếu biết một ngày nào đó của lần tại nhiệm; nếu không thì 0', '1'),
  ('service', 'begun_from', 'Begun no earlier, YYYY-MM-DD; 0000: not known',
    'Bắt đầu không sớm hơn, YYYY-MM-DD; 0000: không rõ', '2025-02-20'),
  ('service', 'begun_until', 'Begun by then, YYYY-MM-DD; 9999: not known',
    'Bắt đầu không muộn hơn, YYYY-MM-DD; 9999: không rõ', '2025-02-20'),
  ('service', 'seen_on', 'Last day on which a record shows the person in office; 0000: none',
    'Ngày cuối có ghi nhận còn tại nhiệm; 0000: không có', '2025-02-20'),
  ('service', 'ended_from', 'Ended no earlier by the records alone; 0000: not known',
    'Kết thúc không sớm hơn, chỉ theo ghi nhận; 0000: không rõ', '2025-02-20'),
  ('service', 'ended_until', 'Ended by then; 9999: not known',
    'Kết thúc không muộn hơn; 9999: không rõ', '9999'),
  ('service', 'stayed_until', 'Day until which somebody without an end is taken to be there',
    'Ngày mà người chưa ghi kết thúc được coi là còn tại nhiệm', '2031-02-20'),
  ('service', 'follower', 'Key of the accreditation of the head who certainly followed',
    'Khóa của lần ủy nhiệm người chắc chắn kế nhiệm', NULL),
  ('service', 'followed_from', 'Earliest day on which another head may have followed; 9999: none',
    'Ngày sớm nhất có thể đã có người kế nhiệm; 9999: không có', '9999'),
  ('service', 'followed_until', 'Day by which another head certainly followed; 9999: none',
    'Ngày chắc chắn đã có người kế nhiệm; 9999: không có', '9999'),
  ('service', 'preceded_until', 'Day until which the head before was certainly there; 0000: none',
    'Ngày mà người trước chắc chắn còn tại nhiệm; 0000: không có', '0000'),
  ('service', 'predecessor',
    'Key of the accreditation of the head who was there when one of whom only a decision is known was appointed',
    'Khóa của lần ủy nhiệm người đang tại nhiệm khi người chỉ có quyết định được bổ nhiệm', NULL),
  ('succession', '', 'The full heads of each mission in order, each with the next',
    'Những người đứng đầu của từng cơ quan theo thứ tự, kèm người kế tiếp',
    'SELECT mission, count(*) AS heads FROM succession GROUP BY mission ORDER BY heads DESC'),
  ('succession', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('succession', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'gb-london-do-minh-hung-gb'),
  ('succession', 'next', 'Key of the accreditation of the next head; empty: none is known',
    'Khóa của lần ủy nhiệm người kế tiếp; để trống: không rõ', NULL),
  ('concurrent_sign', '', 'Days on which concurrent accreditations show the head in office, where they are sure',
    'Những ngày mà việc kiêm nhiệm cho thấy người đứng đầu đang tại nhiệm, nếu chắc chắn',
    'SELECT posting, seen_first, seen_last FROM concurrent_sign ORDER BY seen_first'),
  ('concurrent_sign', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('concurrent_sign', 'seen_by', 'Seen in office by then; 9999: not known',
    'Được ghi nhận đang tại nhiệm không muộn hơn ngày này; 9999: không rõ', '2025-02-20'),
  ('concurrent_sign', 'seen_first', 'First day of any sign of service; 0000: not known',
    'Ngày đầu của mọi dấu hiệu tại nhiệm; 0000: không rõ', '2025-02-20'),
  ('concurrent_sign', 'seen_last', 'Seen in office at least until then; 0000: not known',
    'Được ghi nhận còn tại nhiệm ít nhất đến ngày này; 0000: không rõ', '2025-02-20'),
  ('concurrent_sign', 'seen_until', 'Last day of any sign of service; 9999: not known',
    'Ngày cuối của mọi dấu hiệu tại nhiệm; 9999: không rõ', '2025-02-20'),
  ('recorded_service', '', 'What the records of each posting say of its service by themselves',
    'Những gì ghi nhận của từng lần cử tự cho biết về việc tại nhiệm',
    'SELECT posting, begun_from, begun_until FROM recorded_service WHERE is_resident'),
  ('neighbouring_service', '', 'What the heads before and behind say of each service',
    'Những gì người trước và người sau cho biết về từng lần tại nhiệm',
    'SELECT accreditation, follower FROM neighbouring_service WHERE follower IS NOT NULL'),
  ('service_anew', '', 'Always empty: INSERT INTO it makes the service of a posting anew',
    'Luôn trống: chèn vào đây để lập lại thông tin tại nhiệm của một lần cử', NULL),
  ('service_anew', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('service_anew', 'mission', 'Key of the mission where it stood before',
    'Khóa của cơ quan đại diện trước đó', 'gb-london'),
  ('recorded_service', 'posting', 'Key of the posting', 'Khóa của lần cử',
    'gb-london-do-minh-hung');

-- The other columns are those of service.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'recorded_service', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'service' AND column_name NOT IN (
    '', 'follower', 'followed_from', 'followed_until', 'preceded_until', 'predecessor'
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'neighbouring_service', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'service' AND column_name IN (
    'accreditation', 'follower', 'followed_from', 'followed_until', 'preceded_until', 'predecessor'
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('service.function', 'head', 'head', 'người đứng đầu'),
  ('service.function', 'acting', 'acting head', 'người tạm thời đứng đầu');
