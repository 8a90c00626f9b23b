-- Questions that are asked again: kept in the registry, so that they travel with it, with the
-- parameters they take and the headings of their answers. Nine come with the program; an office adds
-- its own.

CREATE TABLE kept_query (
  name               READABLE KEY,
  title_en           TEXT CHECK (title_en <> ''),
  title_vi           TEXT CHECK (title_vi <> ''),
  about_en           TEXT CHECK (about_en <> ''),
  about_vi           TEXT CHECK (about_vi <> ''),
  sql                TEXT NOT NULL CHECK (trim(sql) <> ''),
  is_shipped         INTEGER NOT NULL DEFAULT 0 CHECK (is_shipped IN (0, 1)),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a kept query says what it is about" CHECK (
    about_en IS NOT NULL OR about_vi IS NOT NULL
  )
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('kept_query', '', 'One row a question that is kept to be asked again',
    'Mỗi dòng là một câu hỏi được lưu để dùng lại', NULL),
  ('kept_query', 'name', 'Name by which it is run', 'Tên dùng để gọi', 'longest-vacancy'),
  ('kept_query', 'title_en', 'What stands over the answer, in English; empty: what it answers',
    'Tiêu đề của kết quả, bằng tiếng Anh; để trống: dùng nội dung', 'Heads of our neighbours'),
  ('kept_query', 'title_vi', 'What stands over the answer, in Vietnamese; empty: what it answers',
    'Tiêu đề của kết quả, bằng tiếng Việt; để trống: dùng nội dung', NULL),
  ('kept_query', 'about_en', 'What it answers, in English', 'Nội dung, bằng tiếng Anh', NULL),
  ('kept_query', 'about_vi', 'What it answers, in Vietnamese', 'Nội dung, bằng tiếng Việt', NULL),
  ('kept_query', 'sql', 'The statement, with named parameters', 'Câu lệnh, với tham số có tên',
    'SELECT * FROM incumbent WHERE mission = :mission'),
  ('kept_query', 'is_shipped', '1 where it came with the program', '1 nếu đi kèm chương trình',
    '1'),
  ('kept_query', 'entered_in', 'Number of the change that kept it', 'Số của lần thay đổi đã lưu',
    '42');

