/// The columns of all kinds of file, each with the headings under which schools export it.
extension ImportColumn {
    static let number = ImportColumn(
        "number", "student number", "student no", "student id", "student", "student id number", "id", "no",
        "person number",
        "matriculation number", "matric no", "matriculation", "matrikelnummer", "matricula", "numero",
        "candidate number",
        "university number", "university id", "registration number", "upn", "sis id", "sis user id", "user id",
        "staff number",
        "staff id", "staff no", "employee number", "employee id", "identifier", "id number")
    static let givenName = ImportColumn(
        "given name", "given names", "first name", "first names", "forename", "forenames", "first", "given", "vorname",
        "prenom", "nombre", "preferred name", "student first name", "student forename")
    static let familyName = ImportColumn(
        "family name", "surname", "last name", "last names", "last", "family", "nachname", "nom", "apellidos",
        "apellido",
        "student surname", "student last name")
    static let fullName = ImportColumn("name", "full name", "student name", "display name", "person")
    static let email = ImportColumn("email", "e-mail", "email address", "e-mail address", "mail", "student email")
    static let adviser = ImportColumn(
        "adviser", "advisor", "academic adviser", "academic advisor", "personal tutor", "tutor", "mentor", "tutor name",
        "adviser name", "advisor name")
    static let adviserNumber = ImportColumn(
        "adviser number", "adviser id", "advisor number", "advisor id", "tutor number", "tutor id")
    static let stage = ImportColumn("stage", "year", "year of study", "study year", "level", "cohort", "year group")
    static let personKind = ImportColumn("kind", "role", "person type", "user type", "type")

    static let moduleCode = ImportColumn(
        "module", "module code", "course", "course code", "module id", "course id", "unit", "unit code", "subject code")
    static let plainCode = ImportColumn(
        "code", "module code", "course code", "module", "course", "unit code", "module id", "course id", "id")
    static let moduleTitle = ImportColumn(
        "module title", "module name", "course title", "course name", "unit title", "unit name")
    static let plainTitle = ImportColumn(
        "title", "module title", "module name", "course title", "course name", "name", "unit title", "description")

    static let group = ImportColumn(
        "group", "group name", "class", "class name", "set", "section", "tutorial group", "seminar group", "group id")
    static let groupFirstDay = ImportColumn(
        "first day", "group start", "start date", "start", "from", "begins", "valid from", "begin date")
    static let groupLastDay = ImportColumn(
        "last day", "group end", "end date", "end", "to", "until", "ends", "valid to")
    static let enrolledFrom = ImportColumn("enrolled from", "enrolment start", "enrollment start", "joined")
    static let enrolledTo = ImportColumn("enrolled to", "enrolment end", "enrollment end", "left")

    static let date = ImportColumn("date", "day", "session date", "event date", "datum", "start date")
    static let start = ImportColumn("start", "start time", "from", "begins", "time", "start date time", "starts at")
    static let end = ImportColumn("end", "end time", "to", "until", "ends", "finish", "finish time", "ends at")
    static let minutes = ImportColumn("minutes", "duration", "duration minutes", "length")
    static let title = ImportColumn(
        "title", "session", "session title", "event", "event description", "description", "topic", "activity", "name",
        "summary")
    static let sessionKind = ImportColumn("kind", "session kind", "type", "session type", "event type", "activity type")
    static let location = ImportColumn("location", "room", "venue", "place", "where", "building")
    static let teacher = ImportColumn(
        "teacher", "teacher name", "lecturer", "lecturers", "staff", "instructor", "staff name", "taught by",
        "facilitator")

    // attendance exports
    static let eventStart = ImportColumn("startDateTime", "start date and time", "event start")
    static let eventDescription = ImportColumn("eventDescription", "event name")
    static let registerType = ImportColumn("registerType")
    static let present = ImportColumn("present", "attended")
    static let selfCertified = ImportColumn("selfCertInfo", "self certified", "self certification")
    static let cancelled = ImportColumn("cancelled", "canceled")
}
