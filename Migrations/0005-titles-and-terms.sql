-- Under which titles missions are headed, and in which cohorts.

CREATE TABLE title (
  key                READABLE KEY,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),
  name_en_plural     TEXT CHECK (name_en_plural <> ''),
  -- Vienna Convention on Diplomatic Relations, article 14: 1 ambassadors, 2 envoys,
  -- 3 chargés d'affaires en titre. A chargé ad interim has none.
  vienna_class       INTEGER CHECK (vienna_class IN (1, 2, 3)),
  -- Vienna Convention on Consular Relations, article 9: 1 consuls-general to 4 consular agents.
  consular_class     INTEGER CHECK (consular_class BETWEEN 1 AND 4),
  function           TEXT NOT NULL CHECK (function IN ('head', 'acting', 'post')),
  is_honorary        INTEGER NOT NULL DEFAULT 0 CHECK (is_honorary IN (0, 1))
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('title', '', 'Titles of heads and acting heads of mission (Law 33/2009/QH12, art. 19)',
    'Chức danh của người đứng đầu và người tạm thời đứng đầu (Điều 19 Luật số 33/2009/QH12)', NULL),
  ('title', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'ambassador'),
  ('title', 'name_en', 'Title in English', 'Chức danh bằng tiếng Anh',
    'Ambassador Extraordinary and Plenipotentiary'),
  ('title', 'name_vi', 'Title in Vietnamese', 'Chức danh bằng tiếng Việt',
    'Đại sứ đặc mệnh toàn quyền'),
  ('title', 'name_en_plural', 'The title in the plural, in English',
    'Chức danh ở số nhiều, tiếng Anh', 'Ministers Resident'),
  ('title', 'vienna_class',
    '1 ambassadors, 2 envoys, 3 chargés en titre (1961 Vienna Convention, art. 14); empty: none',
    'Cấp: 1 đại sứ, 2 công sứ, 3 đại biện (Điều 14 Công ước Viên 1961); để trống: không có cấp',
    '1'),
  ('title', 'consular_class',
    '1 consuls-general, 2 consuls, 3 vice-consuls, 4 consular agents (1963 Vienna Convention, art. 9)',
    'Cấp: 1 tổng lãnh sự, 2 lãnh sự, 3 phó lãnh sự, 4 đại lý lãnh sự (Điều 9 Công ước Viên 1963)',
    NULL),
  ('title', 'function', 'What the holder is: head, acting, or post (neither)',
    'Vai trò: head (người đứng đầu), acting (tạm thời đứng đầu), post (chức vụ khác)', 'head'),
  ('title', 'is_honorary', '1 for an honorary title, 0 for a career one',
    '1 nếu là chức danh danh dự, 0 nếu chuyên nghiệp', '0');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('title.vienna_class', '1', 'class 1: ambassadors', 'cấp 1: đại sứ'),
  ('title.vienna_class', '2', 'class 2: envoys', 'cấp 2: công sứ'),
  ('title.vienna_class', '3', 'class 3: chargés d''affaires', 'cấp 3: đại biện'),
  ('title.consular_class', '1', 'class 1: consuls-general', 'cấp 1: tổng lãnh sự'),
  ('title.consular_class', '2', 'class 2: consuls', 'cấp 2: lãnh sự'),
  ('title.consular_class', '3', 'class 3: vice-consuls', 'cấp 3: phó lãnh sự'),
  ('title.consular_class', '4', 'class 4: consular agents', 'cấp 4: đại lý lãnh sự'),
  ('title.function', 'head', 'head', 'người đứng đầu'),
  ('title.function', 'acting', 'acting head', 'người tạm thời đứng đầu'),
  ('title.function', 'post', 'other post', 'chức vụ khác'),
  ('title.is_honorary', '0', 'career', 'chuyên nghiệp'),
  ('title.is_honorary', '1', 'honorary', 'danh dự');