-- A parameter without a default must be given; one of no type takes whatever is given, one of a
-- kind of record a key or a name that fits only one. A date is compared with dates as they are
-- stored, a day with days: a year would come before each of its own.
CREATE TABLE kept_query_parameter (
  query              TEXT NOT NULL
    REFERENCES kept_query (name) ON UPDATE CASCADE ON DELETE CASCADE,
  place              INTEGER NOT NULL CONSTRAINT "place is from 1 to 1000000"
    CHECK (place BETWEEN 1 AND 1000000),
  name               TEXT NOT NULL CHECK (name <> ''),
  type               TEXT CHECK (
    type IN (
      'text', 'int', 'real', 'date', 'day', 'mission', 'person', 'party', 'term', 'batch',
      'document', 'posting', 'accreditation', 'source', 'title', 'mission-kind', 'end-reason',
      'citation'
    )
  ),
  default_value      TEXT,

  PRIMARY KEY (query, place),
  UNIQUE (query, name)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('kept_query_parameter', '', 'One row a parameter of a kept query',
    'Mỗi dòng là một tham số của câu hỏi được lưu', NULL),
  ('kept_query_parameter', 'query', 'Name of the kept query', 'Tên câu hỏi', 'longest-vacancy'),
  ('kept_query_parameter', 'place', 'Its place among the parameters, from 1',
    'Thứ tự của tham số, từ 1', '1'),
  ('kept_query_parameter', 'name', 'Its name, without the colon',
    'Tên tham số, không có dấu hai chấm', 'months'),
  ('kept_query_parameter', 'type', 'What it takes; empty: whatever is given',
    'Kiểu giá trị; để trống: tùy giá trị được cho', 'int'),
  ('kept_query_parameter', 'default_value',
    'What it is when nothing is given; empty: must be given',
    'Giá trị khi không cho; để trống: bắt buộc phải cho', '6');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('kept_query_parameter.type', 'text', 'text', 'văn bản'),
  ('kept_query_parameter.type', 'int', 'whole number', 'số nguyên'),
  ('kept_query_parameter.type', 'real', 'number', 'số'),
  ('kept_query_parameter.type', 'date', 'date, perhaps a year or a month',
    'ngày tháng, có thể chỉ có năm hoặc tháng'),
  ('kept_query_parameter.type', 'day', 'one day', 'một ngày'),
  ('kept_query_parameter.type', 'mission', 'mission', 'cơ quan đại diện'),
  ('kept_query_parameter.type', 'person', 'person', 'người'),
  ('kept_query_parameter.type', 'party', 'party', 'nước hoặc tổ chức'),
  ('kept_query_parameter.type', 'term', 'term', 'nhiệm kỳ'),
  ('kept_query_parameter.type', 'batch', 'batch', 'đợt'),
  ('kept_query_parameter.type', 'document', 'document', 'văn bản'),
  ('kept_query_parameter.type', 'posting', 'posting', 'lần bổ nhiệm'),
  ('kept_query_parameter.type', 'accreditation', 'accreditation', 'lần ủy nhiệm'),
  ('kept_query_parameter.type', 'source', 'source', 'nguồn'),
  ('kept_query_parameter.type', 'title', 'title', 'chức danh'),
  ('kept_query_parameter.type', 'mission-kind', 'kind of mission', 'loại cơ quan'),
  ('kept_query_parameter.type', 'end-reason', 'reason for leaving', 'lý do rời nhiệm sở'),
  ('kept_query_parameter.type', 'citation', 'citation', 'trích dẫn');

-- Where people read an answer a column is called as the program calls it, or as is said here;
-- programs see its own name. The name without _en or _vi speaks of both where they stand together.
CREATE TABLE kept_query_column (
  query              TEXT NOT NULL
    REFERENCES kept_query (name) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL CHECK (name <> ''),
  heading_en         TEXT CHECK (heading_en <> ''),
  heading_vi         TEXT CHECK (heading_vi <> ''),

  PRIMARY KEY (query, name),
  CONSTRAINT "a heading is in one language at least" CHECK (
    heading_en IS NOT NULL OR heading_vi IS NOT NULL
  )
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('kept_query_column', '', 'What a column of the answer to a kept query is called on a page',
    'Tên gọi trên trang của một cột trong kết quả của câu hỏi được lưu', NULL),
  ('kept_query_column', 'query', 'Name of the kept query', 'Tên câu hỏi', 'our-neighbours'),
  ('kept_query_column', 'name', 'Name of the column, as the statement gives it',
    'Tên cột, như trong câu lệnh', 'person_name'),
  ('kept_query_column', 'heading_en', 'What it is called in English', 'Tên gọi bằng tiếng Anh',
    'Head'),
  ('kept_query_column', 'heading_vi', 'What it is called in Vietnamese',
    'Tên gọi bằng tiếng Việt', 'Người đứng đầu');

-- A beginning whose bounds lie in two years is of no year.
INSERT INTO kept_query (name, about_en, about_vi, is_shipped, sql) VALUES
  ('head-on-day', 'Who headed a mission on a day, certainly or possibly',
    'Ai đứng đầu một cơ quan đại diện vào một ngày, chắc chắn hoặc có thể', 1,
'SELECT
  person_name, title_name_en, title_name_vi, function, began, ended,
  CASE
    WHEN began_latest <= :day AND :day <= ended_earliest AND NOT is_unsure THEN ''certainly''
    ELSE ''possibly''
  END AS in_office
FROM incumbency
WHERE mission = :mission AND is_resident
  AND (began_earliest <= :day OR began_earliest IS NULL)
  AND (ended_latest >= :day OR ended_latest IS NULL)
ORDER BY began_earliest, person_sort_key'),

  ('heads-by-year', 'How many heads took up their functions in each year',
    'Mỗi năm có bao nhiêu người đứng đầu nhận nhiệm vụ', 1,
'SELECT
  iif(
    substr(began_earliest, 1, 4) = substr(began_latest, 1, 4), substr(began_earliest, 1, 4), NULL
  ) AS year,
  count(*) AS heads,
  count(DISTINCT mission) AS missions
FROM incumbency
WHERE is_resident AND function = ''head'' AND began IS NOT NULL
GROUP BY year
ORDER BY year'),

  ('women-by-year', 'Women among the heads who took up their functions in each year, where known',
    'Số nữ trong những người đứng đầu nhận nhiệm vụ mỗi năm, nếu biết', 1,
'SELECT
  iif(
    substr(i.began_earliest, 1, 4) = substr(i.began_latest, 1, 4),
    substr(i.began_earliest, 1, 4),
    NULL
  ) AS year,
  count(*) AS heads,
  count(*) FILTER (WHERE person.gender = ''female'') AS women,
  count(*) FILTER (WHERE person.gender = ''male'') AS men,
  count(*) FILTER (WHERE person.gender IS NULL) AS not_known
FROM incumbency AS i
JOIN person ON person.key = i.person
WHERE i.is_resident AND i.function = ''head'' AND i.began IS NOT NULL
GROUP BY year
ORDER BY year'),

  ('longest-vacancy', 'The longest times between two full heads of a mission',
    'Những khoảng thời gian dài nhất giữa hai người đứng đầu chính thức', 1,
'SELECT
  mission, mission_name_en, mission_name_vi, last_head, ended, next_head, began AS next_began,
  days_least AS at_least_days, days_most AS at_most_days
FROM gap
WHERE days_least > 0 AND last_posting IS NOT NULL AND next_posting IS NOT NULL
ORDER BY at_least_days DESC, mission, since_earliest
LIMIT :rows'),

  ('posts-without-head', 'Missions without a full head, and since when',
    'Những cơ quan đại diện chưa có người đứng đầu chính thức, từ khi nào', 1,
'SELECT
  mission, mission_name_en, mission_name_vi, state, last_head, vacant_since, acting_head, nominee
FROM vacancy
ORDER BY state DESC, vacant_since, mission');

INSERT INTO kept_query_parameter (query, place, name, type, default_value) VALUES
  ('head-on-day', 1, 'day', 'day', NULL),
  ('head-on-day', 2, 'mission', 'mission', NULL),
  ('longest-vacancy', 1, 'rows', 'int', '20');

-- What came with the program is the same everywhere; an upgrade that brings another text takes
-- these away and puts them back. All of them before the write: what REPLACE takes away fires no
-- trigger of its own.
CREATE TRIGGER kept_query_of_the_program_comes_with_it BEFORE INSERT ON kept_query
WHEN new.is_shipped OR EXISTS (SELECT 1 FROM kept_query WHERE name = new.name AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER kept_query_of_the_program_stays_as_it_is BEFORE UPDATE ON kept_query
WHEN old.is_shipped OR new.is_shipped
  OR EXISTS (SELECT 1 FROM kept_query WHERE name = new.name AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER kept_query_of_the_program_stays BEFORE DELETE ON kept_query
WHEN old.is_shipped
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER parameter_of_the_program_comes_with_it BEFORE INSERT ON kept_query_parameter
WHEN EXISTS (SELECT 1 FROM kept_query WHERE name = new.query AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER parameter_of_the_program_stays_as_it_is BEFORE UPDATE ON kept_query_parameter
WHEN EXISTS (SELECT 1 FROM kept_query WHERE name IN (old.query, new.query) AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER parameter_of_the_program_stays BEFORE DELETE ON kept_query_parameter
WHEN EXISTS (SELECT 1 FROM kept_query WHERE name = old.query AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER heading_of_the_program_comes_with_it BEFORE INSERT ON kept_query_column
WHEN EXISTS (SELECT 1 FROM kept_query WHERE name = new.query AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER heading_of_the_program_stays_as_it_is BEFORE UPDATE ON kept_query_column
WHEN EXISTS (SELECT 1 FROM kept_query WHERE name IN (old.query, new.query) AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;

CREATE TRIGGER heading_of_the_program_stays BEFORE DELETE ON kept_query_column
WHEN EXISTS (SELECT 1 FROM kept_query WHERE name = old.query AND is_shipped)
BEGIN
  SELECT RAISE(ABORT, 'a kept query that came with the program stays as it is');
END;
