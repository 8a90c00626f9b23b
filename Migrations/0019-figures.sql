-- What is reckoned of services: how long, which end when, which wait, what is missing.

-- How long full heads who had left by asked_day were in office. Of full dates, both recorded and
-- sure, days is exact; of the others there are bounds. The decade is that of the begin.
CREATE VIEW tenure_length AS
SELECT
  i.accreditation,
  i.posting,
  i.person,
  i.person_name,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.receiver,
  r.region,
  i.title,
  i.term,
  CASE
    WHEN substr(i.began_earliest, 1, 3) = substr(i.began_latest, 1, 3)
      THEN CAST(substr(i.began_latest, 1, 3) || '0' AS INTEGER)
  END AS decade,
  i.began,
  i.ended,
  CASE
    WHEN length(i.began) = 10 AND length(i.ended) = 10 AND NOT i.is_unsure
      AND i.tenure_days_least = i.tenure_days_most THEN i.tenure_days_least
  END AS days,
  coalesce(i.tenure_days_least, 1) AS days_least,
  i.tenure_days_most AS days_most
FROM incumbency AS i
JOIN party AS r ON r.key = i.receiver
WHERE i.is_resident AND i.function = 'head' AND i.status = 'left';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('tenure_length', '', 'How long full heads who had left by asked_day were in office',
    'Thời gian tại nhiệm của những người đứng đầu đã kết thúc tính đến ngày asked_day',
    'SELECT decade, count(*) AS heads, count(days) AS exact, avg(days) FROM tenure_length GROUP BY decade'),
  ('tenure_length', 'decade', 'First year of the decade in which functions began; empty: not known',
    'Năm đầu của thập niên nhậm chức; để trống: không rõ', '2010'),
  ('tenure_length', 'days', 'Days in office where begin and end are full dates; both ends count; else empty',
    'Số ngày tại nhiệm nếu biết đủ ngày đầu và ngày cuối, kể cả hai ngày đó; nếu không thì để trống',
    '1096'),
  ('tenure_length', 'days_least', 'Days in office at least', 'Số ngày tại nhiệm ít nhất', '1096'),
  ('tenure_length', 'days_most', 'Days in office at most; empty: nothing bounds them',
    'Số ngày tại nhiệm nhiều nhất; để trống: không có gì giới hạn', '1125');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'tenure_length', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('tenure_length'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'tenure_length');

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'tenure_length', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name = 'network' AND column_name = 'region';

-- What each head had headed before a posting, as far as is known. place 1 is the last.
CREATE VIEW earlier_posting AS
SELECT
  p.key AS posting,
  i.posting AS earlier,
  i.person,
  i.person_name,
  i.mission,
  i.mission_name_en,
  i.mission_name_vi,
  i.mission_kind,
  i.function,
  i.title,
  i.title_name_en,
  i.title_name_vi,
  i.began,
  i.since,
  i.ended,
  i.ended_by,
  i.mission = p.mission AS is_same_mission,
  -- Counted, not numbered by a window: who asks for one posting is not to wait for all.
  1 + (
    SELECT count(y.accreditation)
    FROM posting AS o
    JOIN accreditation AS c ON c.posting = o.key AND c.is_resident
    JOIN service AS y ON y.accreditation = c.key
    WHERE o.person = p.person AND o.key <> p.key AND y.is_served
      AND min(y.begun_until, y.ended_until) < min(s.begun_until, s.ended_until)
      AND (
        min(y.begun_until, y.ended_until) > min(x.begun_until, x.ended_until)
        OR min(y.begun_until, y.ended_until) = min(x.begun_until, x.ended_until)
          AND y.accreditation > x.accreditation
      )
  ) AS place
