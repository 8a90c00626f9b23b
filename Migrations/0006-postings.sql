-- Who was sent where, accredited to whom, from when to when, and by which paper.

CREATE TABLE end_reason (
  key                READABLE KEY,
  name_en            TEXT NOT NULL CHECK (name_en <> ''),
  name_vi            TEXT NOT NULL CHECK (name_vi <> '')
) STRICT;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('end_reason', '', 'Reasons for which a posting ends',
    'Lý do kết thúc công tác tại cơ quan đại diện', NULL),
  ('end_reason', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'recalled'),
  ('end_reason', 'name_en', 'Name in English', 'Tên tiếng Anh', 'Recalled'),
  ('end_reason', 'name_vi', 'Name in Vietnamese', 'Tên tiếng Việt', 'Triệu hồi');

INSERT INTO end_reason (key, name_en, name_vi) VALUES
  ('class-changed', 'class of head changed', 'thay đổi cấp người đứng đầu'),
  ('died', 'died', 'từ trần'),
  ('dismissed', 'dismissed', 'miễn nhiệm'),
  ('mission-closed', 'mission closed', 'cơ quan đại diện chấm dứt hoạt động'),
  (
    'persona-non-grata', 'declared persona non grata',
    'bị tuyên bố là người không được hoan nghênh'
  ),
  ('recalled', 'recalled', 'triệu hồi'),
  ('relations-broken', 'diplomatic relations broken off', 'cắt đứt quan hệ ngoại giao'),
  ('resigned', 'resigned', 'từ chức'),
  ('retired', 'retired', 'nghỉ hưu'),
  ('term-complete', 'term completed', 'hết nhiệm kỳ'),
  ('transferred', 'transferred', 'chuyển công tác');

CREATE TABLE document (
  key                READABLE KEY,
  number             TEXT CHECK (number <> ''),
  kind               TEXT CHECK (kind <> ''),
  issuer             TEXT CHECK (issuer <> ''),
  dated              PARTIAL DATE,
  subject            TEXT CHECK (subject <> ''),
  supersedes         TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  CONSTRAINT "a document has a number or a subject" CHECK (coalesce(number, subject) IS NOT NULL),
  CONSTRAINT "a document does not supersede itself" CHECK (supersedes <> key)
) STRICT;

