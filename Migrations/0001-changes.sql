-- What a registry says of itself, how its tables are explained, and the changes that are made
-- to it.
--
-- How the migrations are written. A table stands with its dated names, its comments and the
-- labels of its codes. Three things are not SQLite's: the types PARTIAL DATE and READABLE KEY, and
-- the CITED KINDS of a citation; they are said once in columns/ and put in when the files are
-- embedded. Scripts/expand-sql prints a file as SQLite gets it.

-- The meaning of every table, view and column, in both languages, for people and programs that
-- open the file. They live in a table, because a comment in the text of a schema is in one
-- language and out of reach of a query. column_name is '' on the row that speaks of the table
-- itself; example is a value as stored, of a view a question to it, NULL where it would add
-- nothing. "1961 Vienna Convention" is that on Diplomatic Relations, "1963" that on Consular
-- Relations; Law 33/2009/QH12 is Viet Nam's on its missions abroad.
CREATE TABLE schema_comment (
  object_name        TEXT NOT NULL,
  column_name        TEXT NOT NULL DEFAULT '',
  about_en           TEXT NOT NULL CHECK (about_en <> ''),
  about_vi           TEXT NOT NULL CHECK (about_vi <> ''),
  example            TEXT CHECK (example <> ''),
  -- What the values of a column are, by which a question that mistakes them is told apart: set for
  -- all in the last migration.
  meaning            TEXT CHECK (meaning <> ''),

  PRIMARY KEY (object_name, column_name)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('schema_comment', '', 'The meaning of every table, view and column, in English and Vietnamese',
    'Ý nghĩa của từng bảng, khung nhìn và cột, bằng tiếng Anh và tiếng Việt', NULL),
  ('schema_comment', 'object_name', 'Name of the table or view', 'Tên bảng hoặc khung nhìn',
    'accreditation'),
  ('schema_comment', 'column_name', 'Name of the column; empty on the row about the table itself',
    'Tên cột; để trống ở dòng nói về chính bảng đó', 'credentials'),
  ('schema_comment', 'about_en', 'What it means, in English', 'Ý nghĩa, bằng tiếng Anh', NULL),
  ('schema_comment', 'about_vi', 'What it means, in Vietnamese', 'Ý nghĩa, bằng tiếng Việt', NULL),
  ('schema_comment', 'example', 'A value as it is stored; of a view, a question to begin with',
    'Một giá trị mẫu, đúng như được lưu; với khung nhìn: một câu hỏi để bắt đầu',
    '2025-02-20'),
  ('schema_comment', 'meaning',
    'What the values are: date (a year, a month, a day or bounds), day, moment, number, flag, identifier, name, search key, sort key, text, the key of a table, or the code of a list in code_label; of the row about the table, empty',
    'Loại giá trị: date (năm, tháng, ngày hoặc khoảng), day (ngày), moment (thời điểm), number (số), flag (có/không), identifier (định danh), name (tên), search key, sort key (khóa tìm, khóa sắp xếp), text (văn bản), key of (khóa của một bảng) hoặc code of (mã của một danh mục trong code_label); để trống ở dòng nói về bảng',
    'key of mission');

-- What a code in a closed list is called. Which codes a column takes, its CHECK says. The names
-- stand in the columns of printed rosters: short, and in lower case.
CREATE TABLE code_label (
  list               TEXT NOT NULL,
  code               TEXT NOT NULL,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),

  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('code_label', '', 'What the codes of the closed lists are called in both languages',
    'Tên gọi của các mã trong danh mục đóng, bằng hai ngôn ngữ', NULL),
  ('code_label', 'list', 'Name of the closed list', 'Tên danh mục', 'certainty'),
  ('code_label', 'code', 'The code as it is stored', 'Mã, đúng như được lưu', 'single-source'),
  ('code_label', 'name_en', 'What the code is called in English', 'Tên gọi của mã bằng tiếng Anh',
    'Single source'),
  ('code_label', 'name_vi', 'What the code is called in Vietnamese',
    'Tên gọi của mã bằng tiếng Việt', 'Một nguồn');

-- Its row comes with the parties: it refers to one.
CREATE TABLE registry (
  key                TEXT NOT NULL PRIMARY KEY DEFAULT 'registry' CHECK (key = 'registry'),
  sender             TEXT REFERENCES party (key) ON UPDATE CASCADE,
  known_until        TEXT,
  -- NULL where the sender's heads have no such thing.
  standard_term_months INTEGER DEFAULT 36 CHECK (standard_term_months BETWEEN 1 AND 600),
  -- How long after the last sign of service somebody without an end is still certainly there.
  longest_term_months INTEGER CHECK (longest_term_months BETWEEN 1 AND 1200),
  -- How long a mission may be without a known head before the gap is a finding.
  gap_days           INTEGER NOT NULL DEFAULT 365 CHECK (gap_days BETWEEN 1 AND 100000),

  CONSTRAINT "known_until is a day, YYYY-MM-DD" CHECK (
    known_until IS date(known_until, '+0 days') AND length(known_until) = 10
    -- As every other date: the year 9999 is left for "no end".
    AND known_until BETWEEN '0001' AND '9999'
  )
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('registry', '',
    'The registry itself, in one row: whose missions it holds and how far it is known',
    'Thông tin về chính sổ đăng ký, một dòng duy nhất: của nước nào, nắm được đến ngày nào', NULL),
  ('registry', 'key', 'Always registry: the table has one row',
    'Luôn là registry: bảng chỉ có một dòng', 'registry'),
  ('registry', 'sender', 'Key of the party whose missions abroad the registry holds',
    'Khóa của bên cử có các cơ quan đại diện ghi trong sổ', 'vn'),
  ('registry', 'known_until', 'Last day that the registry speaks of, YYYY-MM-DD; empty: today',
    'Ngày cuối cùng mà sổ nắm được thông tin, YYYY-MM-DD; để trống: hôm nay', '2026-01-16'),
  ('registry', 'standard_term_months',
    'Length of a standard term in months, where no planned end is recorded; empty: none',
    'Độ dài nhiệm kỳ chuẩn, tính bằng tháng, khi chưa ghi ngày dự kiến kết thúc; để trống: không có',
    '36'),
  ('registry', 'longest_term_months',
    'Months after the last sign of service for which a head without an end is certainly there; empty: two standard terms, else 120',
    'Số tháng kể từ dấu hiệu cuối mà người chưa ghi ngày kết thúc chắc chắn còn tại nhiệm; để trống: hai nhiệm kỳ chuẩn, nếu không có thì 120',
    '72'),
  ('registry', 'gap_days', 'Days without a head from which on a gap is a finding',
    'Số ngày khuyết người đứng đầu để được nêu thành phát hiện', '365');

-- A write needs an open change. INSERT INTO change opens one, DELETE FROM open_change ends it;
-- the program seals it when it next writes. AUTOINCREMENT: the number of a change is never given
-- to another one.
CREATE TABLE change (
  number             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  made_at            TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', made_at)),
  author             TEXT NOT NULL CHECK (author <> '' AND instr(author, char(0)) = 0),
  reason             TEXT CHECK (reason <> '' AND instr(reason, char(0)) = 0),
  action             TEXT NOT NULL CHECK (action <> '' AND instr(action, char(0)) = 0),
  program            TEXT NOT NULL CHECK (program <> '' AND instr(program, char(0)) = 0),
  -- The hash of the change's content and of the seal before it, SHA-256 in hex.
  seal               TEXT CHECK (length(seal) = 64 AND seal NOT GLOB '*[^0-9a-f]*'),
  -- The seal that the change has in the registry it was merged from.
  merged_from        TEXT CHECK (length(merged_from) = 64 AND merged_from NOT GLOB '*[^0-9a-f]*'),
  -- When it was made there; made_at is when it became known here.
  first_made_at      TEXT CHECK (first_made_at IS strftime('%Y-%m-%dT%H:%M:%SZ', first_made_at)),
  -- The office that made it there.
  office             TEXT CHECK (office <> ''),
  -- The change that this one takes back.
  undoes             INTEGER REFERENCES change (number)
) STRICT;

CREATE UNIQUE INDEX change_merged_once ON change (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX change_by_moment ON change (made_at);
CREATE INDEX change_undone ON change (undoes) WHERE undoes IS NOT NULL;
-- A merge and verify look changes up by their seals.
CREATE INDEX change_by_seal ON change (seal) WHERE seal IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('change', '', 'One row a change to the registry: who made it, when and why',
    'Mỗi dòng là một lần thay đổi sổ: ai làm, khi nào, vì sao', NULL),
  ('change', 'number', 'Number of the change; never given to another one',
    'Số của lần thay đổi; không bao giờ cấp lại', '42'),
  ('change', 'made_at', 'Moment of the change in UTC, YYYY-MM-DDTHH:MM:SSZ',
    'Thời điểm thay đổi theo giờ UTC, YYYY-MM-DDTHH:MM:SSZ', '2025-02-21T03:15:00Z'),
  ('change', 'author', 'Who made the change', 'Người thực hiện thay đổi', NULL),
  ('change', 'reason', 'Why it was made, in the author''s words',
    'Lý do thay đổi, theo lời người thực hiện', NULL),
  ('change', 'action', 'What was done, as the command is called', 'Việc đã làm, ghi theo tên lệnh',
    'head add'),
  ('change', 'program', 'Program that wrote the change, with its version',
    'Chương trình đã ghi thay đổi, kèm phiên bản', 'legation 1.0.0'),
  ('change', 'seal', 'Hash of the change and of the seal before it; empty until it is sealed',
    'Mã băm của lần thay đổi và của dấu niêm trước đó; trống khi chưa niêm', NULL),
  ('change', 'merged_from', 'Seal that the change has in the registry it was merged from',
    'Dấu niêm của lần thay đổi trong sổ gốc, khi được gộp từ sổ khác', NULL),
  ('change', 'first_made_at', 'When a merged change was made in the registry it comes from, UTC',
    'Thời điểm thay đổi được thực hiện ở sổ gốc, giờ UTC', '2024-02-29T09:12:00Z'),
  ('change', 'office', 'Office that a merged change comes from; empty: this one',
    'Cơ quan đã thực hiện thay đổi được gộp; trống: tại sổ này', 'Consular Department'),
  ('change', 'undoes', 'Number of the change that this one takes back',
    'Số của lần thay đổi bị lần này hoàn tác', '41');

-- Records of a merged change that somebody kept as they were here (merge --ours): the one thing
-- that a merge leaves out, and that is no reason to refuse the same change when it comes again.
CREATE TABLE merge_settlement (
  merged_from        TEXT NOT NULL
    CHECK (length(merged_from) = 64 AND merged_from NOT GLOB '*[^0-9a-f]*'),
  table_name         TEXT NOT NULL CHECK (table_name <> ''),
  record             TEXT NOT NULL CHECK (record <> ''),
  entered_in         INTEGER REFERENCES change (number),

  PRIMARY KEY (merged_from, table_name, record)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('merge_settlement', '', 'Records of merged changes that were kept as they were here',
    'Bản ghi của các thay đổi được gộp mà tại đây giữ nguyên như cũ', NULL),
  ('merge_settlement', 'merged_from', 'Seal of the change in the registry it was merged from',
    'Dấu niêm của lần thay đổi trong sổ gốc', NULL),
  ('merge_settlement', 'table_name', 'Table of the record', 'Bảng của bản ghi', 'person'),
  ('merge_settlement', 'record', 'Its whole key, parts joined by /',
    'Toàn bộ khóa, các phần nối bằng /', 'do-minh-hung'),
  ('merge_settlement', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42');

CREATE TABLE open_change (
  number             INTEGER NOT NULL PRIMARY KEY REFERENCES change (number)
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('open_change', '', 'The change that is being written; empty when none is open',
    'Lần thay đổi đang được ghi; trống khi không có', NULL),
  ('open_change', 'number', 'Its number', 'Số của lần thay đổi đó', '42');

CREATE TRIGGER change_opens AFTER INSERT ON change
BEGIN
  DELETE FROM open_change;
  INSERT INTO open_change (number) VALUES (new.number);
END;

CREATE TRIGGER open_change_is_the_last_one BEFORE INSERT ON open_change
WHEN new.number IS NOT (SELECT max(number) FROM change)
  OR (SELECT seal FROM change WHERE number = new.number) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a change that is ended stays ended: INSERT INTO change opens a new one');
END;

CREATE TRIGGER open_change_stays_itself BEFORE UPDATE ON open_change
BEGIN
  SELECT RAISE(ABORT, 'a change that is ended stays ended: INSERT INTO change opens a new one');
END;

CREATE TRIGGER change_comes_last BEFORE INSERT ON change
WHEN new.seal IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a change gets its number and its seal from the registry');
END;

-- Before the insert a number that was left out is not known yet.
CREATE TRIGGER change_has_the_next_number AFTER INSERT ON change
WHEN new.number <> (SELECT coalesce(max(number), -1) + 1 FROM change WHERE number <> new.number)
BEGIN
  SELECT RAISE(ABORT, 'a change gets the next number: leave it out, or give max(number) + 1');
END;

-- A day of the past is found by these times. A clock that stands still may go on at the time of
-- the change before.
CREATE TRIGGER change_time_does_not_run_back BEFORE INSERT ON change
WHEN new.made_at < (SELECT max(made_at) FROM change)
  OR new.made_at > (
    SELECT max(strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+1 day'), coalesce(max(made_at), ''))
    FROM change
  )
BEGIN
  SELECT RAISE(ABORT, 'a change is made after the one before it, and not in the future: made_at = max(strftime(''%Y-%m-%dT%H:%M:%SZ''), (SELECT max(made_at) FROM change))');
END;

CREATE TRIGGER change_stays_as_it_was BEFORE UPDATE ON change
WHEN old.seal IS NOT NULL OR new.seal IS NULL OR new.number <> old.number
  OR new.made_at <> old.made_at OR new.author <> old.author OR new.reason IS NOT old.reason
  OR new.action <> old.action OR new.program <> old.program
  OR new.merged_from IS NOT old.merged_from OR new.first_made_at IS NOT old.first_made_at
  OR new.office IS NOT old.office OR new.undoes IS NOT old.undoes
BEGIN
  SELECT RAISE(ABORT, 'a change is never changed: undo it by another one');
END;

CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
BEGIN
  SELECT RAISE(ABORT, 'a change is never removed: undo it by another one');
END;

-- Without its row nothing has a sender or a known day, and whoever edits it edits nothing. An undo
-- takes it out only to put in what it was.
CREATE TRIGGER registry_keeps_its_own_record BEFORE DELETE ON registry
WHEN NOT EXISTS (
  SELECT 1 FROM open_change JOIN change USING (number) WHERE change.undoes IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'the record of the registry itself stays');
END;

-- Where the chain of seals ended when the program last wrote. A change that has lost its seal is
-- told from a new one by it. proof is a hash that no line of SQL computes.
CREATE TABLE sealed_head (
  one                INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  number             INTEGER NOT NULL,
  seal               TEXT NOT NULL CHECK (length(seal) = 64),
  proof              TEXT NOT NULL CHECK (length(proof) = 64)
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('sealed_head', '', 'Where the chain of seals ended when the program last wrote',
    'Chỗ kết thúc của chuỗi dấu niêm khi chương trình ghi lần cuối', NULL),
  ('sealed_head', 'one', 'Always 1: there is one such row', 'Luôn là 1: chỉ có một dòng', '1'),
  ('sealed_head', 'number', 'Number of the last sealed change',
    'Số của thay đổi được niêm cuối cùng', '42'),
  ('sealed_head', 'seal', 'Its seal', 'Dấu niêm của thay đổi đó', NULL),
  ('sealed_head', 'proof', 'Hash of both, by which a change of this row is seen',
    'Mã băm của hai mục trên, để nhận ra nếu dòng này bị sửa', NULL);

CREATE TRIGGER sealed_head_goes_forward BEFORE UPDATE ON sealed_head
WHEN new.number <= old.number
BEGIN
  SELECT RAISE(ABORT, 'the chain of seals only grows');
END;

CREATE TRIGGER sealed_head_stays BEFORE DELETE ON sealed_head
BEGIN
  SELECT RAISE(ABORT, 'the chain of seals only grows');
END;

-- The versions. For each table the program makes a shadow, <table>_history, and the triggers that
-- fill it: they follow from the table itself, so that none can be forgotten. A version holds the
-- columns, the change that made it, and whether the record is gone since. Versions are added and
-- never changed. history_field is a temporary view over all of them.
INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('history_field', '', 'One row a field that a change set, in the whole history',
    'Mỗi dòng là một mục được một lần thay đổi ghi, trong toàn bộ lịch sử',
    'SELECT table_name, field, count(*) AS changes FROM history_field GROUP BY table_name, field'),
  ('history_field', 'change', 'Number of the change', 'Số của lần thay đổi', '42'),
  ('history_field', 'table_name', 'Table of the record', 'Bảng của bản ghi', 'person'),
  ('history_field', 'subject', 'First column of its key: what it belongs to',
    'Cột đầu của khóa: bản ghi thuộc về đâu', 'do-minh-hung'),
  ('history_field', 'record', 'Its whole key, parts joined by /',
    'Toàn bộ khóa, các phần nối bằng /', 'do-minh-hung'),
  ('history_field', 'kind', 'added, edited or removed', 'added (thêm), edited (sửa), removed (xóa)',
    'edited'),
  ('history_field', 'field', 'The column', 'Tên cột', 'born'),
  ('history_field', 'before', 'Its value before; empty: none', 'Giá trị trước; trống: không có',
    '1966'),
  ('history_field', 'after', 'Its value after; empty: none', 'Giá trị sau; trống: không có',
    '1967-05');

-- What the shadows refuse, said once: each asks here whether the change of a version is the open
-- one, and whether it says that its record is there or gone, before the version comes in or goes.
-- None is ever altered: that asks for change -1.
CREATE VIEW history_rule AS
SELECT number AS change, 0 AS gone, x'' AS salt FROM open_change WHERE 0;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('history_rule', '', 'Always empty: it guards the versions; only the open change makes them',
    'Luôn trống: bảo vệ các phiên bản; chỉ lần thay đổi đang mở mới tạo ra chúng', NULL),
  ('history_rule', 'change', 'Number of the change that a version names',
    'Số của lần thay đổi mà phiên bản nêu', NULL),
  ('history_rule', 'gone', 'Whether a version says that its record is gone, 1 or 0',
    'Phiên bản có nói bản ghi đã bị xóa hay không, 1 hoặc 0', NULL),
  ('history_rule', 'salt', 'Its random bytes, 16; 32 where it was emptied',
    'Các byte ngẫu nhiên của phiên bản: 16; 32 nếu đã xóa nội dung', NULL);

-- Without an open change the sentence says what to run.
CREATE TRIGGER history_rule_holds INSTEAD OF INSERT ON history_rule
WHEN ifnull(
  new.change <> (SELECT number FROM open_change)
  OR new.gone NOT IN (0, 1) OR length(new.salt) NOT IN (16, 32), 1
)
BEGIN
  SELECT RAISE(ABORT, 'no change is open: INSERT INTO change (made_at, author, action, program) VALUES (strftime(''%Y-%m-%dT%H:%M:%SZ''), ''who'', ''what'', ''with what''); then write; then DELETE FROM open_change')
  WHERE new.change IS NULL;
  SELECT RAISE(ABORT, 'what was known is never changed, removed or added to');
END;

-- Which migrations built the file is its own: without these rows as they are no program writes it
-- again. They come in with an upgrade, one after the other.
CREATE TABLE migration (
  number             INTEGER NOT NULL PRIMARY KEY,
  name               TEXT NOT NULL UNIQUE,
  sha256             TEXT NOT NULL CHECK (length(sha256) = 64),
  applied_at         TEXT NOT NULL
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('migration', '', 'One row a migration: the steps that built the tables of this file',
    'Mỗi dòng là một bước dựng hoặc nâng cấp cấu trúc của tệp này', NULL),
  ('migration', 'number', 'Number of the migration; they apply in this order',
    'Số thứ tự của bước; các bước áp dụng theo thứ tự này', '2'),
  ('migration', 'name', 'Name of the migration', 'Tên của bước', 'parties-and-missions'),
  ('migration', 'sha256', 'SHA-256 of its text, 64 hexadecimal digits',
    'Mã băm SHA-256 của nội dung bước, 64 chữ số thập lục phân', NULL),
  ('migration', 'applied_at', 'Moment it was applied to this file, in UTC',
    'Thời điểm áp dụng vào tệp này, theo giờ UTC', '2026-01-16T02:00:00Z');

CREATE TRIGGER migration_comes_by_upgrade BEFORE INSERT ON migration
WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM migration)
  OR EXISTS (SELECT 1 FROM migration WHERE name = new.name)
  OR NOT EXISTS (
    SELECT 1 FROM open_change JOIN change USING (number)
    WHERE change.action = 'upgrade' AND change.author = 'legation'
  )
BEGIN
  SELECT RAISE(ABORT, 'a migration comes in by an upgrade and by nothing else');
END;

CREATE TRIGGER migration_stays_as_it_was BEFORE UPDATE ON migration
BEGIN
  SELECT RAISE(ABORT, 'a migration is never changed');
END;

CREATE TRIGGER migration_is_never_removed BEFORE DELETE ON migration
BEGIN
  SELECT RAISE(ABORT, 'a migration is never removed');
END;
