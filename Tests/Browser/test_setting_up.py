"""Setting up a school in the browser: first page, imports, absence notices, reports, accounts, a student's check-in."""

import re
import time

from playwright.sync_api import expect

from app import agreed, offline_ready, waiting, wipe
from school import School

PASSWORD = "purple monkey dishwasher"
# A password check is slow on purpose, and slower in a debug build.
SLOW = 30_000
PEOPLE = """Student number,First name,Surname
36100001,<img src=x onerror=alert(1)>,Hostile
36100002,Ann,Lee
,Without,Number
"""


def toast(page):
    return page.locator("r-toasts")


def dialogs(page):
    """Scripts that ran would open one."""
    opened = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    return opened


def sign_in(page, server, email):
    page.goto(server.url)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    agreed(page)


def first_account(page, server):
    """Made in the browser; ends desktop mode and signs in."""
    page.goto(f"{server.url}/users")
    page.get_by_role("button", name="Make the first account").click()
    page.get_by_label("Your name").fill("Ruth Bell")
    page.get_by_label("E-mail address").fill("owner@school.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make account and sign in").click()
    expect(page.get_by_role("button", name="New account")).to_be_visible(timeout=SLOW)


def new_account(page, server, name, email, role, number=None):
    page.goto(f"{server.url}/users")
    page.get_by_role("button", name="New account").click()
    page.locator("dialog input[name=name]").fill(name)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Role").select_option(role)
    if number:
        page.get_by_label("Find by name or number").fill(number)
    page.get_by_label("First password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(toast(page)).to_contain_text("may sign in now", timeout=SLOW)


def test_an_empty_school_offers_a_sample_that_goes_away_again(server, page):
    page.goto(server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome to Rounds")
    page.get_by_role("button", name="Make the sample school").click()
    expect(page.locator("section.today")).to_be_visible(timeout=120_000)
    page.goto(f"{server.url}/school")
    page.get_by_role("button", name="Remove the sample school").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome to Rounds", timeout=60_000)
    assert server.get("/api/v1/people")["items"] == []


def test_an_import_is_read_before_it_comes_in_and_can_be_undone(server, page):
    opened = dialogs(page)
    page.goto(f"{server.url}/imports")
    page.get_by_label("or choose one").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": PEOPLE.encode()})
    step = page.locator("#step")
    expect(step).to_contain_text("3 rows read: 2 bring something new, 1 will not come in.")
    expect(step.locator(".findings tbody tr")).to_have_text(re.compile(r"4.*number.*blank", re.S))
    assert server.get("/api/v1/people")["items"] == [], "a preview changes nothing"

    page.get_by_role("button", name="Let it in").click()
    expect(step).to_contain_text("people.csv is in")
    page.get_by_role("link", name="See what came in").click()
    expect(page.locator("a.row-link")).to_have_text(
        [re.compile(r"<img src=x onerror=alert\(1\)> Hostile"), re.compile("Ann Lee")])

    page.goto(f"{server.url}/imports")
    page.get_by_role("button", name="Undo people.csv").click()
    expect(page.locator("#history")).to_contain_text("Undone")
    assert server.get("/api/v1/people")["items"] == []
    assert opened == []


def test_a_file_of_no_known_kind_is_refused_with_its_headings(server, page):
    page.goto(f"{server.url}/imports")
    page.get_by_label("or choose one").set_input_files(
        {"name": "odd.csv", "mimeType": "text/csv", "buffer": b"foo,bar\n1,2\n"})
    expect(page.locator("#step")).to_contain_text("Its headings are: foo, bar.")
    expect(page.get_by_label("This file holds")).to_be_visible()


def test_absence_notices_are_decided_offline_and_undone(server, page):
    school = School(server, students=2)
    server.post("/api/v1/attendance/exceptions", {
        "student": school.students[0], "category": "family", "firstDay": "2026-11-02", "lastDay": "2026-11-03",
        "reason": "A wedding", "state": "requested"})
    page.goto(f"{server.url}/absences")
    agreed(page)
    offline_ready(page)
    page.context.set_offline(True)
    page.get_by_role("button", name=re.compile("^Approve")).click()
    waiting(page, 1)
    toast(page).get_by_role("button", name="Undo").click()
    waiting(page, 2)
    expect(page.get_by_role("button", name=re.compile("^Approve"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^Decline")).click()
    page.context.set_offline(False)
    agreed(page)
    notice, = server.get("/api/v1/attendance/exceptions")["items"]
    assert notice["state"] == "declined" and notice["decidedByName"]


def test_a_report_keeps_its_parameters_in_the_address_and_shows_its_formula(server, page):
    school = School(server, students=4)
    for student, status in zip(school.students, ["present", "late", "absent", "present"]):
        server.post("/api/v1/attendance/records", {"session": school.session, "student": student, "status": status})
    page.goto(f"{server.url}/reports")
    expect(page.locator("#formula")).to_contain_text("(present + late) ÷ (present + late + absent)")
    page.get_by_label("Report", exact=True).select_option("group-period")
    page.get_by_label("Group", exact=True).select_option(school.group)
    row = page.locator(".report-table tbody tr").filter(has_text="75.0 %")  # the report before may still be shown
    expect(row).to_have_count(1)
    address = page.url
    assert "report=group-period" in address and school.group in address
    page.goto(address)
    expect(row).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="Every mark as CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


def test_the_first_account_ends_the_time_without_sign_in(server, page):
    first_account(page, server)
    wipe(page, server)
    page.goto(f"{server.url}/reports?report=absentees")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.get_by_label("E-mail address").fill("owner@school.example")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".form-error")).to_have_text(
        "The e-mail address or the password is wrong.", timeout=SLOW)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#report-title")).to_have_text("Absentees", timeout=SLOW)


def test_a_student_checks_in_with_the_lecturers_code(server, page, chromium):
    school = School(server, students=3)
    server.call("PATCH", "/api/v1/school", {"selfCheckIn": True})
    code = lambda: page.evaluate(  # noqa: E731
        "async session => (await (await fetch(`/api/v1/attendance/sessions/${session}/check-in`)).json()).code",
        school.session)
    first_account(page, server)
    new_account(page, server, "Stu Dent", "student@school.example", "student", number="36000001")

    context = chromium.new_context(viewport={"width": 390, "height": 844})
    phone = context.new_page()
    sign_in(phone, server, "student@school.example")
    phone.goto(f"{server.url}/students/me")
    expect(phone.get_by_role("heading", level=1)).to_have_text("My record")
    phone.get_by_label("Code").fill("000000")
    phone.get_by_role("button", name="Check in").click()
    expect(phone.locator("r-field[name=code] .field-error")).to_contain_text("code")
    phone.get_by_label("Code").fill(code().lower())
    phone.get_by_role("button", name="Check in").click()
    expect(phone.locator("#check-in")).to_contain_text("You are checked in.")
    expect(phone.locator("#record")).to_contain_text("Present")
    phone.goto(f"{server.url}/users")
    expect(phone.locator("main")).to_contain_text("Your role does not reach here")
    context.close()


def test_a_late_answer_about_the_user_does_not_draw_the_page_again(server, page):
    """The server may write the members of an object in any order; that is no other user."""
    page.goto(f"{server.url}/modules")
    agreed(page)
    page.route("**/api/v1/me", lambda route: (time.sleep(1), route.continue_()))
    search = page.get_by_label("Search")
    for _ in range(3):
        with page.expect_response("**/api/v1/me"):
            page.goto(f"{server.url}/modules")
            search.fill("half a word")
        page.wait_for_timeout(300)
        expect(search).to_have_value("half a word")
