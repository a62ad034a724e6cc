/// Own wording, apart from the synthetic sample: what stands in ⟦⟧ is masked, everything else stays readable.
enum NameCases {
    static let labelled: [String] = [
        "Patient Name: ⟦Adaeze Okonkwo⟧\nDOB: ⟦03/14/1951⟧\nAdmit from home. ⟦Adaeze⟧ tolerated session well. ⟦Okonkwo⟧ ambulated 150 ft.",
        "PATIENT: ⟦NGUYEN, THI LAN⟧    DOB: ⟦1/2/1948⟧    MRN: ⟦00482913⟧\nPt seen bedside. Mrs. ⟦Nguyen⟧ denies pain.",
        "Name: ⟦María José Fernández-Ruiz⟧\nDx: L CVA\nSra. ⟦Fernández-Ruiz⟧ walked 40 ft. ⟦María⟧ agreed to plan.",
        "Client: ⟦Mr. Dmitri Volkov⟧\nReports 4/10 pain.".replacingOccurrences("⟦Mr. ", "Mr. ⟦"),
        "Resident: ⟦Szczepanski, Zofia⟧   Room 12\nSubjective: Resident alert. Ms. ⟦Szczepanski⟧ reports fatigue.",
        "Patient: ⟦Jean-Luc Beaumont⟧ (\"⟦Johnny⟧\")\nSubjective: ⟦Johnny⟧ states knee is stiff.",
        "Pt: ⟦Khadija El-Amin⟧, ⟦92⟧ y/o F\nHx of fall. ⟦El-Amin⟧'s gait is unsteady.",
        "Patient - ⟦Bartholomew Quigley⟧\nDate of Service - ⟦7/9/2025⟧\n⟦Quigley⟧ completed 3x10 SLR.",
        "Name of patient: ⟦Priscilla van der Berg⟧\nMs. ⟦van der Berg⟧ scored Berg Balance Scale 41/56.",
        "Last name: ⟦Achterberg⟧   First name: ⟦Ilse⟧\nS: ⟦Ilse⟧ reports less pain today.",
        "Patient: ⟦O'Shaughnessy, Siobhan M.⟧\nA: ⟦Siobhan⟧ is progressing. ⟦O’Shaughnessy⟧ can climb 4 steps.",
        "patient name: ⟦tuan pham⟧   dob: ⟦4/4/44⟧\ns: pt seen in gym. ⟦tuan⟧ walked 60 ft with rollator. mr. ⟦pham⟧ denies dizziness.",
        "PATIENT NAME: ⟦GRETCHEN MUELLER⟧\nDOB: ⟦05/19/1939⟧\nS: PT STATES SHE SLEPT WELL. ⟦MUELLER⟧ AMBULATED 80 FT. MS. ⟦MUELLER⟧ DENIES PAIN.",
        "Preferred name: ⟦Bunny⟧\nPatient: ⟦Bernadette Kowalski⟧\n⟦Bunny⟧ completed TUG in 14 sec.",
    ]

