-- Rosters: who is where, and where nobody is.

-- Missions that are open on asked_day; of which no opening is recorded, from the first sign that
-- somebody headed it, else from the receiver's beginning.
CREATE VIEW open_mission AS
SELECT
  m.key AS mission,
  m.kind AS mission_kind,
  m.sender,
  m.receiver
FROM mission AS m
JOIN party AS r ON r.key = m.receiver
JOIN asked_day
WHERE coalesce(m.closed_latest, r.valid_until_latest, '9999') >= asked_day.day
  AND CASE
    WHEN m.opened IS NOT NULL THEN coalesce(m.opened_earliest, '0000')
    ELSE coalesce(
      (
        SELECT min(CASE WHEN s.has_no_act THEN s.begun_until ELSE s.begun_from END)
        FROM service AS s
        WHERE s.mission = m.key AND s.is_served AND s.is_dated
      ),
      r.valid_from_earliest,
      '0000'
    )
  END <= asked_day.day
  AND NOT EXISTS (
    SELECT 1
    FROM mission_closure AS c
    WHERE c.mission = m.key AND c.closed_latest < asked_day.day
      AND c.reopened_earliest > asked_day.day
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('open_mission', '', 'Missions that are open on asked_day',
    'Cơ quan đại diện đang hoạt động vào ngày asked_day',
    'SELECT mission_kind, count(*) AS missions FROM open_mission GROUP BY mission_kind'),
  ('open_mission', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'cu-havana'),
  ('open_mission', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('open_mission', 'sender', 'Key of the sender', 'Khóa của bên cử', 'vn'),
  ('open_mission', 'receiver', 'Key of the receiver', 'Khóa của bên tiếp nhận', 'cu');

-- Missions open on asked_day without a full head. state is 'vacant' where the last head is
-- known to have left, 'no-known-head' where the registry simply does not know.
CREATE VIEW vacancy AS
SELECT
  m.key AS mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  CASE
    WHEN coalesce(p.ended, p.end_mark, person.died) IS NULL THEN 'no-known-head'
    WHEN p.end_mark = 'point' THEN 'no-known-head'
    ELSE 'vacant'
  END AS state,
  p.key AS last_posting,
  person.name AS last_head,
  p.ended AS vacant_since,
  (
    SELECT i.person_name
    FROM incumbent AS i
    WHERE i.mission = m.key AND i.function = 'acting'
    ORDER BY i.since DESC, i.posting
    LIMIT 1
  ) AS acting_head,
  (
    SELECT i.person_name
    FROM service AS s
    JOIN tenure AS i ON i.accreditation = s.accreditation
    WHERE s.mission = m.key AND s.is_resident AND s.function = 'head' AND i.status = 'appointed'
    ORDER BY i.since DESC, i.posting
    LIMIT 1
  ) AS designate,
  (
    SELECT named.name
    FROM posting AS n
    JOIN person AS named ON named.key = n.person
    WHERE n.mission = m.key AND n.nomination = 'pending'
    ORDER BY n.key
    LIMIT 1
  ) AS nominee
FROM open_mission AS o
JOIN mission AS m ON m.key = o.mission
JOIN asked_day
LEFT JOIN accreditation AS last ON last.key = (
  SELECT s.accreditation
  FROM service AS s
  WHERE s.mission = o.mission AND s.is_resident AND s.is_served AND s.function = 'head'
    AND s.begun_from <= asked_day.day
  ORDER BY s.begun_until DESC, s.accreditation DESC
  LIMIT 1
)
LEFT JOIN posting AS p ON p.key = last.posting
LEFT JOIN person ON person.key = p.person
WHERE NOT EXISTS (
  SELECT 1
  FROM incumbent AS i
  WHERE i.mission = o.mission AND i.function = 'head'
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('vacancy', '', 'Missions open on asked_day without a full head',
    'Cơ quan đại diện đang hoạt động vào ngày asked_day mà khuyết người đứng đầu',
    'SELECT mission, state, vacant_since, last_head FROM vacancy ORDER BY vacant_since'),
  ('vacancy', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'cu-havana'),
  ('vacancy', 'mission_name_en', 'Name of the mission in English, else in Vietnamese',
    'Tên cơ quan đại diện bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Embassy of Viet Nam in Cuba'),
  ('vacancy', 'mission_name_vi', 'Name of the mission in Vietnamese, else in English',
    'Tên cơ quan đại diện bằng tiếng Việt, nếu thiếu thì tiếng Anh',
    'Đại sứ quán Việt Nam tại Cuba'),
  ('vacancy', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('vacancy', 'receiver', 'Key of the receiver', 'Khóa của bên tiếp nhận', 'cu'),
  ('vacancy', 'state', 'vacant where the last head is known to have left, else no-known-head',
    'vacant (biết chắc người trước đã thôi) hoặc no-known-head (sổ không có thông tin)', 'vacant'),
  ('vacancy', 'last_posting', 'Key of the posting of the last full head',
    'Khóa của lần cử người đứng đầu gần nhất', 'cu-havana-le-thanh-tung'),
  ('vacancy', 'last_head', 'Name of the last full head', 'Họ tên người đứng đầu gần nhất',
    'Lê Thanh Tùng'),
  ('vacancy', 'vacant_since', 'When the last head left, as recorded: year, month or day',
    'Thời điểm người đứng đầu gần nhất thôi nhiệm vụ, theo ghi nhận: năm, tháng hoặc ngày',
    '2023-11'),
  ('vacancy', 'acting_head', 'Name of the acting head on asked_day',
    'Họ tên người tạm thời đứng đầu vào ngày asked_day', NULL),
  ('vacancy', 'designate', 'Name of one appointed, not known to be in office',
    'Họ tên người đã bổ nhiệm, chưa rõ đã nhậm chức', NULL),
  ('vacancy', 'nominee', 'Name of a pending nominee', 'Họ tên người được đề cử, đang chờ',
    'Lê Quang Long');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('vacancy.state', 'vacant', 'vacant', 'khuyết'),
  ('vacancy.state', 'no-known-head', 'no known head', 'chưa rõ người đứng đầu');

-- The receivers to whom heads are accredited beside the one where they reside, on asked_day; for a
-- head who has left, or is not there yet, all of them.
CREATE VIEW concurrent_coverage AS
SELECT
  a.posting,
  a.key AS accreditation,
  r.key AS receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.sort_key_en,
  r.sort_key_vi
FROM accreditation AS a
JOIN service AS s ON s.accreditation = a.key
JOIN party AS r ON r.key = a.receiver
JOIN accreditation AS residence ON residence.posting = a.posting AND residence.is_resident
JOIN service AS home ON home.accreditation = residence.key
JOIN asked_day
WHERE NOT a.is_resident
  AND (
    s.begun_from <= asked_day.day AND s.ended_until >= asked_day.day
    OR home.begun_from > asked_day.day
    OR home.ended_until < asked_day.day
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('concurrent_coverage', '',
    'Receivers of heads beside the one where they reside, in force on asked_day',
    'Các bên tiếp nhận mà người đứng đầu kiêm nhiệm, còn hiệu lực vào ngày asked_day',
    'SELECT posting, receiver FROM concurrent_coverage ORDER BY posting, receiver'),
  ('concurrent_coverage', 'posting', 'Key of the posting', 'Khóa của lần cử',
    'gb-london-do-minh-hung'),
  ('concurrent_coverage', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'gb-london-do-minh-hung-ie'),
  ('concurrent_coverage', 'receiver', 'Key of the receiver', 'Khóa của bên tiếp nhận', 'ie'),
  ('concurrent_coverage', 'receiver_name_en', 'Name of the receiver in English, else in Vietnamese',
    'Tên bên tiếp nhận bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Ireland'),
  ('concurrent_coverage', 'receiver_name_vi', 'Name of the receiver in Vietnamese, else in English',
    'Tên bên tiếp nhận bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Ai-len'),
  ('concurrent_coverage', 'sort_key_en', 'Sort key of the English name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Anh, dùng cho ORDER BY', NULL),
  ('concurrent_coverage', 'sort_key_vi', 'Sort key of the Vietnamese name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Việt, dùng cho ORDER BY', NULL);

-- What a mission covers on asked_day, whoever heads it: of a day before the first source that shows
-- it, it is not known.
CREATE VIEW coverage AS
SELECT
  c.mission,
  c.receiver,
  c.known_on,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.sort_key_en,
  r.sort_key_vi
FROM mission_coverage AS c
JOIN party AS r ON r.key = c.receiver
JOIN asked_day
WHERE coalesce(c.known_on_earliest, '0000') <= asked_day.day
  AND coalesce(c.ended_latest, '9999') >= asked_day.day;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('coverage', '', 'Parties that missions cover on asked_day beside their own receiver',
    'Địa bàn kiêm nhiệm của cơ quan đại diện vào ngày asked_day',
    'SELECT mission, receiver FROM coverage ORDER BY mission, receiver'),
  ('coverage', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'br-brasilia'),
  ('coverage', 'receiver', 'Key of the party covered',
    'Khóa của nước hoặc tổ chức thuộc địa bàn kiêm nhiệm', 'gy'),
  ('coverage', 'known_on', 'When a source shows the coverage: year, month or day',
    'Thời điểm có nguồn ghi nhận việc kiêm nhiệm: năm, tháng hoặc ngày', '2025-04-16'),
  ('coverage', 'receiver_name_en', 'Name of the party in English, else in Vietnamese',
    'Tên bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'Guyana'),
  ('coverage', 'receiver_name_vi', 'Name of the party in Vietnamese, else in English',
    'Tên bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Guy-a-na'),
  ('coverage', 'sort_key_en', 'Sort key of the English name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Anh, dùng cho ORDER BY', NULL),
  ('coverage', 'sort_key_vi', 'Sort key of the Vietnamese name, for ORDER BY',
    'Khóa sắp xếp của tên tiếng Việt, dùng cho ORDER BY', NULL);

-- One row a head named in a term, with what a roster prints. Order by house_order,
-- class_order, precedence_earliest, decision_earliest, person_sort_key: a house order, for
-- Vienna precedence exists only among the heads accredited to one receiver.
CREATE VIEW term_roster AS
SELECT
  i.term,
  p.batch,
  i.posting,
  i.person,
  i.person_name,
  i.person_sort_key,
  person.gender,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.receiver,
  i.title,
  i.title_name_en,
  i.title_name_vi,
  (
    SELECT group_concat(receiver_name_en, '; ')
    FROM (
      SELECT receiver_name_en FROM concurrent_coverage WHERE posting = i.posting
      ORDER BY sort_key_en
    )
  ) AS concurrent_en,
  (
    SELECT group_concat(receiver_name_vi, '; ')
    FROM (
      SELECT receiver_name_vi FROM concurrent_coverage WHERE posting = i.posting
      ORDER BY sort_key_vi
    )
  ) AS concurrent_vi,
  i.appointed,
  i.handed_over,
  i.arrived,
  i.credentials,
  coalesce(i.exequatur, home.provisionally_admitted) AS exequatur,
  i.began,
  i.began_by,
  i.since,
  i.since_by,
  i.tenure_days_least,
  i.tenure_days_most,
  coalesce(i.planned_end, i.standard_end) AS planned_end,
  CASE
    WHEN i.planned_end IS NOT NULL THEN 'recorded'
    WHEN i.standard_end IS NOT NULL THEN 'standard-term'
  END AS planned_end_by,
  i.ended,
  i.ended_by,
  i.in_office,
  CASE
    WHEN i.status IN ('in-office', 'presumably', 'possibly') AND coalesce(
      i.planned_end_latest, date(i.standard_end || '-01', '+1 month', '-1 day')
    ) < asked_day.day THEN 'over-run'
    ELSE i.status
  END AS status,
  p.term_is_inferred,
  i.certainty,
  k.house_order,
  coalesce(i.vienna_class, 9) AS class_order,
  coalesce(i.began_earliest, '9999') AS precedence_earliest,
  ltrim(coalesce(i.appointed, i.handed_over, '9999'), '[.') AS decision_earliest
-- CROSS JOIN: from the term to its postings, whatever ANALYZE makes SQLite believe.
FROM posting AS p
CROSS JOIN tenure AS i ON i.posting = p.key AND i.is_resident
CROSS JOIN person ON person.key = p.person
CROSS JOIN mission_kind AS k ON k.key = i.mission_kind
CROSS JOIN accreditation AS home ON home.key = i.accreditation
CROSS JOIN asked_day
WHERE p.term IS NOT NULL AND p.function = 'head';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term_roster', '', 'One row a head named in a term, with what a roster prints',
    'Mỗi dòng là một người được cử trong nhiệm kỳ, kèm những gì danh sách cần in',
    'SELECT term, count(*) AS heads FROM term_roster GROUP BY term'),
  ('term_roster', 'batch', 'Key of the batch of the term', 'Khóa của đợt thuộc nhiệm kỳ',
    '2024-2027-2'),
  ('term_roster', 'gender', 'female or male', 'Giới tính: female (nữ), male (nam)', 'male'),
  ('term_roster', 'receiver', 'Key of the receiver where the head resides',
    'Khóa của bên tiếp nhận nơi thường trú', 'gb'),
  ('term_roster', 'concurrent_en', 'Names of the concurrent receivers in English, joined by ;',
    'Các nước và tổ chức kiêm nhiệm, tên tiếng Anh, cách nhau bằng dấu ;', 'Guyana; Suriname'),
  ('term_roster', 'concurrent_vi', 'Names of the concurrent receivers in Vietnamese, joined by ;',
    'Các nước và tổ chức kiêm nhiệm, tên tiếng Việt, cách nhau bằng dấu ;', 'Guyana; Suriname'),
  ('term_roster', 'exequatur', 'Exequatur, else provisional admission: year, month or day',
    'Giấy chấp nhận lãnh sự, nếu không thì tạm thời chấp nhận: năm, tháng hoặc ngày', NULL),
  ('term_roster', 'planned_end',
    'Planned end as recorded, else the month in which a standard term ends',
    'Dự kiến kết thúc đã ghi, nếu không thì tháng hết nhiệm kỳ chuẩn', '2027-07'),
  ('term_roster', 'planned_end_by',
    'recorded, or standard-term where computed from registry.standard_term_months',
    'recorded (đã ghi) hoặc standard-term (tính theo registry.standard_term_months)',
    'standard-term'),
  ('term_roster', 'ended', 'When the tenure ended, as recorded: year, month or day',
    'Thời điểm kết thúc theo ghi nhận: năm, tháng hoặc ngày', NULL),
  ('term_roster', 'ended_by', 'What is known of the end, as in incumbency',
    'Biết gì về việc kết thúc, như ở incumbency', 'serving'),
  ('term_roster', 'status', 'As in tenure; over-run where the planned end is past',
    'Như ở tenure; over-run nếu đã quá ngày dự kiến kết thúc', 'in-office'),
  ('term_roster', 'term_is_inferred',
    '1 where the term is inferred and no source states it; else 0',
    '1 nếu nhiệm kỳ là suy ra, không nguồn nào ghi; nếu không thì 0', '0'),
  ('term_roster', 'house_order', 'First key of the house order: the kind of mission, lowest first',
    'Khóa thứ nhất của thứ tự nội bộ: loại cơ quan đại diện, số nhỏ đứng trước', '1'),
  ('term_roster', 'class_order', 'Second key: the Vienna class, 9 where there is none',
    'Khóa thứ hai: cấp theo Công ước Viên 1961, 9 nếu không có', '1'),
  ('term_roster', 'precedence_earliest',
    'Third key: earliest day functions can have begun; 9999 where not known',
    'Khóa thứ ba: ngày sớm nhất có thể đã nhậm chức; 9999 nếu chưa rõ', '2025-02-20'),
  ('term_roster', 'decision_earliest',
    'Fourth key: earliest day of the decision or its handing over; 9999 where not known',
    'Khóa thứ tư: ngày sớm nhất ký hoặc trao quyết định; 9999 nếu chưa rõ', '2024-01-09');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'term_roster', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'tenure' AND column_name IN (
    'term', 'posting', 'person', 'person_name', 'person_sort_key', 'mission', 'mission_name_en',
    'mission_name_vi', 'mission_kind', 'title', 'title_name_en', 'title_name_vi', 'appointed',
    'handed_over', 'arrived', 'credentials', 'began', 'began_by', 'since', 'since_by',
    'tenure_days_least', 'tenure_days_most', 'in_office', 'certainty'
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('term_roster.planned_end_by', 'recorded', 'as recorded', 'theo ghi nhận'),
  ('term_roster.planned_end_by', 'standard-term', 'standard term', 'theo nhiệm kỳ chuẩn');
