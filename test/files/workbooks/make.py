"""Makes the workbooks beside this file: see README.md. Needs openpyxl 3.1 and XlsxWriter 3.2."""

import datetime
import pathlib

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

here = pathlib.Path(__file__).parent
day = datetime.date
clock = datetime.time

HEAD = [
    ("field", "value"),
    ("format", "resursutbyte/region@1"),
    ("name", "Farsta"),
    ("period.from", day(2004, 1, 1)),
    ("period.to", day(2004, 12, 31)),
]
PARTICIPANT = {
    "id": "p1",
    "gender": "woman",
    "permit_date": day(2003, 9, 1),
    "arrived_on": day(2003, 6, 1),
    "available_from": day(2004, 1, 10),
    "area": "Farsta strand",
    "sfi_path": 2,
    "sfi_course": "C",
    "sfi_group": "s1",
    "school_forms": "preschool;compulsory",
    "roles": "childminder",
    "competences": "childcare;music",
    "max_commute_min": 45,
    "min_team_hours": 15,
    "max_week_hours": 40,
    "background": "SO",
    "background_consent": True,
    "avoid_units": None,
    "prefer_units": "u1",
    "child_units": None,
}
UNIT = {
    "id": "u1",
    "name": "Skolan",
    "form": "compulsory",
    "principal": "Staden",
    "district": "Farsta",
    "lat": 59.24,
    "lon": 18.09,
}
TEAM = {
    "id": "t1",
    "unit": "u1",
    "name": "Lag 1",
    "seats": 2,
    "reserved_seats": 1,
    "supervisors": 1,
    "min_hours": 10,
    "starts_on": day(2004, 1, 12),
    "roles": "childminder",
    "competences": "music",
}
TEAM_LANGUAGE = {
    "team": "t1",
    "language": "som",
    "pupils": 12,
    "pupils_last_year": "<5",
    "adults_present": 0,
    "adults_wanted": 1,
}
SFI_GROUP = {
    "id": "s1",
    "provider": "Sfi Farsta",
    "path": 2,
    "course": "C",
    "seats": 20,
    "lat": 59.24,
    "lon": 18.1,
    "starts_on": day(2004, 1, 12),
}


def session(owner, id, weekday, start, end):
    return {"owner": owner, "id": id, "weekday": weekday, "start": start, "end": end}


def tables():
    """Every table of the small region of the tests (test/files/small-region.ts)."""
    return {
        "participants": [dict(PARTICIPANT)],
        "participant_languages": [{"participant": "p1", "language": "som", "level": "native"}],
        "units": [dict(UNIT)],
        "teams": [dict(TEAM)],
        "team_languages": [dict(TEAM_LANGUAGE)],
        "sfi_groups": [dict(SFI_GROUP)],
        "sessions": [
            session("team", "t1", "mon", clock(8), clock(12)),
            session("sfi", "s1", "mon", clock(13), clock(16)),
            session("participant", "p1", "fri", clock(15), clock(16)),
        ],
        "areas": [{"name": "Farsta strand", "lat": 59.235, "lon": 18.1}],
        "extracts": [
            {
                "participant": "p1",
                "principal": "Staden",
                "issued_on": day(2003, 11, 1),
                "shown_on": day(2003, 11, 20),
            }
        ],
        "team_backgrounds": [{"team": "t1", "country": "SO", "pupils": "<5"}],
        "travel": [{"from": "Farsta strand", "to": "u1", "minutes": 12}],
        "decisions": [
            {
                "participant": "p1",
                "team": "t1",
                "decision": "lock",
                "reason": "agreed",
                "decided_on": day(2004, 1, 2),
            }
        ],
    }


def with_openpyxl(rows_of, names=None):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet = book.create_sheet("region")
    for row in HEAD:
        sheet.append(row)
    for table, rows in rows_of.items():
        sheet = book.create_sheet((names or {}).get(table, table))
        sheet.append(list(rows[0]))
        for row in rows:
            sheet.append(list(row.values()))
    return book


def typed():
    names = {"participants": "Deltagare", "teams": "ARBETSLAG", "areas": "områden", "decisions": "beslut"}
    book = with_openpyxl(tables(), names)
    book["units"]["B2"] = CellRichText(["Sko", TextBlock(InlineFont(b=True), "lan")])
    # What spreadsheets leave behind: formatted rows without a value, and the sheet that a new workbook has.
    for row in range(5, 40):
        book["sessions"].cell(row, 1).font = openpyxl.styles.Font(bold=True)
    book.create_sheet("Blad1")
    book.save(here / "typed.xlsx")


def computed_1904():
    book = xlsxwriter.Workbook(here / "computed-1904.xlsx", {"date_1904": True})
    bold = book.add_format({"bold": True})
    dates = book.add_format({"num_format": "yyyy-mm-dd"})
    times = book.add_format({"num_format": "h:mm"})

    def write(sheet, row, column, value):
        if isinstance(value, clock):
            sheet.write_datetime(row, column, value, times)
        elif isinstance(value, day):
            sheet.write_datetime(row, column, datetime.datetime.combine(value, clock()), dates)
        elif value == "Skolan":
            sheet.write_formula(row, column, '="Sko"&"lan"', None, value)
        elif value == "Sfi Farsta":
            sheet.write_rich_string(row, column, "Sfi ", bold, "Farsta")
        elif value == 59.24:
            sheet.write_formula(row, column, "=59+0.24", None, value)
        elif value is not None:
            sheet.write(row, column, value)

    sheet = book.add_worksheet("region")
    for row, cells in enumerate(HEAD):
        for column, value in enumerate(cells):
            write(sheet, row, column, value)
    for table, rows in tables().items():
        sheet = book.add_worksheet(table)
        for row, cells in enumerate([{name: name for name in rows[0]}, *rows]):
            for column, value in enumerate(cells.values()):
                write(sheet, row, column, value)
    book.close()


def ten_errors():
    rows = tables()
    rows["participants"][0] |= {"gender": "womn", "permit_date": 37865, "competences": True}
    rows["teams"][0] |= {"seats": "two", "starts_on": datetime.datetime(2004, 1, 12, 8, 30)}
    rows["decisions"][0] |= {"reason": "#N/A"}
    rows["areas"][0] |= {"lat": "=59+0.24"}
    rows["sfi_groups"][0] |= {"provider": day(2004, 1, 12)}
    rows["sessions"][1] |= {"start": 13.3}
    rows["travel"][0] |= {"minutes": 1.5}
    with_openpyxl(rows).save(here / "ten-errors.xlsx")


def numbers_as_ids():
    rows = tables()
    rows["units"][0]["id"] = 101
    rows["teams"][0]["unit"] = 101
    rows["participants"][0]["prefer_units"] = 101
    rows["travel"][0]["to"] = 101
    rows["participants"][0] |= {"background_consent": 1}
    rows["sessions"][0] |= {"start": 8 / 24, "end": "12:00:00"}
    with_openpyxl(rows).save(here / "numbers.xlsx")


typed()
computed_1904()
ten_errors()
numbers_as_ids()
