"""Attendance exports of any size, made from a seed: `python attendance_files.py clean|messy|workbook ROWS FILE`."""

import datetime
import itertools
import pathlib
import random
import sys

from attendance_workbook import write_workbook

HEADER = ("studentId", "firstName", "surname", "academicAdvisor", "eventDescription", "startDateTime", "registerType",
          "present", "selfCertInfo", "cancelled")
GIVEN = ["Aisha", "Ben", "Chloé", "Dáithí", "Eilidh", "Fátima", "Gus", "Hana", "Ian", "Jürgen", "Kit", "Łukasz", "Mei",
         "Ngozi", "Oluwaseun", "Priya", "Siobhán", "Søren", "Thảo", "Zoë"]
FAMILY = ["Abe", "Ångström", "Brontë", "Chukwu", "de Souza", "Fernández", "Kowalczyk", "Khan", "Lee", "Müller", "NA",
          "Nguyễn", "Null", "Núñez", "O'Neil", "Patel", "Sørensen", '"Smith, Jr"', "Williams-Hughes", "Zhou"]
ADVISERS = [f"Dr {name}" for name in ("Bell", "Larsen", "Okonkwo", "Haddad", "Rossi", "Whitfield", "Iyer", "Novák")] + [
    '"Smith, Dr J"', '"Dr ""Bo"" Larsen"']
TOPICS = ["Management of the acutely unwell patient", "Safe prescribing and medicines calculation",
          "Ethics, consent and the Mental Capacity Act", "Breathlessness: history and examination",
          "Interpreting the electrocardiogram in practice", "Communication with families at the end of life"]
PLACES = ["MED.PLAC.RLI Royal Lancaster Infirmary, acute medical unit, level 3",
          "MED.OTHR general practice in the community, surgery and home visits",
          "MED.PLAC.FGH Furness General Hospital, paediatric ward", "Palliative Care day at St John's Hospice, Lancaster"]
REASONS = ["Flu", "Migraine", '"Dentist, then an X-ray"', "Family emergency", "true"]
# Days after Monday, hour, what: lecture, seminar, placement, self-study.
WEEK = [(0, 9, "Lecture"), (0, 14, "Seminar"), (1, 8, "placement"), (2, 10, "Workshop"), (3, 8, "placement"),
        (4, 9, "Lecture"), (4, 13, "study")]


class Student:
    def __init__(self, number, dice):
        self.id = str(36_000_000 + number * 7)
        self.names = f"{dice.choice(GIVEN)},{dice.choice(FAMILY)},{dice.choice(ADVISERS)}"
        self.presence = dice.choice((0.45, 0.75, 0.88, 0.95, 0.95, 0.98, 0.99))


