-- What ships with the program: the kinds of mission, and the titles of their heads. All of it
-- is data: a registry can add to it.

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
  ('branch-office', 'Branch Office', 'Văn phòng chi nhánh', 'other', 135),
  ('mission', 'Representative mission', 'Cơ quan đại diện', 'other', 140);

-- Heads. Vienna classes are of heads accredited to states; consular classes of heads of post.
INSERT INTO title (
  key, name_en, name_en_plural, name_vi, vienna_class, consular_class, function, is_honorary
) VALUES
  (
    'ambassador', 'Ambassador Extraordinary and Plenipotentiary',
    'Ambassadors Extraordinary and Plenipotentiary', 'Đại sứ đặc mệnh toàn quyền',
    1, NULL, 'head', 0
  ),
  (
    'envoy', 'Envoy Extraordinary and Minister Plenipotentiary',
    'Envoys Extraordinary and Ministers Plenipotentiary', 'Công sứ đặc mệnh toàn quyền',
    2, NULL, 'head', 0
  ),
  (
    'charge-en-titre', 'Chargé d''affaires (en titre)', 'Chargés d''affaires (en titre)',
    'Đại biện', 3, NULL, 'head', 0
  ),
  (
    'permanent-representative', 'Permanent Representative', NULL, 'Đại diện thường trực',
    NULL, NULL, 'head', 0
  ),
  (
    'permanent-observer', 'Permanent Observer', NULL, 'Quan sát viên thường trực',
    NULL, NULL, 'head', 0
  ),
  (
    'president-representative', 'President''s Representative to an international organization',
    NULL, 'Đại diện của Chủ tịch nước tại tổ chức quốc tế', NULL, NULL, 'head', 0
  ),
  ('consul-general', 'Consul General', 'Consuls General', 'Tổng Lãnh sự', NULL, 1, 'head', 0),
  ('consul', 'Consul', NULL, 'Lãnh sự', NULL, 2, 'head', 0),
  ('vice-consul', 'Vice-Consul', NULL, 'Phó Lãnh sự', NULL, 3, 'head', 0),
  ('consular-agent', 'Consular Agent', NULL, 'Đại lý lãnh sự', NULL, 4, 'head', 0),
  (
    'honorary-consul-general', 'Honorary Consul General', NULL, 'Tổng Lãnh sự danh dự',
    NULL, 1, 'head', 1
  ),
  ('honorary-consul', 'Honorary Consul', NULL, 'Lãnh sự danh dự', NULL, 2, 'head', 1),
  (
    'office-head', 'Representative (Head of Office)', NULL, 'Chủ nhiệm Văn phòng',
    NULL, NULL, 'head', 0
  ),
  ('head-of-mission', 'Head of Mission', NULL, 'Trưởng Cơ quan đại diện', NULL, NULL, 'head', 0),

  -- A chargé ad interim has no class: he or she stands in for a head of any class.
  (
    'charge-ad-interim', 'Chargé d''affaires ad interim', 'Chargés d''affaires ad interim',
    'Đại biện lâm thời', NULL, NULL, 'acting', 0
  ),
  (
    'acting-permanent-representative', 'Acting Permanent Representative', NULL,
    'Quyền Đại diện thường trực', NULL, NULL, 'acting', 0
  ),
  (
    'acting-head-of-post', 'Acting Head of Post', NULL, 'Người tạm thời đứng đầu cơ quan đại diện',
    NULL, NULL, 'acting', 0
  ),

  -- Posts below the head, for what a head held before, or holds beside.
  (
    'deputy-consul-general', 'Deputy Consul General', NULL, 'Phó Tổng Lãnh sự',
    NULL, NULL, 'post', 0
  ),
  ('minister', 'Minister', NULL, 'Công sứ', NULL, NULL, 'post', 0),
  ('minister-counsellor', 'Minister-Counsellor', NULL, 'Tham tán Công sứ', NULL, NULL, 'post', 0),
  ('counsellor', 'Counsellor', NULL, 'Tham tán', NULL, NULL, 'post', 0),
  ('first-secretary', 'First Secretary', NULL, 'Bí thư thứ nhất', NULL, NULL, 'post', 0),
  ('attache', 'Attaché', NULL, 'Tùy viên', NULL, NULL, 'post', 0);

