/// Words around a frequency or duration that tell what it belongs to.
enum TimingWords {
    static let frequencyLabel = CueTable<Bool>([
        "frequency", "freq", "visit frequency", "therapy frequency", "frequency/duration", "frequency and duration",
        "f/d",
        "freq/dur", "amount", "dosage of therapy",
    ])

    /// `urinary frequency`, `frequency of falls`: no label of a plan.
    static let otherFrequency = CueTable<Bool>([
        "urinary frequency", "urination frequency", "bladder frequency", "voiding frequency", "fall frequency",
        "falls frequency",
        "frequency of falls", "frequency of seizures", "seizure frequency", "frequency of headaches",
        "headache frequency",
        "frequency of urination", "frequency of voids", "freezing frequency", "frequency of pain", "pain frequency",
        "frequency of episodes", "cueing frequency", "frequency of cues", "cue frequency", "frequency of cueing",
        "exercise frequency", "hep frequency", "frequency of hep", "frequency of exercise", "bowel frequency",
        "stooling frequency", "frequency of coughing", "cough frequency", "fundamental frequency",
        "frequency of spasms",
        "spasm frequency", "frequency of dizziness", "stuttering frequency", "frequency of disfluencies",
        "frequency of stuttering",
        "frequency of vertigo", "frequency of choking", "dosing frequency", "frequency of freezing", "frequency of use",
    ])

    static let therapy = CueTable<Bool>([
        "frequency", "freq", "duration", "poc", "plan of care", "plan", "recommend", "recommended", "recommending",
        "recommends", "therapy", "treatment", "treatments", "treat", "tx", "skilled", "visits", "visit", "sessions",
        "session",
        "pt", "ot", "st", "slp", "cert", "certification", "certify", "recert", "schedule", "scheduled", "see patient",
        "see pt", "to be seen", "will be seen", "will see", "attend", "follow patient", "continue", "cont",
        "intervention",
        "services", "rehab", "appointments", "amount", "total",
    ])

    /// Home exercise, medicine, symptoms, habits and targets have frequencies too.
    static let otherUse = CueTable<Bool>([
        "hep", "home exercise", "home exercises", "home program", "home programme", "exercises at home", "self stretch",
        "self stretches",
        "stretches", "urinary", "urinate", "urinates", "urination", "void*", "voids", "voiding",
        "bladder", "bowel", "nocturia", "incontinence", "leak", "leaks", "leakage", "fall", "falls", "fell", "falling",
        "seizure", "seizures", "headache", "headaches", "migraine", "migraines", "dizzy", "dizziness", "vertigo", "mg",
        "mcg",
        "tablet", "tablets", "tab", "tabs", "capsule", "dose", "doses", "units", "medication", "medications", "meds",
        "insulin",
        "inhaler", "dialysis", "hemodialysis", "chemo", "chemotherapy", "radiation", "gym", "church", "golf", "golfs",
        "swim",
        "swims", "swimming", "yoga", "pilates", "walks", "walking program", "jogs", "jogging", "runs", "bikes",
        "cycling", "volunteers", "drinks", "drinking", "alcohol", "smokes", "smoking", "packs", "ppd", "coffee",
        "caffeine",
        "ice", "icing", "heat", "elevate", "elevation", "wear", "wears", "orthosis", "splint", "brace", "sling",
        "brush",
        "brushing", "oral care", "baths", "bathes", "showers", "shower", "cough", "coughs", "coughing", "choke",
        "chokes", "choking", "caregiver comes", "aide comes", "home health aide", "wakes", "sleeps", "naps", "spasm",
        "spasms",
        "cooks", "shops", "drives", "practices", "drill", "drills", "garment",
        "bandage", "bandaging", "attends church", "bridge club", "support group", "reps", "sets", "hourly", "h/day",
        "blood sugar", "bp", "weighs", "weigh", "episodes", "episode", "freezing", "freezes", "bm", "class", "classes",
        "tube feeding", "feeds", "bolus feeds", "suction", "suctioning", "home visits by nursing", "nursing visits",
        "nurse", "hospital visits", "er visits",
    ])

    /// Whom or what a patient visits besides therapy.
    static let otherHosts = CueTable<Bool>([
        "hospital", "er", "ed", "emergency", "doctor", "doctor's", "md", "physician", "pcp", "clinic", "specialist",
        "cardiologist", "cardiology", "oncologist", "oncology", "neurologist", "neurology", "surgeon", "orthopedist",
        "urologist", "psychiatrist", "psychologist", "counselor", "podiatrist", "chiropractor", "chiropractic",
        "dentist",
        "dental", "nurse", "nursing", "rn", "wound", "infusion", "lab", "dialysis", "chaplain", "family", "daughter",
        "son", "friend", "friends", "neighbor", "relatives", "church", "social worker", "massage", "acupuncture",
    ])

