#!/usr/bin/env python3
"""Answers of fact, computed straight from the XML of pocom and gsh.

usage: pocom_facts.py POCOM GSH

Prints one JSON object: the name of each question and its answer, a list of rows of texts. It
knows nothing of legation; FactTests asks a registry the same questions and compares.

Definitions:
  row       a <chief> of <chiefs>, unless nominees are named
  date      the note before a date can bound it or doubt it ("left post on or after"): see Date
  begin     started, else arrived; an appointment begins nothing, but nothing begins before it; a
            partial date is the days that it can mean
  end       ended; where it is missing: a chargé d'affaires ad interim with one date, begun more
            than seven years before the data ends, is a single day; a row without any date, or
            with a note on its end, ended on an unknown day; else the row ends when the next head
            of the file begins (an acting one gives way to anyone, a full one to a full one); else
            it lasts until the data ends, 2020-10-31
  no begin  begins no earlier than the row before it ended or, where that is later or unknown, began
  in office certainly  last day of begin (else of end) <= day <= first day of end; of a row without
                       end until the data ends, ten years (of an acting head five) after its begin,
                       the person dies or anybody can have followed
            possibly   of a row with begin and end: first day of begin <= day <= last day of end,
                       and not certainly; also where a date is doubted
  open end  "soon after" a day: by the begin of the next head, else the death
"""
import collections
import datetime
import glob
import json
import os
import random
import re
import sys
import xml.etree.ElementTree as ET

AS_OF = "2020-10-31"
ACTING = {"charge-daffaires-ad-interim", "charge-daffaires-pro-tem", "acting-principal-officer"}


def text(element, path):
    found = element.find(path) if element is not None else None
    if found is None:
        return ""
    return " ".join("".join(found.itertext()).split())


def first_day(date):
    return (date + "-01-01")[:10]