    static let layouts: [String] = [
        "| Patient | ⟦Chidi Anagonye⟧ |\n|---|---|\n| DOB | ⟦8/8/1960⟧ |\n\nChief complaint: R shoulder pain. ⟦Chidi⟧'s ROM improved.",
        "| Patient Name | DOB | MRN |\n|---|---|---|\n| ⟦Fatima Al-Rashid⟧ | ⟦02/03/1950⟧ | ⟦4471902⟧ |\n\n⟦Al-Rashid⟧ tolerated gait training.",
        "Patient\t⟦Henrik Lindgren⟧\tDOB\t⟦11/30/1949⟧\nSubjective: doing better.",
        "Patient Name\n⟦Ximena Castellanos⟧\nDate of Birth\n⟦6/6/1956⟧\nPlan: continue 2x/wk.",
        "⟦Gunderson, Pål⟧ 67M PT Daily Note MRN ⟦7719034⟧\nPt tolerated tx well.",
        "⟦Mbeki T.⟧ 58F Speech Therapy Progress Report\nSeen ⟦4/2/25⟧.",
        "⟦Roberto Esposito⟧ is a 71-year-old man s/p R THA. ⟦Roberto⟧ lives alone. ⟦Esposito⟧ wants to golf.",
        "⟦Ngozi Eze⟧, a 66 y/o female, was referred for balance. ⟦Ngozi⟧ reports 2 falls.",
        "RE: ⟦Cornelius Abernathy-Pike⟧\nDOB: ⟦12/12/1952⟧\nDear colleague, thank you for the referral. Mr. ⟦Abernathy-Pike⟧ is doing well.",
        "**Patient:** ⟦Yevgenia Sorokina⟧  **DOB:** ⟦9/1/1945⟧\n\n**S:** Pt reports R knee stiffness.",
        "Occupational Therapy Evaluation Patient: ⟦Tesfaye, Selam⟧ DOB: ⟦01/15/1970⟧ Visit date: ⟦May 4, 2025⟧ S: Pt reports numbness. ⟦Selam⟧ drops items.",
    ]

    static let narrative: [String] = [
        "Daily note. Mrs. ⟦Papadopoulos⟧ arrived late. ⟦Papadopoulos⟧ completed all exercises. Next visit on ⟦3/14⟧.",
        "Mr. ⟦Tran⟧ was seen for gait training. Pt required CGA. Mr ⟦Tran⟧ will return on ⟦Friday 5/9⟧.",
        "Patient: ⟦Jamal Sayed⟧\nChart initials ⟦J.S.⟧ verified. ⟦JS⟧ reports feeling better.",
        "Patient: ⟦Lucille Ferrante⟧. She goes by \"⟦Lulu⟧\". ⟦Lulu⟧ enjoys gardening.",
        "Pt prefers to be called ⟦Skip⟧. No new complaints.",
        "Name: ⟦Anil Deshpande⟧\n⟦DESHPANDE⟧ tolerated treatment. ⟦Anil Deshpande⟧ to continue HEP.",
    ]

    static let relatives: [String] = [
        "Patient: ⟦Rosalind Achebe⟧\nPt's daughter ⟦Ngozi⟧ attended. ⟦Ngozi⟧ will help with transfers at home.",
        "Name: ⟦Peter Yazzie⟧\nLives with wife, ⟦Marlene⟧, and two dogs. ⟦Marlene⟧ assists with bathing.",
        "Emergency contact: ⟦Tomasz Wójcik⟧ (son) ⟦(414) 555-0182⟧\nCaregiver trained in transfers.",
        "Pt lives with her sons ⟦Mike⟧ and ⟦Deshawn⟧. Granddaughter ⟦Imani⟧ visits daily.",
        "Husband (⟦Walter⟧) present for education. Husband verbalized understanding.",
        "Caregiver education provided. Daughter reports patient is eating well. Wife states sleep is poor.",
        "⟦Beatriz⟧ (daughter) drove patient to clinic. Mother lives in Ohio.",
        "Pt's sister-in-law ⟦Yuki⟧ will provide transportation. Call ⟦Yuki⟧ at ⟦503-555-0141⟧.",
        "spouse ⟦harold⟧ was present; spouse will assist with stairs. son reports pt is sleeping well.",
        "Neighbor ⟦Gus⟧ brings groceries; friend helps with laundry.",
        "Spoke with ⟦Karen⟧ re: ramp. Son ⟦Lars Halvorsen⟧ installed grab bars.",
        "POA: ⟦Olumide Adebayo⟧. Mother ⟦Hope⟧ attends sessions.",
    ]

