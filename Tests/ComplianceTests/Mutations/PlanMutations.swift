extension Mutation {
    static let plan: [Mutation] = [
        .part("POC-01", "diagnosis", of: ["evaluation"], [nil, "PMH: hypertension, diabetes, appendectomy 1988."]),
        .part("POC-02", "goals", of: ["evaluation"], [nil, "STG 1 (2 weeks): perform the exercises with two cues."]),
        .part(
            "POC-03", "goals", of: ["evaluation"],
            [
                "LTG: improve walking and daily activities in 8 weeks.",
                "Long-term goal: maximize independence with daily life within 10 weeks.",
            ]),
        .part(
            "POC-04", "goals", of: ["evaluation"],
            [
                "LTG: increase shoulder flexion AROM to 150 degrees in 8 weeks.",
                "LTG: strength 4+/5 on manual muscle testing in 8 weeks.",
            ]),
        .part("POC-05", "frequency", of: ["evaluation"], [nil, "Frequency: TBD."]),
        .part("POC-06", "duration", of: ["evaluation"], [nil, "until goals are met."]),
        .part("POC-07", "duration", of: ["evaluation"], ["Duration: 16 weeks.", "Duration: 5 months."]),
        .part(
            "POC-08", "signature", of: ["evaluation"], also: [],
            ["\nTherapist signature: ______________   Date: ________", "\nAwaiting signature of the therapist."]),
        .part(
            "POC-09", "certification", of: ["evaluation"],
            [nil, "Physician signature: ________________  Date: __________"]),
        .change(
            "POC-10", "certification", of: ["evaluation"],
            [
                swap(("03/12/2025", "04/28/2025"), ("06/21/2024", "08/02/2024")),
                swap(("03/12/2025", "05/02/2025"), ("06/21/2024", "08/19/2024")),
            ]),
        .change(
            "POC-11", "certification", of: ["evaluation"],
            [
                swap(("Clara Benning, MD", "Clara Benning, DC"), ("Dr. Amos Leland, MD", "Amos Leland, Chiropractor")),
                swap(("Clara Benning, MD", "Clara Benning, DDS"), ("Dr. Amos Leland, MD", "Amos Leland, DC")),
            ]),
        .part(
            "POC-12", "certification", of: ["evaluation"], also: ["POC-10", "GEN-03"],
            [
                "Verbal order to certify the plan received from Dr. Hale 06/12/2024, signed 07/05/2024.",
                "Verbal certification by Dr. Hale on 03/05/2025; written signature 03/27/2025.",
            ]),
        .change("POC-13", "signature", of: ["evaluation"], assistants),
        .change(
            "POC-14", "interval", of: ["progress", "daily"],
            [
                swap(("05/30/2025", "03/20/2025"), ("09/06/2024", "06/20/2024")),
                swap(("05/30/2025", "03/11/2025"), ("09/06/2024", "06/17/2024")),
            ]),
        .part("EVL-01", "prior", of: ["evaluation"], [nil, "Lives in a two-story house with 12 steps."]),
        .part("EVL-02", "measures", of: ["evaluation"], [nil, "Deficits in all areas tested."]),
        .part("EVL-03", "onset", of: ["evaluation"], [nil, "Pleasant and cooperative."]),
        .part("EVL-04", "prognosis", of: ["evaluation"], [nil, "Tolerated the session well."]),
        .part("NEC-01", "need", of: ["evaluation", "progress"], [nil, "Patient enjoys therapy."]),
        Mutation(rule: "OT-01") { note in
            guard note.type == "evaluation", note.discipline == "OT" else { return [] }
            let bare = note.replacing("impact", by: nil)
            return [
                "Pain is 4/10 at rest.", "Pleasant and cooperative.", "Sleeps well.", "Came with a friend.",
                "Has no questions today.",
            ].map { bare.replacing("complaint", by: $0) }
        },
        .part(
            "SLP-01", "diet", of: ["evaluation"], disciplines: ["SLP"],
            [nil, "Meals in the dining room.", "Eats with family.", "Sit upright for meals.", "Oral care twice a day."]),
        .change(
            "SLP-01", "diagnosis", of: ["progress"],
            [
                swap((" Recommended diet: minced and moist; liquids: mildly thick.", "")),
                swap((" Recommended diet: minced and moist; liquids: mildly thick.", " Eats with family.")),
                swap((" Recommended diet: minced and moist; liquids: mildly thick.", " Meals take 40 minutes.")),
                swap((" Recommended diet: minced and moist; liquids: mildly thick.", " Aspiration precautions.")),
                swap((" Recommended diet: minced and moist; liquids: mildly thick.", " Oral care daily.")),
            ]),
    ]

    /// The clinician's letters become an assistant's.
    static let assistants: [@Sendable (String) -> String] = [
        swap(
            (", PT, DPT", ", PTA"), (", MPT", ", PTA"), (", OTR/L", ", COTA"), (", OTD, COTA", ", COTA"),
            (", MA, CCC-SLP", ", SLPA"), (", M.S., CCC-SLP", ", SLPA")),
        swap(
            (", PT, DPT", ", LPTA"), (", MPT", " PTA"), (", OTR/L", ", COTA/L"), (", OTD, COTA/L", ", OTA"),
            (", MA, CCC-SLP", ", SLP assistant"), (", M.S., CCC-SLP", ", SLP-A")),
    ]
}
