/// Own wording, apart from the synthetic sample: what stands in ⟦⟧ is masked, everything else stays readable.
enum PlaceCases {
    static let addresses: [String] = [
        "Address: ⟦1420 NW Hawthorne Blvd Apt 3⟧, ⟦Corvallis⟧, OR ⟦97330⟧",
        "Address: ⟦P.O. Box 771⟧, ⟦Abilene⟧, TX ⟦79604-1177⟧",
        "Home: ⟦17 Maple St.⟧, ⟦Burlington⟧, VT ⟦05401⟧; rail on one side, 4 steps.",
        "Lives at ⟦905 East 5th Avenue Unit 12⟧, ⟦Grand Junction⟧, Colorado ⟦81501⟧ with spouse.",
        "address: ⟦22 elm ct⟧, ⟦santa fe⟧, nm ⟦87501⟧",
        "Resides ⟦310 W. Martin Luther King Jr Dr #4⟧, ⟦St. Paul⟧, MN ⟦55101⟧ (⟦Ramsey County⟧)",
        "Walked 150 ft to 5 Main stations; 12 steps with rail; curb 6 in.",
    ]

    static let towns: [String] = [
        "Pt is going to ⟦Spokane⟧ for a wedding. Wants to drive again.",
        "Lives in ⟦Albuquerque⟧ with spouse; moved from ⟦Tulsa⟧ in 2015.",
        "Daughter lives in ⟦Chattanooga⟧ and visits monthly.",
        "⟦Maricopa County⟧ resident. Grew up in ⟦Topeka⟧.",
        "Pt plans to return to work in Texas; vacationed in Mexico.",
        "Transfers from bed to chair; progressed to cane in gym; walks to mailbox.",
    ]

    static let facilities: [String] = [
        "Transferred from ⟦Cedar Ridge Skilled Nursing Facility⟧ on ⟦4/1/25⟧.",
        "Seen at ⟦St. Luke's Hospital⟧ outpatient clinic. Return to clinic in 2 weeks.",
        "Discharged to ⟦Golden Acres Assisted Living⟧. Uses call light.",
        "⟦Blue Heron Physical Therapy⟧\nDaily Note\nPt tolerated session well.",
        "Stay at ⟦Providence Regional Medical Center⟧ noted; skilled nursing facility stay 2 weeks.",
        "seen at ⟦pine valley rehabilitation center⟧ for outpatient therapy.",
        "PT EVALUATION - ⟦LAKE SHORE ORTHOPEDICS CLINIC⟧\nPT REPORTS PAIN IN KNEE. SPEECH THERAPY CONSULT PENDING.",
        "Resides in assisted living; attends adult day center; senior center on Mondays; home health aide daily.",
    ]

    static let employers: [String] = [
        "Used to work at ⟦Boeing⟧ as a machinist. Retired from teaching.",
        "Retired from ⟦Dayton Power & Light⟧ in 2008. Works at home. Works at a desk.",
        "Employer: ⟦Harrington Steel Company⟧. Works as an electrician for ⟦Whitaker Brothers⟧.",
        "Hopes to return to work; worked for 30 years as a mail carrier.",
    ]

    static let ages: [String] = [
        "⟦93⟧ y.o. female with OA. Mother died at ⟦97⟧. Patient is a ⟦101⟧-year-old woman.",
        "Age: ⟦90⟧   Sex: F. Knee flexion 95 degrees, SpO2 96%, HR 92.",
        "88 yo male, weight 92 kg, walked 95 ft. Turned 95 degrees in standing.",
        "Pt is ⟦ninety-four⟧ years old. Turned ⟦94⟧ in May.".replacingMay(),
        "Visit date: ⟦5/2/2025⟧\nBorn in ⟦1930⟧, served in Korea. Spouse born 1948. Retired in 1985.",
        "(M, ⟦95⟧ y/o), lives alone. 89-year-old sister.",
    ]