    static let traps: [String] = [
        "Patient: ⟦Mabel Berg⟧\nBerg Balance Scale 28/56. Berg 30/56 today. Mrs. ⟦Berg⟧ reports fear of falling.",
        "Patient: ⟦Wilma Walker⟧\nAmbulated with front wheeled walker 100 ft. Ms. ⟦Walker⟧ states walker squeaks.",
        "Patient: ⟦Will Grant⟧\nPt will ascend 4 steps. ⟦Will⟧ reports pain. Will continue POC. Therapist will grant extra rest.",
        "Patient: ⟦Hope Rose⟧\nPt rose from chair x5. Patient hopes to return home. ⟦Hope⟧ denies falls.",
        "Patient: ⟦Alexander Bell⟧\nBell's palsy L side since 2019. Mr. ⟦Bell⟧ demonstrates improved eye closure.",
        "patient: ⟦grace hand⟧  dob: ⟦1/1/1950⟧\nr hand edema reduced. pt will grasp cup with l hand. ms. ⟦hand⟧ denies pain.",
        "Patient: ⟦Mark Young⟧\nMark each step with tape. Young adults group declined. Mr. ⟦Young⟧ walked 200 ft.",
        "Patient: ⟦Faith Long⟧\nLong term goals updated. Long arc quads 3x10. ⟦Faith⟧ reports fatigue.",
        "Patient: ⟦Ivan Parkinson⟧\nDx Parkinson's disease G20. Mr. ⟦Parkinson⟧ takes Sinemet TID.",
        "Patient: ⟦June Summers⟧\nPt seen in June 2025 for fall. Ms. ⟦Summers⟧ reports better sleep."
            .replacingOccurrences("June 2025", "⟦June 2025⟧"),
        "McKenzie extension, Williams flexion, Epley maneuver, Tinetti POMA 19/28, Romberg positive, Trendelenburg sign.",
        "Uses Hoyer lift, NuStep level 5, Thera-Band, Jamar dynamometer. Meds: Eliquis, Lipitor, Zoloft, Coumadin.",
        "Montreal Cognitive Assessment 22/30; Boston Naming Test 41/60; Western Aphasia Battery AQ 71.",
        "Skilled PT required for gait training. Physical Therapy Daily Note. Plan of Care reviewed with patient.",
        "Good rehab potential. Patient Education: HEP, energy conservation. Home Exercise Program issued. Fall Risk: high.",
        "Katz ADL 4/6, Barthel Index 70/100, Rancho level VII, Glasgow Coma Scale 15, Allen Cognitive Level 4.4.",
    ]

    static let providers: [String] = [
        "Electronically signed by ⟦Oluwaseun Bankole⟧, PT, DPT on ⟦6/3/2025⟧ 14:05",
        "/s/ ⟦R. Kapoor⟧, OTR/L   ⟦06/03/25⟧",
        "Signed: ⟦Mei-Ling Chow⟧, M.S., CCC-SLP (⟦2025-06-03⟧)",
        "Referring physician: Dr. ⟦Anastasia Petrakis⟧. Dr ⟦Petrakis⟧ cleared pt for WBAT. PCP: ⟦Juan Ortega⟧, MD",
        "Treatment provided by ⟦Tyrone Baker⟧, PTA under supervision of ⟦L. Nakagawa⟧, PT.",
        "Spoke w/ ⟦Hannah Stein⟧ RN re: wound. Interpreter ⟦Sergei Morozov⟧ assisted.",
        "Cosigned by: ⟦Fiona MacGregor⟧ MS OTR/L ⟦7/1/25⟧. Note is NOT signed by physician.",
        "Certified by ⟦Thomas Whitfield⟧, DO on ⟦04/04/2025⟧.",
        "Therapist: ⟦Ayumi Tanaka⟧, PT, DPT, OCS    Lic# ⟦PT-40822⟧",
        "signed by ⟦beth okafor⟧, cota/l ⟦5/5/25⟧",
        "Saw neurologist Dr. ⟦Iyer⟧ on ⟦Tuesday, April 8, 2025⟧; no changes. Signature: ____________  Date: ______",
        "Attending: ⟦Gupta, Rohan⟧ MD. Case manager ⟦Shelly Ramirez⟧ notified.",
        "Seen with ⟦K. Dubois⟧, SLP student; CI ⟦Paul Novak⟧, CCC-SLP present.",
    ]
}

