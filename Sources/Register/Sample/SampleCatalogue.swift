/// The programmes of the fictional school: 50 modules in 17 cohorts.
enum SampleCatalogue {
    /// One year of one programme; its students take all its modules.
    struct Cohort: Sendable {
        let programme: String
        let year: Int
        let students: Int
        let modules: [Module]
    }

    struct Module: Sendable {
        let code: String
        let title: String
        /// What the second session of the week is, beside the lecture.
        let practice: SessionKind
    }

    static let cohorts: [Cohort] = [
        medicine(
            1, ["Foundations of Anatomy", "Cells, Tissues and Physiology", "People, Patients and Communication"], .lab),
        medicine(
            2,
            ["Cardiovascular and Respiratory Medicine", "Neuroscience and Behaviour", "Pharmacology and Therapeutics"],
            .seminar),
        medicine(
            3, ["Surgery and Perioperative Care", "Gastrointestinal and Renal Medicine", "Infection and Immunity"],
            .clinic),
        medicine(4, ["Paediatrics and Child Health", "Obstetrics and Gynaecology", "Psychiatry"], .placement),
        medicine(5, ["Acute and Emergency Medicine", "General Practice and Palliative Care"], .placement),
        cohort(
            "NUR", "Nursing", 1, 80,
            [
                "Principles of Nursing Care", "Anatomy and Physiology for Nursing",
                "Communication and Compassionate Practice",
                "Medicines Calculation and Safety",
            ], .lab),
        cohort(
            "NUR", "Nursing", 2, 80,
            ["Nursing the Acutely Ill Adult", "Long-Term Conditions", "Mental Health Nursing"], .placement),
        cohort(
            "NUR", "Nursing", 3, 80,
            ["Leadership in Nursing", "Evidence-Based Practice", "Transition to Registered Practice"], .placement),
        cohort(
            "PHY", "Physiotherapy", 1, 47,
            ["Functional Anatomy and Movement", "Exercise Physiology", "Foundations of Physiotherapy"], .lab),
        cohort(
            "PHY", "Physiotherapy", 2, 47,
            ["Musculoskeletal Physiotherapy", "Cardiorespiratory Physiotherapy", "Neurological Rehabilitation"], .lab),
        cohort(
            "PHY", "Physiotherapy", 3, 46,
            ["Complex Care and Rehabilitation", "Sport and Exercise Medicine", "Research for Physiotherapists"], .clinic
        ),
        cohort(
            "OCC", "Occupational Therapy", 1, 44,
            ["Occupation, Health and Wellbeing", "Human Development", "Therapeutic Use of Self"], .seminar),
        cohort(
            "OCC", "Occupational Therapy", 2, 43,
            ["Cognition and Perception in Occupation", "Hand Therapy and Splinting", "Community Practice"], .lab),
        cohort(
            "OCC", "Occupational Therapy", 3, 43,
            ["Housing, Equipment and Adaptation", "Vocational Rehabilitation", "Occupational Science"], .placement),
        cohort(
            "SLT", "Speech and Language Therapy", 1, 37,
            [
                "Linguistics and Phonetics", "Typical Communication Development",
                "Foundations of Speech and Language Therapy",
            ], .seminar),
        cohort(
            "SLT", "Speech and Language Therapy", 2, 37,
            ["Aphasia and Acquired Disorders", "Dysphagia", "Voice and Fluency"], .clinic),
        cohort(
            "SLT", "Speech and Language Therapy", 3, 36,
            ["Augmentative and Alternative Communication", "Clinical Linguistics in Practice"], .clinic),
    ]

    private static func medicine(_ year: Int, _ titles: [String], _ practice: SessionKind) -> Cohort {
        cohort("MED", "Medicine", year, 76, titles, practice)
    }

    private static func cohort(
        _ prefix: String, _ programme: String, _ year: Int, _ students: Int, _ titles: [String], _ practice: SessionKind
    ) -> Cohort {
        let modules = titles.enumerated().map { index, title in
            Module(code: "\(prefix)\(year)0\(index + 1)", title: title, practice: practice)
        }
        return Cohort(programme: programme, year: year, students: students, modules: modules)
    }

    /// Groups that whoever loads the school teaches, each with a session today at this hour.
    static let owned = ["MED201": "09:00", "NUR101": "11:00", "PHY201": "13:30", "SLT102": "15:30"]

    static let buildings = [
        "Harvey Building", "Nightingale Wing", "Seacole House", "Clinical Skills Centre", "Old Infirmary",
    ]
}