-- Titles that heads had before the Vienna Conventions, and where there is no embassy.
INSERT INTO title (
  key, name_en, name_en_plural, name_vi, vienna_class, consular_class, function, is_honorary
) VALUES
  (
    'minister-resident', 'Minister Resident', 'Ministers Resident', 'Công sứ thường trú',
    NULL, NULL, 'head', 0
  ),
  (
    'minister-resident-consul-general', 'Minister Resident/Consul General',
    'Ministers Resident/Consuls General', 'Công sứ thường trú kiêm Tổng Lãnh sự',
    NULL, NULL, 'head', 0
  ),
  (
    'minister-resident-and-extraordinary', 'Minister Resident and Extraordinary',
    'Ministers Resident and Extraordinary', 'Công sứ thường trú đặc mệnh', NULL, NULL, 'head', 0
  ),
  (
    'minister-resident-foreign-service-officer', 'Minister Resident/Foreign Service officer',
    'Ministers Resident/Foreign Service officers', 'Công sứ thường trú, viên chức ngoại giao',
    NULL, NULL, 'head', 0
  ),
  (
    'minister-plenipotentiary', 'Minister Plenipotentiary', 'Ministers Plenipotentiary',
    'Công sứ toàn quyền', 2, NULL, 'head', 0
  ),
  ('minister-head', 'Minister', 'Ministers', 'Công sứ', 2, NULL, 'head', 0),
  (
    'envoy-consul-general', 'Envoy Extraordinary and Minister Plenipotentiary/Consul General',
    'Envoys Extraordinary and Ministers Plenipotentiary/Consuls General',
    'Công sứ đặc mệnh toàn quyền kiêm Tổng Lãnh sự', 2, NULL, 'head', 0
  ),
  (
    'deputy-ambassador', 'Deputy Ambassador', 'Deputy Ambassadors', 'Phó Đại sứ',
    NULL, NULL, 'post', 0
  ),
  (
    'charge-consul-general', 'Chargé d’Affaires and Consul General',
    'Chargés d’Affaires and Consuls General', 'Đại biện kiêm Tổng Lãnh sự', 3, NULL, 'head', 0
  ),
  (
    'charge-pro-tempore', 'Chargé d’Affaires pro tempore', 'Chargés d’Affaires pro tempore',
    'Đại biện tạm quyền', NULL, NULL, 'acting', 0
  ),
  (
    'diplomatic-agent', 'Diplomatic Agent', 'Diplomatic Agents', 'Đại diện ngoại giao',
    NULL, NULL, 'head', 0
  ),
  (
    'diplomatic-agent-consul-general', 'Diplomatic Agent/Consul General',
    'Diplomatic Agents/Consuls General', 'Đại diện ngoại giao kiêm Tổng Lãnh sự',
    NULL, NULL, 'head', 0
  ),
  ('agent', 'Agent', 'Agents', 'Đặc phái viên', NULL, NULL, 'head', 0),
  (
    'agent-consul-general', 'Agent/Consul General', 'Agents/Consuls General',
    'Đặc phái viên kiêm Tổng Lãnh sự', NULL, NULL, 'head', 0
  ),
  ('commissioner', 'Commissioner', 'Commissioners', 'Ủy viên', NULL, NULL, 'head', 0),
  (
    'commissioner-consul-general', 'Commissioner and Consul General',
    'Commissioners and Consuls General', 'Ủy viên kiêm Tổng Lãnh sự', NULL, NULL, 'head', 0
  ),
  ('representative', 'Representative', 'Representatives', 'Đại diện', NULL, NULL, 'head', 0),
  (
    'personal-representative', 'Personal Representative of the President',
    'Personal Representatives of the President', 'Đại diện riêng của Tổng thống',
    NULL, NULL, 'head', 0
  ),
  ('director', 'Director', 'Directors', 'Giám đốc', NULL, NULL, 'head', 0),
  ('chief', 'Chief', 'Chiefs', 'Trưởng cơ quan', NULL, NULL, 'head', 0),
  (
    'chief-of-office-abroad', 'Chief of Mission of U.S. Office Abroad',
    'Chiefs of Mission of U.S. Office Abroad', 'Trưởng văn phòng Hoa Kỳ ở nước ngoài',
    NULL, NULL, 'head', 0
  ),
  (
    'principal-officer', 'Principal Officer', 'Principal Officers', 'Viên chức đứng đầu',
    NULL, NULL, 'head', 0
  ),
  (
    'acting-principal-officer', 'Acting Principal Officer', 'Acting Principal Officers',
    'Quyền viên chức đứng đầu', NULL, NULL, 'acting', 0
  );

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
  ('branch-office', 'office-head', 1),
  ('branch-office', 'acting-head-of-post', 1),
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

-- What a post without a kind of its own is headed by was called in many ways.
INSERT INTO title_mission_kind (mission_kind, title, is_usual) VALUES
  ('mission', 'minister-resident', 0),
  ('mission', 'minister-resident-consul-general', 0),
  ('mission', 'minister-resident-and-extraordinary', 0),
  ('mission', 'minister-resident-foreign-service-officer', 0),
  ('mission', 'minister-plenipotentiary', 0),
  ('mission', 'minister-head', 0),
  ('mission', 'envoy-consul-general', 0),
  ('mission', 'deputy-ambassador', 0),
  ('mission', 'charge-consul-general', 0),
  ('mission', 'charge-pro-tempore', 0),
  ('mission', 'diplomatic-agent', 0),
  ('mission', 'diplomatic-agent-consul-general', 0),
  ('mission', 'agent', 0),
  ('mission', 'agent-consul-general', 0),
  ('mission', 'commissioner', 0),
  ('mission', 'commissioner-consul-general', 0),
  ('mission', 'representative', 0),
  ('mission', 'personal-representative', 0),
  ('mission', 'director', 0),
  ('mission', 'chief', 0),
  ('mission', 'chief-of-office-abroad', 0),
  ('mission', 'principal-officer', 0),
  ('mission', 'acting-principal-officer', 0);
