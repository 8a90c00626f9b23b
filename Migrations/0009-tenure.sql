-- Derived facts, named for what they answer.
--
-- Tenure, exactly. "In office on day D" has three answers, from the bounds of a row:
--   no         D < began_earliest OR D > ended_latest
--   certainly  began_latest <= D AND D <= ended_earliest AND NOT is_unsure
--   possibly   everything else
-- Both ends are inclusive: on the day of a hand-over both heads are in office.

-- The last day that the registry speaks of: registry.known_until, else today.
CREATE VIEW known_day AS
SELECT
  coalesce(min(known_until, date('now', 'localtime')), date('now', 'localtime')) AS day,
  standard_term_months
FROM registry;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('known_day', '', 'The last day that the registry speaks of, in one row',
    'Ngày cuối cùng mà sổ nắm được thông tin, một dòng duy nhất', NULL),
  ('known_day', 'day',
    'registry.known_until, but never after today; today where it is empty; YYYY-MM-DD',
    'registry.known_until, nhưng không sau hôm nay; nếu để trống thì là hôm nay; YYYY-MM-DD',
    '2026-01-16'),
  ('known_day', 'standard_term_months', 'Length of a standard term in months; empty: none',
    'Độ dài nhiệm kỳ chuẩn, tính bằng tháng; để trống: không có', '36');

-- The day that is asked about: the one view by which the others speak of a day. `legation --on`
-- puts another one in front of it.
CREATE VIEW asked_day AS
SELECT day, day AS known_day
FROM known_day;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('asked_day', '', 'The day that is asked about, in one row',
    'Ngày được hỏi, một dòng duy nhất', NULL),
  ('asked_day', 'day', 'The day of --on; without it that of known_day; YYYY-MM-DD',
    'Ngày ghi ở --on; nếu không ghi thì là ngày của known_day; YYYY-MM-DD', '2024-02-19'),
  ('asked_day', 'known_day', 'The day of known_day', 'Ngày của known_day', '2026-01-16');

-- The next head of the mission, looked for only where no end is recorded: one whose beginning
-- is known, else one who was seen in office later. An acting head is followed by anyone, a
-- full head by a full head. Of a head who left and of whom no day is known, all that can be
-- said is that whoever serves now came after.
CREATE VIEW next_head AS
SELECT
  a.key AS accreditation,
  coalesce(
    (
      SELECT b.key
      FROM accreditation AS b
      JOIN posting AS q ON q.key = b.posting
      WHERE b.mission = a.mission
        AND b.is_resident
        AND b.posting <> a.posting
        AND (b.began_earliest, b.key) > (coalesce(a.known_from, home.known_from), a.key)
        AND b.began_latest IS NOT NULL
        AND q.nomination IS NULL
        AND (q.function = 'head' OR p.function = 'acting')
      ORDER BY b.began_earliest, b.began_latest
      LIMIT 1
    ),
    (
      SELECT b.key
      FROM accreditation AS b
      JOIN posting AS q ON q.key = b.posting
      WHERE b.mission = a.mission
        AND b.is_resident
        AND b.posting <> a.posting
        AND CASE
          WHEN coalesce(a.known_from, home.known_from) IS NOT NULL THEN
            b.began_earliest IS NULL AND b.known_from > coalesce(a.known_from, home.known_from)
          ELSE
            p.end_mark = 'unknown' AND b.began_latest IS NOT NULL
            AND coalesce(q.ended, q.end_mark) IS NULL
        END
        AND q.nomination IS NULL
        AND (q.function = 'head' OR p.function = 'acting')
      ORDER BY b.known_from, b.key
      LIMIT 1
    )
  ) AS successor
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
-- A concurrent accreditation without dates begins no earlier than the resident one.
LEFT JOIN accreditation AS home
  ON NOT a.is_resident AND home.posting = a.posting AND home.is_resident