    static let dates: [String] = [
        "DOS: ⟦5/5/25⟧ pain 5/10, MMT 4/5, FIM 2/7, BP 132/78, ramp 1:12, C5-6, 3x10.",
        "Onset ⟦3/2/25⟧, surgery ⟦4 Apr 2025⟧, seen ⟦5/5⟧ to ⟦6/2/25⟧, next on the ⟦14th⟧.",
        "Hospitalized ⟦10/16⟧-⟦10/20/2025⟧. Grade 2/5 quads. Cert ⟦2025-05-01⟧ thru ⟦2025-07-29⟧.",
        "Fell ⟦Wed 4/16⟧; XR ⟦Apr. 17, 2025⟧ neg; f/u ⟦May 1st⟧. March in place 2x10, may 5 reps.",
        "Reports pain since ⟦August 2024⟧; MVA in 2012; worse since ⟦March⟧. Pain 6/10 to 3/10.",
        "Signed ⟦13/45/2025⟧; visit 3/12; 5/5 trials; 1/2 mile; 20/40 vision; 4-/5; 2-3/day.",
        "Period ⟦03.04.2025⟧ - ⟦04.01.2025⟧; goal 1.2.3 met; 10-12 h after; 1/4 inch letters.",
        "on the 2nd floor, the 3rd visit, 5th metatarsal; HEP given on ⟦7/15⟧.",
    ]
}

extension String {
    fileprivate func replacingMay() -> String { split(separator: " in May.").joined() + " in ⟦May⟧." }
}

extension PlaceCases {
    static let roads: [String] = [
        "Lives at ⟦6382 Via Linda⟧, ⟦Medford⟧, OR ⟦97501⟧ (⟦Jackson County⟧)",
        "Address: ⟦2561 County Road 12⟧, ⟦Bend⟧, OR ⟦97701⟧",
        "Resides at ⟦41 Calle de la Luna⟧ with spouse.",
        "Lives at ⟦2347 Broadway⟧, ⟦Ames⟧, IA ⟦50010⟧. Walks 200 ft.",
        "lives at ⟦7017 via linda⟧, ⟦nacogdoches⟧, tx ⟦75961⟧\nwalks 40 ft",
        "Home: ⟦8800 FM 1960⟧, ⟦Humble⟧, TX ⟦77338⟧",
        "⟦118 Avenida Del Sol Apt 4⟧, ⟦Yuma⟧, AZ ⟦85364⟧",
        "Lives at ⟦77 State Route 9⟧ alone; 3 steps to enter.",
        "Performed 20 Via TheraBand, 3 sets; 10 Camino stretches not done. Nutrition 40 via PEG, 20 mL.",
        "Completed 12 Squats, Bridges, Lunges; 15 Marches, 20 Clamshells.",
        "Lives at ⟦4933 Juniper Way⟧, ⟦Truth or Consequences⟧, NM ⟦87901⟧ (⟦Sierra County⟧)",
        "Pt is going to ⟦Twin Falls⟧ for a wedding.",
        "pt is going to ⟦twin falls⟧ for a wedding. walks 40 ft.",
        "Moved from ⟦Truth or Consequences⟧ last year.",
        "Lives at ⟦12 Elm St⟧, ⟦St. Cloud⟧, MN ⟦56301⟧",
        "⟦Wilkes-Barre⟧, PA ⟦18701⟧ is home.",
        "City: ⟦St. Cloud⟧  State: MN",
    ]

    static let residences: [String] = [
        "Resides at ⟦The Terraces at Elm Grove⟧ since fall. Motivated.",
        "⟦The Terraces at Elm Grove⟧\nSpeech-Language Pathology Daily Note\nPt alert.",
        "⟦The Terraces at Elm Grove⟧ Occupational Therapy Discharge Summary\nPt alert.",
        "| SLP DISCHARGE NOTE | ⟦THE TERRACES AT ELM GROVE⟧ |\n|---|---|\n| PATIENT | ⟦TAMIKA OYELARAN⟧ |",
        "Lives at ⟦Villas on Fifth⟧ with wife.",
        "Lives at ⟦Brookdale Fairview⟧ in a second-floor unit.",
        "⟦05/04-11/28/2025⟧ stay at ⟦The Oaks of Lakewood⟧ noted. Walks 50 ft.",
        "resides at ⟦the willows at stone creek⟧ since fall.\nwalks 40 ft.",
        "Lives at home with wife. Lives at Home with Wife; stays at Bedside. Pt lives at the same level.",
    ]

    /// Headings that end like a place of care, and procedures behind "Billing:".
    static let readable: [String] = [
        "**Course of Care**\nSeen 10 visits.\n**Episode of Care**\nGoals of Care discussed. Plan of Care signed. Continuum of Care. Level of Care: skilled.",
        "Billing: 97110 x2, 97140 x1\nTotal 45 min.",
        "Billing: 97110, 97530\nBilling: 97110 (30 min)\nBilling: 97110-GP 2 units\nBilling 97112 1",
        "Billing: 97110/97140\nBilling: 97110GP x 2, 97140GPKX\nBilling: 97110x2\nBilling: G0283 x1",
    ]
}