def last_day(date):
    if len(date) == 4:
        return date + "-12-31"
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        following = datetime.date(year + month // 12, month % 12 + 1, 1)
        return (following - datetime.timedelta(days=1)).isoformat()
    return date


class Date:
    """A date with what the note before it says: its text in EDTF, its first and last day."""

    def __init__(self, date, note):
        self.text = date
        self.first, self.last = (first_day(date), last_day(date)) if date else (None, None)
        self.doubted = False
        if not date:
            return
        note = note.lower().rstrip(", ")
        span = re.search(r"\b(?:between (.*?),? and|on ((?:[a-z]+) \d+) or)$", note)
        if span:
            self.first = self.english((span[1] or span[2]).replace(",", ""))
            self.text = f"[{self.first}..{date}]"
        elif re.search(r"\bon or (shortly |soon )?before$", note):
            self.first, self.text = None, f"[..{date}]"
        elif re.search(r"\bbefore$", note):
            self.first, self.last = None, self.shifted(date, -1)
            self.text = f"[..{self.last}]"
        elif re.search(r"\bon or (shortly |soon )?after$", note):
            self.last, self.text = None, f"[{date}..]"
        elif re.search(r"\bafter$", note):
            self.first, self.last = self.shifted(date, 1), None
            self.text = f"[{self.first}..]"
        else:
            about = re.search(r"\b(about|approximately)$", note) is not None
            probably = "probably" in note.split()
            self.doubted = about or probably
            self.text += {(1, 1): "%", (1, 0): "~", (0, 1): "?", (0, 0): ""}[about, probably]

    def english(self, words):
        words = words if re.search(r"\d{4}$", words) else f"{words} {self.text[:4]}"
        return datetime.datetime.strptime(words, "%B %d %Y").date().isoformat()

    @staticmethod
    def shifted(date, days):
        return (datetime.date.fromisoformat(date) + datetime.timedelta(days=days)).isoformat()

    def __bool__(self):
        return bool(self.text)


class Row:
    def __init__(self, mission, section, number, element):
        self.mission, self.section, self.number, self.element = mission, section, number, element
        self.id = text(element, "id")
        self.person = text(element, "person-id")
        self.role = text(element, "role-title-id")
        self.territory = text(element, "contemporary-territory-id")
        self.note = text(element, "note")
        for event in ("appointed", "arrived", "started", "ended"):
            note = text(element, event + "/note")
            setattr(self, event, Date(text(element, event + "/date"), note))
            setattr(self, event + "_note", note)
        self.begin = self.started or self.arrived
        self.doubted = self.begin.doubted or self.ended.doubted
        self.acting = self.role in ACTING
        self.name = f"{mission} {section} {number} {self.id}"


def read(pocom):
    rows, nominees, notes = [], [], []
    for folder in ("missions-countries", "missions-orgs"):
        for file in sorted(glob.glob(f"{pocom}/{folder}/*.xml")):
            root = ET.parse(file).getroot()
            mission = text(root, "territory-id") or text(root, "id")
            for section in ("chiefs", "other-nominees", "other-appointees"):
                part = root.find(section)
                last = ""
                for number, child in enumerate(part if part is not None else [], 1):
                    if child.tag == "mission-note":
                        notes.append((mission, last, text(child, "text")))
                        continue
                    row = Row(mission, section, number, child)
                    last = row.id
                    (rows if section == "chiefs" else nominees).append(row)
    return rows, nominees, notes


def bound(rows):
    """Gives each row the first and last days of its begin and of its end."""
    by_mission = collections.defaultdict(list)
    for row in rows:
        by_mission[row.mission].append(row)
    for file in by_mission.values():
        for row in file:
            row.begin_first = row.begin.first or row.appointed.first
            row.begin_last = row.begin.last
        for row in file:
            beginnings = [d for d in (row.appointed, row.arrived, row.started) if d]
            later = [
                other for other in file
                if other is not row and other.begin and row.begin
                and (other.begin_first, file.index(other)) > (row.begin_first, file.index(row))
                and (not other.acting or row.acting)
            ]
            later.sort(key=lambda other: (other.begin_first, other.begin_last))
            row.end_first = row.end_last = None
            row.is_point = False
            if row.ended:
                row.end_first, row.end_last = row.ended.first or row.begin_first, row.ended.last
                if row.end_last is None:
                    row.end_last = min(
                        [o.begin_last for o in later if o.begin_last and not o.doubted], default=None)
            elif row.acting and len(beginnings) == 1 and 2020 - int(beginnings[0].first[:4]) > 7 and not row.ended_note:
                row.end_first, row.end_last = row.begin_first, row.begin_last
                row.is_point = True
            elif later:
                follower = later[0]
                days = [d.last for d in (follower.arrived, follower.begin) if d]
                row.end_first, row.end_last = row.begin_first, min(days)
            elif not beginnings or row.ended_note:
                row.end_first, row.end_last = row.begin_first, AS_OF
            else:
                row.end_first, row.end_last = max(AS_OF, row.begin_first), None
        for row in file:
            if row.begin or row.appointed or not row.ended:
                continue
            before = [o for o in file if o is not row and o.begin and o.begin_first < row.end_first]
            if before:
                other = max(before, key=lambda o: o.begin_first)
                ended = other.ended.first
                row.begin_first = ended if ended and ended <= row.end_last else other.begin_first


def years_after(day, years):
    return f"{int(day[:4]) + years}{day[4:]}"


def certain_end(row, file, deaths):
    """The day until which a row was certainly in office, once it had begun."""
    if row.ended:
        return row.end_first
    if row.is_point or not row.begin or row.ended_note:
        return row.begin_first if row.begin else None
    sign = row.begin.first
    events = [AS_OF, years_after(sign, 5 if row.acting else 10)]
    if deaths.get(row.person):
        events.append(max(sign, first_day(deaths[row.person])))
    for other in file:
        # Who was only appointed displaces nobody.
        dates = [d for d in (other.begin, other.ended) if d]
        if other is row or not dates or (other.acting and not row.acting):
            continue
        begun = (other.begin or other.appointed).first or sign
        if min(d.last or "9999" for d in dates) >= sign:
            events.append(max(begun, sign))
    return min(events)


def in_office(row, day, file, deaths):
    begun = min((d.last for d in (row.begin, row.ended) if d.last), default=None)
    end = certain_end(row, file, deaths)
    if begun and end and begun <= day <= end:
        return "possibly" if row.doubted else "certainly"
    if row.begin and row.ended and row.begin_first <= day:
        last = row.end_last or (last_day(deaths[row.person]) if deaths.get(row.person) else "9999")
        return "possibly" if day <= last else None
    return None


def full_days(row):
    if len(row.begin.text) == 10 and len(row.ended.text) == 10:
        return (datetime.date.fromisoformat(row.ended.text)
                - datetime.date.fromisoformat(row.begin.text)).days
    return None


def heads_on(rows, day, deaths, mission=None):
    files = collections.defaultdict(list)
    for row in rows:
        files[row.mission].append(row)
    answer = []
    for row in rows:
        if mission in (None, row.mission):
            state = in_office(row, day, files[row.mission], deaths)
            if state:
                answer.append([day, row.mission, row.id, state])
    return answer


def main(pocom, gsh):
    rows, nominees, notes = read(pocom)
    bound(rows)
    people = {}
    for file in glob.glob(f"{pocom}/people/*/*.xml"):
        root = ET.parse(file).getroot()
        people[text(root, "id")] = root
    groups = [ET.parse(f).getroot() for f in sorted(glob.glob(f"{pocom}/concurrent-appointments/*.xml"))]
    territories = [ET.parse(f).getroot() for f in sorted(glob.glob(f"{gsh}/territories/*.xml"))]
    posts = [ET.parse(f).getroot() for f in sorted(glob.glob(f"{gsh}/posts/*.xml"))]
    answers = {}
    deaths = {key: text(p, "death") for key, p in people.items()}

    def counted(values):
        return [[key, str(count)] for key, count in collections.Counter(values).items()]

    answers["rows by mission"] = counted(row.mission for row in rows)
    answers["nominees by mission"] = counted(row.mission for row in nominees)
    answers["rows by title"] = counted(row.role for row in rows)
    answers["people by title"] = counted(role for _, role in {(r.person, r.role) for r in rows})
    answers["people by career"] = counted(text(p, "career-type") for p in people.values())
    answers["people by year of birth"] = counted(text(p, "birth") for p in people.values())
    answers["people who died, by year"] = counted(
        text(p, "death") for p in people.values() if text(p, "death"))
    answers["people by home"] = counted(
        state.text for p in people.values() for state in p.iter("state-id") if state.text)
    answers["people only ever nominated"] = [
        [person] for person in {r.person for r in nominees} - {r.person for r in rows}]
    answers["people at four missions or more"] = [
        [person, str(count)] for person, count in collections.Counter(
            person for person, _ in {(r.person, r.mission) for r in rows}).items() if count >= 4]
    answers["missions with the most people"] = [
        [mission, str(count)] for mission, count in collections.Counter(
            mission for mission, _ in {(r.mission, r.person) for r in rows}).items() if count >= 45]
    def full_name(person):
        words = f"{text(person, 'persName/forename')} {text(person, 'persName/surname')}"
        suffix = text(person, "persName/genName")
        return f"{words}, {suffix}" if suffix else words

    answers["other names"] = [
        [key, " ".join(name.text.split())] for key, p in people.items()
        for name in p.iter("altname") if name.text and " ".join(name.text.split()) != full_name(p)]
    answers["old identifiers"] = [
        [old.text, key] for key, p in people.items() for old in p.iter("old-id")]
    answers["suffixes"] = counted(
        text(p, "persName/genName") for p in people.values() if text(p, "persName/genName"))

    answers["first begin of each mission"] = [
        [mission, min(r.begin_first for r in rows if r.mission == mission and r.begin)]
        for mission in {r.mission for r in rows if r.begin}]
    longest = sorted(((full_days(r), r) for r in rows if full_days(r) is not None),
                     key=lambda pair: -pair[0])
    answers["services of eleven years or more"] = [
        [r.id, str(days)] for days, r in longest if days >= 11 * 365.25]
    answers["services of a week or less"] = [[r.id, str(days)] for days, r in longest if days <= 7]
    answers["credentials a year after the commission"] = [
        [r.id, str((datetime.date.fromisoformat(r.started.text)
                    - datetime.date.fromisoformat(r.appointed.text)).days)]
        for r in rows if not r.acting and len(r.started.text) == len(r.appointed.text) == 10
        and r.role not in ("principal-officer", "director", "chief", "representative",
                           "personal-representative-of-the-president")
        and (datetime.date.fromisoformat(r.started.text)
             - datetime.date.fromisoformat(r.appointed.text)).days > 365]
    answers["partial begins and ends"] = [
        [r.id, r.begin.text, r.ended.text] for r in rows
        if 0 < len(r.begin.text) < 10 or 0 < len(r.ended.text) < 10]
    answers["bounded and doubted dates"] = [
        [r.id, r.begin.text, r.ended.text] for r in rows
        if re.search(r"[^0-9-]", r.begin.text + r.ended.text)]
    answers["ends without a begin"] = [[r.id, r.ended.text] for r in rows if r.ended and not r.begin]
    answers["no date at all"] = [[r.id] for r in rows if not r.begin and not r.ended]
    answers["hand-overs on one day"] = [
        [a.id, b.id, a.ended.text] for a in rows for b in rows
        if a.mission == b.mission and a is not b and len(a.ended.text) == 10
        and a.ended.text == b.begin.text
        and a.person != b.person]
    answers["accredited elsewhere than the file says"] = [
        [r.id, r.territory] for r in rows + nominees if r.territory and r.territory != r.mission]

    chosen = random.Random(1778)
    missions = sorted({r.mission for r in rows})
    days = [f"{chosen.randint(1785, 2020)}-{chosen.randint(1, 12):02}-{chosen.randint(1, 28):02}"
            for _ in range(400)]
    asked = [(chosen.choice(missions), day) for day in days]
    asked += [("france", "1784-01-01"), ("france", "1785-05-17"), ("nicaragua", "1855-06-01"),
              ("iran", "1979-11-04"), ("china", "1975-06-01"), ("austria", "1914-01-01"),
              ("representative-to-un", "1962-10-25"), ("belgium", "1942-01-01")]
    answers["who headed the mission on that day"] = [
        [mission] + row[0:1] + row[2:] for mission, day in asked for row in heads_on(rows, day, deaths, mission)]
    answers["asked"] = [[mission, day] for mission, day in asked]
    answers["all heads on a day"] = [
        row for day in ("1801-01-01", "1862-04-01", "1900-01-01", "1945-05-08", "1962-10-27",
                        "1989-11-09", "2001-09-11", "2020-01-01")
        for row in heads_on(rows, day, deaths)]
    vacant = []
    for mission in ("cuba", "iran", "albania", "hungary", "syria", "liberia", "united-kingdom"):
        file = [r for r in rows if r.mission == mission and not r.acting]
        for year in range(1800, 2020):
            first, last = f"{year}-01-01", f"{year}-12-31"
            if not any((r.begin_first or "0000") <= last and first <= (r.end_last or "9999")
                       and (r.begin or r.ended) for r in file):
                vacant.append([mission, str(year)])
    answers["years without a full head"] = vacant

    answers["concurrent groups"] = [
        [text(g, "id"), text(g, "person-id"), text(g, "resident-at/locale-id"), str(len(g.findall("chief-id")))]
        for g in groups]
    answers["rows of concurrent groups"] = [
        [text(g, "id"), chief.text] for g in groups for chief in g.findall("chief-id")]
    answers["notes between heads"] = [list(note) for note in notes]
    for field in ("appointed_note", "arrived_note", "started_note", "ended_note", "note"):
        answers["every " + field.replace("_", " ")] = [
            [r.id, getattr(r, field)] for r in rows if getattr(r, field)]
    answers["notes of nominees"] = [[r.id, r.note] for r in nominees]
    answers["recorded by"] = counted(text(r.element, "created-by") for r in rows + nominees)
    answers["last revisions"] = counted(
        text(r.element, "last-modified-date") for r in rows + nominees)

    answers["posts by kind"] = counted(text(p, "post-type") for p in posts)
    answers["open consular posts"] = [
        [text(p, "locale-id"), text(p, "territory-id"), text(p, "post-type")] for p in posts
        if text(p, "valid-until") == "9999" and text(p, "post-type") != "embassy"]
    names = {text(t, "id") for t in territories}
    pairs = set()
    for t in territories:
        here = text(t, "id")
        pairs |= {(p.text, here) for p in t.iter("predecessor")}
        pairs |= {(here, s.text) for s in t.iter("successor")}
    answers["succession of territories"] = [
        list(pair) for pair in pairs if pair[0] in names and pair[1] in names and pair[0] != pair[1]]
    json.dump({key: sorted(value) for key, value in answers.items()}, sys.stdout,
              ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) != 3 or not os.path.isdir(sys.argv[1]):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