WHERE a.ended IS NULL AND p.ended IS NULL AND p.end_mark IS NOT 'point';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('next_head', '', 'Who followed a head of whom no end is recorded',
    'Người kế nhiệm của người đứng đầu chưa ghi ngày kết thúc', NULL),
  ('next_head', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'fr-paris-nguyen-thiep-fr'),
  ('next_head', 'successor', 'Key of the accreditation of the next head; empty: none is known',
    'Khóa của lần ủy nhiệm người kế nhiệm; để trống: không rõ', NULL);

-- One row an accreditation, nominees too, with the bounds of tenure. Everything below is made
-- of it, by inner joins: SQLite would compute a joined view whole, for a million rows, at the
-- right side of a left join.
--
-- ended_by says what is known of the end:
--   ended           a date is recorded
--   point           a single day: a chargé of whom one date is recorded
--   unknown         ended, on a day nobody recorded
--   successor       no end recorded, but another head followed; the end lies before that
--   mission-closed  no end recorded, but the mission closed
--   died            no end recorded, but the person died
--   serving         none of these: in office at least until known_day
CREATE VIEW tenure AS
SELECT
  a.key AS accreditation,
  a.posting,
  p.person,
  person.name AS person_name,
  person.sort_key AS person_sort_key,
  a.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  a.receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  a.is_resident,
  p.function,
  p.acting_reason,
  p.nomination,
  coalesce(a.title, p.title) AS title,
  t.name_en AS title_name_en,
  t.name_vi AS title_name_vi,
  coalesce(a.vienna_class, t.vienna_class) AS vienna_class,
  p.term,
  p.planned_end,
  p.planned_end_latest,
  -- The month in which a standard term would end: a default for the eye, never a hard stop, and of
  -- career heads alone who may still be there. Counted from the first of the month, so that
  -- 29 February does not slip into the next one.
  CASE
    WHEN p.function = 'head' AND NOT t.is_honorary AND coalesce(
      p.nomination, a.ended, p.ended, p.end_mark, s.key, m.closed, person.died
    ) IS NULL THEN substr(
      date(
        substr(
          coalesce(
            a.arrived_earliest, a.handed_over_earliest, a.appointed_earliest, a.began_earliest
          ),
          1, 7
        ) || '-01',
        '+' || standard_term_months || ' months'
      ),
      1, 7
    )
  END AS standard_end,
  a.appointed,
  a.handed_over,
  a.arrived,
  a.credentials,
  a.exequatur,
  a.began,
  a.began_by,
  -- Who is only known to have ended, or to have been seen, began no earlier than the head before
  -- ended, or began where that end is later or not recorded: else a chargé of 1942 of whom only
  -- the end is known would be in office, possibly, in 1784.
  coalesce(
    a.began_earliest,
    home.began_earliest,
    (
      SELECT CASE
        WHEN CASE WHEN b.ended IS NULL THEN q.ended_earliest ELSE b.ended_earliest END <= coalesce(
          a.in_office_by_latest, a.in_office_on_latest,
          CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END
        ) THEN CASE WHEN b.ended IS NULL THEN q.ended_earliest ELSE b.ended_earliest END
        ELSE b.began_earliest
      END
      FROM accreditation AS b
      JOIN posting AS q ON q.key = b.posting
      WHERE b.mission = a.mission
        AND b.is_resident
        AND b.posting <> a.posting
        AND b.began_earliest < coalesce(
          a.in_office_by_earliest, a.in_office_on_earliest,
          CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END
        )
        AND q.nomination IS NULL
      ORDER BY b.began_earliest DESC
      LIMIT 1
    )
  ) AS began_earliest,
  a.began_latest,
  coalesce(a.ended, p.ended) AS ended,
  CASE
    WHEN coalesce(a.ended, p.ended) IS NOT NULL THEN 'ended'
    WHEN p.end_mark IS NOT NULL THEN p.end_mark
    WHEN s.key IS NOT NULL THEN 'successor'
    WHEN m.closed IS NOT NULL THEN 'mission-closed'
    WHEN person.died IS NOT NULL THEN 'died'
    ELSE 'serving'
  END AS ended_by,
  -- An end of which only one bound is recorded: not before the last sign of service, and by the
  -- day that the registry is known to.
  CASE
    WHEN p.end_mark = 'point' AND a.ended IS NULL
      THEN coalesce(a.began_earliest, a.in_office_by_earliest)
    WHEN coalesce(a.ended, p.ended, p.end_mark, s.key, m.closed, person.died) IS NOT NULL
      THEN coalesce(
        CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END,
        a.in_office_on_earliest, a.in_office_by_earliest, a.began_earliest
      )
    ELSE max(known_day.day, coalesce(a.began_earliest, known_day.day))
  END AS ended_earliest,
  CASE
    WHEN a.ended IS NOT NULL THEN coalesce(a.ended_latest, max(known_day.day, a.ended_earliest))
    WHEN p.ended IS NOT NULL THEN coalesce(p.ended_latest, max(known_day.day, p.ended_earliest))
    WHEN p.end_mark = 'point' THEN a.began_latest
    WHEN s.key IS NOT NULL THEN min(
      coalesce(s.arrived_latest, s.began_latest), coalesce(s.began_latest, s.arrived_latest)
    )
    WHEN m.closed IS NOT NULL THEN coalesce(m.closed_latest, max(known_day.day, m.closed_earliest))
    WHEN person.died IS NOT NULL
      THEN coalesce(person.died_latest, max(known_day.day, person.died_earliest))
    WHEN p.end_mark = 'unknown' THEN known_day.day
  END AS ended_latest,
  p.end_reason,
  s.posting AS successor_posting,
  p.certainty,
  p.certainty = 'uncertain'
    OR coalesce(a.began GLOB '*[?~%]', 0)
    OR coalesce(coalesce(a.ended, p.ended) GLOB '*[?~%]', 0) AS is_unsure
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN person ON person.key = p.person
JOIN mission AS m ON m.key = a.mission
JOIN party AS r ON r.key = a.receiver
JOIN title AS t ON t.key = coalesce(a.title, p.title)
JOIN known_day
-- A concurrent accreditation without dates begins no earlier than the resident one.
LEFT JOIN accreditation AS home
  ON NOT a.is_resident AND home.posting = a.posting AND home.is_resident
