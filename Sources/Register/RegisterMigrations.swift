package import Persistence

/// The register's tables. The list only ever grows: a released migration is never edited, a change is a new entry.
///
/// Every table that devices hold carries `change`, the number of its last change, and keeps a removed row as a
/// tombstone (`deleted` = 1), so that "what happened since" is one indexed range.
package let registerMigrations: [Migration] = [
    Migration(name: "register-0001 people, modules, groups") { try createRoster($0) },
    Migration(name: "register-0002 sessions, marks, absence notices") { try createAttendance($0) },
    Migration(name: "register-0003 operations, disputes, devices, receipts") { try createSync($0) },
    Migration(name: "register-0004 school settings, imports") { try createSchool($0) },
    Migration(name: "register-0005 retention, wrong check-ins") { try createRetention($0) },
    Migration(name: "register-0006 sessions by module") {
        try $0.execute("CREATE INDEX session_module ON session (module_id)")
    },
]
