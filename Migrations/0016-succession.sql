-- Who followed whom at each mission, and who covers what from elsewhere.

-- What a succession prints of each mission, a line each, in the order of line_order: its heads and
-- acting heads; those who were accredited to its receiver beside a post of their own, where it is
-- the one mission that would be theirs; the times in between, certain or possible; and those in
-- which it was closed.
CREATE VIEW succession_line AS
SELECT
  l.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  m.receiver,
  l.line,
  l.step,
  l.posting,
  l.accreditation,
  l.person,
  l.person_name,
  l.title,
  l.title_name_en,
  l.title_name_vi,
  l.vienna_class,
  coalesce(there.name_en, there.name_vi, town.name_en) AS residence_en,
  coalesce(there.name_vi, there.name_en, town.name_vi, town.name_en) AS residence_vi,
  l.term,
  l.began,
  l.began_by,
  -- As recorded, else no more than is known: a year or a month where the bounds are its own.
  CASE
    WHEN l.line = 'not-begun' OR l.since IS NOT NULL THEN l.since
    WHEN l.began_earliest = l.began_latest THEN l.began_latest
    WHEN substr(l.began_earliest, 5) = '-01-01'
        AND l.began_latest = substr(l.began_earliest, 1, 4) || '-12-31'
      THEN substr(l.began_latest, 1, 4)
    WHEN substr(l.began_earliest, 8) = '-01'
        AND strftime('%Y-%m-%d', l.began_latest, '+1 day')
          = strftime('%Y-%m-%d', l.began_earliest, '+1 month')
      THEN substr(l.began_latest, 1, 7)
    WHEN coalesce(l.began_earliest, l.began_latest) IS NOT NULL
      THEN '[' || coalesce(l.began_earliest, '') || '..' || coalesce(l.began_latest, '') || ']'
  END AS since,
  l.began_earliest,
  l.began_latest,
  l.ended,
  CASE
    WHEN l.ended_by IN ('serving', 'not-begun') OR l.until IS NOT NULL THEN l.until
    WHEN l.ended_earliest = l.ended_latest THEN l.ended_latest
    WHEN substr(l.ended_earliest, 5) = '-01-01'
        AND l.ended_latest = substr(l.ended_earliest, 1, 4) || '-12-31'
      THEN substr(l.ended_latest, 1, 4)
    WHEN substr(l.ended_earliest, 8) = '-01'
        AND strftime('%Y-%m-%d', l.ended_latest, '+1 day')
          = strftime('%Y-%m-%d', l.ended_earliest, '+1 month')
      THEN substr(l.ended_latest, 1, 7)
    WHEN coalesce(l.ended_earliest, l.ended_latest) IS NOT NULL
      THEN '[' || coalesce(l.ended_earliest, '') || '..' || coalesce(l.ended_latest, '') || ']'
  END AS until,
  l.ended_by,
  l.ended_earliest,
  l.ended_latest,
  l.end_reason,
  l.days_least,
  l.days_most,
  l.is_unsure,
  l.in_office,
  l.status,
  l.line_order