LEFT JOIN accreditation AS s ON s.key = CASE
  WHEN a.ended IS NULL AND p.ended IS NULL
    THEN (SELECT successor FROM next_head WHERE accreditation = a.key)
END;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('tenure', '', 'One row an accreditation, nominees too, with the bounds of tenure',
    'Mỗi dòng là một lần ủy nhiệm, kể cả người mới được đề cử, kèm giới hạn thời gian tại nhiệm',
    NULL),
  ('tenure', 'accreditation', 'Key of the accreditation', 'Khóa của lần ủy nhiệm',
    'gb-london-do-minh-hung-gb'),
  ('tenure', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('tenure', 'person', 'Key of the person', 'Khóa của cá nhân', 'do-minh-hung'),
  ('tenure', 'person_name', 'Name of the person', 'Họ và tên', 'Đỗ Minh Hùng'),
  ('tenure', 'person_sort_key', 'Sort key of the person, for ORDER BY',
    'Khóa sắp xếp của họ tên, dùng cho ORDER BY', NULL),
  ('tenure', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('tenure', 'mission_name_en', 'Name of the mission in English, else in Vietnamese',
    'Tên cơ quan đại diện bằng tiếng Anh, nếu thiếu thì tiếng Việt',
    'Embassy of Viet Nam in the United Kingdom'),
  ('tenure', 'mission_name_vi', 'Name of the mission in Vietnamese, else in English',
    'Tên cơ quan đại diện bằng tiếng Việt, nếu thiếu thì tiếng Anh',
    'Đại sứ quán Việt Nam tại Anh'),
  ('tenure', 'mission_kind', 'Key of the kind of mission', 'Khóa của loại cơ quan đại diện',
    'embassy'),
  ('tenure', 'receiver', 'Key of the party that receives the head', 'Khóa của bên tiếp nhận', 'gb'),
  ('tenure', 'receiver_name_en', 'Name of the receiver in English, else in Vietnamese',
    'Tên bên tiếp nhận bằng tiếng Anh, nếu thiếu thì tiếng Việt', 'United Kingdom'),
  ('tenure', 'receiver_name_vi', 'Name of the receiver in Vietnamese, else in English',
    'Tên bên tiếp nhận bằng tiếng Việt, nếu thiếu thì tiếng Anh', 'Anh'),
  ('tenure', 'is_resident', '1 where the head resides, 0 for a concurrent accreditation',
    '1 nếu thường trú, 0 nếu kiêm nhiệm', '1'),
  ('tenure', 'function', 'head, or acting, as a chargé d''affaires ad interim',
    'Vai trò: head (người đứng đầu), acting (tạm thời đứng đầu, như đại biện lâm thời)', 'head'),
  ('tenure', 'acting_reason', 'Why one acts: vacancy, absence or incapacity',
    'Lý do tạm thời đứng đầu: vacancy (khuyết), absence (vắng mặt), incapacity (không thể làm việc)',
    'absence'),
  ('tenure', 'nomination', 'Outcome where someone was named and does not serve; empty for heads',
    'Kết quả đề cử nếu chưa hoặc không nhậm chức; để trống với người đã nhậm chức', 'pending'),
  ('tenure', 'title', 'Key of the title', 'Khóa của chức danh', 'ambassador'),
  ('tenure', 'title_name_en', 'Title in English', 'Chức danh bằng tiếng Anh',
    'Ambassador Extraordinary and Plenipotentiary'),
  ('tenure', 'title_name_vi', 'Title in Vietnamese', 'Chức danh bằng tiếng Việt',
    'Đại sứ đặc mệnh toàn quyền'),
  ('tenure', 'vienna_class',
    'Class of the head, 1 to 3 (1961 Vienna Convention, art. 14); empty: none',
    'Cấp của người đứng đầu, 1 đến 3 (Điều 14 Công ước Viên 1961); để trống: không có', '1'),
  ('tenure', 'term', 'Key of the term', 'Khóa của nhiệm kỳ', '2024-2027'),
  ('tenure', 'planned_end', 'Planned end as recorded: year, month or day',
    'Dự kiến kết thúc đã ghi: năm, tháng hoặc ngày', '2027-07'),
  ('tenure', 'planned_end_latest', 'Latest day that planned_end can mean, YYYY-MM-DD',
    'Ngày muộn nhất mà planned_end có thể chỉ, YYYY-MM-DD', '2027-07-31'),
  ('tenure', 'standard_end',
    'Month in which a standard term would end, counted from arrival; of career heads who have not ended',
    'Tháng hết một nhiệm kỳ chuẩn, tính từ khi đến nhận nhiệm vụ; chỉ với người đứng đầu chuyên nghiệp chưa kết thúc',
    '2027-07'),
  ('tenure', 'appointed', 'Appointed, as the decision is dated: year, month or day',
    'Thời điểm bổ nhiệm, theo ngày ký quyết định: năm, tháng hoặc ngày', '2024-01'),
  ('tenure', 'handed_over', 'Decision handed over: year, month or day',
    'Thời điểm trao quyết định: năm, tháng hoặc ngày', '2024-01-09'),
  ('tenure', 'arrived', 'Arrived at the post: year, month or day',
    'Đến nhận nhiệm vụ: năm, tháng hoặc ngày', '2024-07'),
  ('tenure', 'credentials', 'Credentials presented: year, month or day',
    'Trình thư ủy nhiệm (quốc thư): năm, tháng hoặc ngày', '2025-02-20'),
  ('tenure', 'exequatur', 'Exequatur granted: year, month or day',
    'Được cấp giấy chấp nhận lãnh sự: năm, tháng hoặc ngày', NULL),
  ('tenure', 'began', 'When functions began, by began_by: year, month or day',
    'Thời điểm nhậm chức, theo began_by: năm, tháng hoặc ngày', '2025-02-20'),
  ('tenure', 'began_by', 'Milestone by which functions began: the name of its column',
    'Mốc được coi là nhậm chức: tên của cột tương ứng', 'credentials'),
  ('tenure', 'began_earliest',
    'Earliest day functions can have begun, YYYY-MM-DD; empty: not known',
    'Ngày sớm nhất có thể đã nhậm chức, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('tenure', 'began_latest', 'Latest day functions can have begun, YYYY-MM-DD',
    'Ngày muộn nhất có thể đã nhậm chức, YYYY-MM-DD', '2025-02-20'),
  ('tenure', 'ended', 'End as recorded here, else on the posting: year, month or day',
    'Thời điểm kết thúc đã ghi ở lần ủy nhiệm, nếu không thì ở lần cử: năm, tháng hoặc ngày',
    '2023-11'),
  ('tenure', 'ended_by',
    'What is known of the end: ended, point, unknown, successor, mission-closed, died or serving',
    'Kết thúc: ended (có ngày), point (một ngày), unknown (không rõ), successor (có người kế nhiệm), mission-closed (đóng cửa), died (mất), serving (tại nhiệm)',
    'ended'),
  ('tenure', 'ended_earliest',
    'Earliest day the tenure can have ended; for one who serves, not before known_day',
    'Ngày sớm nhất có thể đã thôi tại nhiệm; nếu còn tại nhiệm thì không trước known_day',
    '2023-11-01'),
  ('tenure', 'ended_latest', 'Latest day the tenure can have ended; empty for one who serves',
    'Ngày muộn nhất có thể đã thôi tại nhiệm; để trống nếu còn tại nhiệm', '2023-11-30'),
  ('tenure', 'end_reason', 'Key of the reason for the end', 'Khóa của lý do kết thúc', 'recalled'),
  ('tenure', 'successor_posting',
    'Key of the posting of the next head, only where no end is recorded',
    'Khóa của lần cử người kế nhiệm, chỉ có khi chưa ghi ngày kết thúc', NULL),
  ('tenure', 'certainty', 'How sure the entry is: confirmed, single-source or uncertain',
    'Độ tin cậy: confirmed (đã xác nhận), single-source (một nguồn), uncertain (chưa chắc)',
    'confirmed'),
  ('tenure', 'is_unsure',
    '1 where the entry is uncertain or its begin or end carries ? or ~; else 0',
    '1 nếu thông tin chưa chắc hoặc ngày bắt đầu, kết thúc có dấu ? hay ~; nếu không thì 0', '0');

-- One row an accreditation of someone who serves or served; nominees are not in office.
CREATE VIEW incumbency AS
SELECT
  accreditation, posting, person, person_name, person_sort_key, mission, mission_name_en,
  mission_name_vi, mission_kind, receiver, receiver_name_en, receiver_name_vi, is_resident,
  function, acting_reason, title, title_name_en, title_name_vi, vienna_class, term, planned_end,
  standard_end, appointed, handed_over, arrived, credentials, exequatur, began, began_by,
  began_earliest, began_latest, ended, ended_by, ended_earliest, ended_latest, end_reason,
  successor_posting, certainty, is_unsure
FROM tenure
WHERE nomination IS NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('incumbency', '',
    'One row an accreditation of someone who serves or served, with the bounds of tenure',
    'Mỗi dòng là một lần ủy nhiệm của người đang hoặc đã tại nhiệm, kèm giới hạn thời gian tại nhiệm',
    NULL);

-- The columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'incumbency', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'tenure' AND column_name NOT IN ('', 'nomination', 'planned_end_latest');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('incumbency.began_by', 'copy_presented', 'true copy', 'trình bản sao thư ủy nhiệm'),
  ('incumbency.began_by', 'credentials', 'credentials', 'trình thư ủy nhiệm'),
  ('incumbency.began_by', 'provisionally_admitted', 'provisional admission',
    'được chấp nhận tạm thời'),
  ('incumbency.began_by', 'exequatur', 'exequatur', 'nhận giấy chấp nhận lãnh sự'),
  ('incumbency.began_by', 'arrived', 'arrival', 'đến nhận nhiệm vụ'),
  ('incumbency.began_by', 'appointed', 'appointment', 'bổ nhiệm'),
  ('incumbency.began_by', 'in_office_by', 'in office by that day', 'đã đương nhiệm vào ngày đó'),
  ('incumbency.began_by', 'took_charge', 'taking charge', 'tiếp nhận chức trách'),
  ('incumbency.ended_by', 'ended', 'left', 'đã kết thúc'),
  ('incumbency.ended_by', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('incumbency.ended_by', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('incumbency.ended_by', 'successor', 'a successor followed', 'đã có người kế nhiệm'),
  ('incumbency.ended_by', 'mission-closed', 'mission closed',
    'cơ quan đại diện chấm dứt hoạt động'),
  ('incumbency.ended_by', 'died', 'died', 'từ trần'),
  ('incumbency.ended_by', 'serving', 'in office', 'đương nhiệm');

-- Who heads each mission on asked_day, certainly or possibly, full and acting heads. Whoever
-- is known to have left by known_day, even on an unknown day, heads none from then on.
CREATE VIEW incumbent AS
SELECT
  i.*,
  CASE
    WHEN i.began_latest <= asked_day.day AND asked_day.day <= i.ended_earliest
      AND NOT i.is_unsure THEN 'certainly'
    ELSE 'possibly'
  END AS in_office
FROM incumbency AS i
JOIN asked_day
WHERE i.is_resident
  AND (
    i.ended_by <> 'unknown'
    OR i.began_latest IS NOT NULL AND asked_day.day < asked_day.known_day
  )
  AND (i.began_earliest <= asked_day.day OR i.began_earliest IS NULL)
  AND (i.ended_latest >= asked_day.day OR i.ended_latest IS NULL);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('incumbent', '',
    'Who heads each mission on asked_day, certainly or possibly, full and acting heads',
    'Ai đứng đầu hoặc tạm thời đứng đầu từng cơ quan đại diện vào ngày asked_day, chắc chắn hoặc có thể',
    NULL),
  ('incumbent', 'in_office', 'certainly, or possibly where the dates leave it open',
    'certainly (chắc chắn) hoặc possibly (có thể, do ngày tháng chưa rõ)', 'certainly');

-- The other columns are those of incumbency.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'incumbent', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'incumbency' AND column_name <> '';

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('incumbent.in_office', 'certainly', 'certainly', 'chắc chắn'),
  ('incumbent.in_office', 'possibly', 'possibly', 'có thể');

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
    WHEN (SELECT ended_by FROM incumbency WHERE accreditation = last.key)
      IN ('ended', 'died', 'unknown') THEN 'vacant'
    ELSE 'no-known-head'
  END AS state,
  last.posting AS last_posting,
  (SELECT person_name FROM incumbency WHERE accreditation = last.key) AS last_head,
  (SELECT ended FROM incumbency WHERE accreditation = last.key) AS vacant_since,
  (
    SELECT i.person_name
    FROM incumbent AS i
    WHERE i.mission = m.key AND i.function = 'acting'
    ORDER BY i.began_earliest DESC
    LIMIT 1
  ) AS acting_head,
  (
    SELECT person.name
    FROM posting AS n
    JOIN person ON person.key = n.person
    WHERE n.mission = m.key AND n.nomination = 'pending'
    ORDER BY n.key
    LIMIT 1
  ) AS nominee
FROM mission AS m
JOIN asked_day
LEFT JOIN accreditation AS last ON last.key = (
  SELECT b.key
  FROM accreditation AS b
  JOIN posting AS q ON q.key = b.posting
  WHERE b.mission = m.key AND b.is_resident AND q.function = 'head' AND q.nomination IS NULL
    AND (b.began_earliest <= asked_day.day OR b.began_earliest IS NULL)
  ORDER BY b.known_from DESC, b.key DESC
  LIMIT 1
)
WHERE (m.opened_earliest <= asked_day.day OR m.opened_earliest IS NULL)
  AND (m.closed_latest >= asked_day.day OR m.closed IS NULL)
  -- The plain case first, which needs none of the bounds: whoever began last, has no end of any
  -- sort, and is followed by nobody.
  AND CASE
    WHEN (
      SELECT b.began_earliest <= asked_day.day AND b.ended IS NULL
        AND EXISTS (
          SELECT 1
          FROM posting AS p
          -- Not by the key itself, but by the small index of open postings.
          WHERE p.mission = m.key AND p.key || '' = b.posting
            AND p.function = 'head' AND p.nomination IS NULL
            AND p.ended IS NULL AND p.end_mark IS NULL
            AND p.person NOT IN (SELECT key FROM person WHERE died IS NOT NULL)
        )
        AND NOT EXISTS (
          SELECT 1 FROM accreditation AS c
          WHERE c.mission = m.key AND c.is_resident AND c.began_earliest IS NULL
        )
        AND NOT EXISTS (
          SELECT 1 FROM accreditation AS c
          WHERE c.mission = m.key AND c.is_resident AND c.began_earliest = b.began_earliest
            AND c.posting <> b.posting
        )
      FROM accreditation AS b
      WHERE b.mission = m.key AND b.is_resident
      ORDER BY b.began_earliest DESC
      LIMIT 1
    ) THEN FALSE
    -- Newest first: of a mission that is headed, one row is looked at and not its history.
    ELSE (
      SELECT 1
      FROM accreditation AS b
      JOIN incumbent AS i ON i.accreditation = b.key
      WHERE b.mission = m.key AND b.is_resident AND i.function = 'head'
      ORDER BY b.began_earliest DESC
      LIMIT 1
    ) IS NULL
  END;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('vacancy', '', 'Missions open on asked_day without a full head',
    'Cơ quan đại diện đang hoạt động vào ngày asked_day mà khuyết người đứng đầu', NULL),
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
  ('vacancy', 'nominee', 'Name of a pending nominee', 'Họ tên người được đề cử, đang chờ',
    'Lê Quang Long');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('vacancy.state', 'vacant', 'vacant', 'khuyết'),
  ('vacancy.state', 'no-known-head', 'no known head', 'chưa rõ người đứng đầu');

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
    SELECT group_concat(name, '; ')
    FROM (
      SELECT coalesce(r.name_en, r.name_vi) AS name
      FROM accreditation AS c JOIN party AS r ON r.key = c.receiver
      WHERE c.posting = i.posting AND NOT c.is_resident
      ORDER BY r.sort_key_en
    )
  ) AS concurrent_en,
  (
    SELECT group_concat(name, '; ')
    FROM (
      SELECT coalesce(r.name_vi, r.name_en) AS name
      FROM accreditation AS c JOIN party AS r ON r.key = c.receiver
      WHERE c.posting = i.posting AND NOT c.is_resident
      ORDER BY r.sort_key_vi
    )
  ) AS concurrent_vi,
  i.appointed,
  i.handed_over,
  i.arrived,
  coalesce(i.credentials, i.exequatur) AS credentials,
  i.began,
  i.began_by,
  coalesce(i.planned_end, i.standard_end) AS planned_end,
  CASE
    WHEN i.planned_end IS NOT NULL THEN 'recorded'
    WHEN i.standard_end IS NOT NULL THEN 'standard-term'
  END AS planned_end_by,
  i.ended,
  i.ended_by,
  CASE
    WHEN i.nomination IS NOT NULL THEN 'nominee-' || i.nomination
    WHEN i.ended_by <> 'serving'
      AND (asked_day.day >= asked_day.known_day OR i.ended_latest < asked_day.day) THEN 'left'
    WHEN i.began_by IS NULL AND coalesce(i.appointed, i.handed_over) IS NOT NULL
      OR i.began_earliest > asked_day.day THEN 'designate'
    WHEN CASE
      WHEN i.planned_end IS NULL THEN date(i.standard_end || '-01', '+1 month', '-1 day')
      ELSE i.planned_end_latest
    END < asked_day.day THEN 'over-run'
    WHEN i.is_unsure OR i.began_by IS NULL THEN 'serving-unsure'
    ELSE 'serving'
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
CROSS JOIN asked_day
WHERE p.term IS NOT NULL AND p.function = 'head';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term_roster', '', 'One row a head named in a term, with what a roster prints',
    'Mỗi dòng là một người được cử trong nhiệm kỳ, kèm những gì danh sách cần in', NULL),
  ('term_roster', 'batch', 'Key of the batch of the term', 'Khóa của đợt thuộc nhiệm kỳ',
    '2024-2027-2'),
  ('term_roster', 'gender', 'female or male', 'Giới tính: female (nữ), male (nam)', 'male'),
  ('term_roster', 'receiver', 'Key of the receiver where the head resides',
    'Khóa của bên tiếp nhận nơi thường trú', 'gb'),
  ('term_roster', 'concurrent_en', 'Names of the concurrent receivers in English, joined by ;',
    'Các nước và tổ chức kiêm nhiệm, tên tiếng Anh, cách nhau bằng dấu ;', 'Guyana; Suriname'),
  ('term_roster', 'concurrent_vi', 'Names of the concurrent receivers in Vietnamese, joined by ;',
    'Các nước và tổ chức kiêm nhiệm, tên tiếng Việt, cách nhau bằng dấu ;', 'Guyana; Suriname'),
  ('term_roster', 'credentials',
    'Credentials presented, else exequatur, else provisional admission: year, month or day',
    'Trình thư ủy nhiệm, hoặc giấy chấp nhận lãnh sự, hoặc tạm thời chấp nhận: năm, tháng hoặc ngày',
    '2025-02-20'),
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
  ('term_roster', 'status',
    'serving, serving-unsure, designate, over-run, left, or nominee- with the outcome',
    'serving (tại nhiệm), serving-unsure (chưa chắc), designate (chưa nhậm chức), over-run (quá hạn), left (đã thôi), nominee-... (đề cử)',
    'serving'),
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
    'handed_over', 'arrived', 'began', 'began_by', 'certainty'
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('term_roster.planned_end_by', 'recorded', 'as recorded', 'theo ghi nhận'),
  ('term_roster.planned_end_by', 'standard-term', 'standard term', 'theo nhiệm kỳ chuẩn'),
  ('term_roster.status', 'serving', 'in office', 'đương nhiệm'),
  ('term_roster.status', 'serving-unsure', 'in office (unsure)', 'đương nhiệm (chưa chắc chắn)'),
  ('term_roster.status', 'over-run', 'past planned end', 'quá nhiệm kỳ'),
  ('term_roster.status', 'designate', 'designate', 'đã bổ nhiệm, chưa nhậm chức'),
  ('term_roster.status', 'left', 'left', 'đã kết thúc'),
  ('term_roster.status', 'nominee-pending', 'nominee', 'được đề cử, chờ bổ nhiệm'),
  ('term_roster.status', 'nominee-declined', 'nominee, declined', 'được đề cử, đã từ chối'),
  ('term_roster.status', 'nominee-withdrawn', 'nominee, withdrawn', 'đã rút đề cử'),
  ('term_roster.status', 'nominee-refused', 'nominee, refused',
    'được đề cử, không được chấp thuận'),
  ('term_roster.status', 'nominee-not-confirmed', 'nominee, not confirmed',
    'được đề cử, không được phê chuẩn'),
  ('term_roster.status', 'nominee-died', 'nominee, died', 'được đề cử, đã từ trần');
