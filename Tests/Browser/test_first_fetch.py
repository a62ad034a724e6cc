"""Until the register was fetched for the first time, no page says that there is nothing."""

import pytest
from playwright.sync_api import expect

from app import agreed
from school import School

# The first records are a module and its group, so a list of modules is not empty for long.
PAGES = ["/", "/sessions", "/people", "/absences", "/conflicts"]


@pytest.fixture
def school(server):
    return School(server, students=3)


class OnePage:
    """The first page, of three records, comes; the second does not until it is let go."""

    def __init__(self, page):
        self.held = []
        self.is_open = False
        page.route("**/api/v1/sync", self.handle)

    def handle(self, route):
        body = route.request.post_data_json
        if self.is_open:
            route.continue_()
        elif body["cursor"] is None:
            route.fulfill(response=route.fetch(post_data={**body, "limit": 3}))
        else:
            self.held.append(route)

    def let_go(self):
        self.is_open = True
        for route in self.held:
            route.continue_()


@pytest.mark.parametrize("address", PAGES)
def test_progress_stands_where_there_may_be_something_to_come(page, server, school, address):
    fetching = OnePage(page)
    page.goto(server.url + address)
    progress = page.locator("r-first-fetch progress").first
    expect(progress).to_be_visible()
    expect(progress).to_have_attribute("value", "3")
    expect(page.locator(".empty-title")).to_be_hidden()
    fetching.let_go()
    agreed(page)
    expect(page.locator("r-first-fetch progress")).to_have_count(0)


def test_without_a_server_it_says_that_nothing_was_fetched_yet(page, server, school):
    page.route("**/api/v1/sync", lambda route: route.abort())
    page.goto(server.url + "/people")
    expect(page.get_by_text("The register is not on this device yet")).to_be_visible()
    expect(page.get_by_text("No people yet")).to_be_hidden()
    page.unroute("**/api/v1/sync")
    page.locator("r-status-line a").first.click()
    agreed(page)