FROM (
  SELECT
    mission,
    line,
    CASE
      WHEN line = 'not-begun' OR coalesce(person_before, '') <> person THEN NULL
      WHEN function = 'head' AND function_before = 'acting' THEN 'was-acting'
      WHEN vienna_class < class_before THEN 'class-raised'
      WHEN vienna_class > class_before THEN 'class-lowered'
      WHEN title <> title_before THEN 'titled-anew'
      ELSE 'again'
    END AS step,
    posting, accreditation, person, person_name, title, title_name_en, title_name_vi,
    vienna_class, NULL AS seat_mission, term, began, began_by, began AS since, began_earliest,
    began_latest, ended, ended AS until, ended_by, ended_earliest, ended_latest, end_reason,
    days_least, days_most, is_unsure, in_office, status,
    substr(place || '-99-99', 1, 10) || CASE line
      WHEN 'head' THEN ' ' || accreditation || ' 1'
      ELSE ' ~~ ' || accreditation
    END AS line_order
  FROM (
    SELECT
      *,
      lag(person) OVER in_turn AS person_before,
      lag(function) OVER in_turn AS function_before,
      lag(title) OVER in_turn AS title_before,
      lag(vienna_class) OVER in_turn AS class_before
    FROM (
      SELECT
        i.mission,
        CASE
          WHEN i.ended_by = 'not-begun' THEN 'not-begun'
          ELSE i.function
        END AS line,
        i.function, i.posting, i.accreditation, i.person, i.person_name, i.title,
        i.title_name_en, i.title_name_vi, i.vienna_class, i.term, i.began, i.began_by,
        i.began_earliest, i.began_latest, i.ended, i.ended_by, i.ended_earliest, i.ended_latest,
        i.end_reason, i.tenure_days_least AS days_least, i.tenure_days_most AS days_most,
        CASE WHEN i.is_unsure THEN 1 ELSE 0 END AS is_unsure, i.in_office, i.status,
        CASE
          WHEN i.ended_by = 'not-begun' THEN coalesce(
            a.appointed_latest, a.handed_over_latest, i.ended_latest, '9999'
          )
          ELSE coalesce(i.began_latest, '9999')
        END AS place
      FROM incumbency AS i
      JOIN accreditation AS a ON a.key = i.accreditation
      WHERE i.is_resident
    ) AS resident
    WINDOW in_turn AS (
      PARTITION BY mission ORDER BY line = 'not-begun', place, accreditation
    )
  ) AS neighbour
  UNION ALL
  SELECT
    m.key, 'non-resident', NULL, i.posting, i.accreditation, i.person, i.person_name, i.title,
    i.title_name_en, i.title_name_vi, i.vienna_class, i.mission, i.term, i.began, i.began_by,
    i.began, i.began_earliest, i.began_latest, i.ended, i.ended, i.ended_by, i.ended_earliest,
    i.ended_latest, i.end_reason, i.tenure_days_least, i.tenure_days_most,
    CASE WHEN i.is_unsure THEN 1 ELSE 0 END, i.in_office, i.status,
    substr(
      coalesce(i.began_latest, a.appointed_latest, a.handed_over_latest, '9999') || '-99-99', 1, 10
    ) || ' ~~ ' || i.accreditation
  FROM mission AS m
  JOIN mission_kind AS k ON k.key = m.kind
  JOIN accreditation AS a ON a.receiver = m.receiver
  JOIN incumbency AS i ON i.accreditation = a.key
  WHERE k.category IN ('diplomatic', 'international-organization')
    AND NOT a.is_resident AND NOT i.is_resident
    AND NOT EXISTS (
      SELECT 1
      FROM mission AS o
      JOIN mission_kind AS p ON p.key = o.kind
      -- Found by the receiver, for a sender has hundreds of missions.
      WHERE o.receiver = m.receiver AND o.sender || '' = m.sender AND o.key <> m.key
        AND p.category = k.category
    )
  UNION ALL
  SELECT
    g.mission,
    CASE
      WHEN g.days_least = 0 THEN 'perhaps-vacant'
      WHEN g.state = 'vacant' THEN 'vacant'
      ELSE 'not-known'
    END,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, g.ended, g.since_earliest, g.since_latest, NULL, g.began, NULL,
    g.until_earliest, g.until_latest, NULL, g.days_least, g.days_most, g.is_unsure,
    g.on_asked_day, NULL,
    CASE
      WHEN coalesce(g.since_latest, '9999') < coalesce(g.until_latest, '9999')
        OR g.until_by = 'not-ended'
        THEN substr(coalesce(g.since_latest, '9999') || '-99-99', 1, 10) || ' ~'
      ELSE substr(coalesce(g.until_latest, '9999') || '-99-99', 1, 10) || ' '
        || coalesce(next.key, '') || ' 0'
    END
  FROM gap AS g
  LEFT JOIN accreditation AS next ON next.posting = g.next_posting AND next.is_resident
  UNION ALL
  SELECT
    t.mission, 'closed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, nullif(t.begun_from, '0000'), nullif(t.begun_until, '9999'), NULL, NULL,
    NULL, nullif(nullif(t.ended_from, '0000'), '9999'), nullif(t.ended_until, '9999'),
    NULL, NULL, NULL, 0, 'no', NULL,
    substr(t.begun_until || '-99-99', 1, 10) || ' '
  FROM mission_turn AS t
  WHERE t.turn = 'closed'
) AS l
JOIN mission AS m ON m.key = l.mission
LEFT JOIN mission AS there ON there.key = l.seat_mission
LEFT JOIN place AS town ON town.key = (
  SELECT c.place
  FROM concurrent_member AS x
  JOIN concurrent_appointment AS c ON c.key = x.appointment
  WHERE x.posting = l.posting AND l.seat_mission IS NULL AND c.party <> m.receiver
  ORDER BY c.key
  LIMIT 1
);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('succession_line', '',
    'The heads of each mission one after the other, with every gap and closing, a line each',
    'Những người lần lượt đứng đầu từng cơ quan đại diện, kèm mọi khoảng khuyết và thời gian đóng cửa',
    'SELECT line, person_name, since, until, days_least, days_most FROM succession_line WHERE mission = ''cu-havana'' ORDER BY line_order'),
  ('succession_line', 'line',
    'What the line is: head, acting, non-resident, not-begun, vacant, perhaps-vacant, not-known or closed',
    'Loại dòng: head, acting, non-resident, not-begun, vacant, perhaps-vacant, not-known hoặc closed',
    'head'),
  ('succession_line', 'step',
    'Where the same person was there directly before: class-raised, class-lowered, titled-anew, was-acting or again',
    'Nếu ngay trước đó cũng là người này: class-raised, class-lowered, titled-anew, was-acting hoặc again',
    NULL),
  ('succession_line', 'posting', 'Key of the posting; empty for gaps and closings',
    'Khóa của lần bổ nhiệm; để trống với khoảng khuyết và thời gian đóng cửa',
    'cu-havana-le-thanh-tung'),
  ('succession_line', 'residence_en',
    'Where a head who does not reside here resides, in English: a mission or a place',
    'Nơi thường trú của người không thường trú tại đây, bằng tiếng Anh: cơ quan đại diện hoặc địa điểm',
    'Embassy of Viet Nam in France'),
  ('succession_line', 'residence_vi',
    'Where a head who does not reside here resides, in Vietnamese: a mission or a place',
    'Nơi thường trú của người không thường trú tại đây, bằng tiếng Việt: cơ quan đại diện hoặc địa điểm',
    'Đại sứ quán Việt Nam tại Pháp'),
  ('succession_line', 'since',
    'When it begins, as recorded, else what is known of it: year, month, day or bounds',
    'Bắt đầu khi nào, theo ghi nhận, nếu không thì theo những gì biết được: năm, tháng, ngày hoặc giới hạn',
    '[2025-06-05..2026-03-02]'),
  ('succession_line', 'until',
    'When it ends, as recorded, else what is known of it; empty where it has not ended',
    'Kết thúc khi nào, theo ghi nhận, nếu không thì theo những gì biết được; để trống nếu chưa kết thúc',
    '2023-11'),
  ('succession_line', 'began_earliest', 'Begins no earlier, YYYY-MM-DD; empty: not known',
    'Bắt đầu không sớm hơn, YYYY-MM-DD; để trống: không rõ', '2023-11-01'),
  ('succession_line', 'began_latest', 'Begins by then, YYYY-MM-DD; empty: not known',
    'Bắt đầu không muộn hơn, YYYY-MM-DD; để trống: không rõ', '2023-11-30'),
  ('succession_line', 'ended_earliest',
    'Ends no earlier, YYYY-MM-DD; of a head as in tenure; empty: not known, or not ended',
    'Kết thúc không sớm hơn, YYYY-MM-DD; với người đứng đầu thì như ở tenure; để trống: không rõ hoặc chưa kết thúc',
    '2024-05-01'),
  ('succession_line', 'ended_latest', 'Ends by then, YYYY-MM-DD; empty where nothing bounds it',
    'Kết thúc không muộn hơn, YYYY-MM-DD; để trống nếu không có gì giới hạn', '2024-05-31'),
  ('succession_line', 'days_least',
    'Days at least, until known_day: of a head in office, of a gap without one; 0: perhaps no gap at all',
    'Số ngày ít nhất, tính đến known_day: tại nhiệm, hoặc khuyết người; 0: có thể không khuyết',
    '153'),
  ('succession_line', 'days_most', 'Days at most, until known_day; empty: not known',
    'Số ngày nhiều nhất, tính đến known_day; để trống: không rõ', '212'),
  ('succession_line', 'is_unsure',
    '1 where the head, or of a gap one beside it, is unsure, as in tenure; else 0',
    '1 nếu thông tin về người đứng đầu, hoặc về người trước hay sau khoảng khuyết, chưa chắc, như ở tenure; nếu không thì 0',
    '0'),
  ('succession_line', 'in_office',
    'Whether it is so on asked_day: certainly, possibly, no, or expected',
    'Có đúng vào ngày asked_day không: certainly (chắc chắn), possibly (có thể), no (không), expected (dự kiến)',
    'certainly'),
  ('succession_line', 'line_order', 'For ORDER BY: the lines of a mission one after the other',
    'Dùng cho ORDER BY: các dòng của một cơ quan đại diện theo thứ tự', NULL);

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'succession_line', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('succession_line') AS t ON t.name = c.column_name
WHERE c.object_name = 'tenure' AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'succession_line' AND said.column_name = c.column_name
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('succession_line.line', 'head', 'full head', 'người đứng đầu chính thức'),
  ('succession_line.line', 'acting', 'acting head', 'tạm thời đứng đầu'),
  ('succession_line.line', 'non-resident', 'non-resident', 'không thường trú'),
  ('succession_line.line', 'not-begun', 'appointed, not known to have begun',
    'đã bổ nhiệm, chưa rõ đã nhậm chức'),
  ('succession_line.line', 'vacant', 'vacant', 'khuyết'),
  ('succession_line.line', 'perhaps-vacant', 'perhaps vacant', 'có thể khuyết'),
  ('succession_line.line', 'not-known', 'no known head', 'chưa rõ người đứng đầu'),
  ('succession_line.line', 'closed', 'closed', 'đóng cửa'),
  ('succession_line.step', 'class-raised', 'raised to a higher class', 'được nâng cấp'),
  ('succession_line.step', 'class-lowered', 'of a lower class than before',
    'chuyển xuống cấp thấp hơn'),
  ('succession_line.step', 'titled-anew', 'same person, new title', 'đổi chức danh'),
  ('succession_line.step', 'was-acting', 'acting head before', 'trước đó tạm thời đứng đầu'),
  ('succession_line.step', 'again', 'appointed again', 'được bổ nhiệm lại');

