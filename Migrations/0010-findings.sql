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
    'end-before-begin', 'error', 1, 'Left before functions began',
    'Rời nhiệm sở trước khi nhậm chức'
  ),
  (
    'dead-in-office', 'error', 1, 'In office after death', 'Tại chức sau khi qua đời'
  ),
  (
    'head-not-ended', 'warning', 1, 'No end is recorded, although another head is there',
    'Chưa ghi ngày kết thúc dù đã có người kế nhiệm'
  ),
  (
    'closed-while-headed', 'warning', 0, 'Headed after the mission closed',
    'Có người đứng đầu sau khi cơ quan đóng cửa'
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
  ('unnormalized-text', 'note', 0, 'Letters and marks apart', 'Chữ và dấu tách rời'),
  (
    'hidden-character', 'warning', 0, 'Characters that nobody sees in a text',
    'Văn bản có ký tự không nhìn thấy'
  ),
  (
    'unfit-query', 'warning', 0, 'A kept question that cannot be asked',
    'Câu hỏi đã lưu không chạy được'
  );

-- Findings that a write asks about; each is of one mission, so that a write looks at the
-- missions that it touched and at no other.
--   two-heads       two full heads of a mission certainly at once (one shared day is a
--                   hand-over and no finding)
--   head-not-ended  a full head without any end, although another one is there
CREATE VIEW grave_finding AS
SELECT
  'two-heads' AS code,
  a.mission,
  a.posting,
  b.posting AS other_posting,
  NULL AS person,
  b.began || ' < ' || coalesce(a.ended, p.ended) AS detail
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.mission = a.mission AND b.is_resident AND b.posting <> a.posting
  AND (b.began_earliest, b.key) > (a.began_earliest, a.key)
JOIN posting AS q ON q.key = b.posting
WHERE a.is_resident
  AND p.function = 'head' AND p.nomination IS NULL
  AND q.function = 'head' AND q.nomination IS NULL
  AND p.person <> q.person
  AND CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END > b.began_latest
  AND a.began_latest < coalesce(
    CASE WHEN b.ended IS NULL THEN q.ended_earliest ELSE b.ended_earliest END,
    CASE WHEN coalesce(b.ended, q.ended, q.end_mark) IS NULL THEN '9999' ELSE b.began_earliest END
  )
UNION ALL
SELECT
  'head-not-ended', a.mission, a.posting, b.posting, NULL, a.began
FROM next_head AS i
JOIN accreditation AS a ON a.key = i.accreditation
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.key = i.successor
JOIN posting AS q ON q.key = b.posting
WHERE a.is_resident AND p.function = 'head' AND p.nomination IS NULL AND p.end_mark IS NULL
  AND q.person <> p.person
UNION ALL
-- Nothing is dated, so nothing follows; but two heads cannot both be there now. Whoever follows
-- the later of two follows the earlier one.
SELECT
  'head-not-ended', a.mission, a.posting, b.posting, NULL, a.began
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.mission = a.mission AND b.is_resident AND b.key > a.key
JOIN posting AS q ON q.key = b.posting
WHERE a.is_resident AND p.function = 'head' AND q.function = 'head' AND q.person <> p.person
  AND coalesce(
    a.ended, p.ended, p.end_mark, p.nomination, b.ended, q.ended, q.end_mark, q.nomination,
    (SELECT closed FROM mission WHERE key = a.mission),
    (SELECT died FROM person WHERE key = p.person),
    (SELECT died FROM person WHERE key = q.person),
    (
      SELECT successor FROM next_head
      WHERE accreditation = CASE
        WHEN a.known_from IS NULL OR a.known_from > b.known_from THEN b.key
        ELSE a.key
      END
    )
  ) IS NULL
UNION ALL
SELECT
  'end-before-begin', a.mission, a.posting, NULL, NULL,
  coalesce(a.ended, p.ended) || ' < ' || a.began
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
WHERE a.is_resident
  AND CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END < a.began_earliest
UNION ALL
SELECT
  'dead-in-office', a.mission, a.posting, NULL, p.person, '† ' || person.died
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN person ON person.key = p.person
WHERE a.is_resident AND p.nomination IS NULL
  AND person.died_latest < max(
    coalesce(a.began_earliest, ''),
    coalesce(CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END, '')
  );

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('grave_finding', '', 'Findings that a write asks about', 'Các phát hiện phải xác nhận khi ghi',
    NULL),
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
CREATE VIEW finding AS
SELECT k.severity, f.code, f.mission, f.posting, f.other_posting, f.person, f.detail
FROM grave_finding AS f
JOIN finding_kind AS k ON k.code = f.code
UNION ALL
SELECT
  'warning', 'closed-while-headed', a.mission, a.posting, NULL, NULL, 'closed ' || m.closed
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN mission AS m ON m.key = a.mission
WHERE m.closed_latest < max(
  coalesce(a.began_earliest, ''),
  coalesce(CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END, '')
)
UNION ALL
SELECT
  'warning', 'over-run', i.mission, i.posting, NULL, NULL, i.planned_end
FROM tenure AS i
JOIN asked_day
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
  'warning', 'duplicate-person', NULL, NULL, NULL, a.key, b.key
FROM person AS a
JOIN person AS b ON b.sort_key = a.sort_key AND b.key > a.key
WHERE (a.born_earliest <= b.born_latest) IS NOT FALSE
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
)
WHERE name GLOB '*�*' OR name GLOB '*Ã[¡-¿]*' OR name GLOB '*Ã' || char(160) || '*'
  OR name GLOB '*áº*' OR name GLOB '*á»*'
  OR name GLOB '*Ä‘*' OR name GLOB '*Æ°*'
