/// Words that make numbers a date, or keep them from being one.
enum DateWords {
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16
        /// A day directly behind it is meant: "since 9/3".
        static let strong = Kinds(rawValue: 1)
        /// A day or a score: "from 3/5", "by 4/2".
        static let weak = Kinds(rawValue: 2)
        /// Something is being counted or rated in this sentence.
        static let score = Kinds(rawValue: 4)
        /// Behind the numbers: what they count.
        static let unit = Kinds(rawValue: 8)
        static let birth = Kinds(rawValue: 16)
        /// A number behind it is an identifier: "MRN 05-12-24".
        static let code = Kinds(rawValue: 32)
        /// May follow "on the 14th"; a noun ("floor", "visit") may not.
        static let goesOn = Kinds(rawValue: 64)
        static let yearCue = Kinds(rawValue: 128)
        static let monthCue = Kinds(rawValue: 256)
        /// Which visit: last, next.
        static let turn = Kinds(rawValue: 512)
        /// Part of a month: "the first week of November".
        static let part = Kinds(rawValue: 1024)
    }

    static let months: [String: Int] = {
        var table: [String: Int] = [:]
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        for (index, name) in full.enumerated() {
            table[name] = index + 1
            table[String(name.prefix(3))] = index + 1
        }
        table["sept"] = 9
        return table
    }()

    /// Words of their own besides: "dec 5 deg", "march 10 reps".
    static let ambiguousMonths: Set<String> = ["may", "march", "mar", "dec", "jan", "sep"]

    static let weekdays: Set<String> = Set(
        words(
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun")
    )

    static let kinds: [String: Kinds] = {
        var table: [String: Kinds] = [:]
        func add(_ kind: Kinds, _ list: String) {
            for word in words(list) { table[word, default: []].insert(kind) }
        }
        add(
            .strong,
            """
            on since dated date dates dos dob until till thru through effective eff starting beginning ending expires expired
            expiring expiration exp due seen soc eoc onset appt appointment admitted admit discharged signed faxed mailed sent
            received performed fell fall surgery hospitalized hospitalised scheduled sched rescheduled resumed cancelled missed
            evaluated injured occurred yesterday today tomorrow returned delivered issued ordered certified recertified
            refilled implanted serviced calibrated reprogrammed programmed dispensed refitted booked hired retired married
            widowed deceased died relocated vaccinated immunized extubated intubated decannulated casted splinted excised
            verified visited arrived departed diagnosed operated reviewed renewed updated entered written doi dol sx
            """)
        add(
            .weak,
            "from to by after before last next of between and for at in around approx about circa eval evaluation visit injury accident session cert"
        )
        add(
            .score,
            """
            pain nprs nrs vas score scores scored scoring mmt strength grade graded grades berg tinetti poma accuracy rated
            rating rates moca slums mmse katz scale index intensity rpe borg fim balance level accurate correct dyspnea
            quads quad hamstring hamstrings flexion extension abduction adduction dorsiflexion plantarflexion deltoid biceps
            triceps grip worst best improved improving decreased increased reduced unchanged subtest naming recall achieved
            frequency freq grossly bilaterally trials cueing independent reflexes dtr dtrs ratio fraction odi dash lefs
            barthel tug fga dgi abc mas ashworth gcs sit
            """)
        add(
            .unit,
            """
            mile miles mi inch inches cup cups lb lbs kg g mg mcg ml oz tsp tbsp tab tabs tablet dose doses trial trials
            task tasks opportunity opportunities opps bite bites day days time times attempt attempts rep reps repetition
            repetitions step steps item items correct word words sentence sentences pain mmt strength exchange exchanges
            doorway doorways pts points visits sessions successful hour hours hr hrs h wk wks week weeks month months min
            mins minute minutes sec secs second seconds s ft feet foot m meter meters cm mm degree degrees deg sets set x
            years yrs bilaterally grossly globally throughout accuracy accurate questions commands objects pictures
            swallows phrases cues swallow sips meals occasions domains areas criteria goals percent k levels grade out
            intensity severity gait global extension flexion abduction quads hamstrings frequency freq per reach
            """)
        add(.birth, "dob birth born birthdate birthday bday")
        add(
            .code,
            """
            mrn mr# chart record rec id acct account claim case auth authorization policy member medicaid medicare ssn npi lic
            license licence serial sn ref ticket invoice # no
            """)
        add(
            .goesOn,
            """
            and or with for to at due when because as she he they pt patient but after w per by in from of so while who that
            if is was are were has had will may we i it her his their then where which due
            """)
        add(
            .yearCue,
            "in since of circa year around born birth early late mid until before after during back yob spring summer fall winter autumn"
        )
        add(
            .turn,
            "last next previous prior first return initial eval fu followup recent final missed")
        add(
            .monthCue,
            "in since last next early late mid by until this during from before after through past around till til beginning starting ending"
        )
        add(.part, "week weeks end beginning start middle half part month rest most days early late mid close course")
        return table
    }()

    static func words(_ list: String) -> [String] {
        list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }
}
