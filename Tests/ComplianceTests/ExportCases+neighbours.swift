/// Days, codes, firms and names in the neighbouring forms of those in the other tables.
extension ExportCases {
    static let otherDays: [String] = [
        "DOB: ⟦Oct 3 '61⟧      Case file: ⟦SSS_70417⟧\nPeriod ⟦Feb 24 '25⟧ to ⟦Mar 27 '25⟧.",
        "Certified ⟦2025-11-03⟧/⟦2026-01-26⟧. Walked 90 ft.",
        "DOS ⟦12.24.25⟧. POC ⟦12.24.25⟧ - ⟦2.5.26⟧. Next on ⟦3.6.26⟧.",
        "Born ⟦12.XI.1951⟧ in Poland. Fell ⟦3-IV-2025⟧. Surgery ⟦7/IX/2025⟧.",
        "Nacida el ⟦3 de marzo de 1951⟧. Visita ⟦4 de abril⟧.",
        "Operiert am ⟦4. Oktober 2025⟧, entlassen ⟦9. August 2025⟧.",
        "Vu le ⟦1er février 2025⟧ puis ⟦12 août 2025⟧; bilan en ⟦octobre 2024⟧.",
        "Absent on ⟦March 3⟧ and ⟦5⟧ for the flu. Seen ⟦April 2⟧, ⟦9⟧ and ⟦16⟧.",
        "EAT-10 24 in the first week of ⟦November⟧, better between ⟦June⟧ and ⟦August⟧.",
        "Baclofen pump refilled ⟦11/25⟧. Last seen the ⟦17th⟧.",
    ]

    static let otherFields: [String] = [
        "Patient nr   : ⟦AKS/2025/771⟧     MR : ⟦SB/0056-118⟧",
        "| Chart | ⟦OF-2268841⟧ |\n| DOB | ⟦3/3/1950⟧ |",
        "Record ................. ⟦GB#77102⟧\nClaim .................. ⟦WC-33120⟧",
        "Mrs. ⟦Honoria Castlewright⟧ (file ⟦KHT-1926-04⟧) walked 40 ft.",
        "Voice bank profile ⟦VB-ZC-40019⟧; speaker print ⟦VPX-0077-23⟧.",
        "VEHICLE: TRUCK, PLATE ⟦C 402 771⟧",
        "employer..⟦applegate pear packers⟧\nsoc.......⟦2024-01-16⟧",
        "⟦Ana Vela⟧ | ⟦Aug 2 1984⟧ | works: ⟦Brunswick Marine Canvas⟧\nWalked 40 ft.",
        "Former work: ⟦Tippecanoe Lathe & Tool⟧\n\nWhy discharged: goals met.",
        "WORKER'S FORMER EMPLOYER: ⟦ST. LANDRY SUGAR COOPERATIVE⟧      VISIT 3",
        "Fingerprint clock (employer ⟦Menard Grain Elevator⟧). She was head cashier at ⟦Bear River Mercantile⟧.",
        "Works from home for ⟦Four Corners Title Plant⟧. He worked the oyster house, ⟦Cockrell Creek "
            + "Shucking⟧, until 2011.",
        "Patient is ⟦Charity Romberg⟧, hospital number ⟦PX-77-4⟧.",
        "Client: ⟦Eleuterio Mondragón⟧ (signs as ⟦E. M.⟧)\nWalked 40 ft.",
        "Client Name............ ⟦Ebong, Nkechi U.⟧\n"
            + "Goes by................ ⟦Kech⟧\nBirth date............. ⟦2/2/1950⟧",
        "pt_name=⟦soren halldorsson⟧\naka=⟦sunny⟧\nbirth=⟦1946-02-08⟧",
        "⟦BRIGHTWATER, ESAU⟧  AKA ⟦DEACON⟧   M   ⟦92⟧ YRS   ACCT ⟦230417-6⟧\nWALKED 40 FT.",
        "His wife ⟦Anneke⟧ is delighted, and their lodger ⟦Per⟧ says he hears him.",
        "she paints with her grandchildren ⟦sione⟧ and ⟦mele⟧ on sundays. pt walked 40 ft. no pain.",
        "⟦Quad Cities Neuro Therapy⟧, ⟦Bettendorf⟧, Iowa\nDOS ⟦12/2/2024⟧",
        "PT DISCHARGE SUMMARY :: ⟦Great Basin Orthopedic & Spine Therapy⟧ :: Visit 9\n\nPain 3/10.",
        "⟦Loess Hills Physical Therapy, PC⟧\nPHYSICAL THERAPY :: EVALUATION",
        "| OT PROGRESS REPORT | ⟦Isthmus Occupational Therapy Cooperative⟧ |\n|---|---|\n| PATIENT | ⟦Ana Vela⟧ |",
        "He attends ⟦Sandhills Limb and Gait Programme⟧, ⟦Southern Pines⟧, North Carolina.",
        "Clinic ⟦Lake Tansi Rehab⟧, ⟦81 County Rd 12⟧, ⟦Garrison⟧, ND ⟦58540⟧",
        "esigned ⟦Marguerite Ashkenazi⟧, MA, CCC-SLP ⟦2025-11-24⟧",
        "Treatment by ⟦Roscoe Halversen⟧, COTA/L, supervising OT ⟦Matilda Prentice⟧ reachable by phone.",
        "DOS ⟦23-APR-2026⟧   START OF CARE ⟦02-MAR-2026⟧\nPT WALKED 40 FT WITH RW.",
        "PT progress\n"
            + "⟦Hildegard Nakasone⟧ / ⟦N-20-4471-9⟧ / b. ⟦Feb 11, 1946⟧ / ⟦Upper Peninsula Rehab at Home⟧, ⟦Marquette⟧ MI",
        "⟦Oluwaseun \"Seun\" Adeoti-Blake⟧  dob ⟦3May1966⟧  chart ⟦KW-30551⟧\nWalked 40 ft.",
        "She asks about return to work at ⟦lake shore transit authority⟧. No pain today.",
        "Stuck on the ⟦Southport⟧ ferry, 30 min late.",
    ]

    static let untouched: [String] = [
        "voice tx 92507, 1x/wk for 8 wks. gait tx 97116.",
        "Goals 2 and 3 met. Step 3 and 5. Reps 12 and 15. Stage III 2025 criteria.",
        "Works on reaching at the kitchen counter, then on transfers at home, with cues.",
        "She worked at the table for 10 min and at the power plant of the game.",
        "He goes by bus. Known as a fall risk. He answers to yes/no questions.",
        "Photo on file. HEP on file: 12 exercises. Records reviewed, 3 pages.",
        "Continue for 4 weeks; March in place 3 and 5 min; 3 V 2 drill; C5. I 4/5 strength.",
    ]
}