    static let order = CueTable<Bool>([
        "order", "orders", "ordered", "referral", "referred", "script", "prescription", "prescribed", "rx", "approved",
        "authorized", "authorised", "authorization", "auth",
    ])

    static let denied = CueTable<Bool>([
        "tbd", "to be determined", "not stated", "not established", "unspecified", "not specified", "undetermined",
        "unknown",
    ])

    static let durationLabel = CueTable<Bool>([
        "duration", "total duration", "plan duration", "dur", "length of care", "length of treatment",
        "length of therapy", "los",
        "estimated length", "cert period", "certification period", "certification", "cert", "plan of care", "poc",
        "plan",
        "therapy for", "treatment for", "treat for", "seen for", "pt for", "ot for", "slp for", "st for",
        "services for",
        "over the next", "over", "for the next", "x", "for a total of", "total of", "total", "up to", "interval",
        "period",
        "episode", "time frame", "timeframe", "anticipated", "anticipate", "expected", "estimated", "est", "course of",
        "continue for", "requested", "additional", "recommend", "recommended", "recommending", "visits", "sessions",
        "scheduled",
    ])

    static let durationBehind = CueTable<Bool>([
        "total", "duration", "in total", "of therapy", "of treatment", "of skilled", "of pt", "of ot", "of st",
        "of slp", "plan",
        "poc", "program", "course", "cert", "certification", "of care", "of services", "of rehab", "episode", "at #x",
    ])

    /// Not the plan's: symptoms, precautions, home exercise, next appointments, visits so far.
    static let otherDuration = CueTable<Bool>([
        "symptom", "symptoms", "pain", "stance", "hold", "holds", "ltg", "stg", "goal", "goals", "follow up",
        "follow-up", "f/u",
        "reassess", "re-assess", "reassessment", "re-evaluate", "reevaluate", "recheck", "re-check", "return to md",
        "md visit",
        "appointment", "postop", "post-op", "post op", "s/p", "status post", "precautions", "nwb", "ttwb", "twb", "pwb",
        "wbat",
        "immobilized", "immobilised", "sling", "cast", "boot", "non-weight-bearing", "weight bearing", "visits to date",
        "visits used", "visits completed", "visits attended", "visits approved", "approved", "authorized", "authorised",
        "remaining", "last", "past", "hospitalized", "hospitalised", "hospital stay", "admitted", "off work",
        "out of work",
        "antibiotics", "steroids", "symptom duration", "duration of symptoms", "history of", "since", "onset", "old",
        "retest", "re-test", "progress report", "fall", "falls", "fell", "no longer than", "meal", "phonation",
        "travel", "vacation", "away",
    ])

    static let past = CueTable<Bool>([
        "ago", "prior", "before", "earlier", "postop", "post-op", "post op", "post injury", "post surgery",
        "post stroke",
        "post onset", "postoperatively", "s/p", "status post", "of age", "old", "to date", "so far", "attended",
        "completed",
        "used", "approved", "hx", "history of", "history", "of symptoms", "of pain", "since onset",
    ])

    static let pastBefore = CueTable<Bool>([
        "for the past", "for the last", "over the past", "over the last", "in the past", "in the last", "past", "last",
        "since",
        "lasting", "lasted", "previous", "attended", "completed", "visit", "visit #", "within the past",
    ])

    static let intervalLabel = CueTable<Bool>([
        "cert period", "certification period", "certification", "cert", "cert dates", "certification dates",
        "plan of care",
        "poc", "poc dates", "plan dates", "plan", "duration", "period", "recert", "recertification", "effective",
        "from",
        "certification from", "treatment dates", "therapy from",
    ])

    static let openFrequency = CueTable<Bool>([
        "frequency tbd", "frequency: tbd", "freq: tbd", "freq tbd", "frequency to be determined",
        "frequency: to be determined",
        "frequency and duration tbd", "frequency and duration: tbd", "frequency/duration: tbd",
        "frequency/duration tbd",
        "frequency as needed", "frequency: as needed", "frequency prn", "frequency: prn", "frequency: ___",
        "as tolerated visits",
    ])
    static let openEnd = CueTable<Bool>([
        "until goals met", "until goals are met", "until all goals are met", "until all goals met", "until met",
        "until goals achieved", "until goals are achieved", "until discharge", "until discharged", "duration tbd",
        "duration: tbd",
        "duration to be determined", "duration: to be determined", "until plateau", "until max potential",
        "ongoing until",
        "as long as needed", "as needed", "indefinitely", "until further notice", "until return to md",
        "until independent",
        "until functional", "duration: ongoing", "duration ongoing", "until mmi",
    ])
}
