import Kernel

extension AttendanceDocument {
    /// Everyone with a kept row, in range or not, by id.
    func students(_ writer: inout JSONWriter, _ selection: Selection) {
        let days = filter.days
        let weeks = WeekSlots(cohort.days(in: days), calendar: .academic)
        var texts = DayTexts()
        writer.name("students")
        writer.array(selection.indices.indices) { writer, place in
            let (index, tally) = (selection.indices[place], selection.tallies[place])
            let student = cohort.table.students[index]
            writer.object { writer in
                writer.member("id", student.id)
                writer.member("firstName", student.firstName)
                writer.member("surname", student.surname)
                writer.member("advisor", student.adviser)
                counts(&writer, tally.counts)
                writer.member("percentage", decimal: tally.counts.percentage)
                writer.member("percentageWithoutExcused", decimal: tally.counts.percentageWithoutExcused)
                if tally.selfCertifications > 0 { selfCertification(&writer, index, tally, days, &texts) }
                if tally.checkIns > 0 { placement(&writer, index, days, weeks, &texts) }
                if let recent { macro(&writer, Analysis.recent(cohort, index, asOf: recent.asOf, days: recent.days)) }
                if cohort.context.rotation != nil { rotation(&writer, cohort.rotations[index]) }
                if hasNotes { note(&writer, cohort.context.notes[student.id]) }
            }
        }
    }

    private func selfCertification(
        _ writer: inout JSONWriter, _ index: Int, _ tally: StudentTally, _ days: ClosedRange<Int32>,
        _ texts: inout DayTexts
    ) {
        writer.name("selfCert")
        writer.object { writer in
            writer.member("count", tally.selfCertifications)
            writer.name("dates")
            writer.array { writer in
                var last = Int32.min
                for row in cohort.selfCertificationRows(index, days) where cohort.table.day[row] != last {
                    last = cohort.table.day[row]
                    writer.plainText(texts.date(last))
                }
            }
        }
    }

    private func placement(
        _ writer: inout JSONWriter, _ index: Int, _ days: ClosedRange<Int32>, _ weeks: WeekSlots,
        _ texts: inout DayTexts
    ) {
        let placement = cohort.placement(index, days, weeks)
        writer.name("placement")
        writer.object { writer in
            writer.member("checkIns", placement.checkIns)
            writer.member("attendedCheckIns", placement.attendedCheckIns)
            writer.member("daysAttended", placement.daysAttended)
            writer.name("dates")
            writer.array { writer in for day in placement.days { writer.plainText(texts.date(day)) } }
            writer.name("weeks")
            writer.array { writer in
                var last = -1
                for day in placement.days where weeks.slot(of: day) != last {
                    last = weeks.slot(of: day)
                    writer.plainText(texts.week(day))
                }
            }
            writer.name("absences")
            writer.array { writer in
                for row in cohort.rows(of: index, on: days)
                where cohort.isCheckIn(row) && cohort.status(row) != .attended {
                    writer.array {
                        let day = cohort.table.day[row]
                        let sinceMidnight = cohort.table.time[row] - Int64(day) * SchoolTime.nanosecondsPerDay
                        $0.stamp(texts.date(day), minute: Int(sinceMidnight / 60_000_000_000))
                        $0.value(cohort.table.texts[Int(cohort.table.description[row])])
                        $0.value(cohort.status(row).word)
                    }
                }
            }
        }
    }

    private func macro(_ writer: inout JSONWriter, _ recent: Analysis.RecentRow) {
        writer.name("macro")
        writer.object {
            $0.member("daysAttended", recent.daysAttended)
            $0.member("checkInsCapped", recent.checkInsCapped)
        }
    }

    private func rotation(_ writer: inout JSONWriter, _ rotation: Analysis.Rotation?) {
        writer.name("rotation")
        writer.object {
            $0.member("group", rotation?.group)
            $0.member("label", rotation?.label ?? "Unknown")
            $0.member("pattern", rotation?.pattern ?? "N/A")
            $0.member("expectedDaysPerWeek", decimal: rotation?.expectedDaysPerWeek)
        }
    }

    private func note(_ writer: inout JSONWriter, _ note: StudentNote?) {
        writer.member("email", note?.email)
        writer.member("notes", note?.notes)
    }
}
