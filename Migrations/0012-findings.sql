-- Findings: what is odd but occurs in real history. Nothing is refused for one; a write that
-- would add a grave one says so and asks for its code.

CREATE TABLE finding_kind (
  code               TEXT NOT NULL PRIMARY KEY,
  severity           TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  -- A write that adds one asks for its code.
  asks               INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1)),
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> '')
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('finding_kind', '', 'The kinds of findings, with their severity', 'Các loại phát hiện và mức độ',
    NULL),
  ('finding_kind', 'code', 'Code, by which it is accepted', 'Mã, dùng để chấp nhận', 'two-heads'),
  ('finding_kind', 'severity', 'error, warning or note', 'Mức độ: error, warning hoặc note',
    'error'),
  ('finding_kind', 'asks', '1 where a write that would add one must accept it',
    '1 nếu lần ghi gây ra phát hiện phải xác nhận', '1'),
  ('finding_kind', 'name_en', 'What it means, in English', 'Ý nghĩa bằng tiếng Anh',
    'Two heads at once'),
  ('finding_kind', 'name_vi', 'What it means, in Vietnamese', 'Ý nghĩa bằng tiếng Việt',
    'Hai người đứng đầu cùng lúc');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('finding_kind.severity', 'error', 'error', 'lỗi'),
  ('finding_kind.severity', 'warning', 'warning', 'cảnh báo'),
  ('finding_kind.severity', 'note', 'note', 'lưu ý'),
  ('finding_kind.asks', '0', 'is only told', 'chỉ thông báo'),
  ('finding_kind.asks', '1', 'a write that adds one asks', 'khi ghi thêm thì phải xác nhận');

