-- Who heads missions.

CREATE TABLE person (
  key                READABLE KEY,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  family_name        TEXT CHECK (family_name <> ''),
  middle_name        TEXT CHECK (middle_name <> ''),
  given_name         TEXT CHECK (given_name <> ''),
  sort_name          TEXT CHECK (sort_name <> ''),
  -- What follows the name: Jr., III.
  name_suffix        TEXT CHECK (name_suffix <> ''),
  gender             TEXT CHECK (gender IN ('female', 'male')),
  born               PARTIAL DATE,
  died               PARTIAL DATE,
  -- Career or political appointee.
  career             TEXT CHECK (career <> ''),
  -- Where the person is from, in the codes of the source, several joined by a space.
  home               TEXT CHECK (home <> ''),
  wikidata           TEXT UNIQUE CONSTRAINT "a Wikidata identifier is Q and a number"
    CHECK (wikidata GLOB 'Q[1-9]*' AND wikidata NOT GLOB 'Q*[^0-9]*'),
  note               TEXT CHECK (note <> ''),
  sort_key           TEXT NOT NULL,
  search_key         TEXT NOT NULL,
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a person dies after birth" CHECK (born_earliest <= died_latest)
) STRICT;

CREATE INDEX person_by_search_key ON person (search_key);
CREATE INDEX person_by_sort_key ON person (sort_key, key);
CREATE INDEX person_by_died ON person (died_latest, died_earliest, key)
  WHERE died IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('person', '', 'People who head or headed a mission, or were named to head one',
    'Người đang hoặc đã đứng đầu cơ quan đại diện, hoặc đã được đề cử đứng đầu', NULL),
  ('person', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'do-minh-hung'),
  ('person', 'name', 'Full name as it is written, in its own order',
    'Họ và tên đầy đủ, đúng cách viết và thứ tự', 'Đỗ Minh Hùng'),
  ('person', 'family_name', 'Family name, where known', 'Họ, nếu biết', 'Đỗ'),
  ('person', 'middle_name', 'Middle name, where known', 'Tên đệm, nếu biết', 'Minh'),
  ('person', 'given_name', 'Given name, where known', 'Tên, nếu biết', 'Hùng'),
  ('person', 'sort_name', 'Name to sort by, where the rule for Vietnamese names does not fit',
    'Tên dùng để xếp thứ tự khi quy tắc cho tên Việt Nam không phù hợp', 'Adams, John'),
  ('person', 'name_suffix', 'What follows the name', 'Phần đứng sau tên', 'Jr.'),
  ('person', 'gender', 'female or male', 'Giới tính: female (nữ), male (nam)', 'male'),
  ('person', 'born', 'When born: year, month or day; a final ? or ~ for unsure or about',
    'Sinh: năm, tháng hoặc ngày; thêm ? nếu chưa chắc, ~ nếu ước chừng', '1735-10-30'),
  ('person', 'died', 'When died: year, month or day', 'Mất: năm, tháng hoặc ngày', '1826-07-04'),
  ('person', 'career', 'Career diplomat or not; code_label has the words',
    'Thuộc ngạch ngoại giao hay không; xem code_label', 'non-career'),
  ('person', 'home', 'Where the person is from, in the codes of the source, joined by a space',
    'Quê quán theo mã của nguồn, nối bằng dấu cách', 'va dc'),
  ('person', 'wikidata', 'Wikidata item of the person', 'Mã mục Wikidata của cá nhân', 'Q11806'),
  ('person', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('person', 'sort_key',
    'Sort key of the name (Vietnamese names by given name), for ORDER BY; computed',
    'Khóa sắp xếp của họ tên (tên Việt Nam xếp theo tên), dùng cho ORDER BY; tự tính', NULL),
  ('person', 'search_key', 'Name without marks and tones, for searching; computed',
    'Họ tên bỏ dấu, dùng để tìm kiếm; tự tính', 'do minh hung'),
  ('person', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('person.gender', 'female', 'female', 'nữ'),
  ('person.gender', 'male', 'male', 'nam'),
  ('person.career', 'career', 'career', 'ngạch ngoại giao'),
  ('person.career', 'non-career', 'non-career', 'ngoài ngạch ngoại giao'),
  ('person.career', 'both', 'both', 'cả hai'),
  ('person.career', 'pre-1915', 'before 1915, not classified', 'trước năm 1915, không phân loại');

CREATE TABLE person_name (
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  search_key         TEXT NOT NULL,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('person_name', '', 'Other names of a person: aliases, spellings, former names',
    'Tên khác của một người: bí danh, cách viết khác, tên cũ', NULL),
  ('person_name', 'person', 'Key of the person', 'Khóa của cá nhân', 'do-minh-hung'),
  ('person_name', 'name', 'The other name', 'Tên khác', 'Do Minh Hung'),
  ('person_name', 'search_key', 'The name without marks and tones, for searching; computed',
    'Tên bỏ dấu, dùng để tìm kiếm; tự tính', 'do minh hung'),
  ('person_name', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- How a person was called until a day, as before a marriage: each row is a change of the name, with
-- what it was before.
CREATE TABLE person_former (
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- The first day on which the person was called otherwise.
  changed            PARTIAL DATE NOT NULL,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  family_name        TEXT CHECK (family_name <> ''),
  middle_name        TEXT CHECK (middle_name <> ''),
  given_name         TEXT CHECK (given_name <> ''),
  sort_name          TEXT CHECK (sort_name <> ''),
  sort_key           TEXT NOT NULL,
  search_key         TEXT NOT NULL,
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (person, changed)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_former_by_document ON person_former (document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('person_former', '', 'Former names of a person: each row is a change, with the name before it',
    'Tên cũ của một người: mỗi dòng là một lần đổi tên, kèm tên trước đó', NULL),
  ('person_former', 'person', 'Key of the person', 'Khóa của cá nhân', NULL),
  ('person_former', 'changed', 'First day of the next name: year, month or day',
    'Ngày đầu tiên mang tên kế tiếp: năm, tháng hoặc ngày', '1998-05'),
  ('person_former', 'name', 'Full name until then', 'Họ và tên đầy đủ trước đó', NULL),
  ('person_former', 'family_name', 'Family name until then, where known', 'Họ trước đó, nếu biết',
    NULL),
  ('person_former', 'middle_name', 'Middle name until then, where known',
    'Tên đệm trước đó, nếu biết', NULL),
  ('person_former', 'given_name', 'Given name until then, where known', 'Tên trước đó, nếu biết',
    NULL),
  ('person_former', 'sort_name', 'Name to sort by until then', 'Tên dùng để xếp thứ tự trước đó',
    NULL),
  ('person_former', 'sort_key', 'Sort key of the name; computed', 'Khóa sắp xếp của họ tên; tự tính',
    NULL),
  ('person_former', 'search_key', 'Name without marks and tones, for searching; computed',
    'Họ tên bỏ dấu, dùng để tìm kiếm; tự tính', NULL),
  ('person_former', 'document', 'Key of the document that decided or shows the change',
    'Khóa của văn bản quyết định hoặc cho thấy việc thay đổi', NULL),
  ('person_former', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- The personal rank (hàm), which is apart from the post (chức vụ) and is dated.
CREATE TABLE person_rank (
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  rank               TEXT NOT NULL
    CHECK (rank <> '' AND length(rank) <= 500 AND instr(rank, char(0)) = 0),
  conferred          PARTIAL DATE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (person, rank)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('person_rank', '',
    'Personal ranks conferred on a person, apart from any post (Ordinance of 31/05/1995, art. 5)',
    'Hàm ngoại giao được phong, tách biệt với chức vụ (Điều 5 Pháp lệnh ngày 31/05/1995)', NULL),
  ('person_rank', 'person', 'Key of the person', 'Khóa của cá nhân', 'nguyen-quang-trung'),
  ('person_rank', 'rank', 'The rank, with its grade', 'Hàm, kèm bậc', 'Đại sứ bậc một'),
  ('person_rank', 'conferred', 'When it was conferred: year, month or day',
    'Thời điểm phong hàm: năm, tháng hoặc ngày', '2025-10-10'),
  ('person_rank', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

CREATE TABLE person_identifier (
  scheme             TEXT NOT NULL CHECK (scheme <> ''),
  identifier         TEXT NOT NULL CHECK (identifier <> ''),
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,

  PRIMARY KEY (scheme, identifier)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_identifier_by_person ON person_identifier (person);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('person_identifier', '', 'Names of a person in other systems, and their own former keys',
    'Định danh của một người trong hệ thống khác, và khóa cũ của người đó', NULL),
  ('person_identifier', 'scheme', 'System that the identifier belongs to', 'Hệ thống cấp định danh',
    'pocom'),
  ('person_identifier', 'identifier', 'The identifier in that system',
    'Định danh trong hệ thống đó', 'adams-john'),
  ('person_identifier', 'person', 'Key of the person', 'Khóa của cá nhân', 'adams-john');