-- Who covers each receiver from elsewhere on asked_day: heads who are accredited there beside the
-- post where they reside, and missions that cover it of which no head is known to be.
CREATE VIEW receiver_coverage AS
SELECT
  c.receiver,
  coalesce(r.name_en, r.name_vi) AS receiver_name_en,
  coalesce(r.name_vi, r.name_en) AS receiver_name_vi,
  r.sort_key_en,
  r.sort_key_vi,
  c.mission,
  coalesce(m.name_en, m.name_vi) AS mission_name_en,
  coalesce(m.name_vi, m.name_en) AS mission_name_vi,
  m.kind AS mission_kind,
  c.posting,
  c.accreditation,
  c.person,
  c.person_name,
  c.title,
  c.title_name_en,
  c.title_name_vi,
  CASE c.state
    WHEN 'presented' THEN c.began
    WHEN 'in-office' THEN coalesce(c.in_office_by, c.in_office_on)
    WHEN 'pending' THEN coalesce(c.handed_over, c.appointed)
    WHEN 'unrecorded' THEN coalesce(c.handed_over, c.appointed)
  END AS since,
  CASE
    WHEN c.state = 'presented' THEN c.began_by
    WHEN c.state = 'in-office' THEN 'in_office_by'
    WHEN c.state IN ('pending', 'unrecorded') AND c.handed_over IS NOT NULL THEN 'handed_over'
    WHEN c.state IN ('pending', 'unrecorded') AND c.appointed IS NOT NULL THEN 'appointed'
  END AS since_by,
  c.known_on,
  c.in_office,
  c.status,
  c.state