FROM posting AS p
JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
JOIN service AS s ON s.accreditation = a.key
JOIN posting AS q ON q.person = p.person AND q.key <> p.key
JOIN accreditation AS b ON b.posting = q.key AND b.is_resident
JOIN service AS x ON x.accreditation = b.key
JOIN tenure AS i ON i.accreditation = b.key
WHERE x.is_served
  AND min(x.begun_until, x.ended_until) < min(s.begun_until, s.ended_until);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('earlier_posting', '', 'What each head is known to have headed before a posting',
    'Những nơi mà từng người đã đứng đầu trước một lần cử, theo những gì biết được',
    'SELECT posting, mission, began, ended FROM earlier_posting WHERE place = 1 ORDER BY posting'),
  ('earlier_posting', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('earlier_posting', 'earlier', 'Key of the earlier posting', 'Khóa của lần cử trước đó', NULL),
  ('earlier_posting', 'mission', 'Key of the mission of the earlier posting',
    'Khóa của cơ quan ở lần cử trước', NULL),
  ('earlier_posting', 'is_same_mission', '1 where it was at the same mission; else 0',
    '1 nếu là cùng một cơ quan; nếu không thì 0', '0'),
  ('earlier_posting', 'place', '1 for the last before the posting, 2 for the one before that',
    '1 là lần gần nhất trước đó, 2 là lần trước nữa', '1');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'earlier_posting', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('earlier_posting'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'earlier_posting');

-- Postings of which begin or end is not known by asked_day, or only bounded. What is missing of the
-- end is said of those who are not certainly there.
CREATE VIEW undated AS
SELECT *
FROM (
  SELECT
    accreditation,
    posting,
    person,
    person_name,
    person_sort_key,
    mission,
    mission_name_en,
    mission_name_vi,
    mission_kind,
    function,
    title,
    title_name_en,
    title_name_vi,
    term,
    since,
    since_by,
    began,
    began_earliest,
    began_latest,
    CASE
      WHEN ended_by = 'not-begun' THEN 'not-begun'
      WHEN began_latest IS NULL THEN 'not-known'
      WHEN began IS NULL OR substr(began, 1, 1) = '[' THEN 'bounded'
    END AS begin_missing,
    ended,
    ended_by,
    ended_earliest,
    ended_latest,
    CASE
      WHEN ended_by = 'ended' THEN CASE WHEN substr(ended, 1, 1) = '[' THEN 'bounded' END
      WHEN ended_by = 'serving' THEN CASE
        WHEN in_office <> 'expected' AND coalesce(ended_earliest, '0000') < day THEN 'perhaps-left'
      END
      WHEN ended_by <> 'not-begun' THEN ended_by
    END AS end_missing,
    certainty,
    status
  FROM incumbency
  JOIN asked_day ON 1 = 1
  WHERE is_resident
) AS looked_at
WHERE coalesce(begin_missing, end_missing) IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('undated', '', 'Postings of which begin or end is not known, or only bounded',
    'Những lần cử chưa rõ ngày bắt đầu hoặc kết thúc, hoặc chỉ biết giới hạn',
    'SELECT posting, begin_missing, end_missing FROM undated ORDER BY mission'),
  ('undated', 'begin_missing', 'not-known, bounded, or not-begun where nothing shows that functions began; else empty',
    'not-known (không rõ), bounded (chỉ biết giới hạn), not-begun (không rõ có nhậm chức); nếu không thì để trống',
    'bounded'),
  ('undated', 'end_missing',
    'bounded, unknown, point, perhaps-left, or what else shows an end, as successor; else empty',
    'bounded (chỉ biết giới hạn), unknown (không rõ ngày), point (một ngày), perhaps-left (có thể đã thôi), hoặc dấu hiệu khác như successor; nếu không thì để trống',
    'bounded');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'undated', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
WHERE c.object_name = 'tenure'
  AND c.column_name IN (SELECT name FROM pragma_table_info('undated'))
  AND c.column_name NOT IN (SELECT column_name FROM schema_comment WHERE object_name = 'undated');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('undated.begin_missing', 'not-known', 'not known', 'không rõ'),
  ('undated.begin_missing', 'bounded', 'only bounded', 'chỉ biết giới hạn'),
  ('undated.begin_missing', 'not-begun', 'not known to have begun', 'không rõ có nhậm chức'),
  ('undated.end_missing', 'bounded', 'only bounded', 'chỉ biết giới hạn'),
  ('undated.end_missing', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('undated.end_missing', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('undated.end_missing', 'successor', 'not recorded; a successor followed',
    'chưa ghi; đã có người kế nhiệm'),
  ('undated.end_missing', 'mission-closed', 'not recorded; the mission closed',
    'chưa ghi; cơ quan đã đóng cửa'),
  ('undated.end_missing', 'receiver-ended', 'not recorded; the receiver is no more',
    'chưa ghi; bên tiếp nhận không còn'),
  ('undated.end_missing', 'died', 'not recorded; the person died', 'chưa ghi; người đó đã từ trần'),
  ('undated.end_missing', 'perhaps-left', 'not recorded; perhaps left',
    'chưa ghi; có thể đã thôi nhiệm vụ');

-- Full heads in office on asked_day with a planned end, else the end of a standard term, and the days
-- from asked_day to it.
CREATE VIEW term_end AS
SELECT
  mission, mission_name_en, mission_name_vi, mission_kind, receiver, posting, accreditation, person,
  person_name, person_sort_key, title, title_name_en, title_name_vi, term, batch, appointed,
  handed_over, began, began_by, since, since_by, planned_end, planned_end_by,
  planned_end_earliest, planned_end_latest, in_office, certainty, is_unsure, designate, nominee,
  CAST(julianday(planned_end_earliest) - julianday(day) AS INTEGER) AS days_least,
  CAST(julianday(planned_end_latest) - julianday(day) AS INTEGER) AS days_most
FROM (
  SELECT
    i.mission,
    i.mission_name_en,
    i.mission_name_vi,
    i.mission_kind,
    i.receiver,
    i.posting,
    i.accreditation,
    i.person,
    i.person_name,
    i.person_sort_key,
    i.title,
    i.title_name_en,
    i.title_name_vi,
    i.term,
    p.batch,
    i.appointed,
    i.handed_over,
    i.began,
    i.began_by,
    i.since,
    i.since_by,
    coalesce(i.planned_end, i.standard_end) AS planned_end,
    CASE WHEN i.planned_end IS NULL THEN 'standard-term' ELSE 'recorded' END AS planned_end_by,
    CASE
      WHEN i.planned_end IS NULL THEN i.standard_end || '-01'
      ELSE p.planned_end_earliest
    END AS planned_end_earliest,
    CASE
      WHEN i.planned_end IS NULL THEN strftime(
        '%Y-%m-%d', strftime('%Y-%m-%d', i.standard_end || '-01', '+1 month'), '-1 day'
      )
      ELSE p.planned_end_latest
    END AS planned_end_latest,
    i.in_office,
    i.certainty,
    i.is_unsure,
    n.designate,
    n.nominee,
    asked_day.day
  FROM incumbent AS i
  JOIN posting AS p ON p.key = i.posting
  JOIN named_next AS n ON n.mission = i.mission
  JOIN asked_day ON 1 = 1
  WHERE i.function = 'head' AND coalesce(i.planned_end, i.standard_end) IS NOT NULL
) AS i;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term_end', '',
    'When the terms of the full heads in office on asked_day end, and how many days that is from it',
    'Người đứng đầu đương nhiệm vào ngày asked_day hết nhiệm kỳ khi nào, và còn bao nhiêu ngày',
    'SELECT person_name, mission, planned_end, days_most FROM term_end WHERE days_most < 0 ORDER BY days_most'),
  ('term_end', 'planned_end_earliest', 'Earliest day that planned_end can mean, YYYY-MM-DD',
    'Ngày sớm nhất mà planned_end có thể chỉ, YYYY-MM-DD', '2027-07-01'),
  ('term_end', 'days_least', 'Days from asked_day to it at least; below 0: past',
    'Số ngày ít nhất từ asked_day đến ngày đó; dưới 0: đã qua', '483'),
  ('term_end', 'days_most', 'Days from asked_day to it at most; below 0: certainly past',
    'Số ngày nhiều nhất từ asked_day đến ngày đó; dưới 0: chắc chắn đã qua', '513');

-- The other columns are those of term_roster, named_next and tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'term_end', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('term_end') AS t ON t.name = c.column_name
WHERE c.object_name = CASE
    WHEN c.column_name IN ('batch', 'planned_end', 'planned_end_by') THEN 'term_roster'
    WHEN c.column_name IN ('designate', 'nominee') THEN 'named_next'
    ELSE 'tenure'
  END
  AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'term_end' AND said.column_name = c.column_name
  );

-- Heads on their way on asked_day: the last step that had been taken, and what they wait for. Of whom
-- a source shows that he was in office behind that step, or of whom nothing is recorded for a year,
-- it is rather that the registry does not know.
CREATE VIEW pending_step AS
SELECT
  mission, mission_name_en, mission_name_vi, mission_kind, receiver, receiver_name_en,
  receiver_name_vi, is_resident, posting, accreditation, person, person_name, person_sort_key,
  title, title_name_en, title_name_vi, term, batch, nomination,
  CASE
    WHEN since_by = 'agrement_requested' THEN 'agrement'
    WHEN since_by = 'agrement_given' OR nomination IS NOT NULL THEN 'decision'
    WHEN since_by IN ('appointed', 'handed_over') AND is_resident AND state = 'waiting'
      THEN 'arrival'
    WHEN category = 'consular' THEN 'exequatur'
    ELSE 'credentials'
  END AS waits_for,
  since, since_by, since_earliest, since_latest,
  max(CAST(julianday(day) - julianday(since_latest) AS INTEGER), 0) AS days_least,
  CAST(julianday(day) - julianday(since_earliest) AS INTEGER) AS days_most,
  state, in_office, status
FROM (
  SELECT
    *,
    CASE
      WHEN seen_on > since_latest OR strftime('%Y-%m-%d', since_latest, '+12 months') < day
        THEN 'unrecorded'
      ELSE 'waiting'
    END AS state
  FROM (
    SELECT
      *,
      CASE since_by
        WHEN 'copy_presented' THEN copy_presented
        WHEN 'provisionally_admitted' THEN provisionally_admitted
        WHEN 'commission_presented' THEN commission_presented
        WHEN 'arrived' THEN arrived
        WHEN 'handed_over' THEN handed_over
        WHEN 'appointed' THEN appointed
        WHEN 'agrement_given' THEN agrement_given
        WHEN 'agrement_requested' THEN agrement_requested
      END AS since,
      CASE since_by
        WHEN 'copy_presented' THEN copy_presented_earliest
        WHEN 'provisionally_admitted' THEN provisionally_admitted_earliest
        WHEN 'commission_presented' THEN commission_presented_earliest
        WHEN 'arrived' THEN arrived_earliest
        WHEN 'handed_over' THEN handed_over_earliest
        WHEN 'appointed' THEN appointed_earliest
        WHEN 'agrement_given' THEN agrement_given_earliest
        WHEN 'agrement_requested' THEN agrement_requested_earliest
      END AS since_earliest,
      CASE since_by
        WHEN 'copy_presented' THEN copy_presented_latest
        WHEN 'provisionally_admitted' THEN provisionally_admitted_latest
        WHEN 'commission_presented' THEN commission_presented_latest
        WHEN 'arrived' THEN arrived_latest
        WHEN 'handed_over' THEN handed_over_latest
        WHEN 'appointed' THEN appointed_latest
        WHEN 'agrement_given' THEN agrement_given_latest
        WHEN 'agrement_requested' THEN agrement_requested_latest
      END AS since_latest
    FROM (
      SELECT
        i.mission, i.mission_name_en, i.mission_name_vi, i.mission_kind, i.receiver,
        i.receiver_name_en, i.receiver_name_vi, i.is_resident, i.posting, i.accreditation, i.person,
        i.person_name, i.person_sort_key, i.title, i.title_name_en, i.title_name_vi, i.term,
        i.nomination, i.appointed, i.handed_over, i.arrived, i.in_office, i.status,
        p.batch,
        k.category,
        d.day,
        a.copy_presented, a.copy_presented_earliest, a.copy_presented_latest,
        a.provisionally_admitted, a.provisionally_admitted_earliest,
        a.provisionally_admitted_latest,
        a.commission_presented, a.commission_presented_earliest, a.commission_presented_latest,
        a.arrived_earliest, a.arrived_latest, a.handed_over_earliest, a.handed_over_latest,
        a.appointed_earliest, a.appointed_latest,
        a.agrement_given, a.agrement_given_earliest, a.agrement_given_latest,
        a.agrement_requested, a.agrement_requested_earliest, a.agrement_requested_latest,
        max(
          CASE WHEN a.in_office_by_earliest <= d.day THEN a.in_office_by_earliest ELSE '0000' END,
          CASE WHEN a.in_office_on_earliest <= d.day THEN a.in_office_on_earliest ELSE '0000' END
        ) AS seen_on,
        -- The last step that had certainly been taken by then.
        CASE
          WHEN a.copy_presented_latest <= d.day THEN 'copy_presented'
          WHEN a.provisionally_admitted_latest <= d.day THEN 'provisionally_admitted'
          WHEN a.commission_presented_latest <= d.day THEN 'commission_presented'
          WHEN a.arrived_latest <= d.day THEN 'arrived'
          WHEN a.handed_over_latest <= d.day THEN 'handed_over'
          WHEN a.appointed_latest <= d.day THEN 'appointed'
          WHEN a.agrement_given_latest <= d.day THEN 'agrement_given'
          WHEN a.agrement_requested_latest <= d.day THEN 'agrement_requested'
        END AS since_by
      FROM asked_day AS d
      CROSS JOIN service AS s
      CROSS JOIN tenure AS i
      CROSS JOIN accreditation AS a
      CROSS JOIN posting AS p
      CROSS JOIN mission_kind AS k
      WHERE s.ended_until >= d.day
        AND i.accreditation = s.accreditation AND i.mission = s.mission
        AND i.function = 'head'
        AND (i.in_office <> 'no' OR i.status IN ('appointed', 'nominee-pending'))
        AND a.key = s.accreditation AND p.key = a.posting AND k.key = i.mission_kind
        -- Offices of other kinds present no letters, nor do heads where appointment is enough.
        AND k.category <> 'other' AND a.functions_begin <> 'appointment'
        AND (
          a.functions_begin <> 'copy' OR a.copy_presented IS NULL
          OR a.copy_presented_earliest > d.day
        )
        AND (a.credentials IS NULL OR a.credentials_earliest > d.day)
        AND (a.exequatur IS NULL OR a.exequatur_earliest > d.day)
    ) AS known
    WHERE since_by IS NOT NULL OR nomination = 'pending'
  ) AS dated
) AS step;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('pending_step', '',
    'Who had not presented letters on asked_day: the last step taken, what is waited for, how long',
    'Ai chưa trình thư vào ngày asked_day: bước đã qua gần nhất, đang chờ bước nào, đã bao lâu',
    'SELECT person_name, mission, waits_for, since, days_least FROM pending_step WHERE state = ''waiting'' ORDER BY days_least DESC'),
  ('pending_step', 'waits_for',
    'What is waited for, or not recorded: agrement, decision, arrival, credentials or exequatur',
    'Đang chờ, hoặc chưa ghi: agrement, decision, arrival, credentials hoặc exequatur',
    'credentials'),
  ('pending_step', 'since', 'When the last step was taken: year, month or day',
    'Thời điểm của bước đã qua gần nhất: năm, tháng hoặc ngày', '2026-02-06'),
  ('pending_step', 'since_by', 'What that step was: the name of its column',
    'Bước đó là gì: tên của cột tương ứng', 'copy_presented'),
  ('pending_step', 'since_earliest', 'Earliest day that since can mean, YYYY-MM-DD',
    'Ngày sớm nhất mà since có thể chỉ, YYYY-MM-DD', '2026-02-06'),
  ('pending_step', 'since_latest', 'Latest day that since can mean, YYYY-MM-DD',
    'Ngày muộn nhất mà since có thể chỉ, YYYY-MM-DD', '2026-02-06'),
  ('pending_step', 'days_least', 'Days from that step to asked_day, at least',
    'Số ngày từ bước đó đến asked_day, ít nhất', '33'),
  ('pending_step', 'days_most', 'Days from that step to asked_day, at most; empty: not known',
    'Số ngày từ bước đó đến asked_day, nhiều nhất; để trống: không rõ', '33'),
  ('pending_step', 'state',
    'waiting, or unrecorded where a later sign of office, or more than a year, says that it came about',
    'waiting (đang chờ) hoặc unrecorded (chưa ghi: đã có dấu hiệu tại nhiệm về sau, hoặc đã quá một năm)',
    'waiting');

-- The other columns are those of tenure.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT 'pending_step', c.column_name, c.about_en, c.about_vi, c.example
FROM schema_comment AS c
JOIN pragma_table_info('pending_step') AS t ON t.name = c.column_name
WHERE c.object_name = iif(c.column_name = 'batch', 'term_roster', 'tenure')
  AND NOT EXISTS (
    SELECT 1
    FROM schema_comment AS said
    WHERE said.object_name = 'pending_step' AND said.column_name = c.column_name
  );

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('pending_step.waits_for', 'agrement', 'agrément', 'chấp thuận'),
  ('pending_step.waits_for', 'decision', 'decision', 'quyết định'),
  ('pending_step.waits_for', 'arrival', 'arrival', 'đến nhận nhiệm vụ'),
  ('pending_step.waits_for', 'credentials', 'credentials', 'trình thư ủy nhiệm'),
  ('pending_step.waits_for', 'exequatur', 'exequatur', 'giấy chấp nhận lãnh sự'),
  ('pending_step.since_by', 'agrement_requested', 'agrément requested', 'đề nghị chấp thuận'),
  ('pending_step.since_by', 'agrement_given', 'agrément given', 'được chấp thuận'),
  ('pending_step.since_by', 'appointed', 'appointed', 'bổ nhiệm'),
  ('pending_step.since_by', 'handed_over', 'decision handed over', 'trao quyết định'),
  ('pending_step.since_by', 'arrived', 'arrived', 'đến nhận nhiệm vụ'),
  ('pending_step.since_by', 'commission_presented', 'consular commission presented',
    'trình giấy ủy nhiệm lãnh sự'),
  ('pending_step.since_by', 'provisionally_admitted', 'provisionally admitted',
    'được chấp nhận tạm thời'),
  ('pending_step.since_by', 'copy_presented', 'true copy presented',
    'trình bản sao thư ủy nhiệm'),
  ('pending_step.state', 'waiting', 'waiting', 'đang chờ'),
  ('pending_step.state', 'unrecorded', 'not recorded', 'chưa ghi');
