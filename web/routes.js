/** Every page, one line each. `nav` is the navigation entry that is lit; `open` pages need no signed-in user. */
import { route } from "./router.js";

export function addRoutes() {
    // register
    route("/", () => import("./register/today.js"), { title: "Today", nav: "/" });
    route("/sessions", () => import("./register/sessions.js"), { title: "Sessions", nav: "/sessions" });
    route("/sessions/:id", () => import("./register/register.js"), { title: "Register", nav: "/sessions" });
    route("/absences", () => import("./register/absences.js"), { title: "Absence notices", nav: "/absences" });
    route("/students/me", () => import("./register/student.js"), { title: "My record", nav: "/students/me" });
    route("/students/:id", () => import("./register/student.js"), { title: "Student record", nav: "/people" });
    route("/conflicts", () => import("./register/conflicts.js"), { title: "Conflicts", nav: "/conflicts" });
    route("/sync", () => import("./register/waiting.js"), { title: "This device", nav: "/sync" });
    route("/more", () => import("./register/more.js"), { title: "More", nav: "/more" });

    // roster
    route("/people", () => import("./roster/people.js"), { title: "People", nav: "/people" });
    route("/people/:id", () => import("./roster/person.js"), { title: "Person", nav: "/people" });
    route("/modules", () => import("./roster/modules.js"), { title: "Modules and groups", nav: "/modules" });
    route("/groups/:id", () => import("./roster/group.js"), { title: "Group", nav: "/modules" });
    route("/school", () => import("./roster/school.js"), { title: "School", nav: "/school" });

    // reports and imports
    route("/reports", () => import("./reports/page.js"), { title: "Reports", nav: "/reports" });
    route("/imports", () => import("./imports/page.js"), { title: "Import", nav: "/imports" });
    route("/welcome", () => import("./imports/welcome.js"), { title: "Welcome", nav: "/" });

    // insights
    route("/insights", () => import("./insights/index.js"), { title: "Insights", nav: "/insights" });
    route("/insights/summary", () => import("./insights/summary.js"), { title: "Who needs help", nav: "/insights/summary" });
    route("/insights/student", () => import("./insights/student.js"), { title: "Student", nav: "/insights/summary" });
    route("/insights/placements", () => import("./insights/placements.js"), { title: "Placements", nav: "/insights/summary" });
    route("/insights/self-certification", () => import("./insights/self-certification.js"), { title: "Self-certification", nav: "/insights/summary" });
    route("/insights/recent", () => import("./insights/recent.js"), { title: "Recent activity", nav: "/insights/summary" });
    route("/insights/advisers", () => import("./insights/advisers.js"), { title: "Advisers", nav: "/insights/summary" });
    route("/insights/adviser", () => import("./insights/adviser.js"), { title: "Adviser", nav: "/insights/summary" });
    route("/insights/weekly", () => import("./insights/weekly.js"), { title: "Week by week", nav: "/insights/summary" });
    route("/insights/compare", () => import("./insights/compare.js"), { title: "Compare", nav: "/insights/summary" });

    // scribe
    route("/scribe", () => import("./scribe/index.js"), { title: "Scribe", nav: "/scribe" });
    route("/scribe/catch-up", () => import("./scribe/catch-up.js"), { title: "Catch up", nav: "/scribe" });
    route("/scribe/search", () => import("./scribe/search.js"), { title: "Search", nav: "/scribe" });
    route("/scribe/record/:id", () => import("./scribe/record.js"), { title: "Record", nav: "/scribe" });
    route("/scribe/sessions/:id", () => import("./scribe/session.js"), { title: "Session", nav: "/scribe" });

    // compliance
    route("/compliance", () => import("./compliance/index.js"), { title: "Compliance", nav: "/compliance" });
    route("/compliance/documents/:id", () => import("./compliance/document.js"), { title: "Note", nav: "/compliance" });
    route("/compliance/episodes", () => import("./compliance/episodes.js"), { title: "Episodes", nav: "/compliance" });
    route("/compliance/episodes/:id", () => import("./compliance/episode.js"), { title: "Episode", nav: "/compliance" });
    route("/compliance/trends", () => import("./compliance/trends.js"), { title: "Trends", nav: "/compliance" });
    route("/compliance/rules", () => import("./compliance/rules.js"), { title: "Rules and manual", nav: "/compliance" });
    route("/compliance/rubrics", () => import("./compliance/rubrics.js"), { title: "Rubrics", nav: "/compliance" });
    route("/compliance/rubrics/:version", () => import("./compliance/rubric.js"), { title: "Rubric", nav: "/compliance" });
    route("/compliance/cases", () => import("./compliance/cases.js"), { title: "Teaching cases", nav: "/compliance" });
    route("/compliance/cases/:id", () => import("./compliance/case.js"), { title: "Teaching case", nav: "/compliance" });
    route("/compliance/batches/:id", () => import("./compliance/batch.js"), { title: "Batch", nav: "/compliance" });
    route("/compliance/logbook", () => import("./compliance/logbook.js"), { title: "Placement logbook", nav: "/compliance" });
    route("/compliance/settings", () => import("./compliance/settings.js"), { title: "Settings of Compliance", nav: "/compliance" });

    // accounts
    route("/sign-in", () => import("./accounts/sign-in.js"), { title: "Sign in", open: true });
    route("/account", () => import("./accounts/account.js"), { title: "Your account", nav: "/account" });
    route("/users", () => import("./accounts/users.js"), { title: "Accounts", nav: "/users" });
}