CREATE INDEX document_by_number ON document (number);
CREATE INDEX document_by_supersedes ON document (supersedes);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('document', '', 'Decisions, resolutions, conclusions, submissions and other papers',
    'Quyết định, nghị quyết, kết luận, tờ trình và văn bản khác', NULL),
  ('document', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', '57-kl-tw'),
  ('document', 'number', 'Number and symbol, as printed', 'Số và ký hiệu, ghi như trên văn bản',
    '57-KL/TW'),
  ('document', 'kind', 'Kind of document', 'Loại văn bản', 'Kết luận'),
  ('document', 'issuer', 'Who issued it', 'Cơ quan ban hành', 'Bộ Chính trị'),
  ('document', 'dated', 'Date of the document: year, month or day',
    'Ngày ban hành: năm, tháng hoặc ngày', '2023-06-15'),
  ('document', 'subject', 'What it is about', 'Trích yếu nội dung',
    'công tác thông tin đối ngoại trong tình hình mới'),
  ('document', 'supersedes', 'Key of the document that it replaces', 'Khóa của văn bản bị thay thế',
    '16-kl-tw'),
  ('document', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('document', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

CREATE TABLE posting (
  key                READABLE KEY,
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE,
  mission            TEXT NOT NULL REFERENCES mission (key) ON UPDATE CASCADE,
  title              TEXT NOT NULL REFERENCES title (key) ON UPDATE CASCADE,
  function           TEXT NOT NULL DEFAULT 'head' CHECK (function IN ('head', 'acting')),
  -- Vienna Convention on Diplomatic Relations, article 19 (1); on Consular Relations, 15 (1).
  acting_reason      TEXT CHECK (acting_reason IN ('vacancy', 'absence', 'incapacity')),
  -- Set for someone who was named and does not, or not yet, serve; never in office.
  nomination         TEXT CHECK (
    nomination IN (
      'pending', 'declined', 'withdrawn', 'refused', 'not-confirmed', 'died', 'did-not-serve'
    )
  ),
  term               TEXT REFERENCES term (key) ON UPDATE CASCADE,
  batch              TEXT REFERENCES term_batch (key) ON UPDATE CASCADE,
  term_is_inferred   INTEGER NOT NULL DEFAULT 0 CHECK (term_is_inferred IN (0, 1)),
  planned_end        PARTIAL DATE,
  ended              PARTIAL DATE,
  -- Why there is no end date, where it is not that the head still serves. Whoever left on a day that
  -- nobody recorded had left when that was entered: ended then holds the bound alone, [..2026-01-15].
  end_mark           TEXT CHECK (end_mark IN ('unknown', 'point')),
  end_reason         TEXT REFERENCES end_reason (key) ON UPDATE CASCADE,
  end_note           TEXT CHECK (end_note <> ''),
  certainty          TEXT NOT NULL DEFAULT 'confirmed'
    CHECK (certainty IN ('confirmed', 'single-source', 'uncertain')),
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  UNIQUE (key, mission),
  CONSTRAINT "only an acting head has a reason for acting" CHECK (
    acting_reason IS NULL OR function = 'acting'
  ),
  CONSTRAINT "an end is a date or a mark, not both" CHECK (
    ended IS NULL OR end_mark IS NULL OR end_mark = 'unknown' AND ended_earliest IS NULL
  ),
  CONSTRAINT "a nominee who never served has no end of service" CHECK (
    nomination IS NULL OR (ended IS NULL AND end_mark IS NULL)
  ),
  CONSTRAINT "a batch belongs to a term" CHECK (batch IS NULL OR term IS NOT NULL)
) STRICT;

CREATE INDEX posting_by_person ON posting (person, mission);
CREATE INDEX posting_by_mission ON posting (mission);
CREATE INDEX posting_by_term ON posting (term);
CREATE INDEX posting_by_batch ON posting (batch);
CREATE INDEX posting_by_ended ON posting (ended_latest, ended_earliest)
  WHERE ended IS NOT NULL AND end_mark IS NULL;
-- Heads without an end of any sort: the few that "who is there now" looks at.
CREATE INDEX posting_open ON posting (mission, key, person)
  WHERE function = 'head' AND nomination IS NULL AND ended IS NULL AND end_mark IS NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('posting', '', 'A person named to a mission as head or acting head, once',
    'Mỗi dòng là một lần cử một người đứng đầu, hoặc tạm thời đứng đầu, một cơ quan đại diện',
    NULL),
  ('posting', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'gb-london-do-minh-hung'),
  ('posting', 'person', 'Key of the person', 'Khóa của cá nhân', 'do-minh-hung'),
  ('posting', 'mission', 'Key of the mission', 'Khóa của cơ quan đại diện', 'gb-london'),
  ('posting', 'title', 'Key of the title', 'Khóa của chức danh', 'ambassador'),
  ('posting', 'function',
    'head, or acting, as a chargé d''affaires ad interim (Law 33/2009/QH12, art. 19, 22)',
    'Vai trò: head (người đứng đầu), acting (tạm thời đứng đầu, như đại biện lâm thời); Điều 19, 22 Luật số 33/2009/QH12',
    'head'),
  ('posting', 'acting_reason',
    'Why one acts: vacancy, absence or incapacity (1961 Vienna Convention, art. 19; 1963 Vienna Convention, art. 15)',
    'Lý do: vacancy (khuyết), absence (vắng mặt), incapacity (không thể làm việc); Công ước Viên 1961 (Điều 19), 1963 (Điều 15)',
    'absence'),
  ('posting', 'nomination',
    'For one who never served, or not yet: pending, declined, withdrawn, refused, not-confirmed, died',
    'Chưa hoặc không nhậm chức: pending (chờ), declined (khước từ), withdrawn (rút), refused (bị từ chối), not-confirmed (không phê chuẩn), died (mất)',
    'pending'),
  ('posting', 'term', 'Key of the term', 'Khóa của nhiệm kỳ', '2024-2027'),
  ('posting', 'batch', 'Key of the batch of the term', 'Khóa của đợt thuộc nhiệm kỳ',
    '2024-2027-2'),
  ('posting', 'term_is_inferred', '1 where the term is inferred and no source states it; else 0',
    '1 nếu nhiệm kỳ là suy ra, không nguồn nào ghi; nếu không thì 0', '0'),
  ('posting', 'planned_end',
    'Planned end as now extended: year, month or day; a plan, never a stop',
    'Dự kiến kết thúc, đã tính điều chỉnh: năm, tháng hoặc ngày; không phải thời hạn cứng',
    '2027-07'),
  ('posting', 'ended', 'When the person left: year, month or day; of an unknown day the bound at entry, [..2026-01-15]',
    'Thời điểm thôi nhiệm vụ: năm, tháng, ngày; nếu không rõ ngày thì là giới hạn lúc ghi, [..2026-01-15]', '2023-11'),
  ('posting', 'end_mark',
    'Why no end date: unknown (ended, day not known), point (one recorded day); empty: serving or not recorded',
    'Vì sao thiếu ngày kết thúc: unknown (không rõ ngày), point (chỉ một ngày); trống: tại nhiệm hoặc chưa ghi',
    'unknown'),
  ('posting', 'end_reason', 'Key of the reason for the end', 'Khóa của lý do kết thúc', 'recalled'),
  ('posting', 'end_note', 'Remarks on the end', 'Ghi chú về việc kết thúc', NULL),
  ('posting', 'certainty', 'How sure the entry is: confirmed, single-source or uncertain',
    'Độ tin cậy: confirmed (đã xác nhận), single-source (một nguồn), uncertain (chưa chắc)',
    'confirmed'),
  ('posting', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('posting', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('posting.function', 'head', 'head', 'người đứng đầu'),
  ('posting.function', 'acting', 'acting head', 'người tạm thời đứng đầu'),
  ('posting.acting_reason', 'vacancy', 'post vacant', 'khuyết người đứng đầu'),
  ('posting.acting_reason', 'absence', 'head absent', 'người đứng đầu vắng mặt'),
  ('posting.acting_reason', 'incapacity', 'head unable to act',
    'người đứng đầu không thể thực hiện nhiệm vụ'),
  ('posting.nomination', 'pending', 'pending', 'chờ bổ nhiệm'),
  ('posting.nomination', 'declined', 'declined by the nominee', 'người được đề cử từ chối'),
  ('posting.nomination', 'withdrawn', 'withdrawn', 'đã rút đề cử'),
  ('posting.nomination', 'refused', 'refused by the receiver', 'bên tiếp nhận không chấp thuận'),
  ('posting.nomination', 'not-confirmed', 'not confirmed', 'không được phê chuẩn'),
  ('posting.nomination', 'died', 'died before taking office', 'từ trần trước khi nhậm chức'),
  ('posting.nomination', 'did-not-serve', 'named, but did not serve',
    'được cử nhưng không nhậm chức'),
  ('posting.term_is_inferred', '0', 'as recorded', 'theo ghi nhận'),
  ('posting.term_is_inferred', '1', 'inferred', 'suy ra'),
  ('posting.end_mark', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('posting.end_mark', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('posting.certainty', 'confirmed', 'confirmed', 'đã xác nhận'),
  ('posting.certainty', 'single-source', 'single source', 'một nguồn'),
  ('posting.certainty', 'uncertain', 'uncertain', 'chưa chắc chắn');

-- A posting towards one receiver. mission repeats the posting's, held equal by the foreign
-- key, so that one index finds who headed a mission on a day.
CREATE TABLE accreditation (
  key                READABLE KEY,
  posting            TEXT NOT NULL,
  mission            TEXT NOT NULL,
  receiver           TEXT NOT NULL REFERENCES party (key) ON UPDATE CASCADE,
  is_resident        INTEGER NOT NULL CHECK (is_resident IN (0, 1)),
  title              TEXT REFERENCES title (key) ON UPDATE CASCADE,
  vienna_class       INTEGER CHECK (vienna_class IN (1, 2, 3)),
  -- The receiver's practice when this accreditation began; practice changes with time.
  functions_begin    TEXT NOT NULL DEFAULT 'credentials'
    CHECK (functions_begin IN ('credentials', 'copy', 'appointment')),

  agrement_requested PARTIAL DATE,
  agrement_requested_note TEXT CHECK (agrement_requested_note <> ''),
  agrement_given     PARTIAL DATE,
  agrement_given_note TEXT CHECK (agrement_given_note <> ''),
  appointed          PARTIAL DATE,
  appointed_note     TEXT CHECK (appointed_note <> ''),
  handed_over        PARTIAL DATE,
  handed_over_note   TEXT CHECK (handed_over_note <> ''),
  arrived            PARTIAL DATE,
  arrived_time       TEXT CHECK (arrived_time IS strftime('%H:%M', arrived_time)),
  arrived_note       TEXT CHECK (arrived_note <> ''),
  -- An office taken up without credentials, as a chargé d'affaires ad interim does: article 19.
  took_charge        PARTIAL DATE,
  took_charge_note   TEXT CHECK (took_charge_note <> ''),
  copy_presented     PARTIAL DATE,
  copy_presented_time TEXT
    CHECK (copy_presented_time IS strftime('%H:%M', copy_presented_time)),
  copy_presented_note TEXT CHECK (copy_presented_note <> ''),
  credentials        PARTIAL DATE,
  credentials_time   TEXT CHECK (credentials_time IS strftime('%H:%M', credentials_time)),
  credentials_note   TEXT CHECK (credentials_note <> ''),
  commission_presented PARTIAL DATE,
  commission_presented_note TEXT CHECK (commission_presented_note <> ''),
  provisionally_admitted PARTIAL DATE,
  provisionally_admitted_note TEXT CHECK (provisionally_admitted_note <> ''),
  exequatur          PARTIAL DATE,
  exequatur_note     TEXT CHECK (exequatur_note <> ''),
  recall_presented   PARTIAL DATE,
  recall_presented_note TEXT CHECK (recall_presented_note <> ''),
  ended              PARTIAL DATE,
  ended_note         TEXT CHECK (ended_note <> ''),

  -- Days on which a source shows the person in office, where no begin or end is known:
  -- "in office by" and "still in office on".
  in_office_by       PARTIAL DATE,
  in_office_on       PARTIAL DATE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  -- Functions begin with the credentials (or the true copy, or admission to a consular post),
  -- else with taking charge, else with arrival. A decision begins nothing, but at an organisation
  -- that takes no letters. Vienna Convention on Diplomatic Relations, article 13 (1); on Consular
  -- Relations, articles 12 and 13.
  --
  -- Stored: every view of a day asks for these, and each question would carry their text in full.
  began_by           TEXT AS (
    CASE
      WHEN functions_begin = 'copy' AND copy_presented IS NOT NULL THEN 'copy_presented'
      WHEN functions_begin = 'appointment' AND appointed IS NOT NULL THEN 'appointed'
      WHEN credentials IS NOT NULL THEN 'credentials'
      WHEN provisionally_admitted IS NOT NULL AND (
        exequatur IS NULL OR ifnull(provisionally_admitted_earliest <= exequatur_earliest, 1)
      ) THEN 'provisionally_admitted'
      WHEN exequatur IS NOT NULL THEN 'exequatur'
      WHEN took_charge IS NOT NULL THEN 'took_charge'
      WHEN arrived IS NOT NULL THEN 'arrived'
    END
  ) STORED,
  began              TEXT AS (
    CASE began_by
      WHEN 'copy_presented' THEN copy_presented
      WHEN 'credentials' THEN credentials
      WHEN 'provisionally_admitted' THEN provisionally_admitted
      WHEN 'exequatur' THEN exequatur
      WHEN 'took_charge' THEN took_charge
      WHEN 'arrived' THEN arrived
      WHEN 'appointed' THEN appointed
    END
  ) STORED,
  began_earliest     TEXT AS (
    CASE began_by
      WHEN 'copy_presented' THEN copy_presented_earliest
      WHEN 'credentials' THEN credentials_earliest
      WHEN 'provisionally_admitted' THEN provisionally_admitted_earliest
      WHEN 'exequatur' THEN exequatur_earliest
      WHEN 'took_charge' THEN took_charge_earliest
      WHEN 'arrived' THEN arrived_earliest
      WHEN 'appointed' THEN appointed_earliest
    END
  ) STORED,
  began_latest       TEXT AS (
    CASE began_by
      WHEN 'copy_presented' THEN copy_presented_latest
      WHEN 'credentials' THEN credentials_latest
      WHEN 'provisionally_admitted' THEN provisionally_admitted_latest
      WHEN 'exequatur' THEN exequatur_latest
      WHEN 'took_charge' THEN took_charge_latest
      WHEN 'arrived' THEN arrived_latest
      WHEN 'appointed' THEN appointed_latest
    END
  ) STORED,

  FOREIGN KEY (posting, mission) REFERENCES posting (key, mission)
    ON UPDATE CASCADE ON DELETE CASCADE,
  UNIQUE (posting, receiver),
  CONSTRAINT "functions end after they begin" CHECK (began_earliest <= ended_latest),
  -- Article 13: arrival, then the true copy, then the credentials.
  CONSTRAINT "the copy of the credentials is presented after arrival" CHECK (
    arrived_earliest <= copy_presented_latest
  ),
  CONSTRAINT "credentials are presented after arrival" CHECK (
    arrived_earliest <= credentials_latest
  ),
  CONSTRAINT "credentials are presented after their copy" CHECK (
    copy_presented_earliest <= credentials_latest
  )
) STRICT;

CREATE UNIQUE INDEX accreditation_one_resident ON accreditation (posting) WHERE is_resident;
CREATE INDEX accreditation_by_receiver ON accreditation (receiver);

-- What happened from a day on: of all that was ever recorded, mostly little.
CREATE INDEX accreditation_by_appointed ON accreditation (appointed_latest, appointed_earliest)
  WHERE appointed IS NOT NULL;
CREATE INDEX accreditation_by_handed_over ON accreditation (handed_over_latest, handed_over_earliest)
  WHERE handed_over IS NOT NULL;
CREATE INDEX accreditation_by_arrived ON accreditation (arrived_latest, arrived_earliest)
  WHERE arrived IS NOT NULL;
CREATE INDEX accreditation_by_took_charge ON accreditation (took_charge_latest, took_charge_earliest)
  WHERE took_charge IS NOT NULL;
CREATE INDEX accreditation_by_copy_presented ON accreditation (copy_presented_latest, copy_presented_earliest)
  WHERE copy_presented IS NOT NULL;
CREATE INDEX accreditation_by_credentials ON accreditation (credentials_latest, credentials_earliest)
  WHERE credentials IS NOT NULL;
CREATE INDEX accreditation_by_provisionally_admitted ON accreditation (provisionally_admitted_latest, provisionally_admitted_earliest)
  WHERE provisionally_admitted IS NOT NULL;
CREATE INDEX accreditation_by_exequatur ON accreditation (exequatur_latest, exequatur_earliest)
  WHERE exequatur IS NOT NULL;
CREATE INDEX accreditation_by_recall_presented ON accreditation (recall_presented_latest, recall_presented_earliest)
  WHERE recall_presented IS NOT NULL;
CREATE INDEX accreditation_by_ended ON accreditation (ended_latest, ended_earliest)
  WHERE ended IS NOT NULL;

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('accreditation', '',
    'A posting towards one receiver: resident or concurrent, with its milestones',
    'Việc ủy nhiệm bên cạnh một bên tiếp nhận, thường trú hoặc kiêm nhiệm, cùng các mốc thời gian',
    NULL),
  ('accreditation', 'key', 'Key: lower-case letters, digits and hyphens',
    'Khóa: chữ thường không dấu, chữ số và dấu gạch nối', 'gb-london-do-minh-hung-gb'),
  ('accreditation', 'posting', 'Key of the posting', 'Khóa của lần cử', 'gb-london-do-minh-hung'),
  ('accreditation', 'mission', 'Key of the mission, always that of the posting',
    'Khóa của cơ quan đại diện, luôn trùng với lần cử', 'gb-london'),
  ('accreditation', 'receiver', 'Key of the party that receives the head', 'Khóa của bên tiếp nhận',
    'gb'),
  ('accreditation', 'is_resident',
    '1 where the head resides, 0 for a concurrent one (1961 Vienna Convention, art. 5)',
    '1 nếu thường trú, 0 nếu kiêm nhiệm (Điều 5 Công ước Viên 1961)', '1'),
  ('accreditation', 'title', 'Key of the title there, where it is not that of the posting',
    'Khóa của chức danh tại đó, nếu khác chức danh của lần cử', NULL),
  ('accreditation', 'vienna_class',
    'Class agreed for the head (1961 Vienna Convention, art. 14-15), where not that of the title: 1, 2, 3',
    'Cấp hai bên thỏa thuận, nếu khác chức danh: 1, 2, 3 (Điều 14, 15 Công ước Viên 1961)', '1'),
  ('accreditation', 'functions_begin',
    'What began functions there then: credentials, copy (1961 Vienna Convention, art. 13(1)) or appointment',
    'Thông lệ lúc đó: credentials (thư ủy nhiệm), copy (bản sao; Điều 13 Công ước Viên 1961), appointment (bổ nhiệm)',
    'credentials'),
  ('accreditation', 'agrement_requested',
    'Agrément requested (1961 Vienna Convention, art. 4): year, month or day',
    'Thời điểm xin chấp thuận (agrément), Điều 4 Công ước Viên 1961: năm, tháng hoặc ngày', NULL),
  ('accreditation', 'agrement_requested_note', 'Remarks on the request for agrément',
    'Ghi chú về việc xin chấp thuận', NULL),
  ('accreditation', 'agrement_given', 'Agrément given by the receiving state: year, month or day',
    'Thời điểm nước tiếp nhận trả lời chấp thuận (agrément): năm, tháng hoặc ngày', NULL),
  ('accreditation', 'agrement_given_note', 'Remarks on the agrément', 'Ghi chú về việc chấp thuận',
    NULL),
  ('accreditation', 'appointed', 'Appointed, as the decision is dated: year, month or day',
    'Thời điểm bổ nhiệm, theo ngày ký quyết định: năm, tháng hoặc ngày', '2024-01'),
  ('accreditation', 'appointed_note', 'Remarks on the appointment', 'Ghi chú về việc bổ nhiệm',
    NULL),
  ('accreditation', 'handed_over', 'Decision handed over: year, month or day',
    'Thời điểm trao quyết định: năm, tháng hoặc ngày', '2024-01-09'),
  ('accreditation', 'handed_over_note', 'Remarks on the handing over of the decision',
    'Ghi chú về việc trao quyết định', NULL),
  ('accreditation', 'arrived',
    'Arrived at the post: year, month or day; a final ? or ~ for unsure or about',
    'Đến nhận nhiệm vụ: năm, tháng hoặc ngày; thêm ? nếu chưa chắc, ~ nếu ước chừng', '2024-07'),
  ('accreditation', 'arrived_time',
    'Time of arrival, HH:MM, local (orders credentials: 1961 Vienna Convention, art. 13(2))',
    'Giờ đến, HH:MM, giờ địa phương (để xếp thứ tự trình thư: khoản 2 Điều 13 Công ước Viên 1961)',
    '09:30'),
  ('accreditation', 'arrived_note', 'Remarks on the arrival', 'Ghi chú về việc đến nhận nhiệm vụ',
    NULL),
  ('accreditation', 'took_charge',
    'Day of taking charge without credentials, as a chargé d''affaires ad interim does',
    'Ngày tiếp nhận chức trách không qua thư ủy nhiệm, như Đại biện lâm thời', '1999'),
  ('accreditation', 'took_charge_note', 'Remark on taking charge',
    'Ghi chú về việc tiếp nhận chức trách', NULL),
  ('accreditation', 'copy_presented',
    'True copy of the credentials presented (1961 Vienna Convention, art. 13(1)): year, month or day',
    'Trình bản sao thư ủy nhiệm (khoản 1 Điều 13 Công ước Viên 1961): năm, tháng hoặc ngày',
    '2023-11'),
  ('accreditation', 'copy_presented_time',
    'Time at which the true copy was presented, HH:MM, local (1961 Vienna Convention, art. 16(1))',
    'Giờ trình bản sao thư ủy nhiệm, HH:MM, giờ địa phương (khoản 1 Điều 16 Công ước Viên 1961)',
    '11:00'),
  ('accreditation', 'copy_presented_note', 'Remarks on the true copy',
    'Ghi chú về việc trình bản sao thư ủy nhiệm', NULL),
  ('accreditation', 'credentials',
    'Credentials presented (1961 Vienna Convention, art. 13(1)): year, month or day',
    'Trình thư ủy nhiệm, quốc thư (khoản 1 Điều 13 Công ước Viên 1961): năm, tháng hoặc ngày',
    '2025-02-20'),
  ('accreditation', 'credentials_time',
    'Time at which credentials were presented, HH:MM, local (1961 Vienna Convention, art. 16(1))',
    'Giờ trình thư ủy nhiệm, HH:MM, giờ địa phương (khoản 1 Điều 16 Công ước Viên 1961)', '10:30'),
  ('accreditation', 'credentials_note',
    'Remarks on the credentials, as to whom they were presented',
    'Ghi chú về việc trình thư ủy nhiệm, ví dụ trình lên ai', 'King Charles III'),
  ('accreditation', 'commission_presented',
    'Consular commission presented (1963 Vienna Convention, art. 16(3)): year, month or day',
    'Trình giấy ủy nhiệm lãnh sự (khoản 3 Điều 16 Công ước Viên 1963): năm, tháng hoặc ngày', NULL),
  ('accreditation', 'commission_presented_note', 'Remarks on the consular commission',
    'Ghi chú về giấy ủy nhiệm lãnh sự', NULL),
  ('accreditation', 'provisionally_admitted',
    'Admitted provisionally to consular functions (1963 Vienna Convention, art. 13): year, month or day',
    'Được tạm thời thực hiện chức năng lãnh sự (Điều 13 Công ước Viên 1963): năm, tháng hoặc ngày',
    NULL),
  ('accreditation', 'provisionally_admitted_note', 'Remarks on the provisional admission',
    'Ghi chú về việc tạm thời chấp nhận', NULL),
  ('accreditation', 'exequatur',
    'Exequatur granted (1963 Vienna Convention, art. 12): year, month or day',
    'Được cấp giấy chấp nhận lãnh sự (Điều 12 Công ước Viên 1963): năm, tháng hoặc ngày', NULL),
  ('accreditation', 'exequatur_note', 'Remarks on the exequatur',
    'Ghi chú về giấy chấp nhận lãnh sự', NULL),
  ('accreditation', 'recall_presented', 'Letter of recall presented: year, month or day',
    'Trình thư triệu hồi: năm, tháng hoặc ngày', NULL),
  ('accreditation', 'recall_presented_note', 'Remarks on the letter of recall',
    'Ghi chú về thư triệu hồi', NULL),
  ('accreditation', 'ended',
    'Functions towards this receiver ended: year, month or day; empty: as the posting',
    'Thôi nhiệm vụ tại bên tiếp nhận này: năm, tháng hoặc ngày; để trống: theo lần cử', '2023-11'),
  ('accreditation', 'ended_note', 'Remarks on the end', 'Ghi chú về việc thôi nhiệm vụ', NULL),
  ('accreditation', 'in_office_by',
    'Earliest known in office, where the begin is not known: year, month or day',
    'Thời điểm sớm nhất có nguồn cho thấy đã tại nhiệm, khi chưa rõ ngày bắt đầu: năm, tháng hoặc ngày',
    '2024-10-09'),
  ('accreditation', 'in_office_on',
    'Latest known in office, where the end is not known: year, month or day',
    'Thời điểm muộn nhất có nguồn cho thấy còn tại nhiệm, khi chưa rõ ngày kết thúc: năm, tháng hoặc ngày',
    '2025-01-02'),
  ('accreditation', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('accreditation', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42'),
  ('accreditation', 'began_by',
    'Milestone by which functions began: the name of its column (1961 Vienna Convention, art. 13)',
    'Mốc được coi là nhậm chức: tên của cột tương ứng (Điều 13 Công ước Viên 1961)', 'credentials'),
  ('accreditation', 'began', 'When functions began, by began_by; empty where no act is recorded',
    'Thời điểm nhậm chức, theo began_by; để trống nếu chưa ghi mốc nào', '2025-02-20'),
  ('accreditation', 'began_earliest',
    'Earliest day that began can mean, YYYY-MM-DD; empty: not known',
    'Ngày sớm nhất mà began có thể chỉ, YYYY-MM-DD; để trống: không rõ', '2025-02-20'),
  ('accreditation', 'began_latest', 'Latest day that began can mean, YYYY-MM-DD',
    'Ngày muộn nhất mà began có thể chỉ, YYYY-MM-DD', '2025-02-20');

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('accreditation.is_resident', '0', 'concurrent', 'kiêm nhiệm'),
  ('accreditation.is_resident', '1', 'resident', 'thường trú'),
  ('accreditation.vienna_class', '1', 'class 1: ambassadors', 'cấp 1: đại sứ'),
  ('accreditation.vienna_class', '2', 'class 2: envoys', 'cấp 2: công sứ'),
  ('accreditation.vienna_class', '3', 'class 3: chargés d''affaires', 'cấp 3: đại biện'),
  ('accreditation.functions_begin', 'credentials', 'on presenting credentials',
    'khi trình thư ủy nhiệm'),
  ('accreditation.functions_begin', 'copy', 'on presenting the true copy',
    'khi trình bản sao thư ủy nhiệm'),
  ('accreditation.functions_begin', 'appointment', 'on appointment', 'khi được bổ nhiệm');

-- Hard rules that need two tables. Everything that is odd but occurs in real history is a
-- finding, not a refusal.
CREATE TRIGGER posting_ends_after_it_begins AFTER UPDATE OF ended ON posting
WHEN new.ended IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a posting ends after it begins')
  FROM accreditation
  WHERE posting = new.key AND is_resident AND began_earliest > new.ended_latest;
END;

CREATE TRIGGER accreditation_begins_before_its_posting_ends AFTER INSERT ON accreditation
BEGIN
  SELECT raise(ABORT, 'a posting ends after it begins')
  FROM posting
  WHERE key = new.posting AND new.is_resident AND new.began_earliest > ended_latest;
END;

CREATE TRIGGER accreditation_still_begins_before_its_posting_ends AFTER UPDATE ON accreditation
BEGIN
  SELECT raise(ABORT, 'a posting ends after it begins')
  FROM posting
  WHERE key = new.posting AND new.is_resident AND new.began_earliest > ended_latest;
END;

CREATE TRIGGER posting_batch_is_of_its_term AFTER INSERT ON posting
WHEN new.batch IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a batch belongs to the term of its postings')
  FROM term_batch WHERE key = new.batch AND term <> new.term;
END;

CREATE TRIGGER posting_batch_is_still_of_its_term AFTER UPDATE OF term, batch ON posting
WHEN new.batch IS NOT NULL
BEGIN
  SELECT raise(ABORT, 'a batch belongs to the term of its postings')
  FROM term_batch WHERE key = new.batch AND term <> new.term;
END;

-- An extension or a shortening of a posting: a dated act with its authority (điều chỉnh
-- nhiệm kỳ). The trigger below keeps posting.planned_end at the latest of them.
CREATE TABLE extension (
  posting            TEXT NOT NULL REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  number             INTEGER NOT NULL CONSTRAINT "number is from 1 to 1000000"
    CHECK (number BETWEEN 1 AND 1000000),
  decided            PARTIAL DATE,
  previous_end       PARTIAL DATE,
  planned_end        PARTIAL DATE NOT NULL,
  document           TEXT REFERENCES document (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number),

  PRIMARY KEY (posting, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX extension_by_document ON extension (document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('extension', '', 'Extensions and shortenings of a posting, each a dated act',
    'Các lần gia hạn hoặc rút ngắn nhiệm kỳ của một lần cử, có ngày và căn cứ', NULL),
  ('extension', 'posting', 'Key of the posting', 'Khóa của lần cử', 'cu-havana-le-thanh-tung'),
  ('extension', 'number', 'Number of the extension of this posting, from 1',
    'Số thứ tự của lần điều chỉnh, bắt đầu từ 1', '1'),
  ('extension', 'decided', 'When it was decided: year, month or day',
    'Thời điểm quyết định: năm, tháng hoặc ngày', NULL),
  ('extension', 'previous_end', 'Planned end before it: year, month or day',
    'Dự kiến kết thúc trước khi điều chỉnh: năm, tháng hoặc ngày', '2023-07'),
  ('extension', 'planned_end', 'Planned end after it: year, month or day',
    'Dự kiến kết thúc sau khi điều chỉnh: năm, tháng hoặc ngày', '2023-11'),
  ('extension', 'document', 'Key of the document that decides it', 'Khóa của văn bản quyết định',
    NULL),
  ('extension', 'note', 'Remarks in free text', 'Ghi chú tự do', NULL),
  ('extension', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã nhập dòng này', '42');

CREATE TRIGGER extension_moves_planned_end AFTER INSERT ON extension
WHEN NOT EXISTS (
  SELECT 1 FROM open_change JOIN change USING (number)
  WHERE change.undoes IS NOT NULL OR change.merged_from IS NOT NULL
)
BEGIN
  UPDATE posting SET planned_end = new.planned_end WHERE key = new.posting;
END;

-- What a document does for a posting.
CREATE TABLE posting_document (
  posting            TEXT NOT NULL REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  document           TEXT NOT NULL REFERENCES document (key) ON UPDATE CASCADE,
  effect             TEXT NOT NULL
    CHECK (effect IN ('proposes', 'approves', 'appoints', 'extends', 'ends', 'orders')),
  -- SQLite 3.40 takes the shadow of a table that is all key for damaged: each has one more column.
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (posting, document, effect)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_document_by_document ON posting_document (document);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('posting_document', '', 'What a document does for a posting (Law 33/2009/QH12, art. 20)',
    'Văn bản nào có tác dụng gì đối với một lần cử (Điều 20 Luật số 33/2009/QH12)', NULL),
  ('posting_document', 'posting', 'Key of the posting', 'Khóa của lần cử',
    'gb-london-do-minh-hung'),
  ('posting_document', 'document', 'Key of the document', 'Khóa của văn bản', NULL),
  ('posting_document', 'effect',
    'What it does: proposes, approves, appoints, extends, ends or orders',
    'Tác dụng: proposes (đề nghị), approves (phê chuẩn), appoints (bổ nhiệm), extends (gia hạn), ends (kết thúc), orders (chỉ đạo)',
    'appoints'),
  ('posting_document', 'note', 'Remark', 'Ghi chú', NULL);

INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('posting_document.effect', 'proposes', 'proposes', 'đề nghị'),
  ('posting_document.effect', 'approves', 'approves', 'phê chuẩn'),
  ('posting_document.effect', 'appoints', 'appoints', 'bổ nhiệm'),
  ('posting_document.effect', 'extends', 'extends', 'kéo dài nhiệm kỳ'),
  ('posting_document.effect', 'ends', 'ends', 'kết thúc nhiệm kỳ'),
  ('posting_document.effect', 'orders', 'gives orders', 'giao nhiệm vụ');

-- Postings that one person holds together, and the place from which: Vienna Convention on
-- Diplomatic Relations, articles 5 and 6. Where one posting carries several accreditations no
-- such row is needed.
CREATE TABLE concurrent_appointment (
  key                READABLE KEY,
  person             TEXT NOT NULL REFERENCES person (key) ON UPDATE CASCADE ON DELETE CASCADE,
  place              TEXT REFERENCES place (key) ON UPDATE CASCADE,
  -- Where the place lay at the time.
  party              TEXT REFERENCES party (key) ON UPDATE CASCADE,
  note               TEXT CHECK (note <> ''),
  entered_in         INTEGER REFERENCES change (number)
) STRICT;

CREATE INDEX concurrent_appointment_by_person ON concurrent_appointment (person);
CREATE INDEX concurrent_appointment_by_place ON concurrent_appointment (place);
CREATE INDEX concurrent_appointment_by_party ON concurrent_appointment (party);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('concurrent_appointment', '', 'Postings that one person holds together',
    'Các lần bổ nhiệm mà một người kiêm nhiệm cùng lúc', NULL),
  ('concurrent_appointment', 'key', 'Key of the appointment', 'Khóa của bản ghi', NULL),
  ('concurrent_appointment', 'person', 'Key of the person', 'Khóa của người được bổ nhiệm', NULL),
  ('concurrent_appointment', 'place', 'Key of the place of residence', 'Khóa của nơi thường trú',
    'colombo'),
  ('concurrent_appointment', 'party', 'Key of the party in which the place lay at the time',
    'Khóa của bên có nơi thường trú vào thời điểm đó', 'lk'),
  ('concurrent_appointment', 'note', 'Remark', 'Ghi chú', NULL),
  ('concurrent_appointment', 'entered_in', 'Number of the change that entered the row',
    'Số của lần thay đổi đã ghi dòng này', '42');

CREATE TABLE concurrent_member (
  appointment        TEXT NOT NULL
    REFERENCES concurrent_appointment (key) ON UPDATE CASCADE ON DELETE CASCADE,
  posting            TEXT NOT NULL REFERENCES posting (key) ON UPDATE CASCADE ON DELETE CASCADE,
  note               TEXT CHECK (note <> ''),

  PRIMARY KEY (appointment, posting)
) STRICT, WITHOUT ROWID;

CREATE INDEX concurrent_member_by_posting ON concurrent_member (posting);

INSERT INTO schema_comment (object_name, column_name, about_en, about_vi, example) VALUES
  ('concurrent_member', '', 'A posting of a concurrent appointment',
    'Một lần bổ nhiệm trong nhóm kiêm nhiệm', NULL),
  ('concurrent_member', 'appointment', 'Key of the concurrent appointment',
    'Khóa của nhóm kiêm nhiệm', NULL),
  ('concurrent_member', 'posting', 'Key of the posting', 'Khóa của lần bổ nhiệm', NULL),
  ('concurrent_member', 'note', 'Remark', 'Ghi chú', NULL);
