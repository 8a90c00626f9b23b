-- The missions between sender and receiver: what each is, where it sits, what it covers.

CREATE TABLE mission_kind (
  key                READABLE KEY,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> ''),
  category           TEXT NOT NULL
    CHECK (category IN ('diplomatic', 'consular', 'international-organization', 'other')),
  house_order        INTEGER NOT NULL
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_kind', '',
    'Kinds of mission (Law 33/2009/QH12, art. 4, and the practice of other states)',
    'Loại cơ quan đại diện (Điều 4 Luật số 33/2009/QH12 và thông lệ các nước)', NULL),
  ('mission_kind', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'consulate-general'),
  ('mission_kind', 'name_en', 'Name in English', 'Tên tiếng Anh', 'Consulate General'),
  ('mission_kind', 'name_vi', 'Name in Vietnamese', 'Tên tiếng Việt', 'Tổng Lãnh sự quán'),
  ('mission_kind', 'category', 'diplomatic, consular, international-organization or other',
    'Nhóm: diplomatic (ngoại giao), consular (lãnh sự), international-organization (tổ chức quốc tế), other (khác)',
    'consular'),
  ('mission_kind', 'house_order', 'Place of the kind in the house order of rosters, lowest first',
    'Vị trí của loại này trong thứ tự nội bộ khi in danh sách, số nhỏ đứng trước', '3');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('mission_kind.category', 'diplomatic', 'diplomatic', 'ngoại giao'),
  ('mission_kind.category', 'consular', 'consular', 'lãnh sự'),
  ('mission_kind.category', 'international-organization', 'to an international organization',
    'tại tổ chức quốc tế'),
  ('mission_kind.category', 'other', 'other', 'khác');

CREATE TABLE mission (
  key                READABLE KEY,
  sender             TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  receiver           TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  kind               TEXT NOT NULL REFERENCES mission_kind (key) ON UPDATE CASCADE,
  name_en            TEXT
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  seat               TEXT CHECK (seat <> '' AND length(seat) <= 500 AND instr(seat, char(0)) = 0),
  seat_is_inferred   INTEGER NOT NULL DEFAULT 0 CHECK (seat_is_inferred IN (0, 1)),
  parent             TEXT REFERENCES mission (key) ON UPDATE CASCADE,
  opened             PARTIAL DATE,
  closed             PARTIAL DATE,
  closing_document   TEXT REFERENCES document (key) ON UPDATE CASCADE,
  certainty          TEXT NOT NULL DEFAULT 'confirmed'
    CHECK (certainty IN ('confirmed', 'single-source', 'uncertain')),
  wikidata           TEXT UNIQUE CONSTRAINT "a Wikidata identifier is Q and a number"
    CHECK (wikidata GLOB 'Q[1-9]*' AND wikidata NOT GLOB 'Q*[^0-9]*'),
  note               TEXT CHECK (note <> ''),
  sort_key_en        TEXT,
  sort_key_vi        TEXT,
  search_key_en      TEXT,
  search_key_vi      TEXT,
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a mission has a name" CHECK (coalesce(name_en, name_vi) IS NOT NULL),
  CONSTRAINT "a mission is not its own parent" CHECK (parent <> key),
  CONSTRAINT "sender and receiver of a mission differ" CHECK (sender <> receiver),
  CONSTRAINT "a mission closes after it opens" CHECK (opened_earliest <= closed_latest)
) STRICT;

