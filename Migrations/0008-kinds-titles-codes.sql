-- What ships with the program: the kinds of mission, the titles of their heads, why heads
-- leave, and what every code is called in print. All of it is data: a registry can add to it.

-- house_order is the order of a roster across countries, where Vienna precedence says
-- nothing. The steps of ten leave room for kinds that a ministry adds.
INSERT INTO mission_kind (key, name_en, name_vi, category, house_order) VALUES
  ('embassy', 'Embassy', 'Đại sứ quán', 'diplomatic', 10),
  ('legation', 'Legation', 'Công sứ quán', 'diplomatic', 20),
  (
    'charge-mission', 'Mission headed by a chargé d''affaires', 'Đại biện quán',
    'diplomatic', 30
  ),
  (
    'permanent-mission', 'Permanent Mission', 'Phái đoàn thường trực',
    'international-organization', 40
  ),
  (
    'mission-io', 'Mission to an international organization', 'Phái đoàn',
    'international-organization', 50
  ),
  (
    'observer-mission', 'Permanent Observer Mission', 'Phái đoàn quan sát viên thường trực',
    'international-organization', 60
  ),
  ('consulate-general', 'Consulate General', 'Tổng Lãnh sự quán', 'consular', 70),
  ('consulate', 'Consulate', 'Lãnh sự quán', 'consular', 80),
  ('vice-consulate', 'Vice-Consulate', 'Phó Lãnh sự quán', 'consular', 90),
  ('consular-agency', 'Consular Agency', 'Đại lý lãnh sự', 'consular', 100),
  ('honorary-consulate', 'Honorary Consulate', 'Lãnh sự quán danh dự', 'consular', 110),
  (
    'economic-cultural-office', 'Economic and Cultural Office', 'Văn phòng Kinh tế - Văn hóa',
    'other', 120
  ),
  ('liaison-office', 'Liaison Office', 'Văn phòng liên lạc', 'other', 130),
  ('mission', 'Representative mission', 'Cơ quan đại diện', 'other', 140);

-- Heads. Vienna classes are of heads accredited to states; consular classes of heads of post.
INSERT INTO title
  (key, name_en, name_vi, vienna_class, consular_class, function, is_honorary)
VALUES
  (
    'ambassador', 'Ambassador Extraordinary and Plenipotentiary', 'Đại sứ đặc mệnh toàn quyền',
    1, NULL, 'head', 0
  ),
  (
    'envoy', 'Envoy Extraordinary and Minister Plenipotentiary', 'Công sứ đặc mệnh toàn quyền',
    2, NULL, 'head', 0
  ),
  ('charge-en-titre', 'Chargé d''affaires (en titre)', 'Đại biện', 3, NULL, 'head', 0),
  (
    'permanent-representative', 'Permanent Representative', 'Đại diện thường trực',
    NULL, NULL, 'head', 0
  ),
  (
    'permanent-observer', 'Permanent Observer', 'Quan sát viên thường trực',
    NULL, NULL, 'head', 0
  ),
  (
    'president-representative', 'President''s Representative to an international organization',
    'Đại diện của Chủ tịch nước tại tổ chức quốc tế', NULL, NULL, 'head', 0
  ),
  ('consul-general', 'Consul General', 'Tổng Lãnh sự', NULL, 1, 'head', 0),
  ('consul', 'Consul', 'Lãnh sự', NULL, 2, 'head', 0),
  ('vice-consul', 'Vice-Consul', 'Phó Lãnh sự', NULL, 3, 'head', 0),
  ('consular-agent', 'Consular Agent', 'Đại lý lãnh sự', NULL, 4, 'head', 0),
  (
    'honorary-consul-general', 'Honorary Consul General', 'Tổng Lãnh sự danh dự',
    NULL, 1, 'head', 1
  ),
  ('honorary-consul', 'Honorary Consul', 'Lãnh sự danh dự', NULL, 2, 'head', 1),
  (
    'office-head', 'Representative (Head of Office)', 'Chủ nhiệm Văn phòng',
    NULL, NULL, 'head', 0
  ),
  ('head-of-mission', 'Head of Mission', 'Trưởng Cơ quan đại diện', NULL, NULL, 'head', 0),

  -- A chargé ad interim has no class: he or she stands in for a head of any class.
  (
    'charge-ad-interim', 'Chargé d''affaires ad interim', 'Đại biện lâm thời',
    NULL, NULL, 'acting', 0
  ),
  (
    'acting-permanent-representative', 'Acting Permanent Representative',
    'Quyền Đại diện thường trực', NULL, NULL, 'acting', 0
  ),
  (
    'acting-head-of-post', 'Acting Head of Post', 'Người tạm thời đứng đầu cơ quan đại diện',
    NULL, NULL, 'acting', 0
  ),

  -- Posts below the head, for what a head held before, or holds beside.
  (
    'deputy-consul-general', 'Deputy Consul General', 'Phó Tổng Lãnh sự',
    NULL, NULL, 'post', 0
  ),
  ('minister', 'Minister', 'Công sứ', NULL, NULL, 'post', 0),
  ('minister-counsellor', 'Minister-Counsellor', 'Tham tán Công sứ', NULL, NULL, 'post', 0),
  ('counsellor', 'Counsellor', 'Tham tán', NULL, NULL, 'post', 0),
  ('first-secretary', 'First Secretary', 'Bí thư thứ nhất', NULL, NULL, 'post', 0),
  ('attache', 'Attaché', 'Tùy viên', NULL, NULL, 'post', 0);