extension String {
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}

extension NameCases {
    /// Days, months and words of fields that are names, initials beside an age, signatures without a label.
    static let unusual: [String] = [
        "⟦Hector W.⟧ ⟦97⟧F Occupational Therapy Evaluation  MRN ⟦05093563⟧\nPt tolerated tx.",
        "⟦Adaeze A.⟧ 48M SLP Progress Report  MRN ⟦1234567⟧",
        "⟦zofia w.⟧ 71f physical therapy daily note\npt walked 40 ft.",
        "Vitamin A 48 mg daily. Walked with a 48F cane.",
        "Patient: ⟦Tyrone Friday⟧\nDOB: ⟦3/4/1950⟧\nPt returns Friday. Mr. ⟦Friday⟧ walked 40 ft. On Friday he rested.",
        "PT NAME: ⟦MOHAMMAD CASE⟧ (M, ⟦93⟧ y/o)  Chart # ⟦RB-33021⟧\nPt tolerated session.",
        "| PATIENT | ⟦SANJAY MARCH⟧ |\n| AGE | 71 |\nPt walked.",
        "pt seen in gym. saw dr ⟦march⟧ on ⟦9-27-2024⟧; no new restrictions.",
        "Interpreter ⟦Will Friday⟧ assisted. Pt cooperative.",
        "Progress note.\n\n/s/ ⟦F. Monday⟧, MS, OTR/L   ⟦Jan 16, 2025⟧",
        "Electronically signed by ⟦Kwabena August⟧, CCC-SLP on ⟦07/28/2024⟧ 14:20",
        "Completed and signed: ⟦Charity Sunday⟧ SLPA ⟦04/17/2024⟧",
        "Client: ⟦Ngozi Sharp-March⟧ (\"⟦Ngozi⟧\")   Record No. ⟦22310⟧",
        "Client: ⟦Rosario Szczepanski-St.Pierre⟧ (\"⟦Rosario⟧\")   Record No. ⟦22310⟧",
        "S:\n⟦Best⟧'s son reports poor sleep.",
        "S:\n⟦St.Pierre⟧'s son reports poor sleep.",
        "PT CAME WITH HIS GRANDSON ⟦MAY⟧. DX: RIGHT INDEX FINGER FRACTURE.\nPT MAY RETURN.",
        "caregiver ⟦pham day⟧ attended session. states pt sleeps well.\npt did well today.",
        "Name: ⟦Rusty C. Friday⟧\nEmergency contact: ⟦Jack Friday⟧ (brother) ⟦660-555-0138⟧",
        "Patient: ⟦Day, Winifred⟧\nTolerated well, day 3 of splint wear. Ms. ⟦Day⟧ rests each day.",
        "Called ⟦Karen⟧'s doctor. Spoke with physician Monday. Pt will return Friday with HEP done.",
        "Patient: Tolerated treatment well. Therapist: Monday and Wednesday visits.",
        "Pt did well.\n\n⟦Ottoline Vandersnoot⟧, PT, DPT   ⟦03/03/2025⟧",
        "pt did well. walks 40 ft.\n\n⟦ottoline vandersnoot⟧, pt, dpt   ⟦03/03/2025⟧",
        "Pt did well.\n\n⟦Ottoline Vandersnoot⟧ OTR/L ⟦3/3/25⟧ 4:15 PM",
        "PT DID WELL. WALKS 40 FT.\n⟦OTTOLINE VANDERSNOOT⟧, MS, CCC-SLP",
        "Stretch Hamstrings, PT\nManual Therapy, PT, OT, SLP",
    ]
}