-- The kinds of mission that a title fits, and the one it is taken from when none is given.
CREATE TABLE title_mission_kind (
  title              TEXT NOT NULL REFERENCES title (key) ON UPDATE CASCADE ON DELETE CASCADE,
  mission_kind       TEXT NOT NULL REFERENCES mission_kind (key) ON UPDATE CASCADE,
  is_usual           INTEGER NOT NULL DEFAULT 0 CHECK (is_usual IN (0, 1)),

  PRIMARY KEY (title, mission_kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX title_mission_kind_by_kind ON title_mission_kind (mission_kind);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('title_mission_kind', '', 'Which titles fit which kinds of mission',
    'Chức danh nào dùng cho loại cơ quan đại diện nào', NULL),
  ('title_mission_kind', 'title', 'Key of the title', 'Khóa của chức danh', 'ambassador'),
  ('title_mission_kind', 'mission_kind', 'Key of the kind of mission',
    'Khóa của loại cơ quan đại diện', 'embassy'),
  ('title_mission_kind', 'is_usual', '1 where the kind takes this title when none is given; else 0',
    '1 nếu là chức danh mặc định của loại này khi không ghi chức danh; nếu không thì 0', '1');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('title_mission_kind.is_usual', '0', 'also in use', 'cũng được dùng'),
  ('title_mission_kind.is_usual', '1', 'usual', 'thông thường');

-- A cohort (nhiệm kỳ). Its label is data: a decision of 2026 can belong to 2025-2028.
CREATE TABLE term (
  key                READABLE KEY,
  begins             PARTIAL DATE,
  ends               PARTIAL DATE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a term ends after it begins" CHECK (begins_earliest <= ends_latest)
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term', '', 'Terms: cohorts of heads of mission. The label is data, never computed from dates',
    'Nhiệm kỳ của các trưởng cơ quan đại diện; nhãn là dữ liệu, không suy ra từ ngày tháng', NULL),
  ('term', 'key', 'Key and label of the term', 'Khóa và nhãn của nhiệm kỳ', '2024-2027'),
  ('term', 'begins', 'When the term begins: year, month or day',
    'Nhiệm kỳ bắt đầu: năm, tháng hoặc ngày', '2024'),
  ('term', 'ends', 'When the term ends: year, month or day',
    'Nhiệm kỳ kết thúc: năm, tháng hoặc ngày', '2027'),
  ('term', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('term', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

-- A batch (đợt) of a term: the heads whose decisions were handed over together.
CREATE TABLE term_batch (
  key                READABLE KEY,
  term               TEXT NOT NULL REFERENCES term (key) ON UPDATE CASCADE,
  -- Numbers that are counted on have an end, far from where a program cannot add one.
  number             INTEGER NOT NULL CONSTRAINT "number is from 1 to 1000000"
    CHECK (number BETWEEN 1 AND 1000000),
  authority          TEXT CHECK (authority <> ''),
  decided            PARTIAL DATE,
  handed_over        PARTIAL DATE,
  presided_by        TEXT CHECK (presided_by <> ''),
  -- As the sources report them, in their words: they conflict ("28 or 18").
  reported_count     TEXT CHECK (reported_count <> ''),
  reported_scope     TEXT CHECK (reported_scope <> ''),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  UNIQUE (term, number)
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('term_batch', '', 'Batches of a term: heads whose decisions were handed over together',
    'Các đợt của nhiệm kỳ: những người được trao quyết định cùng một lần', NULL),
  ('term_batch', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', '2024-2027-2'),
  ('term_batch', 'term', 'Key of the term', 'Khóa của nhiệm kỳ', '2024-2027'),
  ('term_batch', 'number', 'Number of the batch within its term, from 1',
    'Số thứ tự của đợt trong nhiệm kỳ, bắt đầu từ 1', '2'),
  ('term_batch', 'authority', 'Authority that appoints (Law 33/2009/QH12, art. 20)',
    'Cấp có thẩm quyền bổ nhiệm (Điều 20 Luật số 33/2009/QH12)', 'Chủ tịch nước'),
  ('term_batch', 'decided', 'When the decisions were signed: year, month or day',
    'Thời điểm ký quyết định: năm, tháng hoặc ngày', '2024-01'),
  ('term_batch', 'handed_over', 'When the decisions were handed over: year, month or day',
    'Thời điểm trao quyết định: năm, tháng hoặc ngày', '2024-01-09'),
  ('term_batch', 'presided_by', 'Who handed over the decisions, with the office held at the time',
    'Người chủ trì trao quyết định, kèm chức vụ lúc đó', 'Chủ tịch nước Võ Văn Thưởng'),
  ('term_batch', 'reported_count', 'Number of heads as the sources report it, in their words',
    'Số người theo nguồn đưa tin, ghi nguyên văn', '28 or 18'),
  ('term_batch', 'reported_scope', 'Who and which countries, as the sources report it',
    'Đối tượng và địa bàn theo nguồn đưa tin', 'ambassadors, 15 countries'),
  ('term_batch', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('term_batch', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');
