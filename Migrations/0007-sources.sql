-- Where facts come from. Sources that contradict each other are both kept.

CREATE TABLE source (
  key                READABLE KEY,
  title              TEXT NOT NULL CHECK (title <> ''),
  address            TEXT UNIQUE CHECK (address <> ''),
  publisher          TEXT CHECK (publisher <> ''),
  published          PARTIAL DATE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number)
) STRICT;

-- The same words are the same source: looked for by them whenever one comes.
CREATE INDEX source_by_title ON source (title);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('source', '', 'Where facts come from: publications, pages, files',
    'Nguồn của thông tin: ấn phẩm, trang tin, tệp dữ liệu', NULL),
  ('source', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'nhan-dan-2024-01-09'),
  ('source', 'title', 'Title of the source', 'Tiêu đề của nguồn',
    'President presents appointment decisions to ambassadors'),
  ('source', 'address', 'Address, mostly a URL', 'Địa chỉ, thường là URL', NULL),
  ('source', 'publisher', 'Who published it', 'Đơn vị công bố', 'Báo Nhân Dân'),
  ('source', 'published', 'When it was published: year, month or day',
    'Thời điểm công bố: năm, tháng hoặc ngày', '2024-01-09'),
  ('source', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('source', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

-- What a source says of one thing in the registry, or of one field of it.
CREATE TABLE citation (
  key                READABLE KEY,
  source             TEXT NOT NULL REFERENCES source (key) ON UPDATE CASCADE,
  -- What it is of: exactly one record of these kinds.
  CITED KINDS,
  field              TEXT CHECK (field <> ''),
  says               TEXT CHECK (says <> ''),
  -- Where a record stands in its source, and who recorded and revised it there. digest is of the
  -- record's text: what has not changed there is not taken again.
  record             TEXT CHECK (record <> ''),
  file               TEXT CHECK (file <> ''),
  section            TEXT CHECK (section <> ''),
  number             INTEGER CONSTRAINT "number is from 1 to 1000000"
    CHECK (number BETWEEN 1 AND 1000000),
  digest             TEXT CHECK (digest <> ''),
  recorded_by        TEXT CHECK (recorded_by <> ''),
  recorded_on        TEXT CHECK (recorded_on <> ''),
  revised_by         TEXT CHECK (revised_by <> ''),
  revised_on         TEXT CHECK (revised_on <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a citation is of exactly one thing" CHECK (CITED KINDS = 1)
) STRICT;

CREATE INDEX citation_by_source ON citation (source);
CITED KINDS;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('citation', '', 'What a source says of exactly one thing; sources that conflict are all kept',
    'Nguồn nói gì về đúng một đối tượng; các nguồn mâu thuẫn đều được giữ', NULL),
  ('citation', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', NULL),
  ('citation', 'source', 'Key of the source', 'Khóa của nguồn', 'nhan-dan-2024-01-09'),
  ('citation', 'party',
    'Key of the party it is about; like the next seven, one of the eight is filled',
    'Khóa của chủ thể được dẫn; trong tám cột từ đây chỉ một cột có giá trị', NULL),
  ('citation', 'mission', 'Key of the mission it is about', 'Khóa của cơ quan đại diện được dẫn',
    'gb-london'),
  ('citation', 'person', 'Key of the person it is about', 'Khóa của cá nhân được dẫn',
    'do-minh-hung'),
  ('citation', 'term', 'Key of the term it is about', 'Khóa của nhiệm kỳ được dẫn', '2024-2027'),
  ('citation', 'batch', 'Key of the batch it is about', 'Khóa của đợt được dẫn', '2024-2027-2'),
  ('citation', 'posting', 'Key of the posting it is about', 'Khóa của lần cử được dẫn',
    'gb-london-do-minh-hung'),
  ('citation', 'accreditation', 'Key of the accreditation it is about',
    'Khóa của lần ủy nhiệm được dẫn', 'gb-london-do-minh-hung-gb'),
  ('citation', 'document', 'Key of the document it is about', 'Khóa của văn bản được dẫn',
    '57-kl-tw'),
  ('citation', 'field', 'Column that it is about; empty: the whole row',
    'Cột được dẫn; để trống: cả dòng', 'credentials'),
  ('citation', 'says', 'What the source says, in its words', 'Nguồn nói gì, ghi nguyên văn', NULL),
  ('citation', 'record', 'Identifier of the record in the source', 'Mã của bản ghi trong nguồn',
    'fr-1778-fran-01'),
  ('citation', 'file', 'File of the source that holds it', 'Tệp của nguồn chứa bản ghi',
    'missions-countries/france.xml'),
  ('citation', 'section', 'Part of the file: chiefs, other-nominees and the like',
    'Phần của tệp: chiefs, other-nominees, v.v.', 'chiefs'),
  ('citation', 'number', 'Its place in that part, from 1', 'Thứ tự trong phần đó, từ 1', '1'),
  ('citation', 'digest', 'Hash of the text it was taken from', 'Mã băm của văn bản gốc', NULL),
  ('citation', 'recorded_by', 'Who recorded it there', 'Người ghi ở nguồn', NULL),
  ('citation', 'recorded_on', 'When it was recorded there', 'Ngày ghi ở nguồn', '2010-05-20'),
  ('citation', 'revised_by', 'Who revised it there last', 'Người sửa sau cùng ở nguồn', NULL),
  ('citation', 'revised_on', 'When it was revised there last', 'Ngày sửa sau cùng ở nguồn',
    '2015-06-24'),
  ('citation', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');