UNION ALL
-- Neighbours only: whether two heads further apart overlap, those between them say.
SELECT
  'note', 'possible-overlap', a.mission, a.posting, b.posting, NULL,
  b.began || ' ~ ' || coalesce(a.ended, p.ended)
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.key = (
  SELECT c.key
  FROM accreditation AS c
  JOIN posting AS r ON r.key = c.posting
  WHERE c.mission = a.mission AND c.is_resident AND c.posting <> a.posting
    AND (c.began_earliest, c.key) > (a.began_earliest, a.key)
    AND r.function = 'head' AND r.nomination IS NULL
  ORDER BY c.began_earliest, c.key
  LIMIT 1
)
JOIN posting AS q ON q.key = b.posting
WHERE a.is_resident AND p.function = 'head' AND p.nomination IS NULL AND p.person <> q.person
  AND b.began_earliest < CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END
  AND a.began_earliest < coalesce(
    CASE WHEN b.ended IS NULL THEN q.ended_latest ELSE b.ended_latest END, '9999'
  )
  AND NOT coalesce(
    CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END, ''
  ) > b.began_latest
UNION ALL
-- From the last day on which the head can have left to the first on which the next can have
-- begun: shorter gaps are not certain.
SELECT
  'note', 'gap', a.mission, a.posting, b.posting, NULL,
  coalesce(a.ended, p.ended) || ' … ' || b.began
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN registry
JOIN accreditation AS b ON b.key = (
  SELECT c.key
  FROM accreditation AS c
  JOIN posting AS r ON r.key = c.posting
  WHERE c.mission = a.mission AND c.is_resident AND c.posting <> a.posting
    AND c.began_earliest > a.began_earliest
    AND r.function = 'head' AND r.nomination IS NULL
  ORDER BY c.began_earliest, c.key
  LIMIT 1
)
WHERE a.is_resident AND p.function = 'head' AND p.nomination IS NULL
  AND julianday(b.began_earliest)
    - julianday(CASE WHEN a.ended IS NULL THEN p.ended_latest ELSE a.ended_latest END)
    > coalesce(registry.gap_days, 365)
UNION ALL
SELECT
  'note', 'acting-during-head', a.mission, a.posting, b.posting, NULL,
  a.began || ' – ' || coalesce(a.ended, p.ended)
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
JOIN accreditation AS b ON b.mission = a.mission AND b.is_resident
  AND b.began_latest < CASE WHEN a.ended IS NULL THEN p.ended_earliest ELSE a.ended_earliest END
JOIN posting AS q ON q.key = b.posting
WHERE a.is_resident AND p.function = 'acting' AND p.acting_reason IS NOT 'absence'
  AND q.function = 'head' AND q.nomination IS NULL
  AND a.began_latest < CASE WHEN b.ended IS NULL THEN q.ended_earliest ELSE b.ended_earliest END
UNION ALL
SELECT
  'note', 'undated', a.mission, a.posting, NULL, p.person, NULL
FROM accreditation AS a
JOIN posting AS p ON p.key = a.posting
WHERE a.is_resident AND p.nomination IS NULL AND a.known_from IS NULL
  AND coalesce(a.began_by, a.appointed, a.ended, p.ended) IS NULL
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
)
WHERE name GLOB '*[̀-ͯ]*';

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('finding', '', 'What is odd but occurs in real history', 'Điều bất thường nhưng có thể có thật',
    NULL),
  ('finding', 'severity', 'error, warning or note', 'Mức độ: error, warning hoặc note', 'error'),
  ('finding', 'code', 'What was found: a code of finding_kind', 'Mã trong finding_kind',
    'two-heads'),
  ('finding', 'mission', 'Key of the mission', 'Khóa cơ quan đại diện', 'fr-paris'),
  ('finding', 'posting', 'Key of the posting it is about', 'Khóa của lần cử liên quan',
    'fr-paris-dinh-toan-thang'),
  ('finding', 'other_posting', 'Key of the other posting in it', 'Khóa của lần cử còn lại', NULL),
  ('finding', 'person', 'Key of the person', 'Khóa của người', 'do-minh-hung'),
  ('finding', 'detail', 'The dates or the text in question', 'Ngày hoặc văn bản liên quan', NULL);