INSERT INTO finding_kind (code, severity, asks, name_en, name_vi) VALUES
  ('two-heads', 'error', 1, 'Two heads at once', 'Hai người đứng đầu cùng lúc'),
  (
    'same-tenure', 'error', 1, 'The same person at the same mission twice',
    'Một người được ghi hai lần ở cùng một cơ quan'
  ),
  (
    'end-before-begin', 'error', 1, 'Left before functions began',
    'Rời nhiệm sở trước khi nhậm chức'
  ),
  (
    'dates-contradict', 'error', 1, 'In office before functions began',
    'Có mặt tại nhiệm trước khi nhậm chức'
  ),
  ('dead-in-office', 'error', 1, 'In office after death', 'Tại chức sau khi qua đời'),
  (
    'too-young', 'error', 1, 'Head of a mission before the age of 21',
    'Đứng đầu cơ quan khi chưa đủ 21 tuổi'
  ),
  ('too-old', 'error', 1, 'In office at a hundred', 'Tại chức khi đã trăm tuổi'),
  (
    'before-opening', 'error', 1, 'Head of a mission before it opened',
    'Đứng đầu khi cơ quan chưa mở'
  ),
  (
    'closed-while-headed', 'warning', 1, 'Headed when the mission closed, or later',
    'Vẫn có người đứng đầu khi hoặc sau khi cơ quan đóng cửa'
  ),
  (
    'head-not-ended', 'warning', 1, 'No end is recorded, although another head is there',
    'Chưa ghi ngày kết thúc dù đã có người kế nhiệm'
  ),
  (
    'day-ahead', 'warning', 1, 'In office on a day that has not come',
    'Tại nhiệm vào một ngày chưa đến'
  ),
  (
    'receiver-gone', 'warning', 0, 'Headed when the receiver was no more',
    'Có người đứng đầu khi bên tiếp nhận không còn'
  ),
  (
    'outside-term', 'warning', 0, 'In office wholly outside the term',
    'Thời gian tại nhiệm nằm ngoài nhiệm kỳ'
  ),
  (
    'two-places', 'warning', 0, 'One person at two missions at once',
    'Một người ở hai cơ quan cùng lúc'
  ),
  (
    'long-tenure', 'warning', 0, 'In office for longer than a longest term',
    'Tại nhiệm lâu hơn nhiệm kỳ dài nhất'
  ),
  (
    'two-missions', 'warning', 0, 'Two embassies of one sender at one receiver',
    'Hai đại sứ quán của một bên cử tại cùng một nơi'
  ),
  (
    'accredited-elsewhere', 'warning', 0, 'Resides at another receiver than the mission',
    'Thường trú tại bên tiếp nhận khác với cơ quan'
  ),
  (
    'no-sign-of-life', 'warning', 0, 'No sign of service for longer than a longest term',
    'Không có dấu hiệu tại nhiệm quá một nhiệm kỳ dài nhất'
  ),
  ('death-ahead', 'warning', 0, 'Dies on a day ahead', 'Ngày mất còn ở phía trước'),
  (
    'nothing-recorded', 'warning', 0, 'Nothing was recorded for six months',
    'Sáu tháng không ghi nhận gì'
  ),
  ('over-run', 'warning', 0, 'In office past the planned end', 'Quá hạn nhiệm kỳ'),
  (
    'credentials-before-appointment', 'warning', 0, 'Credentials or exequatur before appointment',
    'Trình thư ủy nhiệm hoặc nhận giấy chấp nhận lãnh sự trước khi bổ nhiệm'
  ),
  (
    'arrival-before-appointment', 'warning', 0, 'Arrived before appointment',
    'Đến nhiệm sở trước khi bổ nhiệm'
  ),
  (
    'consul-with-credentials', 'warning', 0, 'Credentials at a consular post',
    'Thư ủy nhiệm tại cơ quan lãnh sự'
  ),
  (
    'exequatur-at-embassy', 'warning', 0, 'Exequatur at a post that is not consular',
    'Giấy chấp nhận lãnh sự tại cơ quan không phải lãnh sự'
  ),
  (
    'agrement-at-organization', 'warning', 0, 'Agrément at an organisation',
    'Chấp thuận (agrément) tại tổ chức quốc tế'
  ),
  ('duplicate-person', 'warning', 0, 'Perhaps the same person twice', 'Có thể trùng người'),
  ('mojibake', 'warning', 0, 'Text that was decoded wrongly', 'Văn bản bị lỗi bảng mã'),
  (
    'hidden-character', 'warning', 0, 'Characters that nobody sees in a text',
    'Văn bản có ký tự không nhìn thấy'
  ),
  (
    'unfit-query', 'warning', 0, 'A kept question that cannot be asked',
    'Câu hỏi đã lưu không chạy được'
  ),
  ('appointed-only', 'note', 0, 'Only a decision is known', 'Chỉ biết quyết định'),
  (
    'possible-overlap', 'note', 0, 'Perhaps two heads at once',
    'Có thể có hai người đứng đầu cùng lúc'
  ),
  ('gap', 'note', 0, 'No head for long', 'Khuyết người đứng đầu lâu ngày'),
  (
    'acting-during-head', 'note', 0, 'An acting head while the head was in office',
    'Có đại biện lâm thời khi người đứng đầu đang tại chức'
  ),
  ('undated', 'note', 0, 'No day is known of a posting', 'Không rõ ngày nào của lần cử'),
  ('no-source', 'note', 0, 'Nothing says where it comes from', 'Không dẫn nguồn'),
  ('unnormalized-text', 'note', 0, 'Letters and marks apart', 'Chữ và dấu tách rời');

-- Findings that somebody has looked into, told by what the view finding says of them: of which
-- things, and with which dates. Where one of these becomes another, it is another finding, which
-- nobody has looked into.
CREATE TABLE settled_finding (
  key                READABLE KEY,
  -- Of finding_kind, which comes with the program and travels to nobody.
  code               TEXT NOT NULL CHECK (code <> ''),
  mission            TEXT REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  posting            TEXT REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  other_posting      TEXT REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  person             TEXT REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  detail             TEXT CHECK (detail <> ''),
  reason             TEXT NOT NULL CHECK (reason <> ''),
  source             TEXT REFERENCES source (key) ON UPDATE CASCADE,
  entered_in         INTEGER REFERENCES change (number)
) STRICT;

