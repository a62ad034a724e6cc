/// Words that people use for each other in lectures and questions, by stem. A match by way of it counts less than the word.
enum Thesaurus {
    static func areAlike(_ left: String, _ right: String) -> Bool {
        if left.hasSuffix("er"), right.hasSuffix("er") {
            // "quicker" and "faster"
            return areAlike(String(left.dropLast(2)), String(right.dropLast(2)))
        }
        guard let groups = groups[left], let others = Self.groups[right] else { return false }
        return !groups.isDisjoint(with: others)
    }

    /// The same of what persons do: who "runs" a class "leads", "teaches" or "takes" it.
    static func areAlikeOfPersons(_ left: String, _ right: String) -> Bool {
        personal.contains { $0.contains(left) && $0.contains(right) }
    }

    private static let personal = [
        "run lead teach take hold head chair conduct supervise instruct organise manage direct",
        "teach give hold offer",
        "invent devise develop create design introduce originate build construct publish propose found discover",
        "describe publish report observe",
    ].map { line in Set(line.split(separator: " ").map { PorterStemmer.stem(String($0)) }) }

    /// Whether one is the other with a derivational ending: `move` and `movement`.
    static func areRelated(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        guard short.utf8.count >= 4, long.hasPrefix(short) else { return false }
        return endings.contains(String(long.dropFirst(short.count)))
    }

    private static let endings: Set<String> = [
        "e", "i", "y", "s", "ed", "ing", "er", "or", "ment", "ion", "tion", "ation", "al", "ic", "iv", "ive", "ity",
        "iti",
        "ness", "anc", "enc", "ful", "abl", "ate", "at", "ant", "ent", "is", "ist", "ian", "able", "or", "ous", "ou",
    ]

    /// A word may stand in several lines.
    private static let groups: [String: Set<Int>] = {
        let lines = """
            average typical usual normal mean roughly about
            arrive reach admission admitted present presentation come hospital
            frequent common commonest usual often prevalent
            cause trigger reason set result lead produce make due
            treat treatment manage management therapy give administer
            drug medicine medication pharmaceutical
            doctor physician clinician
            water fluid liquid
            fluid drink hydrate hydration liquid
            breathe breath respiration ventilation
            child children paediatric infant
            die death mortality fatal lethal kill
            begin start commence initial onset first
            stop end cease discontinue
            increase raise rise higher elevate grow multiply
            decrease reduce lower fall drop decline
            avoid contraindicate forbid never not
            sign symptom feature manifestation finding
            test examination assessment investigation measure assess evaluate screen check
            find show demonstrate prove detect reveal
            define mean call definition
            device orthosis brace splint aid
            grade score rate scale
            last duration long
            weak affected paretic hemiparetic impaired
            strong unaffected good
            walk gait ambulation
            foot feet
            control move innervate supply operate
            turn rotate
            need require must
            important main principal chief key major
            danger dangerous risk harmful hazard
            happen occur
            insert place put pass
            eat food meal diet feed
            swallow deglutition
            lung chest pulmonary
            heart cardiac myocardial
            kidney renal
            liver hepatic
            brain cerebral
            blood serum plasma
            sugar glucose
            potassium hypokalaemia hyperkalaemia
            urine urinary
            infusion infuse drip intravenous
            fast speed quick rapid velocity
            balance stability
            fall falls tumble
            exercise training practice practise
            repeat repetition
            arm limb
            leg limb
            recover recovery improve improvement better regain
            patient people person individual
            team staff nurse
            prevent prevention avoid protect
            percent percentage proportion share fraction
            old age aged
            late latest last
            maximum largest highest biggest greatest limit
            minimum smallest lowest least
            use useful help benefit value
            judge assess test
            allow permit may can
            crush grind
            teach educate
            stroke infarct cva
            day daily
            contain content
            weigh weight
            lie lying
            phone call ring contact
            harvest take collect pick obtain
            cane stick
            floor ground
            overdose poison intoxication
            aim target goal
            occlude block obstruct
            carry hold
            class course session lesson practical seminar group training
            hold happen
            apply give administer
            stop pause suspend
            participate include enrol recruit
            score point
            affect influence inhibit change alter
            drive driver
            cool chill
            stay remain
            place stand put position
            beneficial benefit useful
            place location site
            deadline within before latest
            hourly hour
            picture image imaging scan xray radiograph
            pain ache painful
            wound injury
            operate operation surgery surgical
            antibiotic antimicrobial
            pressure tension
            step pace
            tone spasticity stiffness
            identify recognise diagnose diagnosis detect
            deep deeply
            grade measure quantify
            sour acidic acid
            differ difference distinguish unlike versus contrast
            ask enquire inquire
            """
        var groups: [String: Set<Int>] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") {
                groups[PorterStemmer.stem(String(word)), default: []].insert(number)
            }
        }
        return groups
    }()
}