CREATE INDEX mission_by_receiver ON mission (receiver);
CREATE INDEX mission_by_sender ON mission (sender);
CREATE INDEX mission_by_parent ON mission (parent);
CREATE INDEX mission_by_kind ON mission (kind);
CREATE INDEX mission_by_closing ON mission (closing_document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission', '', 'Representative missions, open and closed, one row each',
    'Cơ quan đại diện, đang hoạt động hoặc đã đóng cửa, mỗi cơ quan một dòng', NULL),
  ('mission', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'gb-london'),
  ('mission', 'sender', 'Key of the party that sends the mission', 'Khóa của bên cử', 'vn'),
  ('mission', 'receiver', 'Key of the state, territory or organization that receives it',
    'Khóa của quốc gia, vùng lãnh thổ hoặc tổ chức quốc tế tiếp nhận', 'gb'),
  ('mission', 'kind', 'Key of its kind', 'Khóa của loại cơ quan đại diện', 'embassy'),
  ('mission', 'name_en', 'Name in English', 'Tên tiếng Anh',
    'Embassy of Viet Nam in the United Kingdom'),
  ('mission', 'name_vi', 'Name in Vietnamese', 'Tên tiếng Việt', 'Đại sứ quán Việt Nam tại Anh'),
  ('mission', 'seat', 'City where it has its seat', 'Thành phố đặt trụ sở', 'London'),
  ('mission', 'seat_is_inferred',
    '1 where the seat is inferred, as from the capital, and not from a source; else 0',
    '1 nếu trụ sở là suy ra (ví dụ từ thủ đô) chứ không theo nguồn; nếu không thì 0', '0'),
  ('mission', 'parent',
    'Key of the mission that it is an office of (1961 Vienna Convention, art. 12)',
    'Khóa của cơ quan đại diện mà văn phòng này trực thuộc (Điều 12 Công ước Viên 1961)', NULL),
  ('mission', 'opened', 'When it opened: year, month or day; a final ? or ~ for unsure or about',
    'Thời điểm mở: năm, tháng hoặc ngày; thêm ? nếu chưa chắc, ~ nếu ước chừng', '1995'),
  ('mission', 'closed', 'When it closed: year, month or day; empty: open or not known',
    'Thời điểm đóng cửa: năm, tháng hoặc ngày; để trống: đang mở hoặc chưa rõ', NULL),
  ('mission', 'closing_document', 'Key of the document that decided the closing',
    'Khóa của văn bản quyết định việc đóng cửa', NULL),
  ('mission', 'certainty', 'How sure the entry is: confirmed, single-source or uncertain',
    'Độ tin cậy: confirmed (đã xác nhận), single-source (một nguồn), uncertain (chưa chắc)',
    'confirmed'),
  ('mission', 'wikidata', 'Wikidata item of the mission', 'Mã mục Wikidata của cơ quan đại diện',
    NULL),
  ('mission', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('mission', 'sort_key_en', 'Sort key of the English name, for ORDER BY; computed',
    'Khóa sắp xếp của tên tiếng Anh, dùng cho ORDER BY; tự tính', NULL),
  ('mission', 'sort_key_vi', 'Sort key of the Vietnamese name, for ORDER BY; computed',
    'Khóa sắp xếp của tên tiếng Việt, dùng cho ORDER BY; tự tính', NULL),
  ('mission', 'search_key_en', 'English name without marks, for searching; computed',
    'Tên tiếng Anh bỏ dấu, dùng để tìm kiếm; tự tính', 'embassy of viet nam in the united kingdom'),
  ('mission', 'search_key_vi', 'Vietnamese name without marks and tones, for searching; computed',
    'Tên tiếng Việt bỏ dấu, dùng để tìm kiếm; tự tính', 'dai su quan viet nam tai anh'),
  ('mission', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('mission.seat_is_inferred', '0', 'as recorded', 'theo ghi nhận'),
  ('mission.seat_is_inferred', '1', 'inferred', 'suy ra'),
  ('mission.certainty', 'confirmed', 'confirmed', 'đã xác nhận'),
  ('mission.certainty', 'single-source', 'single source', 'một nguồn'),
  ('mission.certainty', 'uncertain', 'uncertain', 'chưa chắc chắn');

-- Former and other names of a mission, each with the time it was in use where known.
CREATE TABLE mission_name (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name               TEXT NOT NULL
    CHECK (name <> '' AND length(name) <= 500 AND instr(name, char(0)) = 0),
  search_key         TEXT NOT NULL,
  used_from          PARTIAL DATE,
  used_until         PARTIAL DATE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (mission, name)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_name', '', 'Former and other names of a mission, with the time each was in use',
    'Tên cũ và tên khác của cơ quan đại diện, kèm thời gian sử dụng', NULL),
  ('mission_name', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('mission_name', 'name', 'The former or other name', 'Tên cũ hoặc tên khác', NULL),
  ('mission_name', 'search_key', 'The name without marks and tones, for searching; computed',
    'Tên bỏ dấu, dùng để tìm kiếm; tự tính', NULL),
  ('mission_name', 'used_from', 'When it came into use: year, month or day',
    'Bắt đầu sử dụng: năm, tháng hoặc ngày', '1976-07'),
  ('mission_name', 'used_until', 'When it went out of use: year, month or day',
    'Thôi sử dụng: năm, tháng hoặc ngày', NULL),
  ('mission_name', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

CREATE TABLE place (
  key                READABLE KEY,
  name_en            TEXT NOT NULL
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  -- Where it lies today.
  party              TEXT REFERENCES party (key) ON UPDATE CASCADE,
  latitude           REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude          REAL CHECK (longitude BETWEEN -180 AND 180),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number)
) STRICT;

CREATE INDEX place_by_party ON place (party);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('place', '', 'A town or city where missions have their seats',
    'Thành phố, thị xã nơi cơ quan đại diện đặt trụ sở', NULL),
  ('place', 'key', 'Key of the place', 'Khóa của bản ghi', 'bonn'),
  ('place', 'name_en', 'Its name in English', 'Tên tiếng Anh', 'Bonn'),
  ('place', 'name_vi', 'Its name in Vietnamese', 'Tên tiếng Việt', NULL),
  ('place', 'party', 'Key of the party where it lies today',
    'Khóa của bên mà nơi này hiện thuộc về', 'de'),
  ('place', 'latitude', 'Degrees north, WGS 84', 'Vĩ độ bắc, WGS 84', '50.73743'),
  ('place', 'longitude', 'Degrees east, WGS 84', 'Kinh độ đông, WGS 84', '7.098207'),
  ('place', 'note', 'Remark', 'Ghi chú', NULL),
  ('place', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42');

-- The seats of a mission, one after the other or side by side; mission.seat is today's.
CREATE TABLE mission_seat (
  key                READABLE KEY,
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  place              TEXT NOT NULL REFERENCES place (key) ON UPDATE CASCADE,
  since              PARTIAL DATE,
  until              PARTIAL DATE,
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a seat is left after it is taken" CHECK (since_earliest <= until_latest)
) STRICT;

CREATE INDEX mission_seat_by_mission ON mission_seat (mission);
CREATE INDEX mission_seat_by_place ON mission_seat (place);
CREATE INDEX mission_seat_by_document ON mission_seat (document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_seat', '', 'A seat that a mission has or had, with its time',
    'Một trụ sở hiện nay hoặc trước đây của cơ quan đại diện, kèm thời gian', NULL),
  ('mission_seat', 'key', 'Key of the seat', 'Khóa của bản ghi', NULL),
  ('mission_seat', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', NULL),
  ('mission_seat', 'place', 'Key of the place', 'Khóa của địa điểm', 'bonn'),
  ('mission_seat', 'since', 'Since when: year, month or day', 'Từ khi nào: năm, tháng hoặc ngày',
    '1999'),
  ('mission_seat', 'until', 'Until when: year, month or day', 'Đến khi nào: năm, tháng hoặc ngày',
    '1999'),
  ('mission_seat', 'document', 'Key of the document that decided or shows the move',
    'Khóa của văn bản quyết định hoặc cho thấy việc chuyển trụ sở', NULL),
  ('mission_seat', 'note', 'Remark', 'Ghi chú', NULL),
  ('mission_seat', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42');

-- How a mission was until a day: each row is a change of its name, its kind or its receiver, with
-- what was otherwise before. mission has what is today; its seats are in mission_seat.
CREATE TABLE mission_former (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- The first day on which it was otherwise.
  changed            PARTIAL DATE NOT NULL,
  name_en            TEXT
    CHECK (name_en <> '' AND length(name_en) <= 500 AND instr(name_en, char(0)) = 0),
  name_vi            TEXT
    CHECK (name_vi <> '' AND length(name_vi) <= 500 AND instr(name_vi, char(0)) = 0),
  kind               TEXT REFERENCES mission_kind (key) ON UPDATE CASCADE,
  receiver           TEXT REFERENCES party (key) ON UPDATE CASCADE,
  sort_key_en        TEXT,
  sort_key_vi        TEXT,
  search_key_en      TEXT,
  search_key_vi      TEXT,
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (mission, changed),
  CONSTRAINT "a change of a mission is one of its name, its kind or its receiver" CHECK (
    coalesce(name_en, name_vi, kind, receiver) IS NOT NULL
  )
) STRICT, WITHOUT ROWID;

CREATE INDEX mission_former_by_kind ON mission_former (kind);
CREATE INDEX mission_former_by_receiver ON mission_former (receiver);
CREATE INDEX mission_former_by_document ON mission_former (document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_former', '',
    'How a mission was: each row is a change, with what was otherwise before it',
    'Cơ quan đại diện trước đây: mỗi dòng là một lần thay đổi, kèm những gì khác trước đó', NULL),
  ('mission_former', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'fr-paris'),
  ('mission_former', 'changed', 'First day on which it was otherwise: year, month or day',
    'Ngày đầu tiên có thay đổi: năm, tháng hoặc ngày', '1954-07'),
  ('mission_former', 'name_en', 'Name in English until then; empty: the change was not of names',
    'Tên tiếng Anh trước đó; để trống: không đổi tên', NULL),
  ('mission_former', 'name_vi', 'Name in Vietnamese until then; empty: the change was not of names',
    'Tên tiếng Việt trước đó; để trống: không đổi tên', NULL),
  ('mission_former', 'kind', 'Key of its kind until then; empty: the change was not of the kind',
    'Khóa của loại trước đó; để trống: không đổi loại', 'legation'),
  ('mission_former', 'receiver',
    'Key of its receiver until then; empty: the change was not of the receiver',
    'Khóa của bên tiếp nhận trước đó; để trống: không đổi bên tiếp nhận', 'su'),
  ('mission_former', 'sort_key_en', 'Sort key of the English name; computed',
    'Khóa sắp xếp của tên tiếng Anh; tự tính', NULL),
  ('mission_former', 'sort_key_vi', 'Sort key of the Vietnamese name; computed',
    'Khóa sắp xếp của tên tiếng Việt; tự tính', NULL),
  ('mission_former', 'search_key_en', 'English name without marks, for searching; computed',
    'Tên tiếng Anh bỏ dấu, dùng để tìm kiếm; tự tính', NULL),
  ('mission_former', 'search_key_vi', 'Vietnamese name without marks and tones, for searching; computed',
    'Tên tiếng Việt bỏ dấu, dùng để tìm kiếm; tự tính', NULL),
  ('mission_former', 'document', 'Key of the document that decided or shows the change',
    'Khóa của văn bản quyết định hoặc cho thấy việc thay đổi', NULL),
  ('mission_former', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- The times in which a mission was closed, before it was opened again; mission.closed is a closing
-- that lasts.
CREATE TABLE mission_closure (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  closed             PARTIAL DATE NOT NULL,
  reopened           PARTIAL DATE NOT NULL,
  closing_document   TEXT REFERENCES document (key) ON UPDATE CASCADE,
  reopening_document TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (mission, closed),
  CONSTRAINT "a mission is opened again after it closes" CHECK (closed_earliest <= reopened_latest)
) STRICT, WITHOUT ROWID;

CREATE INDEX mission_closure_by_closing ON mission_closure (closing_document);
CREATE INDEX mission_closure_by_reopening ON mission_closure (reopening_document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_closure', '', 'Times in which a mission was closed, before it was opened again',
    'Những thời gian cơ quan đại diện đóng cửa trước khi mở lại', NULL),
  ('mission_closure', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', NULL),
  ('mission_closure', 'closed', 'When it closed: year, month or day',
    'Thời điểm đóng cửa: năm, tháng hoặc ngày', '1975-04-30'),
  ('mission_closure', 'reopened', 'When it was opened again: year, month or day',
    'Thời điểm mở lại: năm, tháng hoặc ngày', '1995-08-05'),
  ('mission_closure', 'closing_document', 'Key of the document that decided the closing',
    'Khóa của văn bản quyết định việc đóng cửa', NULL),
  ('mission_closure', 'reopening_document', 'Key of the document that decided the reopening',
    'Khóa của văn bản quyết định việc mở lại', NULL),
  ('mission_closure', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- Countries that a mission covers beside its own receiver (địa bàn kiêm nhiệm), whoever
-- heads it. The head's own accreditation there is a row of accreditation.
CREATE TABLE mission_coverage (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  receiver           TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  known_on           PARTIAL DATE,
  ended              PARTIAL DATE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (mission, receiver)
) STRICT, WITHOUT ROWID;

CREATE INDEX mission_coverage_by_receiver ON mission_coverage (receiver);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_coverage', '',
    'Countries that a mission covers beside its own receiver, whoever heads it',
    'Địa bàn kiêm nhiệm của cơ quan đại diện, không phụ thuộc ai đứng đầu', NULL),
  ('mission_coverage', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'br-brasilia'),
  ('mission_coverage', 'receiver', 'Key of the party covered',
    'Khóa của nước hoặc tổ chức thuộc địa bàn kiêm nhiệm', 'gy'),
  ('mission_coverage', 'known_on', 'When a source shows the coverage: year, month or day',
    'Thời điểm có nguồn ghi nhận việc kiêm nhiệm: năm, tháng hoặc ngày', '2025-04-16'),
  ('mission_coverage', 'ended', 'When the coverage ended: year, month or day',
    'Thời điểm thôi kiêm nhiệm: năm, tháng hoặc ngày', NULL),
  ('mission_coverage', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL);

-- Vienna Convention on Consular Relations, article 1 (1) (b): the area assigned to a post.
CREATE TABLE consular_district (
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  area               TEXT NOT NULL
    CHECK (area <> '' AND length(area) <= 2000 AND instr(area, char(0)) = 0),
  since              PARTIAL DATE,
  until              PARTIAL DATE,
  instrument         TEXT CHECK (instrument <> ''),

  PRIMARY KEY (mission, area)
) STRICT, WITHOUT ROWID;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('consular_district', '',
    'Areas assigned to consular posts (1963 Vienna Convention, art. 1(1)(b))',
    'Khu vực lãnh sự (điểm b khoản 1 Điều 1 Công ước Viên 1963)', NULL),
  ('consular_district', 'mission', 'Key of the consular post', 'Khóa của cơ quan lãnh sự',
    'us-houston'),
  ('consular_district', 'area', 'The area, in the words of its instrument',
    'Khu vực, ghi theo văn bản xác lập', 'Texas'),
  ('consular_district', 'since', 'Since when: year, month or day',
    'Từ khi nào: năm, tháng hoặc ngày', NULL),
  ('consular_district', 'until', 'Until when: year, month or day',
    'Đến khi nào: năm, tháng hoặc ngày', NULL),
  ('consular_district', 'instrument', 'What set the district, as an exchange of notes',
    'Văn bản xác lập khu vực lãnh sự, ví dụ trao đổi công hàm', 'exchange of notes');

-- The names a mission has in other systems; an old key of ours goes on leading here.
CREATE TABLE mission_identifier (
  scheme             TEXT NOT NULL CHECK (scheme <> ''),
  identifier         TEXT NOT NULL CHECK (identifier <> ''),
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,

  PRIMARY KEY (scheme, identifier)
) STRICT, WITHOUT ROWID;

CREATE INDEX mission_identifier_by_mission ON mission_identifier (mission);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_identifier', '', 'Names of a mission in other systems, and its own former keys',
    'Định danh của cơ quan đại diện trong hệ thống khác, và khóa cũ của chính nó', NULL),
  ('mission_identifier', 'scheme', 'System that the identifier belongs to',
    'Hệ thống cấp định danh', 'pocom'),
  ('mission_identifier', 'identifier', 'The identifier in that system',
    'Định danh trong hệ thống đó', 'united-kingdom'),
  ('mission_identifier', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london');

-- What is to be said between the heads of a mission: relations severed, an embassy moved. Its
-- place in the succession is its date.
CREATE TABLE mission_note (
  key                READABLE KEY,
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE ON DELETE CASCADE,
  -- The posting that it stands behind; empty: before the first.
  follows            TEXT REFERENCES posting (key) ON UPDATE CASCADE ON DELETE SET NULL,
  text               TEXT NOT NULL CHECK (text <> ''),
  entered_in         INTEGER REFERENCES change (number)
) STRICT;

CREATE INDEX mission_note_by_mission ON mission_note (mission);
CREATE INDEX mission_note_by_follows ON mission_note (follows);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('mission_note', '', 'What is to be said between two heads of a mission',
    'Điều cần ghi giữa hai người đứng đầu của một cơ quan đại diện', NULL),
  ('mission_note', 'key', 'Key of the note', 'Khóa của bản ghi', NULL),
  ('mission_note', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', NULL),
  ('mission_note', 'follows',
    'Key of the posting that the note stands behind; empty: before the first',
    'Khóa của lần bổ nhiệm đứng ngay trước ghi chú; để trống: trước lần đầu tiên', NULL),
  ('mission_note', 'text', 'The note', 'Nội dung ghi chú', NULL),
  ('mission_note', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42');