CREATE INDEX settled_finding_by_posting ON settled_finding (posting, code);
CREATE INDEX settled_finding_by_mission ON settled_finding (mission) WHERE mission IS NOT NULL;
CREATE INDEX settled_finding_by_other_posting ON settled_finding (other_posting)
  WHERE other_posting IS NOT NULL;
CREATE INDEX settled_finding_by_person ON settled_finding (person) WHERE person IS NOT NULL;
CREATE INDEX settled_finding_by_source ON settled_finding (source) WHERE source IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('settled_finding', '',
    'Findings that somebody has looked into: check leaves them out while they stay as they are',
    'Các phát hiện đã xem xét: check bỏ qua chừng nào chúng còn như cũ', NULL),
  ('settled_finding', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', NULL),
  ('settled_finding', 'code', 'What was found: a code of finding_kind', 'Mã trong finding_kind',
    'gap'),
  ('settled_finding', 'mission', 'Key of the mission', 'Khóa cơ quan đại diện', 'fr-paris'),
  ('settled_finding', 'posting', 'Key of the posting it is about', 'Khóa của lần cử liên quan',
    'fr-paris-dinh-toan-thang'),
  ('settled_finding', 'other_posting', 'Key of the other posting in it',
    'Khóa của lần cử còn lại', NULL),
  ('settled_finding', 'person', 'Key of the person', 'Khóa của người', 'do-minh-hung'),
  ('settled_finding', 'detail',
    'The dates or the text in question; empty: whatever they are',
    'Ngày hoặc văn bản liên quan; để trống: bất kể thế nào', NULL),
  ('settled_finding', 'reason', 'Why it is in order', 'Vì sao không có gì sai',
    'The mission was closed by the war'),
  ('settled_finding', 'source', 'Key of the source that bears it out', 'Khóa của nguồn xác nhận',
    NULL),
  ('settled_finding', 'entered_in', 'Number of the change that settled it',
    'Số của lần thay đổi đã xác nhận', '42');

-- Findings that a write asks about; each is of one mission, so that a write looks at the
-- missions that it touched and at no other.
--   two-heads            two full heads of a mission certainly at once (one shared day is a
--                        hand-over and no finding)
--   head-not-ended       a full head without any end, although another one is there
--   same-tenure          one person heads one mission twice, by the same begin or without an end
--   closed-while-headed  somebody is there behind the closing, or nobody ended the last head
CREATE VIEW grave_finding_row AS
SELECT
  'two-heads' AS code,
  s.mission,
  p.key AS posting,
  q.key AS other_posting,
  NULL AS person,
  b.began || ' < ' || coalesce(a.ended, p.ended, a.in_office_on, a.in_office_by) AS detail
FROM service AS s
JOIN service AS t ON t.mission = s.mission
  AND t.begun_until >= s.begun_until AND t.begun_until < s.ended_from
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.key = t.accreditation
JOIN posting AS q ON q.key = b.posting
WHERE s.is_resident AND s.is_served AND s.function = 'head' AND NOT s.is_unsure
  AND t.is_resident AND t.is_served AND t.function = 'head' AND NOT t.is_unsure
  AND (t.begun_until, t.accreditation) > (s.begun_until, s.accreditation)
  AND s.begun_until < CASE WHEN t.has_no_end THEN '9999' ELSE t.ended_from END
  AND p.person <> q.person
UNION ALL
SELECT
  'head-not-ended', s.mission, p.key, q.key, NULL, a.began
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.key = coalesce(
  s.follower,
  (
    SELECT t.accreditation
    FROM service AS t
    WHERE t.mission = s.mission AND t.begun_until >= s.ended_from
      AND t.is_resident AND t.function = 'head'
      AND (t.is_served AND (t.is_dated OR t.has_no_end) OR t.is_bare)
      AND (NOT t.is_dated, t.begun_from, t.accreditation)
        > (NOT s.is_dated, s.begun_from, s.accreditation)
    ORDER BY t.begun_from, t.accreditation
    LIMIT 1
  )
)
JOIN posting AS q ON q.key = b.posting
WHERE s.is_resident AND s.function = 'head' AND s.has_no_end AND (s.is_served OR s.is_bare)
  AND p.person <> q.person
UNION ALL
SELECT
  'same-tenure', p.mission, p.key, q.key, p.person, coalesce(b.began, b.appointed, b.handed_over)
FROM posting AS p
JOIN posting AS q ON q.person = p.person AND q.mission = p.mission AND q.key > p.key
JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
JOIN accreditation AS b ON b.posting = q.key AND b.is_resident
WHERE p.nomination IS NULL AND q.nomination IS NULL AND p.function = q.function
  AND (
    coalesce(a.began, a.appointed, a.handed_over) = coalesce(b.began, b.appointed, b.handed_over)
    OR coalesce(a.ended, p.ended, p.end_mark, b.ended, q.ended, q.end_mark) IS NULL
    -- Promoted: the one is followed by the other.
    AND NOT EXISTS (
      SELECT 1 FROM service
      WHERE accreditation = a.key AND follower = b.key OR accreditation = b.key AND follower = a.key
    )
  )
UNION ALL
SELECT
  'end-before-begin', s.mission, a.posting, NULL, NULL,
  coalesce(a.ended, p.ended) || ' < ' || coalesce(a.began, a.handed_over, a.appointed)
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
WHERE s.is_resident
  AND CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END
    < coalesce(a.began_earliest, a.handed_over_earliest, a.appointed_earliest)
UNION ALL
SELECT
  'dates-contradict', s.mission, a.posting, NULL, NULL,
  coalesce(a.in_office_by, a.in_office_on) || ' < ' || a.began
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
WHERE s.is_resident
  AND min(coalesce(a.in_office_by_latest, '9999'), coalesce(a.in_office_on_latest, '9999'))
    < a.began_earliest
UNION ALL
SELECT
  'dead-in-office', s.mission, a.posting, NULL, p.person, '† ' || person.died
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN person ON person.key = p.person
WHERE s.is_resident AND p.nomination IS NULL
  AND person.died_latest < max(s.ended_from, coalesce(a.appointed_earliest, ''))
UNION ALL
SELECT
  'too-young', s.mission, a.posting, NULL, p.person, '* ' || person.born
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN person ON person.key = p.person
WHERE s.is_resident AND p.nomination IS NULL
  AND s.begun_until < strftime('%Y-%m-%d', person.born_earliest, '+21 years')
UNION ALL
SELECT
  'too-old', s.mission, a.posting, NULL, p.person, '* ' || person.born
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN person ON person.key = p.person
WHERE s.is_resident AND p.nomination IS NULL
  AND s.ended_from > strftime('%Y-%m-%d', person.born_latest, '+100 years')
UNION ALL
SELECT
  'before-opening', s.mission, a.posting, NULL, NULL,
  coalesce(a.began, p.ended) || ' < ' || m.opened
FROM mission AS m
JOIN service AS s ON s.mission = m.key AND s.begun_until < m.opened_earliest
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
WHERE s.is_resident AND s.is_served
UNION ALL
SELECT
  'closed-while-headed', s.mission, a.posting, NULL, NULL, m.closed
FROM mission AS m
JOIN service AS s ON s.mission = m.key
JOIN accreditation AS a ON a.key = s.accreditation
WHERE m.closed IS NOT NULL AND s.is_resident
  AND (
    s.ended_from > m.closed_latest
    OR s.is_served AND s.has_no_end AND s.followed_until = '9999'
  )
UNION ALL
-- An end can be decided ahead; that somebody has begun cannot.
SELECT
  'day-ahead', s.mission, a.posting, NULL, NULL, coalesce(a.began, a.in_office_on, a.in_office_by)
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
WHERE s.seen_on > strftime('%Y-%m-%d', 'now', 'localtime')
  AND max(
    coalesce(a.began_earliest, ''), coalesce(a.in_office_by_earliest, ''),
    coalesce(a.in_office_on_earliest, '')
  ) > strftime('%Y-%m-%d', 'now', 'localtime');

-- The same: other programs read a union only so.
CREATE VIEW grave_finding AS
SELECT code, mission, posting, other_posting, person, detail
FROM grave_finding_row;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('grave_finding', '', 'Findings that a write asks about', 'Các phát hiện phải xác nhận khi ghi',
    'SELECT code, posting, detail FROM grave_finding ORDER BY code'),
  ('grave_finding', 'code', 'What was found: a code of finding_kind', 'Mã trong finding_kind',
    'two-heads'),
  ('grave_finding', 'mission', 'Key of the mission', 'Khóa cơ quan đại diện', 'fr-paris'),
  ('grave_finding', 'posting', 'Key of the posting it is about', 'Khóa của lần cử liên quan',
    'fr-paris-dinh-toan-thang'),
  ('grave_finding', 'other_posting', 'Key of the other posting in it', 'Khóa của lần cử còn lại',
    NULL),
  ('grave_finding', 'person', 'Key of the person', 'Khóa của người', 'do-minh-hung'),
  ('grave_finding', 'detail', 'The dates in question', 'Các ngày liên quan', NULL);

-- Every finding. mission, posting and person are empty where it is of something else.
CREATE VIEW finding_row AS
SELECT k.severity, f.code, f.mission, f.posting, f.other_posting, f.person, f.detail
FROM grave_finding_row AS f
JOIN finding_kind AS k ON k.code = f.code
UNION ALL
SELECT
  'warning', 'receiver-gone', s.mission, a.posting, NULL, NULL, r.valid_until
FROM party AS r
JOIN accreditation AS a ON a.receiver = r.key
JOIN service AS s ON s.accreditation = a.key
WHERE s.ended_from > r.valid_until_latest
UNION ALL
SELECT
  'warning', 'outside-term', s.mission, p.key, NULL, NULL, p.term
FROM term AS t
JOIN posting AS p ON p.term = t.key
JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
JOIN service AS s ON s.accreditation = a.key
WHERE s.is_served
  AND (s.begun_from > t.ends_latest OR s.ended_until < t.begins_earliest)
UNION ALL
SELECT
  'warning', 'two-places', p.mission, p.key, q.key, p.person, b.began
FROM posting AS p
JOIN posting AS q ON q.person = p.person AND q.mission <> p.mission
JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
JOIN accreditation AS b ON b.posting = q.key AND b.is_resident
JOIN service AS s ON s.accreditation = a.key
JOIN service AS t ON t.accreditation = b.key
WHERE p.function = 'head' AND q.function = 'head'
  AND s.is_served AND t.is_served
  AND (t.begun_until, q.key) > (s.begun_until, p.key)
  AND t.begun_until < CASE WHEN s.has_no_end THEN '9999' ELSE s.ended_from END
  AND NOT EXISTS (
    SELECT 1
    FROM concurrent_member AS one
    JOIN concurrent_member AS other ON other.appointment = one.appointment
    WHERE one.posting = p.key AND other.posting = q.key
  )
UNION ALL
SELECT
  'warning', 'long-tenure', s.mission, a.posting, NULL, NULL,
  a.began || ' … ' || coalesce(a.ended, p.ended)
FROM known_day
JOIN service AS s ON 1 = 1
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
WHERE s.is_resident AND s.is_served AND NOT s.has_no_end
  AND CASE
    WHEN s.ended_from > '0000' THEN s.begun_until < strftime(
      '%Y-%m-%d', s.ended_from, '-' || known_day.longest_term_months || ' months'
    )
  END
UNION ALL
SELECT
  'warning', 'two-missions', mission, NULL, NULL, NULL, other
FROM (
  -- Each embassy is looked at once: its days are computed, and it meets every other one there.
  WITH embassy AS MATERIALIZED (
    SELECT
      m.key, m.sender, m.receiver,
      coalesce(m.opened_earliest, '0000') AS opened_from,
      coalesce(m.closed_latest, '9999') AS closed_by
    FROM mission AS m
    JOIN mission_kind AS k ON k.key = m.kind
    WHERE k.category = 'diplomatic' AND m.parent IS NULL
  )
  SELECT n.key AS mission, m.key AS other
  FROM embassy AS m
  JOIN embassy AS n ON n.receiver = m.receiver AND n.sender = m.sender AND n.key > m.key
  WHERE m.closed_by > n.opened_from AND n.closed_by > m.opened_from
) AS pair
UNION ALL
SELECT
  'warning', 'accredited-elsewhere', a.mission, a.posting, NULL, NULL, a.receiver
FROM accreditation AS a
JOIN mission AS m ON m.key = a.mission
WHERE a.is_resident AND a.receiver <> m.receiver
  AND NOT EXISTS (
    SELECT 1 FROM mission_former AS f WHERE f.mission = m.key AND f.receiver = a.receiver
  )
UNION ALL
-- Certain no longer: an end was forgotten, or a day on which somebody saw him.
SELECT
  'warning', 'no-sign-of-life', s.mission, a.posting, NULL, NULL, s.seen_on
FROM known_day
JOIN service AS s ON s.stayed_until < known_day.day
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN mission AS m ON m.key = s.mission
JOIN person ON person.key = p.person
WHERE s.is_resident AND s.is_served AND s.has_no_end AND s.followed_until = '9999'
  AND s.seen_on > '0000' AND m.closed IS NULL AND person.died IS NULL
UNION ALL
SELECT
  'warning', 'death-ahead', NULL, NULL, NULL, person.key, person.died
FROM person
WHERE person.died_earliest > strftime('%Y-%m-%d', 'now', 'localtime')
UNION ALL
-- Until today the registry would vouch for whoever has no end.
SELECT
  'warning', 'nothing-recorded', NULL, NULL, NULL, NULL, day
FROM (
  SELECT substr(max(made_at), 1, 10) AS day
  FROM change
  WHERE (SELECT known_until FROM registry) IS NULL
) AS last_change
WHERE strftime('%Y-%m-%d', day, '+6 months') < strftime('%Y-%m-%d', 'now', 'localtime')
UNION ALL
SELECT
  'warning', 'over-run', i.mission, i.posting, NULL, NULL, i.planned_end
FROM tenure AS i
JOIN asked_day ON 1 = 1
WHERE i.is_resident AND i.function = 'head' AND i.nomination IS NULL AND i.ended_by = 'serving'
  AND i.planned_end_latest < asked_day.day
UNION ALL
SELECT
  'warning', 'credentials-before-appointment', mission, posting, NULL, NULL,
  coalesce(credentials, exequatur) || ' < ' || appointed
FROM accreditation
WHERE credentials_latest < appointed_earliest OR exequatur_latest < appointed_earliest
UNION ALL
SELECT
  'warning', 'arrival-before-appointment', mission, posting, NULL, NULL,
  arrived || ' < ' || appointed
FROM accreditation
WHERE arrived_latest < appointed_earliest
UNION ALL
-- Vienna Convention on Consular Relations, articles 11 and 12: a consul has a commission and an
-- exequatur; credentials are a diplomat's (VCDR article 13).
SELECT
  'warning', 'consul-with-credentials', a.mission, a.posting, NULL, NULL, a.credentials
FROM accreditation AS a
JOIN mission AS m ON m.key = a.mission
JOIN mission_kind AS k ON k.key = m.kind
WHERE a.credentials IS NOT NULL AND k.category = 'consular'
UNION ALL
SELECT
  'warning', 'exequatur-at-embassy', a.mission, a.posting, NULL, NULL, a.exequatur
FROM accreditation AS a
JOIN mission AS m ON m.key = a.mission
JOIN mission_kind AS k ON k.key = m.kind
WHERE a.exequatur IS NOT NULL AND k.category IN ('diplomatic', 'international-organization')
UNION ALL
-- Article 4 of the VCDR speaks of receiving states; organisations give no agrément.
SELECT
  'warning', 'agrement-at-organization', a.mission, a.posting, NULL, NULL,
  coalesce(a.agrement_requested, a.agrement_given)
FROM accreditation AS a
JOIN party AS r ON r.key = a.receiver
WHERE coalesce(a.agrement_requested, a.agrement_given) IS NOT NULL AND r.kind = 'organization'
UNION ALL
SELECT
  'warning', 'duplicate-person', NULL, NULL, NULL, person, other
FROM (
  -- Each with the next one only: of a hundred namesakes nobody looks into five thousand pairs.
  -- Where two are settled to be two, the first is told with the next after the second.
  SELECT
    a.key AS person,
    (
      SELECT b.key
      FROM person AS b
      WHERE b.sort_key = a.sort_key AND b.key > a.key
        AND (a.born_earliest <= b.born_latest) IS NOT FALSE
        AND (b.born_earliest <= a.born_latest) IS NOT FALSE
        AND NOT EXISTS (
          SELECT 1 FROM settled_finding AS s
          WHERE s.code = 'duplicate-person' AND s.person = a.key AND s.detail = b.key
        )
      ORDER BY b.key
      LIMIT 1
    ) AS other
  FROM person AS a
) AS namesake
WHERE other IS NOT NULL
UNION ALL
SELECT
  'warning', 'duplicate-person', NULL, NULL, NULL, a.key, b.key
FROM settled_finding AS s
JOIN person AS a ON a.key = s.person
JOIN person AS b ON b.key = s.detail AND b.sort_key = a.sort_key
WHERE s.code = 'duplicate-person'
  AND (a.born_earliest <= b.born_latest) IS NOT FALSE
  AND (b.born_earliest <= a.born_latest) IS NOT FALSE
UNION ALL
-- UTF-8 that was taken for Latin-1 (Ä‘, áº, á», Ã¡) or that could not be taken at all (U+FFFD).
SELECT
  'warning', 'mojibake', mission, NULL, NULL, person, name
FROM (
  SELECT NULL AS mission, key AS person, name FROM person
  UNION ALL SELECT NULL, person, name FROM person_name
  UNION ALL SELECT NULL, key, note FROM person
  UNION ALL SELECT key, NULL, name_en FROM mission
  UNION ALL SELECT key, NULL, name_vi FROM mission
  UNION ALL SELECT key, NULL, note FROM mission
  UNION ALL SELECT mission, NULL, name FROM mission_name
) AS named
WHERE glob('*�*', name) OR glob('*Ã[¡-¿]*', name) OR glob('*Ã' || char(160) || '*', name)
  OR glob('*áº*', name) OR glob('*á»*', name) OR glob('*Ä‘*', name) OR glob('*Æ°*', name)
UNION ALL
-- Neighbours only: whether two heads further apart overlap, those between them say. CROSS JOIN:
-- most pairs are told apart by their services, and nothing else of them is read.
SELECT
  'note', 'possible-overlap', s.mission, a.posting, b.posting, NULL,
  b.began || ' ~ ' || coalesce(a.ended, p.ended)
FROM succession AS one
CROSS JOIN service AS s
CROSS JOIN service AS t
CROSS JOIN accreditation AS a
CROSS JOIN accreditation AS b
CROSS JOIN posting AS p
CROSS JOIN posting AS q
WHERE s.accreditation = one.accreditation AND t.accreditation = one.next
  AND a.key = s.accreditation AND b.key = t.accreditation
  AND p.key = a.posting AND q.key = b.posting
  AND NOT s.has_no_end AND p.person <> q.person
  AND t.begun_from < s.ended_until AND s.begun_from < t.ended_until
  AND s.ended_until < '9999' AND s.ended_from <= t.begun_until
UNION ALL
SELECT
  'note', 'gap', g.mission, g.last_posting, g.next_posting, NULL, g.ended || ' … ' || g.began
FROM gap AS g
JOIN registry ON g.days_least > coalesce(registry.gap_days, 365)
WHERE g.state = 'vacant' AND g.since_by = 'head-left' AND g.began IS NOT NULL
UNION ALL
SELECT
  'note', 'acting-during-head', s.mission, p.key, b.posting, NULL,
  a.began || ' – ' || coalesce(a.ended, p.ended)
FROM service AS s
JOIN service AS t ON t.mission = s.mission AND t.begun_until < s.ended_from
JOIN accreditation AS a ON a.key = s.accreditation
JOIN accreditation AS b ON b.key = t.accreditation
JOIN posting AS p ON p.key = a.posting
WHERE s.is_resident AND s.is_served AND s.function = 'acting'
  AND coalesce(p.acting_reason, '') <> 'absence'
  AND t.is_resident AND t.is_served AND t.function = 'head'
  AND s.begun_until < t.ended_from
UNION ALL
SELECT
  'note', 'appointed-only', s.mission, a.posting, NULL, p.person,
  coalesce(a.appointed, a.handed_over)
FROM known_day
JOIN service AS s ON 1 = 1
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
WHERE s.is_resident AND NOT s.is_served AND p.nomination IS NULL
  AND strftime(
    '%Y-%m-%d', coalesce(a.appointed_latest, a.handed_over_latest), '+12 months'
  ) < known_day.day
UNION ALL
SELECT
  'note', 'undated', s.mission, a.posting, NULL, p.person, NULL
FROM service AS s
JOIN accreditation AS a ON a.key = s.accreditation
JOIN posting AS p ON p.key = a.posting
WHERE s.is_resident AND NOT s.is_dated AND p.nomination IS NULL
  AND coalesce(a.appointed, a.handed_over) IS NULL
UNION ALL
SELECT
  'note', 'no-source', p.mission, p.key, NULL, p.person, NULL
FROM posting AS p
WHERE NOT EXISTS (SELECT 1 FROM citation AS c WHERE c.posting = p.key)
  AND NOT EXISTS (
    SELECT 1 FROM citation AS c JOIN accreditation AS a ON a.key = c.accreditation
    WHERE a.posting = p.key
  )
  AND NOT EXISTS (SELECT 1 FROM posting_document AS d WHERE d.posting = p.key)
UNION ALL
SELECT
  'note', 'unnormalized-text', mission, NULL, NULL, person, name
FROM (
  SELECT NULL AS mission, key AS person, name FROM person
  UNION ALL SELECT NULL, person, name FROM person_name
  UNION ALL SELECT key, NULL, name_en FROM mission
  UNION ALL SELECT key, NULL, name_vi FROM mission
  UNION ALL SELECT mission, NULL, name FROM mission_name
) AS named
WHERE glob('*[̀-ͯ]*', name);

-- The same: other programs read a union only so.
CREATE VIEW finding AS
SELECT severity, code, mission, posting, other_posting, person, detail
FROM finding_row;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('finding', '', 'What is odd but occurs in real history', 'Điều bất thường nhưng có thể có thật',
    'SELECT code, count(*) AS findings FROM finding GROUP BY code ORDER BY findings DESC'),
  ('finding', 'severity', 'error, warning or note', 'Mức độ: error, warning hoặc note', 'error'),
  ('finding', 'code', 'What was found: a code of finding_kind', 'Mã trong finding_kind',
    'two-heads'),
  ('finding', 'mission', 'Key of the mission', 'Khóa cơ quan đại diện', 'fr-paris'),
  ('finding', 'posting', 'Key of the posting it is about', 'Khóa của lần cử liên quan',
    'fr-paris-dinh-toan-thang'),
  ('finding', 'other_posting', 'Key of the other posting in it', 'Khóa của lần cử còn lại', NULL),
  ('finding', 'person', 'Key of the person', 'Khóa của người', 'do-minh-hung'),
  ('finding', 'detail', 'The dates or the text in question', 'Ngày hoặc văn bản liên quan', NULL);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('grave_finding_row', '', 'What grave_finding is made of', 'Phần trong của grave_finding',
    'SELECT code, posting, detail FROM grave_finding_row ORDER BY code'),
  ('finding_row', '', 'What finding is made of', 'Phần trong của finding',
    'SELECT code, count(*) AS findings FROM finding_row GROUP BY code ORDER BY findings DESC');

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example)
SELECT object_name || '_row', column_name, about_en, about_vi, example
FROM schema_comment
WHERE object_name IN ('grave_finding', 'finding') AND column_name <> '';
