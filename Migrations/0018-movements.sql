-- What happened on which day, and the network of missions.

-- What happened on which day: the milestones of heads, their ends and deaths in office, and
-- openings, closings and changes in kind of missions. happened is as recorded; order by
-- happened_earliest.
--
-- Of people whose end is recorded as a death the end says it. A concurrent accreditation ends by
-- itself only where that is recorded.
CREATE VIEW movement AS
SELECT
  e.event,
  e.happened,
  e.happened_earliest,
  e.happened_latest,
  e.begins_functions,
  e.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  e.kind_before,
  e.kind_after,
  r.key AS receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  e.is_resident,
  e.accreditation,
  e.posting,
  e.person,
  person.name AS person_name,
  person.sort_key AS person_sort_key,
  e.function,
  e.title,
  t.name_en AS title_name_en,
  t.name_vi AS title_name_vi,
  e.term,
  e.batch,
  e.end_reason,
  e.end_note
FROM (
  SELECT
    'appointed' AS event,
    a.appointed AS happened,
    a.appointed_earliest AS happened_earliest,
    a.appointed_latest AS happened_latest,
    CASE WHEN a.began_by = 'appointed' THEN 1 ELSE 0 END AS begins_functions,
    p.mission,
    NULL AS kind_before,
    NULL AS kind_after,
    a.receiver,
    a.is_resident,
    a.key AS accreditation,
    a.posting,
    p.person,
    p.function,
    coalesce(a.title, p.title) AS title,
    p.term,
    p.batch,
    NULL AS end_reason,
    NULL AS end_note
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.appointed IS NOT NULL
  UNION ALL
  SELECT
    'handed_over', a.handed_over, a.handed_over_earliest, a.handed_over_latest,
    0,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.handed_over IS NOT NULL
  UNION ALL
  SELECT
    'arrived', a.arrived, a.arrived_earliest, a.arrived_latest,
    CASE WHEN a.began_by = 'arrived' THEN 1 ELSE 0 END,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.arrived IS NOT NULL
  UNION ALL
  SELECT
    'took_charge', a.took_charge, a.took_charge_earliest, a.took_charge_latest,
    CASE WHEN a.began_by = 'took_charge' THEN 1 ELSE 0 END,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.took_charge IS NOT NULL
  UNION ALL
  SELECT
    'copy_presented', a.copy_presented, a.copy_presented_earliest, a.copy_presented_latest,
    CASE WHEN a.began_by = 'copy_presented' THEN 1 ELSE 0 END,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.copy_presented IS NOT NULL
  UNION ALL
  SELECT
    'credentials', a.credentials, a.credentials_earliest, a.credentials_latest,
    CASE WHEN a.began_by = 'credentials' THEN 1 ELSE 0 END,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.credentials IS NOT NULL
  UNION ALL
  SELECT
    'provisionally_admitted', a.provisionally_admitted, a.provisionally_admitted_earliest,
    a.provisionally_admitted_latest,
    CASE WHEN a.began_by = 'provisionally_admitted' THEN 1 ELSE 0 END,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.provisionally_admitted IS NOT NULL
  UNION ALL
  SELECT
    'exequatur', a.exequatur, a.exequatur_earliest, a.exequatur_latest,
    CASE WHEN a.began_by = 'exequatur' THEN 1 ELSE 0 END,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.exequatur IS NOT NULL
  UNION ALL
  SELECT
    'recall_presented', a.recall_presented, a.recall_presented_earliest, a.recall_presented_latest,
    0,
    p.mission, NULL, NULL, a.receiver, a.is_resident, a.key, a.posting, p.person, p.function,
    coalesce(a.title, p.title), p.term, p.batch, NULL, NULL
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.recall_presented IS NOT NULL
  UNION ALL
  -- The reason is that of the posting.
  SELECT
    'ended', a.ended, a.ended_earliest, a.ended_latest, 0, p.mission, NULL, NULL, a.receiver,
    a.is_resident, a.key, a.posting, p.person, p.function, coalesce(a.title, p.title), p.term, p.batch,
    CASE WHEN a.is_resident THEN p.end_reason END,
    CASE WHEN a.is_resident THEN coalesce(p.end_note, a.ended_note) ELSE a.ended_note END
  FROM accreditation AS a
  JOIN posting AS p ON p.key = a.posting
  WHERE a.ended IS NOT NULL
  UNION ALL
  SELECT
    'ended', p.ended, p.ended_earliest, p.ended_latest, 0, p.mission, NULL, NULL, a.receiver,
    a.is_resident, a.key, a.posting, p.person, p.function, coalesce(a.title, p.title), p.term, p.batch,
    p.end_reason, coalesce(p.end_note, a.ended_note)
  FROM posting AS p
  JOIN accreditation AS a ON a.posting = p.key
  WHERE p.ended IS NOT NULL AND p.end_mark IS NULL AND a.is_resident AND a.ended IS NULL
  UNION ALL
  -- In office, or not known to have left. The few who died lead to their postings.
  SELECT
    'died', o.died, o.died_earliest, o.died_latest, 0, p.mission, NULL, NULL, a.receiver,
    a.is_resident, a.key, a.posting, p.person, p.function, coalesce(a.title, p.title), p.term, p.batch, NULL,
    NULL
  FROM person AS o
  JOIN posting AS p ON p.person = o.key
  JOIN accreditation AS a ON a.posting = p.key
  JOIN service AS s ON s.accreditation = a.key
  WHERE o.died IS NOT NULL AND unlikely(o.died > '') AND a.is_resident AND s.is_served
    AND coalesce(p.end_reason, '') <> 'died'
    AND a.ended IS NULL AND (p.ended IS NULL OR p.end_mark IS NOT NULL)
    AND s.begun_from <= coalesce(o.died_latest, '9999')
    AND min(s.ended_until, s.followed_until) >= coalesce(o.died_earliest, '0000')
  UNION ALL
  SELECT
    event, happened, happened_earliest, happened_latest, 0, mission, kind_before, kind_after, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (
    SELECT
      'mission-opened' AS event, key AS mission, NULL AS kind_before, NULL AS kind_after,
      opened AS happened, opened_earliest AS happened_earliest, opened_latest AS happened_latest
    FROM mission
    WHERE opened IS NOT NULL
    UNION ALL
    SELECT 'mission-closed', key, NULL, NULL, closed, closed_earliest, closed_latest
    FROM mission
    WHERE closed IS NOT NULL
    UNION ALL
    SELECT 'mission-closed', mission, NULL, NULL, closed, closed_earliest, closed_latest
    FROM mission_closure
    UNION ALL
    SELECT 'mission-reopened', mission, NULL, NULL, reopened, reopened_earliest, reopened_latest
    FROM mission_closure
    UNION ALL
    SELECT
      'kind-changed', f.mission, f.kind,
      coalesce(
        (
          SELECT g.kind
          FROM mission_former AS g
          WHERE g.mission = f.mission AND g.kind IS NOT NULL
            AND (coalesce(g.changed_latest, '9999'), g.changed)
              > (coalesce(f.changed_latest, '9999'), f.changed)
          ORDER BY coalesce(g.changed_latest, '9999'), g.changed
          LIMIT 1
        ),
        (SELECT kind FROM mission WHERE key = f.mission)
      ),
      f.changed, f.changed_earliest, f.changed_latest
    FROM mission_former AS f
    WHERE f.kind IS NOT NULL
  ) AS turned
) AS e
CROSS JOIN mission AS m
LEFT JOIN party AS r ON r.key = coalesce(e.receiver, m.receiver)
LEFT JOIN person ON person.key = e.person
LEFT JOIN title AS t ON t.key = e.title
WHERE m.key = e.mission AND e.happened IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('movement', '', 'What happened on which day: to heads, and to missions',
    'Việc gì xảy ra vào ngày nào: với người đứng đầu và với cơ quan đại diện',
    'SELECT happened, event, person_name, mission FROM movement WHERE happened_earliest >= ''2025-01-01'' ORDER BY happened_earliest'),
  ('movement', 'event',
    'What it was: a milestone, as arrived or credentials; ended, died; mission-opened, mission-closed, mission-reopened, kind-changed',
    'Việc gì: một mốc như arrived (đến nhận nhiệm vụ), credentials (trình thư); ended (kết thúc), died (từ trần); mission-opened (mở), mission-closed (đóng), mission-reopened (mở lại), kind-changed (đổi loại)',
    'credentials'),
  ('movement', 'happened', 'When, as recorded: year, month or day',
    'Thời điểm, theo ghi nhận: năm, tháng hoặc ngày', '2025-02-20'),
  ('movement', 'happened_earliest', 'Earliest day that happened can mean, YYYY-MM-DD; empty: not known',
    'Ngày sớm nhất mà happened có thể chỉ, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('movement', 'happened_latest', 'Latest day that happened can mean, YYYY-MM-DD; empty: not known',
    'Ngày muộn nhất mà happened có thể chỉ, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('movement', 'begins_functions', '1 where functions began with it; else 0',
    '1 nếu từ đó được coi là nhậm chức; nếu không thì 0', '1'),
  ('movement', 'kind_before', 'Key of the kind of mission before a change of it; else empty',
    'Khóa của loại cơ quan trước khi đổi loại; nếu không thì để trống', NULL),
  ('movement', 'kind_after', 'Key of the kind of mission after a change of it; else empty',
    'Khóa của loại cơ quan sau khi đổi loại; nếu không thì để trống', NULL),
  ('movement', 'receiver', 'Key of the party to which the head is accredited, or that receives the mission',
    'Khóa của bên mà người đứng đầu được ủy nhiệm, hoặc bên tiếp nhận cơ quan', 'gb'),
  ('movement', 'end_note', 'Remarks on the end', 'Ghi chú về việc kết thúc', NULL);

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'movement', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = CASE c.column_name WHEN 'batch' THEN 'term_roster' ELSE 'tenure' END
  AND c.column_name IN (SELECT name FROM pragma_table_info('movement'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'movement');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('movement.event', 'appointed', 'appointed', 'được bổ nhiệm'),
  ('movement.event', 'handed_over', 'decision handed over', 'nhận quyết định'),
  ('movement.event', 'arrived', 'arrived', 'đến nhận nhiệm vụ'),
  ('movement.event', 'took_charge', 'took charge', 'tiếp nhận chức trách'),
  ('movement.event', 'copy_presented', 'true copy presented', 'trình bản sao thư ủy nhiệm'),
  ('movement.event', 'credentials', 'credentials presented', 'trình thư ủy nhiệm'),
  ('movement.event', 'provisionally_admitted', 'provisionally admitted',
    'được chấp nhận tạm thời'),
  ('movement.event', 'exequatur', 'exequatur granted', 'nhận giấy chấp nhận lãnh sự'),
  ('movement.event', 'recall_presented', 'letter of recall presented', 'trình thư triệu hồi'),
  ('movement.event', 'ended', 'functions ended', 'thôi nhiệm vụ'),
  ('movement.event', 'died', 'died', 'từ trần'),
  ('movement.event', 'mission-opened', 'mission opened', 'mở cơ quan đại diện'),
  ('movement.event', 'mission-closed', 'mission closed', 'đóng cơ quan đại diện'),
  ('movement.event', 'mission-reopened', 'mission opened again', 'mở lại cơ quan đại diện'),
  ('movement.event', 'kind-changed', 'kind of mission changed', 'đổi loại cơ quan đại diện');

-- How many missions are open on asked_day, by where they are and what they are.
CREATE VIEW network AS
SELECT
  o.sender,
  r.kind AS receiver_kind,
  r.region,
  o.mission_kind,
  count(*) AS missions
FROM open_mission AS o
JOIN party AS r ON r.key = o.receiver
GROUP BY o.sender, r.kind, r.region, o.mission_kind;

-- Whom missions cover on asked_day, or their heads are accredited to, where the sender has no
-- mission of its own.
CREATE VIEW covered_without_mission AS
SELECT
  o.sender,
  c.receiver,
  r.kind AS receiver_kind,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.region,
  r.sort_key_en,
  r.sort_key_vi,
  c.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  c.posting,
  person.name AS person_name
FROM (
  SELECT mission, receiver, max(posting) AS posting
  FROM (
    SELECT mission, receiver, NULL AS posting
    FROM coverage
    UNION ALL
    SELECT i.mission, g.receiver, i.posting
    FROM incumbent AS i
    JOIN concurrent_coverage AS g ON g.posting = i.posting
    WHERE i.function = 'head'
  ) AS covered
  GROUP BY mission, receiver
) AS c
JOIN open_mission AS o ON o.mission = c.mission
JOIN mission AS m ON m.key = c.mission
JOIN party AS r ON r.key = c.receiver
LEFT JOIN posting AS p ON p.key = c.posting
LEFT JOIN person ON person.key = p.person
WHERE NOT EXISTS (
  SELECT 1
  FROM open_mission AS own
  WHERE own.receiver = c.receiver AND own.sender = o.sender
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('network', '', 'How many missions are open on asked_day, by region, receiver and kind',
    'Số cơ quan đại diện hoạt động vào ngày asked_day theo khu vực, bên tiếp nhận và loại',
    'SELECT region, mission_kind, missions FROM network ORDER BY missions DESC'),
  ('network', 'sender', 'Key of the sender', 'Khóa của bên cử', 'vn'),
  ('network', 'receiver_kind', 'What receives them: state, territory or organization',
    'Loại bên tiếp nhận: state (quốc gia), territory (vùng lãnh thổ), organization (tổ chức)',
    'state'),
  ('network', 'region', 'Region of the receivers, as in party; empty: none recorded',
    'Khu vực của bên tiếp nhận, như ở party; để trống: chưa ghi', 'europe'),
  ('network', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('network', 'missions', 'How many there are', 'Số cơ quan', '27'),
  ('covered_without_mission', '',
    'Whom missions cover on asked_day where the sender has no mission of its own',
    'Địa bàn được kiêm nhiệm vào ngày asked_day mà bên cử không có cơ quan đại diện',
    'SELECT receiver_name_en, mission FROM covered_without_mission ORDER BY sort_key_en'),
  ('covered_without_mission', 'receiver', 'Key of the party covered',
    'Khóa của nước hoặc tổ chức được kiêm nhiệm', 'gy'),
  ('covered_without_mission', 'mission', 'Key of the mission that covers it',
    'Khóa của cơ quan kiêm nhiệm', 'br-brasilia'),
  ('covered_without_mission', 'posting', 'Key of the posting of the head accredited there; empty: none',
    'Khóa của lần cử người được ủy nhiệm tại đó; để trống: chưa có', 'br-brasilia-bui-van-nghi'),
  ('covered_without_mission', 'person_name', 'Name of the head accredited there; empty: none',
    'Họ tên người được ủy nhiệm tại đó; để trống: chưa có', 'Bùi Văn Nghị');

-- The other columns are those of what they are taken from.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'covered_without_mission', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'network' AND c.column_name IN ('sender', 'receiver_kind', 'region')
  OR c.object_name = 'party' AND c.column_name IN ('sort_key_en', 'sort_key_vi')
  OR c.object_name = 'tenure' AND c.column_name IN (
    'receiver_name_en', 'receiver_name_vi', 'mission_name_en', 'mission_name_vi'
  );