-- One usual title of the head and one usual acting title a kind; the others fit as well.
INSERT INTO title_mission_kind (mission_kind, title, is_usual) VALUES
  ('embassy', 'ambassador', 1),
  ('embassy', 'charge-en-titre', 0),
  ('embassy', 'charge-ad-interim', 1),
  ('legation', 'envoy', 1),
  ('legation', 'charge-en-titre', 0),
  ('legation', 'charge-ad-interim', 1),
  ('charge-mission', 'charge-en-titre', 1),
  ('charge-mission', 'charge-ad-interim', 1),
  -- United Nations manuals write chargé d'affaires ad interim here, Vietnamese usage does not.
  ('permanent-mission', 'permanent-representative', 1),
  ('permanent-mission', 'ambassador', 0),
  ('permanent-mission', 'president-representative', 0),
  ('permanent-mission', 'acting-permanent-representative', 1),
  ('permanent-mission', 'charge-ad-interim', 0),
  ('mission-io', 'permanent-representative', 1),
  ('mission-io', 'ambassador', 0),
  ('mission-io', 'permanent-observer', 0),
  ('mission-io', 'president-representative', 0),
  ('mission-io', 'acting-permanent-representative', 1),
  ('mission-io', 'charge-ad-interim', 0),
  ('observer-mission', 'permanent-observer', 1),
  ('observer-mission', 'ambassador', 0),
  ('observer-mission', 'president-representative', 0),
  ('observer-mission', 'charge-ad-interim', 1),
  ('consulate-general', 'consul-general', 1),
  ('consulate-general', 'honorary-consul-general', 0),
  ('consulate-general', 'acting-head-of-post', 1),
  ('consulate', 'consul', 1),
  ('consulate', 'honorary-consul', 0),
  ('consulate', 'acting-head-of-post', 1),
  ('vice-consulate', 'vice-consul', 1),
  ('vice-consulate', 'acting-head-of-post', 1),
  ('consular-agency', 'consular-agent', 1),
  ('consular-agency', 'acting-head-of-post', 1),
  ('honorary-consulate', 'honorary-consul', 1),
  ('honorary-consulate', 'honorary-consul-general', 0),
  ('honorary-consulate', 'acting-head-of-post', 1),
  ('economic-cultural-office', 'office-head', 1),
  ('economic-cultural-office', 'acting-head-of-post', 1),
  ('liaison-office', 'office-head', 1),
  ('liaison-office', 'acting-head-of-post', 1),
  ('mission', 'head-of-mission', 1),
  ('mission', 'ambassador', 0),
  ('mission', 'envoy', 0),
  ('mission', 'charge-en-titre', 0),
  ('mission', 'permanent-representative', 0),
  ('mission', 'permanent-observer', 0),
  ('mission', 'president-representative', 0),
  ('mission', 'office-head', 0),
  ('mission', 'acting-head-of-post', 1),
  ('mission', 'charge-ad-interim', 0);

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