def shape(rows):
    """How many students, so that a student has up to about a thousand rows."""
    return max(10, min(1000, rows // 100 if rows < 20_000 else rows // 400))


def quoted(text):
    return f'"{text}"' if "," in text else text


def events(dice):
    """(time, description, kind) without end: four terms of fourteen weeks a year."""
    monday = datetime.datetime(2021, 8, 30)
    week = 0
    while True:
        for day, hour, what in WEEK:
            time = monday + datetime.timedelta(days=day, hours=hour)
            if what == "placement":
                yield time, quoted(dice.choice(PLACES)), what
            elif what == "study":
                yield time, "MED.STUDY guided reading and preparation for the next week of term", what
            else:
                topic = TOPICS[(week * 5 + day) % len(TOPICS)]
                yield time, quoted(f"MBChB 501 {what} of week {week % 13 + 1}: {topic} (LT{day + 1})"), what
        week += 1
        monday += datetime.timedelta(days=7 if week % 13 else 14)


def clean_rows(dice, rows):
    """Lines without end: ISO times, plain tokens, nothing repeated."""
    students = [Student(number, dice) for number in range(shape(rows))]
    for time, description, kind in events(dice):
        moment = time.isoformat()
        for student in students:
            if kind == "placement":
                moment = time.replace(minute=dice.randrange(60), second=dice.randrange(60)).isoformat()
            if dice.random() < student.presence:
                tail = "2,true,false,false" if kind == "placement" else "1,true,false,false"
            elif dice.random() < 0.3:
                tail = f"50,false,{dice.choice(REASONS)},false"
            else:
                tail = "1,false,false,false"
            yield f"{student.id},{student.names},{description},{moment},{tail}\n"


DATES = ["%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d.%m.%Y %H:%M", "%d %b %Y %H:%M", "%d/%m/%Y %I:%M %p",
         "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S.000", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S+01:00"]
ODD_DATES = ["", "TBC", "31/02/2025 09:00", "2205-09-29T09:00:00", "09/29/2024 09:00", "45929.375"]
YES, NO = ["TRUE", "True", "Yes", "1", "Present", " true "], ["FALSE", "False", "No", "0", "Absent", ""]


def messy_rows(dice, rows):
    """The same, and everything that exports do: other notations, repeated rows, line breaks, check-ins minutes apart."""
    students = [Student(number, dice) for number in range(shape(rows))]
    for time, description, kind in events(dice):
        moment = time.isoformat()
        cancelled = kind != "placement" and dice.random() < 0.02
        for student in students:
            at = time
            if kind == "placement":
                at = time.replace(minute=dice.randrange(50), second=dice.randrange(60))
                moment = at.isoformat()
            chance = dice.random()
            present = dice.random() < student.presence
            fields = [student.id, student.names, description, moment, "2" if kind == "placement" else "1",
                      "true" if present else "false", "false", "true" if cancelled else "false"]
            if not present and dice.random() < 0.3:
                fields[4], fields[6] = "50", dice.choice(REASONS)
            if chance < 0.12:
                fields[3] = at.strftime(dice.choice(DATES))
            elif chance < 0.13:
                fields[3] = dice.choice(ODD_DATES)
            elif chance < 0.15:
                fields[2] = f'"{description.strip(chr(34))}\r\nGroup\u00a0{dice.randrange(8)}"'
            elif chance < 0.25:
                fields[5] = dice.choice(YES if present else NO)
            elif chance < 0.252:
                fields[5] = "maybe"
            elif chance < 0.254:
                fields[0] = ""
            elif chance < 0.27:
                fields[0] += ".0"
            elif chance < 0.2705:
                fields.append("moved from Tuesday")
            elif chance < 0.28:
                fields[7:] = ["false", "", ""]
            line = ",".join(fields) + "\r\n"
            yield line
            if chance > 0.97:  # exported twice
                yield line.replace("false,false", "true,false") if chance > 0.99 else line
            elif chance > 0.92 and kind == "placement":  # the card was held up twice
                again = (at + datetime.timedelta(minutes=dice.randrange(1, 9))).isoformat()
                yield line.replace(fields[3], again) if fields[3] else line


def write_csv(path, kind, rows, seed):
    lines = (messy_rows if kind == "messy" else clean_rows)(random.Random(seed), rows)
    with open(path, "w", encoding="utf-8-sig" if kind == "messy" else "utf-8", newline="") as file:
        file.write(",".join(HEADER) + ("\r\n" if kind == "messy" else "\n"))
        for _ in range(rows):
            file.write(next(lines))


def made(folder, kind, rows, module=501):
    """The file of that kind and size under `folder`, made when it is not there; its name tells the module, also the seed."""
    place = pathlib.Path(folder) / f"{kind}-{rows}-{module}"
    path = place / f"lusi_mbchb{module}.{'xlsx' if kind == 'workbook' else 'csv'}"
    # Made anew whenever its generator changes.
    stamp = place / "made-by"
    source = "".join(pathlib.Path(__file__).with_name(f"attendance_{part}.py").read_text() for part in ("files", "workbook"))
    if not path.exists() or not stamp.exists() or stamp.read_text() != source:
        place.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        write(kind, rows, path, module)
        stamp.write_text(source)
    return path


def write(kind, rows, path, seed=501):
    if kind == "workbook":
        write_workbook(path, HEADER, itertools.islice(clean_rows(random.Random(seed), rows), rows))
    else:
        write_csv(path, kind, rows, seed)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), sys.argv[3])
