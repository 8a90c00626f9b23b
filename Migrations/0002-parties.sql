-- Who sends and who receives: states, territories and organizations, historical ones too.
--
-- Beside every PARTIAL DATE stand the earliest and the latest day that it can mean. Questions and
-- indexes use those, never the text.
--
-- Columns that end in _key are computed by the program from the name beside them:
--   sort_key    letters in the order of the Vietnamese alphabet, then the tone, per syllable
--   search_key  the same without marks and tones, in plain ASCII where the name is Latin

CREATE TABLE party (
  key                READABLE KEY,
  kind               TEXT NOT NULL CHECK (kind IN ('state', 'territory', 'organization')),
  name_en            TEXT
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  -- Whether English puts "the" before name_en within a sentence.
  has_article        INTEGER NOT NULL DEFAULT 0 CHECK (has_article IN (0, 1)),
  official_name_en   TEXT
    CHECK (official_name_en <> '' AND length(official_name_en) <= 500
      AND instr(official_name_en, char(0)) = 0),
  official_name_vi   TEXT
    CHECK (official_name_vi <> '' AND length(official_name_vi) <= 500
      AND instr(official_name_vi, char(0)) = 0),
  iso_alpha2         TEXT UNIQUE CONSTRAINT "iso_alpha2 is two capital letters"
    CHECK (iso_alpha2 GLOB '[A-Z][A-Z]'),
  iso_alpha3         TEXT UNIQUE CONSTRAINT "iso_alpha3 is three capital letters"
    CHECK (iso_alpha3 GLOB '[A-Z][A-Z][A-Z]'),
  iso_numeric        TEXT UNIQUE CONSTRAINT "iso_numeric is three digits"
    CHECK (iso_numeric GLOB '[0-9][0-9][0-9]'),
  wikidata           TEXT UNIQUE CONSTRAINT "a Wikidata identifier is Q and a number"
    CHECK (wikidata GLOB 'Q[1-9]*' AND wikidata NOT GLOB 'Q*[^0-9]*'),
  -- Vienna Convention on Diplomatic Relations, article 13 (1): by the receiver's practice.
  functions_begin    TEXT NOT NULL DEFAULT 'credentials'
    CHECK (functions_begin IN ('credentials', 'copy', 'appointment')),
  -- Article 16 (1) for states; organisations may order by the names of their members.
  precedence         TEXT NOT NULL DEFAULT 'credentials'
    CHECK (precedence IN ('credentials', 'alphabetical')),
  -- Article 16 (3): a practice of the receiver, of the representative of the Holy See.
  nuncio_is_first    INTEGER NOT NULL DEFAULT 0 CHECK (nuncio_is_first IN (0, 1)),
  -- The region of the world: as shipped by the United Nations' division (M49), else as the sender's
  -- ministry divides it; code_label names the codes.
  region             TEXT CHECK (region <> ''),
  valid_from         PARTIAL DATE,
  valid_until        PARTIAL DATE,
  successor          TEXT REFERENCES party (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  sort_key_en        TEXT,
  sort_key_vi        TEXT,
  search_key_en      TEXT,
  search_key_vi      TEXT,
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a party has a name" CHECK (coalesce(name_en, name_vi) IS NOT NULL),
  CONSTRAINT "a party does not succeed itself" CHECK (successor <> key),
  CONSTRAINT "a party ends after it begins" CHECK (valid_from_earliest <= valid_until_latest)
) STRICT;

CREATE INDEX party_by_successor ON party (successor);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('party', '',
    'States, territories and organizations that send or receive missions, historical ones too',
    'Quốc gia, vùng lãnh thổ và tổ chức quốc tế cử hoặc tiếp nhận cơ quan đại diện, kể cả trong lịch sử',
    NULL),
  ('party', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'gb'),
  ('party', 'kind', 'state, territory or organization',
    'Loại: state (quốc gia), territory (vùng lãnh thổ), organization (tổ chức quốc tế)', 'state'),
  ('party', 'name_en', 'Usual name in English', 'Tên thường dùng bằng tiếng Anh', 'United Kingdom'),
  ('party', 'name_vi', 'Usual name in Vietnamese', 'Tên thường dùng bằng tiếng Việt', 'Anh'),
  ('party', 'has_article', '1 where English puts "the" before the name within a sentence; else 0',
    '1 nếu tên tiếng Anh cần mạo từ "the" khi nằm trong câu; nếu không thì 0', '1'),
  ('party', 'official_name_en', 'Full official name in English',
    'Tên chính thức đầy đủ bằng tiếng Anh', 'United Kingdom of Great Britain and Northern Ireland'),
  ('party', 'official_name_vi', 'Full official name in Vietnamese',
    'Tên chính thức đầy đủ bằng tiếng Việt', 'Vương quốc Liên hiệp Anh và Bắc Ireland'),
  ('party', 'iso_alpha2', 'Two-letter code of ISO 3166-1', 'Mã hai chữ cái theo ISO 3166-1', 'GB'),
  ('party', 'iso_alpha3', 'Three-letter code of ISO 3166-1', 'Mã ba chữ cái theo ISO 3166-1',
    'GBR'),
  ('party', 'iso_numeric', 'Three-digit code of ISO 3166-1, zeros kept',
    'Mã ba chữ số theo ISO 3166-1, giữ số 0 ở đầu', '826'),
  ('party', 'wikidata', 'Wikidata item of the party', 'Mã mục Wikidata của chủ thể', 'Q145'),
  ('party', 'functions_begin',
    'What begins functions there: credentials, copy (1961 Vienna Convention, art. 13(1)) or appointment',
    'Mốc nhậm chức tại đó: credentials (thư ủy nhiệm), copy (bản sao; Điều 13 Công ước Viên 1961), appointment (bổ nhiệm)',
    'credentials'),
  ('party', 'precedence',
    'How it ranks heads of mission: credentials (by date; 1961 Vienna Convention, art. 16) or alphabetical',
    'Cách xếp ngôi thứ: credentials (theo ngày; Điều 16 Công ước Viên 1961) hoặc alphabetical (theo chữ cái)',
    'credentials'),
  ('party', 'nuncio_is_first',
    '1 where the representative of the Holy See comes first (1961 Vienna Convention, art. 16(3)); else 0',
    '1 nếu đại diện Tòa thánh đứng đầu ngôi thứ (khoản 3 Điều 16 Công ước Viên 1961); nếu không thì 0',
    '0'),
  ('party', 'region',
    'Region of the world (UN M49 as shipped), or as the sender divides it; code_label has the names',
    'Khu vực trên thế giới (ban đầu theo M49 của Liên hợp quốc), hoặc theo cách chia của bên cử; tên gọi trong code_label',
    'europe'),
  ('party', 'valid_from', 'When it came into being: year, month or day',
    'Thời điểm bắt đầu tồn tại: năm, tháng hoặc ngày', '1922-12-30'),
  ('party', 'valid_until', 'When it ceased to exist: year, month or day',
    'Thời điểm chấm dứt tồn tại: năm, tháng hoặc ngày', '1991-12-26'),
  ('party', 'successor', 'Key of the party that succeeded it', 'Khóa của chủ thể kế thừa', 'ru'),
  ('party', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('party', 'sort_key_en', 'Sort key of the English name, for ORDER BY; computed',
    'Khóa sắp xếp của tên tiếng Anh, dùng cho ORDER BY; tự tính', NULL),
  ('party', 'sort_key_vi', 'Sort key of the Vietnamese name, for ORDER BY; computed',
    'Khóa sắp xếp của tên tiếng Việt, dùng cho ORDER BY; tự tính', NULL),
  ('party', 'search_key_en', 'English name without marks, for searching; computed',
    'Tên tiếng Anh bỏ dấu, dùng để tìm kiếm; tự tính', 'united kingdom'),
  ('party', 'search_key_vi', 'Vietnamese name without marks and tones, for searching; computed',
    'Tên tiếng Việt bỏ dấu, dùng để tìm kiếm; tự tính', 'han quoc'),
  ('party', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('party.kind', 'state', 'state', 'quốc gia'),
  ('party.kind', 'territory', 'territory', 'vùng lãnh thổ'),
  ('party.kind', 'organization', 'international organization', 'tổ chức quốc tế'),
  ('party.has_article', '0', 'without "the"', 'không có mạo từ'),
  ('party.has_article', '1', 'with "the"', 'có mạo từ'),
  ('party.functions_begin', 'credentials', 'on presenting credentials', 'khi trình thư ủy nhiệm'),
  ('party.functions_begin', 'copy', 'on presenting the true copy',
    'khi trình bản sao thư ủy nhiệm'),
  ('party.functions_begin', 'appointment', 'on appointment', 'khi được bổ nhiệm'),
  ('party.precedence', 'credentials', 'by date of credentials', 'theo ngày trình thư ủy nhiệm'),
  ('party.precedence', 'alphabetical', 'alphabetical by state', 'theo thứ tự chữ cái tên nước'),
  ('party.nuncio_is_first', '0', 'like any other head', 'như những người đứng đầu khác'),
  ('party.nuncio_is_first', '1', 'nuncio first', 'đại diện Tòa thánh đứng đầu'),
  ('party.region', 'africa', 'Africa', 'Châu Phi'),
  ('party.region', 'americas', 'Americas', 'Châu Mỹ'),
  ('party.region', 'asia', 'Asia', 'Châu Á'),
  ('party.region', 'europe', 'Europe', 'Châu Âu'),
  ('party.region', 'oceania', 'Oceania', 'Châu Đại Dương'),
  -- The bureaus of the Department of State of the United States, as imports of its lists have them.
  ('party.region', 'af', 'Sub-Saharan Africa', 'Châu Phi phía nam Sahara'),
  ('party.region', 'eap', 'East Asia and the Pacific', 'Đông Á và Thái Bình Dương'),
  ('party.region', 'eur', 'Europe and Eurasia', 'Châu Âu và Á-Âu'),
  ('party.region', 'nea', 'Near East and North Africa', 'Trung Đông và Bắc Phi'),
  ('party.region', 'sca', 'South and Central Asia', 'Nam Á và Trung Á'),
  ('party.region', 'wha', 'Western Hemisphere', 'Tây bán cầu');

-- Only now: a row of registry refers to a party.
INSERT INTO registry (key) VALUES ('registry');

-- Other names by which a party is looked up: exonyms, former names, spellings.
CREATE TABLE party_name (
  party              TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  search_key         TEXT NOT NULL,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (party, name)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('party_name', '', 'Other names by which a party is looked up: exonyms, former names, spellings',
    'Tên khác để tra cứu một chủ thể: tên phiên âm, tên cũ, cách viết khác', NULL),
  ('party_name', 'party', 'Key of the party', 'Khóa của chủ thể', 'br'),
  ('party_name', 'name', 'The other name', 'Tên khác', 'Braxin'),
  ('party_name', 'search_key', 'The name without marks and tones, for searching; computed',
    'Tên bỏ dấu, dùng để tìm kiếm; tự tính', 'braxin'),
  ('party_name', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- How a party was called until a day: each row is a change of its names, with what they were before.
-- party has the names of today.
CREATE TABLE party_former (
  party              TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- The first day on which it was called otherwise.
  changed            PARTIAL DATE NOT NULL,
  name_en            TEXT
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  has_article        INTEGER CHECK (has_article IN (0, 1)),
  official_name_en   TEXT
    CHECK (official_name_en <> '' AND length(official_name_en) <= 500 AND instr(official_name_en, char(0)) = 0),
  official_name_vi   TEXT
    CHECK (official_name_vi <> '' AND length(official_name_vi) <= 500 AND instr(official_name_vi, char(0)) = 0),
  sort_key_en        TEXT,
  sort_key_vi        TEXT,
  search_key_en      TEXT,
  search_key_vi      TEXT,
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (party, changed),
  CONSTRAINT "a former name is a name" CHECK (coalesce(name_en, name_vi) IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_former_by_document ON party_former (document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('party_former', '', 'Former names of a party: each row is a change, with the names before it',
    'Tên cũ của chủ thể: mỗi dòng là một lần đổi tên, kèm tên trước đó', NULL),
  ('party_former', 'party', 'Key of the party', 'Khóa của chủ thể', 'mm'),
  ('party_former', 'changed', 'First day of the next names: year, month or day',
    'Ngày đầu tiên mang tên kế tiếp: năm, tháng hoặc ngày', '1989-06-18'),
  ('party_former', 'name_en', 'Usual name in English until then',
    'Tên thường dùng bằng tiếng Anh trước đó', 'Burma'),
  ('party_former', 'name_vi', 'Usual name in Vietnamese until then',
    'Tên thường dùng bằng tiếng Việt trước đó', 'Miến Điện'),
  ('party_former', 'has_article', '1 where English put "the" before that name within a sentence; else 0',
    '1 nếu tên tiếng Anh đó cần mạo từ "the" khi nằm trong câu; nếu không thì 0', '0'),
  ('party_former', 'official_name_en', 'Full official name in English until then',
    'Tên chính thức đầy đủ bằng tiếng Anh trước đó', NULL),
  ('party_former', 'official_name_vi', 'Full official name in Vietnamese until then',
    'Tên chính thức đầy đủ bằng tiếng Việt trước đó', NULL),
  ('party_former', 'sort_key_en', 'Sort key of the English name; computed',
    'Khóa sắp xếp của tên tiếng Anh; tự tính', NULL),
  ('party_former', 'sort_key_vi', 'Sort key of the Vietnamese name; computed',
    'Khóa sắp xếp của tên tiếng Việt; tự tính', NULL),
  ('party_former', 'search_key_en', 'English name without marks, for searching; computed',
    'Tên tiếng Anh bỏ dấu, dùng để tìm kiếm; tự tính', NULL),
  ('party_former', 'search_key_vi', 'Vietnamese name without marks and tones, for searching; computed',
    'Tên tiếng Việt bỏ dấu, dùng để tìm kiếm; tự tính', NULL),
  ('party_former', 'document', 'Key of the document that decided or shows the change',
    'Khóa của văn bản quyết định hoặc cho thấy việc thay đổi', NULL),
  ('party_former', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- Several states can come out of one and one out of several. party.successor names the one that
-- matters to missions; here stands whatever a source says.
CREATE TABLE party_succession (
  predecessor        TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  successor          TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- Sources that keep both lists do not always agree with themselves.
  stated_of          TEXT NOT NULL CHECK (stated_of IN ('predecessor', 'successor', 'both')),

  PRIMARY KEY (predecessor, successor),
  CONSTRAINT "a party does not succeed itself" CHECK (predecessor <> successor)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_succession_by_successor ON party_succession (successor);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('party_succession', '', 'Which party came out of which, as a source says',
    'Bên nào kế tục bên nào, theo nguồn', NULL),
  ('party_succession', 'predecessor', 'Key of the earlier party', 'Khóa của bên có trước',
    'joseon-dynasty-1910'),
  ('party_succession', 'successor', 'Key of the later party', 'Khóa của bên kế tục', 'kr'),
  ('party_succession', 'stated_of',
    'On whose side the source says it: predecessor, successor or both',
    'Nguồn ghi ở phía nào: predecessor (bên trước), successor (bên sau) hoặc both (cả hai)',
    'both');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('party_succession.stated_of', 'predecessor', 'said of the one before', 'nêu ở bên trước'),
  ('party_succession.stated_of', 'successor', 'said of the one after', 'nêu ở bên sau'),
  ('party_succession.stated_of', 'both', 'said of both', 'nêu ở cả hai bên');