-- They stand in the columns of printed rosters: short, and in lower case.
INSERT INTO code_label (list, code, name_en, name_vi) VALUES
  ('party.kind', 'state', 'state', 'quốc gia'),
  ('party.kind', 'territory', 'territory', 'vùng lãnh thổ'),
  ('party.kind', 'organization', 'international organization', 'tổ chức quốc tế'),
  ('party.functions_begin', 'credentials', 'on presenting credentials', 'khi trình thư ủy nhiệm'),
  (
    'party.functions_begin', 'copy',
    'on presenting the true copy', 'khi trình bản sao thư ủy nhiệm'
  ),
  (
    'party.precedence', 'credentials',
    'by date of credentials', 'theo ngày trình thư ủy nhiệm'
  ),
  (
    'party.precedence', 'alphabetical',
    'alphabetical by state', 'theo thứ tự chữ cái tên nước'
  ),

  ('mission_kind.category', 'diplomatic', 'diplomatic', 'ngoại giao'),
  ('mission_kind.category', 'consular', 'consular', 'lãnh sự'),
  (
    'mission_kind.category', 'international-organization',
    'to an international organization', 'tại tổ chức quốc tế'
  ),
  ('mission_kind.category', 'other', 'other', 'khác'),
  ('mission.certainty', 'confirmed', 'confirmed', 'đã xác nhận'),
  ('mission.certainty', 'single-source', 'single source', 'một nguồn'),
  ('mission.certainty', 'uncertain', 'uncertain', 'chưa chắc chắn'),
  ('mission.seat_is_inferred', '0', 'as recorded', 'theo ghi nhận'),
  ('mission.seat_is_inferred', '1', 'inferred', 'suy ra'),

  ('person.gender', 'female', 'female', 'nữ'),
  ('person.gender', 'male', 'male', 'nam'),
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
  ('title.is_honorary', '1', 'honorary', 'danh dự'),
  ('title_mission_kind.is_usual', '0', 'also in use', 'cũng được dùng'),
  ('title_mission_kind.is_usual', '1', 'usual', 'thông thường'),

  ('posting.function', 'head', 'head', 'người đứng đầu'),
  ('posting.function', 'acting', 'acting head', 'người tạm thời đứng đầu'),
  ('posting.acting_reason', 'vacancy', 'post vacant', 'khuyết người đứng đầu'),
  ('posting.acting_reason', 'absence', 'head absent', 'người đứng đầu vắng mặt'),
  (
    'posting.acting_reason', 'incapacity',
    'head unable to act', 'người đứng đầu không thể thực hiện nhiệm vụ'
  ),
  ('posting.nomination', 'pending', 'pending', 'chờ bổ nhiệm'),
  ('posting.nomination', 'declined', 'declined by the nominee', 'người được đề cử từ chối'),
  ('posting.nomination', 'withdrawn', 'withdrawn', 'đã rút đề cử'),
  (
    'posting.nomination', 'refused',
    'refused by the receiver', 'bên tiếp nhận không chấp thuận'
  ),
  ('posting.nomination', 'not-confirmed', 'not confirmed', 'không được phê chuẩn'),
  (
    'posting.nomination', 'died',
    'died before taking office', 'từ trần trước khi nhậm chức'
  ),
  ('posting.term_is_inferred', '0', 'as recorded', 'theo ghi nhận'),
  ('posting.term_is_inferred', '1', 'inferred', 'suy ra'),
  ('posting.end_mark', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('posting.end_mark', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('posting.certainty', 'confirmed', 'confirmed', 'đã xác nhận'),
  ('posting.certainty', 'single-source', 'single source', 'một nguồn'),
  ('posting.certainty', 'uncertain', 'uncertain', 'chưa chắc chắn'),

  ('accreditation.is_resident', '0', 'concurrent', 'kiêm nhiệm'),
  ('accreditation.is_resident', '1', 'resident', 'thường trú'),
  ('accreditation.vienna_class', '1', 'class 1: ambassadors', 'cấp 1: đại sứ'),
  ('accreditation.vienna_class', '2', 'class 2: envoys', 'cấp 2: công sứ'),
  ('accreditation.vienna_class', '3', 'class 3: chargés d''affaires', 'cấp 3: đại biện'),
  (
    'accreditation.functions_begin', 'credentials',
    'on presenting credentials', 'khi trình thư ủy nhiệm'
  ),
  (
    'accreditation.functions_begin', 'copy',
    'on presenting the true copy', 'khi trình bản sao thư ủy nhiệm'
  ),
  ('posting_document.effect', 'proposes', 'proposes', 'đề nghị'),
  ('posting_document.effect', 'approves', 'approves', 'phê chuẩn'),
  ('posting_document.effect', 'appoints', 'appoints', 'bổ nhiệm'),
  ('posting_document.effect', 'extends', 'extends', 'kéo dài nhiệm kỳ'),
  ('posting_document.effect', 'ends', 'ends', 'kết thúc nhiệm kỳ'),
  ('posting_document.effect', 'orders', 'gives orders', 'giao nhiệm vụ'),

  -- Codes that views derive.
  ('incumbency.began_by', 'copy_presented', 'true copy', 'trình bản sao thư ủy nhiệm'),
  ('incumbency.began_by', 'credentials', 'credentials', 'trình thư ủy nhiệm'),
  (
    'incumbency.began_by', 'provisionally_admitted',
    'provisional admission', 'được chấp nhận tạm thời'
  ),
  ('incumbency.began_by', 'exequatur', 'exequatur', 'nhận giấy chấp nhận lãnh sự'),
  ('incumbency.began_by', 'arrived', 'arrival', 'đến nhận nhiệm vụ'),
  ('incumbency.began_by', 'appointed', 'appointment', 'bổ nhiệm'),
  (
    'incumbency.began_by', 'in_office_by',
    'in office by that day', 'đã đương nhiệm vào ngày đó'
  ),
  ('incumbency.ended_by', 'ended', 'left', 'đã kết thúc'),
  ('incumbency.ended_by', 'point', 'on a single day', 'chỉ ghi nhận một ngày'),
  ('incumbency.ended_by', 'unknown', 'left, day unknown', 'đã kết thúc, không rõ ngày'),
  ('incumbency.ended_by', 'successor', 'a successor followed', 'đã có người kế nhiệm'),
  (
    'incumbency.ended_by', 'mission-closed',
    'mission closed', 'cơ quan đại diện chấm dứt hoạt động'
  ),
  ('incumbency.ended_by', 'died', 'died', 'từ trần'),
  ('incumbency.ended_by', 'serving', 'in office', 'đương nhiệm'),
  ('incumbent.in_office', 'certainly', 'certainly', 'chắc chắn'),
  ('incumbent.in_office', 'possibly', 'possibly', 'có thể'),
  ('vacancy.state', 'vacant', 'vacant', 'khuyết'),
  ('vacancy.state', 'no-known-head', 'no known head', 'chưa rõ người đứng đầu'),
  ('term_roster.planned_end_by', 'recorded', 'as recorded', 'theo ghi nhận'),
  ('term_roster.planned_end_by', 'standard-term', 'standard term', 'theo nhiệm kỳ chuẩn'),
  ('term_roster.status', 'serving', 'in office', 'đương nhiệm'),
  (
    'term_roster.status', 'serving-unsure',
    'in office (unsure)', 'đương nhiệm (chưa chắc chắn)'
  ),
  ('term_roster.status', 'over-run', 'past planned end', 'quá nhiệm kỳ'),
  ('term_roster.status', 'designate', 'designate', 'đã bổ nhiệm, chưa nhậm chức'),
  ('term_roster.status', 'left', 'left', 'đã kết thúc'),
  ('term_roster.status', 'nominee-pending', 'nominee', 'được đề cử, chờ bổ nhiệm'),
  ('term_roster.status', 'nominee-declined', 'nominee, declined', 'được đề cử, đã từ chối'),
  ('term_roster.status', 'nominee-withdrawn', 'nominee, withdrawn', 'đã rút đề cử'),
  (
    'term_roster.status', 'nominee-refused',
    'nominee, refused', 'được đề cử, không được chấp thuận'
  ),
  (
    'term_roster.status', 'nominee-not-confirmed',
    'nominee, not confirmed', 'được đề cử, không được phê chuẩn'
  ),
  ('term_roster.status', 'nominee-died', 'nominee, died', 'được đề cử, đã từ trần'),
  ('finding.code', 'two-heads', 'two heads at once', 'hai người đứng đầu cùng lúc'),
  (
    'finding.code', 'head-not-ended',
    'successor but no end recorded', 'đã có người kế nhiệm, chưa ghi ngày kết thúc'
  ),
  ('finding.severity', 'error', 'error', 'lỗi'),
  ('finding.severity', 'warning', 'warning', 'cảnh báo');