FROM (
  SELECT
    i.receiver, i.mission, i.posting, i.accreditation, i.person, i.person_name, i.title,
    i.title_name_en, i.title_name_vi, i.began, i.began_by, a.in_office_by, a.in_office_on,
    i.appointed, i.handed_over,
    (
      SELECT known_on
      FROM mission_coverage
      WHERE mission = i.mission AND receiver = i.receiver
        AND coalesce(known_on_earliest, '0000') <= asked_day.day
    ) AS known_on,
    i.in_office, i.status,
    CASE
      WHEN a.began_by NOT IN ('arrived', 'took_charge')
        AND coalesce(a.began_earliest, '0000') <= asked_day.day
        THEN 'presented'
      WHEN coalesce(a.in_office_by_earliest, a.in_office_on_earliest) <= asked_day.day
        THEN 'in-office'
      -- As in pending_step: behind a year it is rather that the registry does not know.
      WHEN strftime('%Y-%m-%d', coalesce(a.handed_over_latest, a.appointed_latest), '+12 months')
          < asked_day.day
        THEN 'unrecorded'
      WHEN coalesce(
        a.appointed, a.handed_over, a.agrement_given, a.agrement_requested, a.began
      ) IS NOT NULL
        THEN 'pending'
      ELSE 'undated'
    END AS state
  FROM concurrent_coverage AS c
  JOIN incumbency AS i ON i.accreditation = c.accreditation
  JOIN accreditation AS a ON a.key = c.accreditation
  JOIN asked_day ON 1 = 1
  WHERE NOT i.is_resident AND (i.in_office <> 'no' OR i.status = 'appointed')
  UNION ALL
  SELECT
    v.receiver, v.mission, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, v.known_on, NULL, NULL, 'mission-only'
  FROM coverage AS v
  WHERE NOT EXISTS (
    SELECT 1
    FROM accreditation AS a
    JOIN concurrent_coverage AS there ON there.accreditation = a.key
    JOIN incumbency AS i ON i.accreditation = a.key
    WHERE a.receiver = v.receiver AND a.mission = v.mission AND NOT a.is_resident
      AND (i.in_office <> 'no' OR i.status = 'appointed')
  )
) AS c
JOIN party AS r ON r.key = c.receiver
JOIN mission AS m ON m.key = c.mission;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('receiver_coverage', '',
    'Which mission covers each receiver from elsewhere on asked_day, and who is accredited there',
    'Mỗi nước hoặc tổ chức do cơ quan đại diện nào ở nơi khác kiêm nhiệm vào ngày asked_day, và ai được ủy nhiệm',
    'SELECT receiver, mission, person_name, since, state FROM receiver_coverage ORDER BY sort_key_en'),
  ('receiver_coverage', 'mission', 'Key of the mission that covers it',
    'Khóa của cơ quan đại diện kiêm nhiệm', 'br-brasilia'),
  ('receiver_coverage', 'posting', 'Key of the posting; empty where no head is known to be accredited there',
    'Khóa của lần bổ nhiệm; để trống nếu chưa rõ ai được ủy nhiệm', 'br-brasilia-bui-van-nghi'),
  ('receiver_coverage', 'since',
    'When it became so: credentials, else a day in office, else the decision; by since_by',
    'Từ khi nào: ngày trình thư, nếu không thì ngày có mặt, nếu không thì quyết định; theo since_by',
    '2025-04-16'),
  ('receiver_coverage', 'state',
    'How far it is: presented, in-office, pending, unrecorded, undated or mission-only',
    'Đến bước nào: presented, in-office, pending, unrecorded, undated hoặc mission-only', 'presented');

-- The other columns are those of coverage and tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'receiver_coverage', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('receiver_coverage') AS t ON t.name = c.column_name
WHERE c.object_name = iif(
    c.column_name IN (
      'receiver', 'known_on', 'receiver_name_en', 'receiver_name_vi', 'sort_key_en', 'sort_key_vi'
    ),
    'coverage', 'tenure'
  )
  AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'receiver_coverage' AND said.column_name = c.column_name
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('receiver_coverage.state', 'presented', 'credentials presented', 'đã trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'in-office', 'in office, credentials not recorded',
    'đương nhiệm, chưa ghi việc trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'pending', 'credentials pending', 'chờ trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'unrecorded', 'decided over a year ago, credentials not recorded',
    'đã quyết định hơn một năm, chưa ghi việc trình thư ủy nhiệm'),
  ('receiver_coverage.state', 'undated', 'accredited, no date recorded',
    'đã ủy nhiệm, chưa ghi thời điểm'),
  ('receiver_coverage.state', 'mission-only', 'covered, no accreditation recorded',
    'thuộc địa bàn, chưa ghi việc ủy nhiệm');
