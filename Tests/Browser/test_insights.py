"""Insights in the browser: files in, every row accounted for, views that follow one set of filters, files out, and undo."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Error, expect

from app import VIEWPORT
from insights import EVENTS, Module, check_ins, downloaded, drop, send
from school import School
from server import Server


@pytest.fixture(scope="module")
def module():
    return Module("501")


@pytest.fixture(scope="module")
def filled(module):
    """A server that has the module; tests of this fixture leave it as they found it."""
    server = Server().start()
    send(server, module.name, module.bytes)
    send(server, Module("302").name, Module("302").bytes)
    yield server
    server.close()


@pytest.fixture
def watched(page):
    """A page whose console and script errors fail the test. A question of the server (422) is none."""
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" and "422" not in message.text else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not errors, errors


def students(page):
    return page.locator("[data-part=students] tbody tr")


def card(page, name):
    return page.locator("article.upload").filter(has=page.get_by_role("heading", name=name))


def query(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_dropped_files_are_accounted_for_exported_cell_by_cell_and_undone(server, watched, module):
    page = watched
    page.goto(f"{server.url}/insights")
    expect(page.get_by_role("heading", name="From an export to a conversation")).to_be_visible()
    # three files at once, one of which does not say which module it is for
    drop(page, [(module.name, module.bytes), ("lusi_mbchb302.csv", Module("302").bytes), ("placement days.csv", check_ins())])
    expect(card(page, module.name).get_by_text("Imported", exact=True)).to_be_visible()
    lines = {row.get_attribute("data-line"): int(re.sub(r"\D", "", row.locator(".sum").inner_text()))
             for row in card(page, module.name).locator(".accounting tr[data-line]").all()}
    assert lines == module.accounting, lines
    assert sum(count for line, count in lines.items() if line != "rows") == lines["rows"]
    question = card(page, "placement days.csv")
    question.get_by_label("Module").fill("501")
    question.get_by_role("button", name="Import").click()
    expect(question.get_by_text("Imported", exact=True)).to_be_visible()
    expect(page.locator("[role=status].upload-news")).to_have_text("3 of 3 files done")

    # every row that is not kept as it stands, in a file, with its record
    card(page, module.name).locator(".problems > summary").click()
    expect(card(page, module.name).get_by_role("cell", name="31/02/2025 09:00")).to_be_visible()
    problems = list(csv.DictReader(io.StringIO(downloaded(page, card(page, module.name).get_by_role("link", name="Download all rows")).decode("utf-8-sig"))))
    assert len(problems) == 9 and {row["code"] for row in problems} == {"malformed", "blank_student_id", "bad_date", "cancelled", "duplicate"}
    assert [row["record"] for row in problems if row["code"] == "bad_date"] == ["244"]

    # the page opens the summary; nobody is lost who should be on it
    card(page, module.name).get_by_role("link", name="See who needs help").click()
    below = module.at_or_below(80)
    expect(students(page)).to_have_count(len(below))
    part = page.locator("[data-part=students]")
    exported = list(csv.DictReader(io.StringIO(downloaded(page, part.get_by_role("link", name="as CSV")).decode("utf-8-sig"))))
    heading, *sheet = openpyxl.load_workbook(io.BytesIO(downloaded(page, part.get_by_role("link", name="as Excel")))).active.iter_rows(values_only=True)
    rows = {row["Student ID"]: row for row in exported}
    cells = {row[0]: dict(zip(heading, row, strict=True)) for row in sheet}
    assert set(rows) == set(cells) == set(module.students), "complete, whatever the screen shows"
    for number, one in module.students.items():
        absent = EVENTS - one["attended"] - one["excused"]
        counts = {"Expected": EVENTS, "Attended": one["attended"], "Excused": one["excused"], "Absent": absent}
        texts = {"First name": one["first"], "Adviser": one["adviser"]}
        assert rows[number] | {name: str(count) for name, count in counts.items()} | texts == rows[number], number
        assert cells[number] | counts | texts == cells[number], number
        # a workbook keeps a percentage as the part that it formats
        assert float(rows[number]["Attendance %"]) == round(100 * cells[number]["Attendance %"], 6) == module.percentage(number)
        assert rows[number]["Surname"].lstrip("'") == cells[number]["Surname"].lstrip("'") == one["family"]
    assert rows["00501011"]["Surname"] == "'=cmd", "a formula is text in a spreadsheet"

    # one file out again, and back, and out
    page.get_by_role("link", name="Files", exact=True).click()
    history = page.locator("#history")
    expect(history.locator("[data-import]")).to_have_count(3)
    history.get_by_role("button", name="Undo lusi_mbchb302.csv").click()
    expect(page.locator(".module-card")).to_have_count(1)
    page.locator("r-toasts").get_by_role("button", name="Undo").click()
    expect(page.locator(".module-card")).to_have_count(2)
    history.get_by_role("button", name=f"Undo {module.name}").click()
    expect(history.get_by_role("button", name=f"Bring {module.name} back")).to_be_visible()
    expect(page.locator(".module-card").filter(has_text="501")).to_contain_text("1 student")

    # the very same file again changes nothing
    before = server.get("/api/v1/insights/modules")
    drop(page, [("lusi_mbchb302.csv", Module("302").bytes)])
    expect(card(page, "lusi_mbchb302.csv").filter(has_text="Here already")).to_have_count(1)
    assert server.get("/api/v1/insights/modules")["items"] == before["items"]


def test_views_follow_one_set_of_filters_that_survives_a_reload(filled, watched, module):
    page = watched
    page.goto(f"{filled.url}/insights/summary?module=501")
    expect(students(page)).to_have_count(len(module.at_or_below(80)))
    page.get_by_label("At or below, %").fill("55")
    page.keyboard.press("Enter")
    expect(students(page)).to_have_count(len(module.at_or_below(55)))
    page.get_by_text("More filters").click()
    page.get_by_label("Adviser", exact=True).select_option("Prof. Bo Osei")
    expected = [number for number in module.at_or_below(55) if module.students[number]["adviser"] == "Prof. Bo Osei"]
    expect(students(page)).to_have_count(len(expected))
    assert query(page) == {"module": "501", "threshold": "55", "adviser": "Prof. Bo Osei"}
    page.reload()
    expect(students(page)).to_have_count(len(expected))
    expect(page.get_by_label("At or below, %")).to_have_value("55")
    # links keep them, and the next view follows them
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Weeks").click()
    expect(page.get_by_role("heading", name="Week by week", exact=True)).to_be_visible()
    expect(students(page)).to_have_count(4)
    assert query(page)["adviser"] == "Prof. Bo Osei" and query(page)["threshold"] == "55"
    page.get_by_role("button", name="Clear filters").click()
    expect(students(page)).to_have_count(len(module.students))
    # a typed word narrows without taking the caret away
    search = page.get_by_label("Name or number")
    search.press_sequentially("nunez")
    expect(students(page)).to_have_count(1)
    expect(search).to_be_focused()
    expect(search).to_have_value("nunez")


def test_students_without_an_adviser_are_a_filter_of_every_view_and_file(filled, watched, module):
    page = watched
    alone = {number for number, one in module.students.items() if one["adviser"] == ""}
    page.goto(f"{filled.url}/insights/summary?module=501&show=all")
    expect(students(page)).to_have_count(len(module.students))
    page.get_by_text("More filters").click()
    page.get_by_label("Adviser", exact=True).select_option(label="None named")
    expect(students(page)).to_have_count(len(alone))
    assert parse_qs(urlsplit(page.url).query, keep_blank_values=True)["adviser"] == [""]
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Weeks").click()
    expect(page.get_by_role("heading", name="Week by week", exact=True)).to_be_visible()
    expect(students(page)).to_have_count(len(alone))
    exported = list(csv.DictReader(io.StringIO(downloaded(page, page.locator("[data-part=students]").get_by_role("link", name="as CSV")).decode("utf-8-sig"))))
    assert {row["Student ID"] for row in exported} == alone
    page.reload()
    expect(students(page)).to_have_count(len(alone))
    page.locator(".chip").filter(has_text="no adviser named").click()
    expect(students(page)).to_have_count(len(module.students))
    assert "adviser" not in page.url


def test_back_leads_to_the_filters_as_they_were(filled, watched, module):
    page = watched
    page.goto(f"{filled.url}/insights/summary?module=501")
    expect(students(page)).to_have_count(len(module.at_or_below(80)))
    threshold = page.get_by_label("At or below, %")
    for typed, sent in [("101", None), ("55", "55"), ("33,333333333", "33.333333333")]:
        threshold.fill(typed)
        page.keyboard.press("Enter")
        if sent is None:
            expect(page.get_by_text("From 0 to 100, for example 80 or 33.33.")).to_be_visible()
            continue
        expect(threshold).to_have_value(sent)
        expect(page.locator("[data-part=students] h2")).to_have_text(f"Students at or below {sent} %")
    page.get_by_label("Name or number").press_sequentially("zhou")
    expect(page).to_have_url(re.compile("q=zhou"))
    page.go_back()
    expect(page.locator("[data-part=students] h2")).to_have_text("Students at or below 55 %")
    expect(threshold).to_have_value("55")
    assert query(page) == {"module": "501", "threshold": "55"}, "the letters of the search were no steps"
    page.go_back()
    expect(students(page)).to_have_count(len(module.at_or_below(80)))
    page.go_forward()
    expect(students(page)).to_have_count(len(module.at_or_below(55)))


def test_an_address_that_asks_for_nonsense_is_told_so(filled, watched, module):
    page = watched
    page.goto(f"{filled.url}/insights/summary?module=501&threshold=abc&from=2025-99-99&group=zz&order=foo")
    expect(students(page)).to_have_count(len(module.at_or_below(80)))
    says = page.locator(".address-says")
    for word in ["threshold “abc”", "first day “2025-99-99”", "group “zz”", "order “foo”"]:
        expect(says).to_contain_text(word)
    page.goto(f"{filled.url}/insights/summary?module=501&show=all&from=2025-12-12&to=2025-09-01")
    expect(page.locator("r-field[name=to] .field-error")).to_have_text("The last day lies before the first.")
    expect(students(page)).to_have_count(0)
    page.get_by_label("To", exact=True).fill("2025-12-31")
    expect(page.locator("[data-part=students]")).to_be_visible()
    expect(page.locator("r-field[name=to] .field-error")).to_be_hidden()
    assert query(page)["to"] == "2025-12-31"


def test_a_new_module_can_be_chosen_at_once(server, watched, module):
    page = watched
    send(server, module.name, module.bytes)
    page.goto(f"{server.url}/insights/summary?module=501")
    picker = page.locator(".filter-main select[name=module] option")
    expect(picker).to_have_count(1)
    threshold = page.get_by_label("At or below, %")
    threshold.fill("6")
    drop(page, [("lusi_mbchb302.csv", Module("302").bytes)])
    expect(picker).to_have_count(2)
    expect(threshold).to_be_focused()
    expect(threshold).to_have_value("6")


def test_a_student_leads_back_to_file_and_record_and_has_a_log(filled, watched, module):
    page = watched
    number = "00501006"
    page.goto(f"{filled.url}/insights/summary?module=501")
    page.get_by_role("link", name=re.compile("Smith, Jr")).click()
    expect(page.get_by_role("heading", name="Student6 Smith, Jr")).to_be_visible()
    expect(page.locator(".headroom")).to_contain_text("To reach 80 %, 10 events in a row have to be attended")
    expect(page.locator(".figure-card").first).to_contain_text(f"{module.percentage(number):.1f} %")
    absences = page.locator("[data-part=absences] tbody tr")
    expect(absences).to_have_count(6)
    first_missed = next(index for index, row in enumerate(module.rows, 1) if row[0] == number and row[6] == "no")
    row = absences.filter(has_text=f"record {first_missed}")
    expect(row).to_have_count(1)
    assert downloaded(page, row.get_by_role("link", name=module.name)) == module.bytes, "the file is the one that was imported"

    page.get_by_role("button", name="Record a contact").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("How").select_option("phone")
    dialog.get_by_label("Outcome").fill("Comes to the seminar on Monday")
    dialog.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator(".entries").filter(has_text="Comes to the seminar on Monday")).to_have_count(1)
    page.get_by_role("button", name="Raise a flag").click()
    page.get_by_role("dialog").get_by_label("Why").fill("Three Mondays")
    page.get_by_role("dialog").get_by_role("button", name="Raise").click()
    page.get_by_role("button", name="Close with its remedy").click()
    page.get_by_role("dialog").get_by_label("Remedy").fill("Moved to the other group")
    page.get_by_role("dialog").get_by_role("button", name="Close the flag").or_(page.get_by_role("dialog").locator("[type=submit]")).first.click()
    expect(page.locator(".entries").filter(has_text="Moved to the other group")).to_contain_text("Three Mondays")
    page.locator("r-toasts").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Close with its remedy")).to_be_visible()
    page.get_by_role("button", name="Take the contact of").click()
    expect(page.locator(".entries").filter(has_text="Comes to the seminar")).to_have_count(0)


def test_a_chart_has_its_table_its_downloads_and_both_themes(filled, watched, module):
    page = watched
    page.goto(f"{filled.url}/insights/summary?module=501&show=all")
    chart = page.locator("r-chart[data-state=drawn]")
    expect(chart).to_have_count(1)
    chart.get_by_text("The figures as a table").click()
    expect(chart.get_by_role("row", name=re.compile("90–100"))).to_be_visible()
    with page.expect_download() as picture:
        chart.get_by_role("button", name="Save as PNG").click()
    with open(picture.value.path(), "rb") as file:
        assert file.read(8) == b"\x89PNG\r\n\x1a\n"
    with page.expect_download() as drawing:
        chart.get_by_role("button", name="Save as SVG").click()
    with open(drawing.value.path()) as file:
        assert "<svg" in file.read(200)
    background = "document.querySelector('.chart-canvas svg.main-svg').style.background"
    light = page.evaluate(background)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(page.locator(f".chart-canvas svg.main-svg[style*='{light}']")).to_have_count(0)
    ticks = chart.locator(".xtick text")
    everything = ticks.count()
    chart.get_by_role("button", name="Zoom in").focus()
    for _ in range(4):
        page.keyboard.press("Enter")
    expect(ticks).not_to_have_count(everything)
    chart.get_by_role("button", name="Whole chart").click()
    expect(ticks).to_have_count(everything)


def test_two_people_do_not_disturb_each_other_and_news_reaches_both(filled, chromium, module):
    contexts = [chromium.new_context(viewport=VIEWPORT) for _ in range(2)]
    ann, ben = (context.new_page() for context in contexts)
    ann.goto(f"{filled.url}/insights/summary?module=501&threshold=55")
    ben.goto(f"{filled.url}/insights/summary?module=302&show=all")
    expect(students(ann)).to_have_count(len(module.at_or_below(55)))
    expect(students(ben)).to_have_count(12)
    # Ann is typing while Ben's module gets one more file
    ann.get_by_label("Name or number").fill("angstrom")
    expect(students(ann)).to_have_count(1)
    more = check_ins("302").replace(b"00302000", b"00302099")
    made = send(filled, "lusi_mbchb302 more.csv", more, module="302")
    expect(students(ben)).to_have_count(13)
    assert filled.call("DELETE", f"/api/v1/insights/imports/{made['id']}")[0] == 200
    expect(students(ben)).to_have_count(12)
    expect(ann.get_by_label("Name or number")).to_be_focused()
    expect(students(ann)).to_have_count(1)
    assert query(ann) == {"module": "501", "threshold": "55", "q": "angstrom"} and query(ben)["module"] == "302"
    for context in contexts:
        context.close()


def test_a_late_answer_does_not_replace_a_newer_one(filled, chromium, module):
    # what a service worker lets through cannot be held back
    context = chromium.new_context(viewport=VIEWPORT, service_workers="block")
    page = context.new_page()
    page.goto(f"{filled.url}/insights/summary?module=501")
    expect(students(page)).to_have_count(len(module.at_or_below(80)))
    held = []
    page.route("**/insights/summary?*threshold=90*", lambda route: held.append(route))
    threshold = page.get_by_label("At or below, %")
    threshold.fill("90")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Working it out…")).to_be_visible()
    threshold.fill("60")
    page.keyboard.press("Enter")
    expect(students(page)).to_have_count(len(module.at_or_below(60)))
    for route in held:
        try:
            route.continue_()
        except Error:  # the page has let go of that request, as it should
            pass
    expect(page.get_by_text("Working it out…")).to_be_hidden()
    page.wait_for_timeout(300)
    expect(students(page)).to_have_count(len(module.at_or_below(60)))
    assert query(page)["threshold"] == "60"
    context.close()


def test_a_mark_in_the_register_shows_at_once(server, watched):
    """The figures of a student follow a mark taken elsewhere while somebody looks at them."""
    school = School(server, students=6)
    mark = {"session": school.session, "student": school.students[0]}
    server.post("/api/v1/attendance/records", mark | {"status": "present"})
    page = watched
    page.goto(f"{server.url}/insights/summary?module=501&show=all")
    expect(students(page)).to_have_count(1)
    expect(page.locator(".rate")).to_have_text("100.0 %")
    server.post("/api/v1/attendance/records", {"session": school.session, "student": school.students[1], "status": "absent"})
    expect(students(page)).to_have_count(2)
    expect(students(page).first).to_contain_text("0.0 %")
    students(page).first.get_by_role("link").first.click()
    expect(page.locator("[data-part=rows] tbody tr")).to_contain_text("Register")


def test_everything_is_reached_by_keyboard_and_offline_is_said(filled, watched):
    page = watched
    page.goto(f"{filled.url}/insights/advisers?module=501")
    expect(page.locator("[data-part=advisers] tbody tr")).to_have_count(3)
    summary = page.locator(".insight-filters > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Module", exact=True)).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Module", exact=True)).to_be_focused()
    page.locator("a.row-link").first.focus()
    page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name if name != "None named" else "No adviser named")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("heading", name="Whom to talk to today")).to_be_visible()


def test_out_of_reach_is_said(filled, page):
    page.goto(f"{filled.url}/insights/summary?module=501")
    expect(students(page).first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Weeks").click()
    expect(page.get_by_text("The server cannot be reached")).to_be_visible()
    page.context.set_offline(False)
    expect(students(page)).to_have_count(12)


def test_paper_says_what_was_asked_and_has_all_rows(filled, watched):
    page = watched
    page.goto(f"{filled.url}/insights/summary?module=501&threshold=90&show=all")
    expect(page.locator("r-chart[data-state=drawn]")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".print-head")).to_contain_text("Module 501")
    for hidden in [".sidebar", ".view-tabs", "r-insight-filters", ".chart-tools"]:
        expect(page.locator(hidden).first).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".chart-table table")).to_be_visible()
    expect(students(page)).to_have_count(12)
